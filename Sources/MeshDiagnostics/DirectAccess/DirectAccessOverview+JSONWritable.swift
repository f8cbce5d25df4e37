public import KubernetesJSON
import KubernetesObjects
import MeshMapping

extension DirectAccessOverview: JSONWritable {
  /// Writes how many listeners direct access adds to all proxies, and the Pods.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { writeMembers(to: &$0) }
  }

  /// Writes the members of the object that ``write(to:)`` writes, so that others can follow.
  public func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    object.write(listenerCount, forKey: "listeners")
    object.write(pods, forKey: "pods")
    guard !withoutDataplane.isEmpty else { return }
    object.writeArray(forKey: "withoutDataplane") { array in
      for pod in withoutDataplane {
        array.writeObject { object in
          object.write(pod.namespace, forKey: "namespace")
          object.write(pod.name, forKey: "name")
        }
      }
    }
  }
}

extension PodDirectAccess: JSONWritable {
  /// Writes the Pod, its entries with what they resolve to, and the listeners.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(pod.namespace, forKey: "namespace")
      object.write(pod.name, forKey: "name")
      if let workload {
        object.writeObject(forKey: "workload") { member in
          member.write(workload.kind, forKey: "kind")
          member.write(workload.name, forKey: "name")
        }
      }
      object.write(mesh, forKey: "mesh")
      if !isServed { object.write(false, forKey: "served") }
      object.write(entries, forKey: "entries")
      object.write(listeners, forKey: "listeners")
      object.writeUnlessEmpty(outboundAlready, forKey: "outboundAlready")
      if let replacement { object.write(replacement, forKey: "replacement") }
    }
  }
}

extension PodDirectAccess.Entry: JSONWritable {
  /// Writes the entry, what it resolves to, and the places.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(name, forKey: "entry")
      object.write(answer.code, forKey: "answer")
      object.write(answer.phrase, forKey: "message")
      if case .places(let places) = answer { object.write(places, forKey: "places") }
      object.write(answer.nearest?.string, forKey: "nearest")
    }
  }
}

extension DirectAccessListener: JSONWritable {
  /// Writes the address and port, the Pod, and how many Pods it stands for where those are not one.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeUnlessEmpty(address, forKey: "address")
      object.write(port, forKey: "port")
      object.write(pod.namespace, forKey: "namespace")
      object.write(pod.name, forKey: "pod")
      if count != .exactly(1) { object.write(count.number, forKey: "pods") }
    }
  }
}
