import KubernetesObjects

extension Finding {
  /// Whether the finding is at a field of an object, has to do with one, or proposes to change one.
  func isAbout(_ object: ObjectReference) -> Bool {
    field.object == object || related.contains { $0.field.object == object }
      || remedies.contains { $0.edits.contains { $0.field.object == object } }
  }

  /// The finding on one Pod, reported on another one that is like it.
  func moved(from pod: ObjectReference, to other: ObjectReference) -> Finding {
    let move = { (field: ObjectField) in field.object == pod ? ObjectField(other, field.path) : field }
    return Finding(
      kind,
      severity: severity,
      statement: statement,
      at: move(field),
      message,
      related: related.map { RelatedField(move($0.field), $0.message) },
      remedies: remedies.map { Remedy($0.message, $0.edits.map { Edit(move($0.field), $0.change) }) }
    )
  }
}

extension Sequence<Finding> {
  /// The findings without those that were there before.
  var withoutRepeats: [Finding] {
    let all = Array(self)
    // Of the few that most objects have, none is hashed.
    guard all.count > 8 else {
      return all.indices.filter { index in !all[..<index].contains(all[index]) }.map { all[$0] }
    }
    var seen: Set<Finding> = []
    return all.filter { seen.insert($0).inserted }
  }
}
