import KubernetesObjects

extension Finding {
  /// The finding of one Pod told of another one that is like it; itself where it is at none of the Pod's fields.
  func moved(from pod: ObjectReference, to other: ObjectReference) -> Finding {
    let move = { (field: ObjectField) in field.object == pod ? ObjectField(other, field.path) : field }
    let isMoved =
      field.object == pod || related.contains { $0.field.object == pod }
      || remedies.contains { $0.edits.contains { $0.field.object == pod } }
    guard isMoved else { return self }
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
