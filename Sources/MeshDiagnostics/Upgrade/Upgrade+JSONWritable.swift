public import KubernetesJSON
import KubernetesObjects
import MeshMapping

extension UpgradePath: JSONWritable {
  /// Writes the verdict, how far it is safe, and the steps.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write("\(old)", forKey: "from")
      object.write("\(new)", forKey: "to")
      object.write(new.announcement, forKey: "announced")
      object.write(verdict.code, forKey: "verdict")
      object.write(message, forKey: "message")
      object.write(safeUpTo.map { "\($0)" }, forKey: "safeUpTo")
      object.write(firstTrouble.map { "\($0)" }, forKey: "firstTrouble")
      object.writeUnlessEmpty(notesToRead.map(\.id), forKey: "notesToRead")
      object.write(workloads, forKey: "workloads")
      object.write(pods, forKey: "pods")
      if !basis.isEmpty { object.write(basis, forKey: "restsOn") }
      object.write(steps, forKey: "steps")
    }
  }
}

extension UpgradeStep: JSONWritable {
  /// Writes the verdict, what needs attention, and how many workloads change besides.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { writeMembers(to: &$0) }
  }

  /// Writes the members of the object that ``write(to:)`` writes, so that others can stand beside them.
  package func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    object.write("\(old)", forKey: "from")
    object.write("\(new)", forKey: "to")
    object.write(verdict.code, forKey: "verdict")
    object.write(troubles, forKey: "troubles")
    object.writeUnlessEmpty(followUps, forKey: "followUps")
    object.write(harmless, forKey: "harmless")
    object.writeUnlessEmpty(notes, forKey: "notes")
    object.writeUnlessEmpty(notesToRead.map(\.id), forKey: "notesToRead")
    object.writeUnlessEmpty(noteFixes, forKey: "noteFixes")
    if losingTags > 0 { object.write(losingTags, forKey: "losingTags") }
    object.writeUnlessEmpty(undecided, forKey: "undecided")
    object.writeUnlessEmpty(incomplete, forKey: "incomplete")
  }
}

extension Trouble: JSONWritable {
  /// Writes what happens, in which releases, what causes it, and to which workloads.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(effect.rawValue, forKey: "effect")
      object.write(message, forKey: "message")
      object.write("\(first)", forKey: "first")
      object.write(gone.map { "\($0)" }, forKey: "gone")
      object.write(causes, forKey: "causes")
      if !otherCauses.isEmpty { object.write(otherCauses.map(\.rawValue).sorted(), forKey: "otherCauses") }
      object.write(note?.id, forKey: "note")
      object.write(workloads, forKey: "workloads")
      object.writeUnlessEmpty(fixes, forKey: "fixes")
      if fixes.isEmpty { object.write(advice, forKey: "advice") }
    }
  }
}

extension NoteOnObject: JSONWritable {
  /// Writes the note by its identifier, the object and field that it is on, and the sentences.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(note.id, forKey: "note")
      object.write("\(note.release)", forKey: "release")
      object.write(note.effect.rawValue, forKey: "effect")
      object.write(self.object.kind, forKey: "kind")
      object.writeUnlessEmpty(self.object.namespace, forKey: "namespace")
      object.write(self.object.name, forKey: "name")
      if workload != nil { object.write(count, forKey: "pods") }
      object.write("\(path)", forKey: "path")
      object.write(message, forKey: "message")
      object.write(remedy, forKey: "remedy")
    }
  }
}

extension NoteFix: JSONWritable {
  /// Writes the note by its identifier, what the edits do, the commands that make them, and what they change before the upgrade.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(note.id, forKey: "note")
      object.write(fix.message, forKey: "message")
      object.write(fix.commands, forKey: "commands")
      object.write(changesNow, forKey: "changesNow")
    }
  }
}

extension UpgradeFix: JSONWritable {
  /// Writes what the edits do, the commands that make them, and what they change before the upgrade.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(fix.message, forKey: "message")
      object.write(fix.commands, forKey: "commands")
      object.write(changesNow, forKey: "changesNow")
      object.write(cost, forKey: "cost")
    }
  }
}

extension TroubledWorkload: JSONWritable {
  /// Writes the workload, how many Pods it has, and what changes.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      subject.writeMembers(to: &object)
      object.write(pods, forKey: "pods")
      object.writeArray(forKey: "changes") { list in
        for change in changes { change.difference.write(to: &list) }
      }
      let policies = selectedBy
      if !policies.isEmpty { object.write(policies.map(\.phrase), forKey: "selectedBy") }
    }
  }
}

extension UndecidedWorkload: JSONWritable {
  /// Writes the workload and what the input would have to hold.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      subject.writeMembers(to: &object)
      object.write(needs.map(\.rawValue), forKey: "needs")
    }
  }
}

extension UpgradeSubject {
  /// Writes the kind, namespace and name as members.
  fileprivate func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    object.write(kind, forKey: "kind")
    object.write(namespace, forKey: "namespace")
    object.write(name, forKey: "name")
  }
}

extension HarmlessChange: JSONWritable {
  /// Writes what changes, what causes it, and of how many workloads it is.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(summary, forKey: "change")
      object.write(causes.map(\.id), forKey: "causes")
      if !otherCauses.isEmpty { object.write(otherCauses.map(\.rawValue).sorted(), forKey: "otherCauses") }
      object.write(workloads, forKey: "workloads")
    }
  }
}
