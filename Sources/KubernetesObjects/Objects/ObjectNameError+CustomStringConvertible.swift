extension ObjectNameError: CustomStringConvertible {
  /// What is wrong and what is needed, in a sentence without its end.
  public var description: String {
    switch self {
    case .partCount(let count): "it has \(count) part\(count == 1 ? "" : "s") between \"/\"; write namespace/name"
    case .emptyNamespace: "the namespace is empty; write namespace/name"
    case .emptyName: "the name is empty; write namespace/name"
    }
  }
}
