import KubernetesYAML
import Yams

/// What libyaml, on which `kubectl` rests as well, composes of the same bytes.
enum LibYAML {
  /// Where both read a stream of one document, its collections and quoted strings are the same.
  static func compare(_ input: [UInt8], _ parts: [YAMLTarget.Part]) throws {
    guard parts.count == 1, case .document(let document) = parts[0], !isLeftOut(input) else { return }
    let newline = UInt8(ascii: "\n")
    // The last line counts as ended even where it is not.
    guard let text = String(validating: input + (input.last == newline ? [] : [newline]), as: UTF8.self) else { return }
    let node: Node?
    do {
      node = try compose(yaml: text, .default.removing(.merge))
    } catch {
      // The reader accepts a little more, and Yams refuses repeated keys.
      return
    }
    guard let node else { return }
    var budget = 10_000
    let difference = difference(node, document.root, at: "", &budget)
    try BrokenProperty.unless(difference == nil, "libyaml reads the same", difference ?? "")
  }

  /// Merge keys, tags and directives are read as Kubernetes does, what follows the first document is not looked at by Yams, and of an
  /// anchor that is given again within what it names Kubernetes' reader takes the inner one.
  private static func isLeftOut(_ input: [UInt8]) -> Bool {
    if input.count(where: { $0 == UInt8(ascii: "&") }) > 1 { return true }
    return ["<<", "!", "%", "---", "...", "\u{85}", "\u{2028}", "\u{FEFF}", "\r"].contains { mark in
      input.firstRange(of: Array(mark.utf8)) != nil
    }
  }

  private static func difference(_ theirs: Node, _ own: YAMLNode, at path: String, _ budget: inout Int) -> String? {
    budget -= 1
    guard budget > 0 else { return nil }
    switch (theirs, own.kind) {
    case (.sequence(let sequence), .sequence):
      let elements = own.elements
      guard elements.count == sequence.count else { return "\(path): \(elements.count), not \(sequence.count) elements" }
      for (index, element) in elements.enumerated() {
        if let found = difference(sequence[index], element, at: "\(path)[\(index)]", &budget) { return found }
      }
      return nil
    case (.mapping(let mapping), .mapping):
      let entries = own.entries
      // Keys that become the same string are one here: `1` and "1".
      guard entries.count <= mapping.count else { return "\(path): \(entries.count), not \(mapping.count) entries" }
      guard entries.count == mapping.count else { return nil }
      for (entry, (_, value)) in zip(entries, mapping) {
        if let found = difference(value, entry.value, at: "\(path).\(entry.key.string)", &budget) { return found }
      }
      return nil
    case (.scalar(let scalar), .scalar):
      guard scalar.style != .plain, scalar.style != .any else { return nil }
      let value: String? = if case .string(let string) = own.scalar { string.string } else { nil }
      return value.map { Array($0.utf8) } == Array(scalar.string.utf8)
        ? nil : "\(path): \(String(describing: value)), not \(scalar.string.debugDescription)"
    case (.alias, _): return nil
    default: return "\(path): \(own.kind), not \(theirs)"
    }
  }
}
