public import KubernetesJSON

extension DataplaneOutcome: JSONWritable {
  /// Writes the action with its reason and its sentence, and the Dataplane where there is one.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(verdict.action.rawValue, forKey: "action")
      object.write(verdict.code, forKey: "reason")
      object.write(verdict.message, forKey: "message")
      if let dataplane {
        object.writeObject(forKey: "resource") { resource in
          dataplane.writeMembers(to: &resource, mesh: isMeshUnknown ? nil : dataplane.mesh)
        }
      }
    }
  }
  /// Whether the mesh is among the values that are unknown, so that it is left out.
  private var isMeshUnknown: Bool { unknownValues.contains { $0.path == "mesh" } }
}
