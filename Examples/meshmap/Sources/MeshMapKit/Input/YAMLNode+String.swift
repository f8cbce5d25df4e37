import KubernetesYAML

extension YAMLNode {
  /// The string that the node is; nil where it is none.
  var string: String? {
    if case .string(let string) = scalar { string.string } else { nil }
  }
}
