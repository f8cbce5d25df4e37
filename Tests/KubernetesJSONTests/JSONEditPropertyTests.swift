import KubernetesJSON
import KubernetesObjects
import TestSupport
import Testing

/// Edits of documents that are made up, on lines and in one: what is read afterwards is what was read before, but for the field.
@Suite("Edits of JSON that is made up")
struct JSONEditPropertyTests {
  /// Documents as programs write them, and as people do.
  private struct Documents {
    var random: SplitMix

    mutating func next(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

    static let keys = ["a", "b", "a/b", "say \"x\"", "é", "c,d", "{", ""]

    mutating func value(_ depth: Int) -> PlainValue {
      switch depth == 0 ? 0 : depth > 3 ? 2 + next(4) : next(6) {
      case 0:
        var all = Self.keys
        let keys = (0..<next(4)).map { _ in all.remove(at: next(all.count)) }
        return .mapping(Dictionary(uniqueKeysWithValues: keys.map { ($0, value(depth + 1)) }))
      case 1: return .list((0..<next(3)).map { _ in value(depth + 1) })
      case 2: return .null
      case 3: return .number(next(100) - 50)
      case 4: return .word(next(2) == 0)
      default: return .string(["", "x", "it's \"x\"", "a\nb", "]", "é"][next(6)])
      }
    }

    /// A value written with indentation; nil for all in one line.
    mutating func text(_ value: PlainValue, _ indent: Int?) -> String {
      let inner = indent.map { $0 + 2 }
      let (open, close) = (indent == nil ? "" : "\n" + spaces(inner), indent == nil ? "" : "\n" + spaces(indent))
      let comma = indent == nil ? [",", ", "][next(2)] : "," + open
      switch value {
      case .null: return "null"
      case .word(let word): return "\(word)"
      case .number(let number): return "\(number)"
      case .string(let string): return quoted(string)
      case .list(let list):
        return list.isEmpty ? "[]" : "[\(open)\(list.map { text($0, inner) }.joined(separator: comma))\(close)]"
      case .mapping(let map):
        let members = map.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \(text($0.value, inner))" }
        return members.isEmpty ? "{}" : "{\(open)\(members.joined(separator: comma))\(close)}"
      }
    }

    private func spaces(_ indent: Int?) -> String { String(repeating: " ", count: indent ?? 0) }

    private func quoted(_ string: String) -> String {
      "\"\(string.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\""
    }
  }

  @Test(arguments: 0..<8)
  func nothingElseIsChanged(_ seed: UInt64) throws {
    var documents = Documents(random: SplitMix(seed: seed))
    var (edits, refusals) = (0, 0)
    for _ in 0..<400 {
      let before = documents.value(0)
      let text = documents.text(before, documents.next(2) == 0 ? nil : 0)
      #expect(PlainValue(json: Array(text.utf8)) == before, "\(text)")
      let path = before.path({ documents.next($0) }, keys: Documents.keys + ["new"])
      let change: PlainValue.Change =
        switch documents.next(3) {
        case 0: .removed
        case 1: .number(7)
        default: .string(["x", "", "\"", "a\nb", "é"][documents.next(5)])
        }
      let edit = JSONEdit(DocumentPath(path.map(\.json)), change.json)
      let replacement: JSONReplacement?
      do {
        replacement = try JSONReader.replacement(for: edit, in: Array(text.utf8))
      } catch {
        #expect(before.edited(path, change) == nil, "\(error): \(text)\n\(path) \(change)")
        refusals += 1
        continue
      }
      let after = replacement?.applied(to: Array(text.utf8)) ?? Array(text.utf8)
      let shown = "\(text)\n\(path) \(change)\n\(String(decoding: after, as: UTF8.self))"
      #expect(PlainValue(json: after) == before.edited(path, change), "\(shown)")
      edits += 1
    }
    #expect(edits > 2 * refusals, "\(edits) edits, \(refusals) refused")
  }
}

extension PlainValue.Step {
  fileprivate var json: DocumentPath.Step {
    switch self {
    case .key(let key): .key(ExactString(key))
    case .index(let index): .index(index)
    }
  }
}

extension PlainValue.Change {
  fileprivate var json: JSONEdit.Change {
    switch self {
    case .string(let string): .string(ExactString(string))
    case .number(let number): .integer(number)
    case .removed: .removed
    }
  }
}
