public import KubernetesJSON
import KubernetesObjects
import MeshMapping

extension ServiceOverview: JSONWritable {
  /// Writes the services by mesh and name, and what leads to none.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { writeMembers(to: &$0) }
  }

  /// Writes the members of the object that ``write(to:)`` writes, so that others can follow.
  public func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    object.write(services, forKey: "services")
    object.writeUnlessEmpty(strayServices, forKey: "strayServices")
    object.writeUnlessEmpty(strayEntries, forKey: "strayEntries")
  }
}

extension MeshService: JSONWritable {
  /// Writes the service by its mesh and name, what gives it, its protocols and where it is offered.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(mesh, forKey: "mesh")
      object.write(name, forKey: "name")
      object.write(sources, forKey: "sources")
      if isAmbiguous { object.write(true, forKey: "ambiguous") }
      object.write(protocols, forKey: "protocols")
      object.write(endpoints, forKey: "endpoints")
    }
  }
}

extension MeshService.Source: JSONWritable {
  /// Writes the kind of source, and the object by its name.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(code, forKey: "source")
      switch self {
      case .servicePort(let service, let port):
        object.write(service.namespace, forKey: "namespace")
        object.write(service.name, forKey: "name")
        object.write(port, forKey: "port")
      case .workload(let workload):
        object.write(workload.kind, forKey: "kind")
        object.write(workload.namespace, forKey: "namespace")
        object.write(workload.name, forKey: "name")
      case .pod(let pod), .label(let pod), .gatewayAnnotation(_, let pod):
        object.write(pod.namespace, forKey: "namespace")
        object.write(pod.name, forKey: "name")
      }
    }
  }
}

extension MeshService.ApplicationProtocol: JSONWritable {
  /// Writes the protocol, and where it is said.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(name, forKey: "name")
      object.write(origin.rawValue, forKey: "origin")
    }
  }
}

extension ServiceEndpoint: JSONWritable {
  /// Writes the Pod and what makes it, how many Pods it stands for where those are not one, the place and its state.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(pod.namespace, forKey: "namespace")
      object.write(pod.name, forKey: "pod")
      if let workload {
        object.writeObject(forKey: "workload") { member in
          member.write(workload.kind, forKey: "kind")
          member.write(workload.name, forKey: "name")
        }
      }
      if count != .exactly(1) { object.write(count.number, forKey: "pods") }
      object.writeUnlessEmpty(address, forKey: "address")
      object.write(port, forKey: "port")
      object.write(state?.rawValue, forKey: "state")
    }
  }
}

extension StrayService: JSONWritable {
  /// Writes the Service by its name, and why it leads nowhere.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(service.namespace, forKey: "namespace")
      object.write(service.name, forKey: "name")
      object.write(reason.code, forKey: "reason")
      object.write(reason.phrase, forKey: "message")
    }
  }
}

extension StrayEntry: JSONWritable {
  /// Writes the Pod, the annotation, the entry, and a service whose name is near.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(pod.namespace, forKey: "namespace")
      object.write(pod.name, forKey: "pod")
      object.write(annotation, forKey: "annotation")
      object.write(entry, forKey: "entry")
      object.write(nearest, forKey: "nearest")
    }
  }
}

extension TagSearch: JSONWritable {
  /// Writes the tags, the Pods that they pick with the inbounds that have them, and the Pods that they miss with why.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { writeMembers(to: &$0) }
  }

  /// Writes the members of the object that ``write(to:)`` writes, so that others can follow.
  public func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    object.write(tags, forKey: "tags")
    object.write(picked, forKey: "picked")
    object.writeUnlessEmpty(missed, forKey: "missed")
  }
}

extension TagSearch.Picked: JSONWritable {
  /// Writes the Pod, and the inbounds by port and service.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(report.name.namespace, forKey: "namespace")
      object.write(report.name.name, forKey: "name")
      object.writeArray(forKey: "inbounds") { list in
        for inbound in inbounds {
          list.writeObject { member in
            member.write(inbound.port, forKey: "port")
            member.write(inbound.tags[KumaKey.serviceTag], forKey: "service")
          }
        }
      }
    }
  }
}

extension TagSearch.Missed: JSONWritable {
  /// Writes the Pod, and why it is missed.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(report.name.namespace, forKey: "namespace")
      object.write(report.name.name, forKey: "name")
      object.write(reason.code, forKey: "reason")
      object.write(message, forKey: "message")
    }
  }
}

extension TagSearch.Missed {
  /// Why the Pod is missed, as a sentence that is safe to print.
  public var message: String {
    switch reason {
    case .noDataplane:
      report.outcomeMessage.map { report.mesh == nil ? report.injectionMessage : $0 } ?? report.injectionMessage
    case .otherTag(let key, nil): "Its inbounds have no tag \(key.string.printedSafely)."
    case .otherTag(let key, let value?):
      "The tag \(key.string.printedSafely) of its inbounds is \(value.string.quotedSafely)."
    }
  }
}

extension TagSearch.Missed.Reason {
  /// The name of the reason, which never changes its meaning.
  public var code: String {
    switch self {
    case .noDataplane: "noDataplane"
    case .otherTag: "otherTag"
    }
  }
}
