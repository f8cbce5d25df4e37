import KubernetesObjects
import KubernetesYAML

extension YAMLNode {
  var isNull: Bool { scalar == .null }

  /// The fields of a mapping as an object of JSON has them: in the order of their keys, each key once; nil where the node is none.
  var sortedFields: [(key: String, value: YAMLNode)]? {
    guard kind == .mapping else { return nil }
    return entries.map { ($0.key.string, $0.value) }.sorted { $0.key.precedesInBytes($1.key) }
  }
}

extension String {
  /// Whether a key of JSON is that of a field for Go: without regard to the case of letters, of which two have a third form.
  func isField(_ name: String) -> Bool {
    unicodeScalars.lazy.map(\.folded).elementsEqual(name.unicodeScalars)
  }
}

extension Unicode.Scalar {
  fileprivate var folded: Unicode.Scalar {
    switch self {
    case "A"..."Z": Unicode.Scalar(UInt8(value) | 0x20)
    case "\u{17F}": "s"
    case "\u{212A}": "k"
    default: self
    }
  }
}
