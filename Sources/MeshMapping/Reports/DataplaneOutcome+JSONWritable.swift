public import KubernetesJSON

extension DataplaneOutcome: JSONWritable {
  /// Writes the action with its reason and its sentence, and the Dataplane where there is one.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { writeMembers(to: &$0, message: verdict.message) }
  }

  /// Writes the members of the object that ``write(to:)`` writes, with a sentence that may know more than the outcome does.
  func writeMembers<Sink: JSONSink>(to object: inout Sink, message: String?) {
    object.write(verdict.action.rawValue, forKey: "action")
    object.write(verdict.code, forKey: "reason")
    object.write(message, forKey: "message")
    if let dataplane {
      object.writeObject(forKey: "resource") { resource in
        dataplane.writeMembers(to: &resource, mesh: isMeshUnknown ? nil : dataplane.mesh)
      }
    } else {
      object.write(resource, forKey: "resource")
    }
  }

  /// Whether the mesh is among the values that are unknown, so that it is left out.
  private var isMeshUnknown: Bool { unknownValues.contains { $0.path == "mesh" } }
}
