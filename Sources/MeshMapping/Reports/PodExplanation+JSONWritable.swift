public import KubernetesJSON

extension PodExplanation: JSONWritable {
  /// Writes what is written of the Pod's report, as the only one of several, and the steps behind it.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write([report], forKey: "pods")
      object.writeObject(forKey: "steps") { writeSteps(to: &$0) }
    }
  }

  /// Writes the members of the object that the steps are, so that others can write what stands around it.
  @specialized(where Sink == JSONWriter)
  public func writeSteps<Sink: JSONSink>(to object: inout Sink) {
    object.write(report.admission.webhook, forKey: "webhook")
    object.write(switches, forKey: "injection")
    object.write(meshes, forKey: "mesh")
    object.write(services, forKey: "services")
    object.writeArray(forKey: "tags") { report.outcome.writeTags(to: &$0) }
    object.write(droppedLabels, forKey: "droppedLabels")
  }
}

extension PodExplanation.Lookup: JSONWritable {
  /// Writes the place, what stands there or what one would have to know, and what it had to do with the answer.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(place.name, forKey: "place")
      object.write(evidence?.value, forKey: "value")
      object.write(needs?.rawValue, forKey: "needs")
      object.write(standing.rawValue, forKey: "standing")
    }
  }
}

extension DataplaneOutcome {
  /// Writes the tags of the gateway and of each inbound, each with its origin.
  fileprivate func writeTags<Sink: JSONSink>(to list: inout Sink) {
    guard let networking = dataplane?.networking else { return }
    if let gateway = networking.gateway { gateway.tags.writeOrigins(to: &list, port: nil) }
    for inbound in networking.inbound { inbound.tags.writeOrigins(to: &list, port: Int(inbound.port)) }
  }
}

extension Tags {
  /// Writes the tags with their origins, and the port of the inbound that has them.
  fileprivate func writeOrigins<Sink: JSONSink>(to sink: inout Sink, port: Int?) {
    sink.writeObject { object in
      object.write(port, forKey: "inbound")
      object.write(sorted, forKey: "tags")
    }
  }
}

extension KumaTag: JSONWritable {
  /// Writes the tag with its origin.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(key, forKey: "key")
      object.write(value, forKey: "value")
      object.write(origin.rawValue, forKey: "origin")
    }
  }
}

extension DroppedLabel: JSONWritable {
  /// Writes the label with why it is no tag.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(key, forKey: "key")
      object.write(value, forKey: "value")
      object.write(reason.phrase, forKey: "reason")
    }
  }
}
