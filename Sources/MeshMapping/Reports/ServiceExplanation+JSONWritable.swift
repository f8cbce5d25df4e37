public import KubernetesJSON
import KubernetesObjects

extension ServiceExplanation: JSONWritable {
  /// Writes the Service by its name, whether it belongs to the Pod and why, and what its ports are there.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(name, forKey: "name")
      if case .belongs(_, let ports) = verdict {
        object.write(true, forKey: "belongs")
        object.write(verdict.phrase, forKey: "reason")
        object.write(ports, forKey: "ports")
      } else {
        object.write(false, forKey: "belongs")
        object.write(verdict.phrase, forKey: "reason")
      }
    }
  }
}

extension ServiceExplanation.Port: JSONWritable {
  /// Writes the port and what it is on the Pod.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(port.port, forKey: "port")
      object.write(phrase, forKey: "target")
    }
  }
}
