import KubernetesObjects
import KubernetesYAML

/// A file of settings: the long names of options, each with its value.
package struct SettingsFile: Sendable {
  /// What a value is.
  package enum Value: Sendable {
    /// One word.
    case single
    /// A list of words.
    case list
    /// A mapping of words, or a list of `key=value`.
    case pairs
    /// A list or mapping of anything else.
    case nested
  }

  /// A setting.
  package struct Entry: Sendable {
    package let key: String
    /// The value as it is written behind an option; a list with commas, a mapping as `key=value`.
    package let value: String
    /// What the value is.
    package let form: Value
    /// The value of a flag; nil where it is no such word.
    package let isOn: Bool?
    /// The line and the column of the key, in words.
    package let location: String
  }

  /// The name of the file, as it is shown.
  package let name: String
  /// The settings, in the order in which they are written.
  package let entries: [Entry]
  /// Keys that stand there once more, each with its place: the last one holds.
  package let repeatedKeys: [String]

  /// Reads a file.
  ///
  /// - Throws: Why it cannot be used.
  package init(at path: String) throws(InputProblem) {
    name = path
    let bytes: [UInt8]
    do throws(Descriptor.Failure) {
      let file = try Descriptor(readingFileAt: path)
      defer { file.close() }
      // Nobody writes more settings than that.
      bytes = try file.read(atMost: 1 << 20)
    } catch {
      let problem = error.isAbsence ? "there is no such file" : "cannot be read: \(error.words)"
      throw InputProblem(place: path, problem: problem)
    }
    (entries, repeatedKeys) = try Self.entries(in: bytes, at: path)
  }

  private static func entries(in bytes: [UInt8], at place: String) throws(InputProblem) -> ([Entry], [String]) {
    let documents: [YAMLDocument]
    do throws(YAMLError) {
      documents = try YAMLDocument.documents(in: bytes).filter { !$0.isEmpty }
    } catch {
      throw InputProblem(place: place, problem: "is not YAML at \(error)")
    }
    guard let document = documents.first else { return ([], []) }
    guard documents.count == 1, document.root.kind == .mapping else {
      throw InputProblem(place: place, problem: "is no file of settings; write one mapping of options to their values")
    }
    let entries = document.root.entries.map { entry in
      Entry(
        key: entry.key.string,
        value: string(of: entry.value, in: bytes),
        form: form(of: entry.value),
        isOn: entry.value.bool,
        location: "\(entry.keyNode.start)"
      )
    }
    return (
      entries, document.repeatedKeys.map { "\($0.location): \($0.key.string.quotedSafely) is there already; this one holds" }
    )
  }

  private static func form(of node: YAMLNode) -> Value {
    switch node.kind {
    case .scalar: .single
    case .sequence: node.elements.allSatisfy { $0.kind == .scalar } ? .list : .nested
    case .mapping: node.entries.allSatisfy { $0.value.kind == .scalar } ? .pairs : .nested
    }
  }

  /// A value as it is written behind an option. A number is as it is written: `2.10` is no `2.1`.
  private static func string(of node: YAMLNode, in bytes: [UInt8]) -> String {
    switch node.kind {
    case .sequence: return node.elements.map { string(of: $0, in: bytes) }.joined(separator: ",")
    case .mapping:
      return node.entries.map { "\($0.key.string)=\(string(of: $0.value, in: bytes))" }.joined(separator: ",")
    case .scalar:
      switch node.scalar {
      case .string(let string): return string.string
      case .null, nil: return ""
      default: return String(decoding: bytes[node.start.offset..<min(node.end.offset, bytes.count)], as: UTF8.self)
      }
    }
  }
}

extension YAMLNode {
  fileprivate var bool: Bool? {
    if case .bool(let bool) = scalar { bool } else { nil }
  }
}
