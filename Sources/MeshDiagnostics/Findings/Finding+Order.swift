import KubernetesObjects

extension Finding {
  /// Findings in the order in which they are reported, each once: by namespace, kind and name of the object, its field, and what matters more.
  /// O(*n* log *n*).
  public static func inOrder(_ findings: some Sequence<Finding>) -> [Finding] {
    Set(findings).map { (path: $0.field.path.description, finding: $0) }.sorted { left, right in
      let (mine, others) = (left.finding.field.object, right.finding.field.object)
      if mine != others { return mine < others }
      if !left.path.hasSameBytes(as: right.path) { return left.path.precedesInBytes(right.path) }
      let (one, other) = (left.finding, right.finding)
      if one.severity != other.severity { return other.severity < one.severity }
      return one.code.hasSameBytes(as: other.code)
        ? one.message.precedesInBytes(other.message) : one.code.precedesInBytes(other.code)
    }
    .map(\.finding)
  }
}
