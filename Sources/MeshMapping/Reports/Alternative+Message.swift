import KubernetesObjects

extension PodReport.Condition {
  /// The condition as a part of a sentence, safe to print.
  public var phrase: String {
    switch self {
    case .namespaceLabels(let labels) where labels.isEmpty: "if the Namespace has no label of Kuma"
    case .namespaceLabels(let labels):
      "if the Namespace is labelled "
        + labels.map { "\($0.key.printedSafely)=\($0.value.printedSafely)" }.joined(separator: ",")
    case .meshExists(let name): "if mesh \(name.printedSafely) exists"
    case .meshMissing(let name): "if mesh \(name.printedSafely) does not exist"
    }
  }
}
