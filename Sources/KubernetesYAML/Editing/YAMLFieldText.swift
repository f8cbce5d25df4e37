/// How fields are written that come into a document.
enum YAMLFieldText {
  /// The quotes of a value that was there before.
  enum Quotes {
    case none
    case single
    case double
  }

  /// A value, in the quotes of the one in whose place it comes as far as it can be written in them.
  static func value(_ change: YAMLEdit.Change, inFlow isFlow: Bool, like quotes: Quotes = .none) -> String {
    switch change {
    case .integer(let integer): "\(integer)"
    case .string(let string): text(of: string.string, as: .value, inFlow: isFlow, like: quotes)
    case .removed: "null"
    }
  }

  /// An entry, and what is to be in it, in one line.
  static func entry(_ change: YAMLEdit.Change, at path: ArraySlice<YAMLPathStep>) throws(YAMLEditRefusal) -> String {
    guard case .key(let key)? = path.first else { throw .otherForm }
    let name = text(of: key.string, as: .key, inFlow: true, like: .none)
    return "\(name): \(try inFlow(change, at: path.dropFirst()))"
  }

  /// What is to be at a path, in braces and brackets.
  static func inFlow(_ change: YAMLEdit.Change, at path: ArraySlice<YAMLPathStep>) throws(YAMLEditRefusal) -> String {
    switch path.first {
    case nil: return value(change, inFlow: true)
    case .key: return "{\(try entry(change, at: path))}"
    case .index(0): return "[\(try inFlow(change, at: path.dropFirst()))]"
    case .index: throw .otherForm
    }
  }

  /// What is to be at a path, in lines.
  static func lines(
    _ change: YAMLEdit.Change,
    at path: ArraySlice<YAMLPathStep>,
    indentedBy indent: Int
  ) throws(YAMLEditRefusal) -> [String] {
    let space = String(repeating: " ", count: indent)
    let rest = path.dropFirst()
    switch path.first {
    case nil: return [space + value(change, inFlow: false)]
    case .key(let key):
      let name = text(of: key.string, as: .key, inFlow: false, like: .none)
      guard !rest.isEmpty else { return ["\(space)\(name): \(value(change, inFlow: false))"] }
      let isElement = if case .index = rest.first { true } else { false }
      return ["\(space)\(name):"] + (try lines(change, at: rest, indentedBy: indent + (isElement ? 0 : 2)))
    case .index:
      var lines = try lines(change, at: rest, indentedBy: indent + 2)
      if let first = lines.first { lines[0] = "\(space)- \(first.dropFirst(indent + 2))" }
      return lines
    }
  }

  private static func text(
    of string: String,
    as role: YAMLStyle.Role,
    inFlow isFlow: Bool,
    like quotes: Quotes
  ) -> String {
    let style = YAMLStyle(of: string, as: role)
    let isPlainInFlow = !string.utf8.contains { ",[]{}".utf8.contains($0) }
    switch (quotes, style.quotes) {
    case (.none, .none) where isPlainInFlow || !isFlow: return string
    // Within single quotes a line break would be read as a space.
    case (.single, .none),
      (.single, .single) where !string.utf8.contains(0x0A):
      return "'\(string.replacing("'", with: "''"))'"
    default: return doubleQuoted(string)
    }
  }

  private static func doubleQuoted(_ string: String) -> String {
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case " "..."~": quoted.unicodeScalars.append(scalar)
      default: quoted += YAMLWriter.escape(of: scalar)
      }
    }
    return quoted + "\""
  }
}
