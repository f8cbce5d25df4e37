public import KubernetesJSON
import KubernetesObjects
import MeshMapping

extension EditSearch: JSONWritable {
  /// Writes the goal, whether it is reached already, and the edits that lead there or why none does.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(report.name.namespace, forKey: "namespace")
      object.write(report.name.name, forKey: "name")
      object.write(goal.name, forKey: "want")
      switch answer {
      case .alreadySo(let recreation):
        object.write("alreadySo", forKey: "answer")
        recreation?.writeMembers(to: &object)
      case .edits(let proposals):
        object.write("edits", forKey: "answer")
        object.write(proposals, forKey: "edits")
      case .obstacle(let obstacle):
        object.write("none", forKey: "answer")
        object.write(obstacle.code, forKey: "reason")
        object.write(obstacle.message, forKey: "message")
      }
    }
  }
}

extension EditProposal: JSONWritable {
  /// Writes what the edits do, each edit, who else is touched, and what is wrong with the Pod then.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(fix.message, forKey: "message")
      object.write(fix.edits, forKey: "edits")
      object.writeUnlessEmpty(fix.commands, forKey: "commands")
      recreation?.writeMembers(to: &object)
      for effect in EditEffect.allCases {
        object.writeUnlessEmpty(others[effect]?.map(\.description) ?? [], forKey: effect.rawValue)
      }
      object.writeUnlessEmpty(warnings, forKey: "warnings")
    }
  }
}

extension Recreation {
  /// Writes what is recreated, and the command that does it, where there is one.
  fileprivate func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    object.writeUnlessEmpty([workload?.restartCommand].compactMap(\.self), forKey: "restarts")
    object.write(phrase, forKey: "recreate")
  }
}

extension Edit: JSONWritable {
  /// Writes the object, the path of the field, and the new value; none where the field is taken away.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeObject(forKey: "object") { reference in
        reference.write(field.object.kind, forKey: "kind")
        reference.writeUnlessEmpty(field.object.namespace, forKey: "namespace")
        reference.write(field.object.name, forKey: "name")
      }
      object.write(field.path.description, forKey: "path")
      switch change {
      case .string(let string): object.write(string.string, forKey: "new")
      case .number(let number): object.write(number, forKey: "new")
      case .removed: break
      }
    }
  }
}

extension EditGoal {
  /// The goal as the command line takes it, e.g. `service=web_demo_svc_80`.
  public var name: String {
    switch self {
    case .injected: "injected"
    case .notInjected: "not-injected"
    case .service(let name): "service=\(name.string)"
    }
  }
}
