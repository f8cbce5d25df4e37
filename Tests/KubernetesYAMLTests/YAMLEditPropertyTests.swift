import KubernetesYAML
import TestSupport
import Testing

/// Edits of documents that are made up, in every form that people write: what is read afterwards is what was read before, but for the field.
@Suite("Edits of documents that are made up")
struct YAMLEditPropertyTests {
  /// Documents in blocks and in braces, with quotes and comments.
  private struct Documents {
    var random: SplitMix

    mutating func next(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

    /// Keys, as they are written and as they are meant.
    static let keys = [
      ("a", "a"), ("b", "b"), ("a/b", "a/b"), ("'on'", "on"), ("\"80\"", "80"), ("\"x,y\"", "x,y"), ("\"c: d\"", "c: d"),
      ("'it''s'", "it's"), ("\"[e]\"", "[e]"), ("é", "é"),
    ]
    static let scalars = ["b", "'b'", "\"b\"", "5", "~", "", "true", "\"5\"", "'it''s'", "two words", "\"x, y\"", "-1"]

    mutating func someKeys() -> [String] {
      var all = Self.keys.map(\.0)
      return (0..<next(4)).map { _ in all.remove(at: next(all.count)) }
    }

    mutating func scalar() -> String { Self.scalars[next(Self.scalars.count)] }

    mutating func flow(_ depth: Int) -> String {
      switch depth > 2 ? 2 : next(4) {
      case 0:
        let entries = someKeys().map { "\($0): \(flow(depth + 1))" }
        return next(2) == 0 ? "{\(entries.joined(separator: ", "))}" : "{ \(entries.joined(separator: " , ")) }"
      case 1: return "[\((0..<next(3)).map { _ in flow(depth + 1) }.joined(separator: ", "))]"
      default:
        let scalar = scalar()
        return scalar.isEmpty ? "~" : scalar
      }
    }

    mutating func comment() -> String { next(4) == 0 ? " # why" : "" }

    /// The lines of a mapping in a block.
    mutating func mapping(_ indent: Int, _ depth: Int) -> [String] {
      let space = String(repeating: " ", count: indent)
      var keys = someKeys()
      if keys.isEmpty { keys = ["z"] }
      return keys.flatMap { key -> [String] in
        switch depth > 2 ? 3 : next(6) {
        case 0: return ["\(space)\(key):\(comment())"] + mapping(indent + 1 + next(4), depth + 1)
        case 1: return ["\(space)\(key):"] + list(indent + next(3), depth + 1)
        case 2: return ["\(space)\(key): \(flow(depth + 1))\(comment())"]
        default:
          let scalar = scalar()
          return ["\(space)\(key):\(scalar.isEmpty ? "" : " ")\(scalar)\(comment())"]
        }
      }
    }

    /// The lines of a list in a block.
    mutating func list(_ indent: Int, _ depth: Int) -> [String] {
      let space = String(repeating: " ", count: indent)
      return (0...next(2)).flatMap { _ -> [String] in
        guard depth < 3, next(2) == 0 else { return ["\(space)- \(flow(depth + 1))"] }
        var lines = mapping(indent + 2, depth + 1)
        lines[0] = "\(space)- \(lines[0].dropFirst(indent + 2))"
        return lines
      }
    }

    mutating func document() -> String {
      switch next(8) {
      case 0: flow(0)
      case 1: mapping(0, 0).joined(separator: "\r\n") + "\r\n"
      case 2: mapping(0, 0).joined(separator: "\n")
      default: mapping(0, 0).joined(separator: "\n") + "\n"
      }
    }
  }

  private static let strings = ["x", "on", "80", "a: b", "# c", "it's", "é", "x,y", "", " led", "a\nb", "[e]", "\"q\"", "~"]

  @Test(arguments: 0..<8)
  func nothingElseIsChanged(_ seed: UInt64) throws {
    var documents = Documents(random: SplitMix(seed: seed))
    var (edits, refusals) = (0, 0)
    for _ in 0..<400 {
      let text = documents.document()
      guard let document = try YAMLDocument.documents(in: text.utf8).first else { continue }
      let before = try #require(PlainValue(json: try document.json()), "\(text)")
      let keys = Documents.keys.map(\.1) + ["new", "x,z", "null", "7"]
      let path = before.path({ documents.next($0) }, keys: keys)
      let change: PlainValue.Change =
        switch documents.next(4) {
        case 0: .removed
        case 1: .number(7)
        default: .string(Self.strings[documents.next(Self.strings.count)])
        }
      let replacement: YAMLReplacement?
      do {
        replacement = try document.replacement(for: YAMLEdit(path.map(\.yaml), change.yaml))
      } catch {
        refusals += 1
        continue
      }
      let after = replacement?.applied(to: Array(text.utf8)) ?? Array(text.utf8)
      let shown = "\(text)\n\(path) \(change)\n\(String(decoding: after, as: UTF8.self))"
      let read = try? YAMLDocument.documents(in: after).first?.json()
      #expect(read.flatMap { PlainValue(json: $0) } == before.edited(path, change), "\(shown)")
      // Comments stay, but for those of what is removed.
      if change != .removed {
        #expect(after.count { $0 == UInt8(ascii: "#") } >= text.utf8.count { $0 == UInt8(ascii: "#") }, "\(shown)")
      }
      edits += 1
    }
    #expect(edits > 2 * refusals, "\(edits) edits, \(refusals) refused")
  }
}

extension PlainValue.Step {
  fileprivate var yaml: YAMLPathStep {
    switch self {
    case .key(let key): .key(YAMLString(key))
    case .index(let index): .index(index)
    }
  }
}

extension PlainValue.Change {
  fileprivate var yaml: YAMLEdit.Change {
    switch self {
    case .string(let string): .string(YAMLString(string))
    case .number(let number): .integer(number)
    case .removed: .removed
    }
  }
}
