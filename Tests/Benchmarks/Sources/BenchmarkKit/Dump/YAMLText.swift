import KubernetesYAML

/// Writes a document in blocks, as `kubectl get … -o yaml` does.
package enum YAMLText {
  /// The YAML of a dump, which is JSON, and so YAML too.
  package static func blocks(of dump: [UInt8]) throws -> [UInt8] {
    var yaml: [UInt8] = []
    for document in try YAMLDocument.documents(in: dump) { write(document.root, indent: "\n", to: &yaml) }
    return Array(yaml.drop { $0 == UInt8(ascii: "\n") }) + [UInt8(ascii: "\n")]
  }

  private static func write(_ node: YAMLNode, indent: String, to yaml: inout [UInt8]) {
    switch node.kind {
    case .mapping:
      if node.entries.isEmpty { yaml += " {}".utf8 }
      for entry in node.entries {
        yaml += "\(indent)\(scalar(.string(entry.key))):".utf8
        write(entry.value, indent: entry.value.kind == .mapping ? indent + "  " : indent, to: &yaml)
      }
    case .sequence:
      if node.elements.isEmpty { yaml += " []".utf8 }
      for element in node.elements {
        yaml += "\(indent)-".utf8
        // The first entry of a mapping stands behind the dash.
        var text: [UInt8] = []
        write(element, indent: indent + "  ", to: &text)
        yaml +=
          element.kind == .mapping && !element.entries.isEmpty
          ? [UInt8(ascii: " ")] + text.dropFirst(indent.utf8.count + 2) : text
      }
    case .scalar: yaml += " \(scalar(node.scalar ?? .null))".utf8
    }
  }

  private static func scalar(_ scalar: YAMLScalar) -> String {
    guard case .string(let value) = scalar else { return scalar.stringForm ?? "null" }
    let isPlain = value.string.utf8.allSatisfy(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./".utf8.contains)
    return isPlain && YAMLScalar(plain: value.string) == scalar ? value.string : JSONText.string(value.string)
  }
}
