import KubernetesObjects
import Testing

@testable import MeshMapping

/// A text and what it is as YAML: a value, or a problem.
struct YAMLCase: Sendable, CustomTestStringConvertible {
  let title: String
  let text: String
  let expected: Result<YAMLValue, YAMLProblem>

  var testDescription: String { title }

  init(_ title: String, _ text: String, _ written: WrittenValue) {
    (self.title, self.text, expected) = (title, text, .success(written.value))
  }

  init(_ title: String, _ text: String, problem: YAMLProblem) {
    (self.title, self.text, expected) = (title, text, .failure(problem))
  }
}

/// A value as the table writes it: texts, integers and sequences are literals.
struct WrittenValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  let value: YAMLValue

  init(_ value: YAMLValue) { self.value = value }
  init(stringLiteral text: String) { self.init(.text(ExactString(text))) }
  init(integerLiteral number: Int64) { self.init(.integer(number)) }
  init(arrayLiteral values: WrittenValue...) { self.init(.sequence(values.map(\.value))) }

  static let null = WrittenValue(.null)
  static func bool(_ value: Bool) -> WrittenValue { WrittenValue(.bool(value)) }
  static func unsigned(_ number: UInt64) -> WrittenValue { WrittenValue(.unsigned(number)) }
  static func integer(_ number: Int64) -> WrittenValue { WrittenValue(.integer(number)) }
  static func float(_ number: Double) -> WrittenValue { WrittenValue(.float(number)) }
  static func map(_ pairs: KeyValuePairs<WrittenValue, WrittenValue>) -> WrittenValue {
    WrittenValue(.mapping(pairs.map { YAMLEntry(key: $0.key.value, value: $0.value.value) }))
  }
}

enum YAMLTable {
  static let cases: [YAMLCase] =
    plain + numbers + quoted + blocks + collections + flow + documents + malformed + unsupported

  private static let plain: [YAMLCase] = [
    YAMLCase("a word", "word", "word"),
    YAMLCase("words with blanks between", "a  b \t c", "a  b \t c"),
    YAMLCase("a number sign within a word", "a#b", "a#b"),
    YAMLCase("a comment", "a # b", "a"),
    YAMLCase("a colon within a word", "a:b", "a:b"),
    YAMLCase("a dash before a word", "-a", "-a"),
    YAMLCase("a question mark before a word", "?a", "?a"),
    YAMLCase("a scalar over two lines", "a\nb", "a b"),
    YAMLCase("a scalar over an empty line", "a\n\n\n b", "a\n\nb"),
    YAMLCase("a scalar over two kinds of breaks", "a\r\nb\rc", "a b c"),
    YAMLCase("a scalar over a break that is kept", "a\u{2028}b", "a\u{2028}b"),
    YAMLCase("null by a tilde", "~", .null),
    YAMLCase("null by a word", "Null", .null),
    YAMLCase("no null in other letters", "nULL", "nULL"),
    YAMLCase("true by its first letter", "Y", .bool(true)),
    YAMLCase("true by on", "on", .bool(true)),
    YAMLCase("false by NO", "NO", .bool(false)),
    YAMLCase("no boolean in other letters", "tRUE", "tRUE"),
    YAMLCase("a letter that looks like another", "\u{43D}o", "\u{43D}o"),
  ]

  private static let numbers: [YAMLCase] = [
    YAMLCase("an integer", "42", 42),
    YAMLCase("the least integer", "-9223372036854775808", .integer(.min)),
    YAMLCase("an integer of 64 bits", "18446744073709551615", .unsigned(.max)),
    YAMLCase("an integer of more than 64 bits", "18446744073709551616", .float(18_446_744_073_709_551_616)),
    YAMLCase("an integer with a sign of 64 bits", "+18446744073709551615", .float(18_446_744_073_709_551_616)),
    YAMLCase("base 16", "0x1f", 31),
    YAMLCase("base 16 with a sign", "-0X1F", -31),
    YAMLCase("base 8 by a zero", "017", 15),
    YAMLCase("base 8 by a letter", "0o17", 15),
    YAMLCase("base 2", "0b101", 5),
    YAMLCase("base 2 with its sign inside", "0b-101", -5),
    YAMLCase("a zero before a digit that base 8 has not", "09", .float(9)),
    YAMLCase("underscores", "1__0_", 10),
    YAMLCase("an underscore first", "_10", "_10"),
    YAMLCase("a point", "1.5", .float(1.5)),
    YAMLCase("a point first", ".5", .float(0.5)),
    YAMLCase("a point last", "5.", .float(5)),
    YAMLCase("a point alone", ".", "."),
    YAMLCase("an exponent", "1e3", .float(1000)),
    YAMLCase("an exponent without digits", "1e", "1e"),
    YAMLCase("an exponent that is too great", "1e400", "1e400"),
    YAMLCase("an underscore after a point", "._5", "._5"),
    YAMLCase("an underscore between digits after a point", ".5_5", .float(0.55)),
    YAMLCase("infinity", "-.inf", .float(-.infinity)),
    YAMLCase("two signs", "+-5", "+-5"),
    YAMLCase("a sign alone", "+", "+"),
    YAMLCase("a letter after digits", "12a", "12a"),
    YAMLCase("digits in base 60", "1:30", "1:30"),
    YAMLCase("a date", "2024-01-01", "2024-01-01"),
    YAMLCase("an accent on a sign", "-\u{301}5", "-\u{301}5"),
  ]

  private static let quoted: [YAMLCase] = [
    YAMLCase("single quotes", "'a: #b'", "a: #b"),
    YAMLCase("a single quote twice", "'it''s'", "it's"),
    YAMLCase("a backslash in single quotes", #"'\n'"#, #"\n"#),
    YAMLCase("an empty scalar in quotes", "''", ""),
    YAMLCase("null in quotes", "'null'", "null"),
    YAMLCase("escapes", #""\t\"\\\x41\u00e9\U0001F600""#, "\t\"\\A\u{E9}\u{1F600}"),
    YAMLCase("escapes of YAML alone", #""\e\_\N\L\P""#, "\u{1B}\u{A0}\u{85}\u{2028}\u{2029}"),
    YAMLCase("a line that ends in quotes", "'a  \n  b'", "a b"),
    YAMLCase("empty lines in quotes", "\"a\n\n\n b\"", "a\n\nb"),
    YAMLCase("a break that is escaped", "\"a \\\n  b\"", "a b"),
    YAMLCase("an empty line after a break that is escaped", "\"a\\\n\n  b\"", "a\nb"),
  ]

  private static let blocks: [YAMLCase] = [
    YAMLCase("a literal scalar", "|\n a\n  b\n\n", "a\n b\n"),
    YAMLCase("a literal scalar that is stripped", "|-\n a\n b\n", "a\nb"),
    YAMLCase("a literal scalar that is kept", "|+\n a\n\n", "a\n\n"),
    YAMLCase("a literal scalar with an indentation", "|1\n  a\n", " a\n"),
    YAMLCase("a literal scalar with an indentation and a sign", "|-2\n   a\n", " a"),
    YAMLCase("a literal scalar without lines", "|\n", ""),
    YAMLCase("a literal scalar with a comment beside it", "| # b\n a", "a"),
    YAMLCase("a folded scalar", ">\n a\n b\n\n c\n", "a b\nc\n"),
    YAMLCase("a folded scalar with a line that is indented", ">\n a\n  b\n c\n", "a\n b\nc\n"),
    YAMLCase(
      "a literal scalar without lines before another key", "a:\n  b: |\n  c: d", .map(["a": .map(["b": "", "c": "d"])])),
    YAMLCase("a literal scalar in a mapping", "a: |\n  b\nc: d", .map(["a": "b\n", "c": "d"])),
  ]

  private static let collections: [YAMLCase] = [
    YAMLCase("a sequence", "- a\n- b", ["a", "b"]),
    YAMLCase("a sequence of sequences", "- - a\n  - b\n- c", [["a", "b"], "c"]),
    YAMLCase("a sequence with nothing in it", "-\n- a\n-", [.null, "a", .null]),
    YAMLCase("a mapping", "a: b\nc: 1", .map(["a": "b", "c": 1])),
    YAMLCase("a mapping with nothing in it", "a:\nb:", .map(["a": .null, "b": .null])),
    YAMLCase("a mapping of mappings", "a:\n  b: c\nd: e", .map(["a": .map(["b": "c"]), "d": "e"])),
    YAMLCase("a sequence that is not indented", "a:\n- b\n- c\nd: e", .map(["a": ["b", "c"], "d": "e"])),
    YAMLCase("a mapping in a sequence", "- a: b\n  c: d\n- e", [.map(["a": "b", "c": "d"]), "e"]),
    YAMLCase("a key with a mark", "? a\n: b", .map(["a": "b"])),
    YAMLCase("a key in quotes", "'a b': c", .map(["a b": "c"])),
    YAMLCase("keys that are numbers", "1: a\n1.0: b", .map([1: "a", .float(1): "b"])),
    YAMLCase("a key that is repeated", "a: 1\nb: 2\na: 3", .map(["a": 3, "b": 2])),
    YAMLCase("keys that look alike", "\u{E9}: 1\ne\u{301}: 2", .map(["\u{E9}": 1, "e\u{301}": 2])),
  ]

  private static let flow: [YAMLCase] = [
    YAMLCase("a flow sequence", "[a, 'b', 1, ]", ["a", "b", 1]),
    YAMLCase("a flow mapping", "{a: b, 'c': 1}", .map(["a": "b", "c": 1])),
    YAMLCase("JSON without blanks", #"{"a":{"b":[null,true]}}"#, .map(["a": .map(["b": [.null, .bool(true)]])])),
    YAMLCase("a key without a value", "{a, b: }", .map(["a": .null, "b": .null])),
    YAMLCase("a pair in a sequence", "[a: b, c]", [.map(["a": "b"]), "c"]),
    YAMLCase("a colon without a blank", "{a:b}", .map(["a:b": .null])),
    YAMLCase("a collection over lines", "[a,\n# b\n\tc\n]", ["a", "c"]),
    YAMLCase("a key with a mark in a flow mapping", "{? a : b}", .map(["a": "b"])),
  ]

  private static let documents: [YAMLCase] = [
    YAMLCase("nothing", "", .null),
    YAMLCase("a comment alone", "# a", .null),
    YAMLCase("a byte order mark", "\u{FEFF}a", "a"),
    YAMLCase("the start of a document", "---\na", "a"),
    YAMLCase("the start of a document on its line", "--- a", "a"),
    YAMLCase("an empty document before another", "---\n---\na", .null),
    YAMLCase("the end of a document", "a\n...\n[", "a"),
    YAMLCase("another document", "a\n---\n[", "a"),
    YAMLCase("dashes within a line", "a ---", "a ---"),
    YAMLCase("a scalar after a flow collection", "[] a", []),
    YAMLCase("a line that is less indented than the first", "  a: b\n c: d", .map(["a": "b"])),
  ]

  private static let malformed: [YAMLCase] = [
    YAMLCase("a sequence that is not closed", "[a", problem: .malformed),
    YAMLCase("a mapping that is not closed", "{a: b", problem: .malformed),
    YAMLCase("brackets that do not match", "[a}", problem: .malformed),
    YAMLCase("an entry that is missing", "[a,,b]", problem: .malformed),
    YAMLCase("a quote that is not closed", "'a", problem: .malformed),
    YAMLCase("an escape that is none", #""\q""#, problem: .malformed),
    YAMLCase("an escape that is cut off", #""\x4""#, problem: .malformed),
    YAMLCase("an escape of half a character", #""\ud83d""#, problem: .malformed),
    YAMLCase("two colons", "a: b: c", problem: .malformed),
    YAMLCase("a sequence behind a key", "a: - b", problem: .malformed),
    YAMLCase("a line that is no key", "a: b\nc\nd: e", problem: .malformed),
    YAMLCase("a line that is not indented enough", "a:\n    b: c\n  d: e", problem: .malformed),
    YAMLCase("a value that is not indented", "a:\nb", problem: .malformed),
    YAMLCase("a tab that continues a scalar", "a: b\n\tc", problem: .malformed),
    YAMLCase("a tab for an indentation", "a:\n\tb: c", problem: .malformed),
    YAMLCase("a sign that begins nothing", "@a", problem: .malformed),
    YAMLCase("an apostrophe that begins nothing", "`a", problem: .malformed),
    YAMLCase("a key that is a collection", "[a]: b", problem: .malformed),
    YAMLCase("a comma alone", ",", problem: .malformed),
    YAMLCase("an indentation of zero", "|0\n a", problem: .malformed),
    YAMLCase("a word beside the mark of a literal scalar", "| a\n b", problem: .malformed),
    YAMLCase("a control character", "a\n\u{1}", problem: .malformed),
    YAMLCase("the start of a document in quotes", "'a\n---\nb'", problem: .malformed),
    YAMLCase("a key that is too long", String(repeating: "a", count: 1025) + ": b", problem: .malformed),
  ]

  private static let unsupported: [YAMLCase] = [
    YAMLCase("an anchor", "&a b", problem: .unsupported),
    YAMLCase("an alias", "- a\n- *a", problem: .unsupported),
    YAMLCase("a tag", "!!str 5", problem: .unsupported),
    YAMLCase("a merge key", "<<: a", problem: .unsupported),
    YAMLCase("a directive", "%YAML 1.1\n---\na", problem: .unsupported),
    YAMLCase("a byte order mark on another line", "a: b\n\u{FEFF}c: d", problem: .unsupported),
  ]
}

@Suite("YAML")
struct YAMLTests {
  @Test(arguments: YAMLTable.cases)
  func value(_ row: YAMLCase) {
    let result = Result { () throws(YAMLProblem) in try YAMLParser.value(of: row.text) }
    #expect(result == row.expected)
  }

  @Test func noTwoRowsHaveTheSameTitle() {
    #expect(Set(YAMLTable.cases.map(\.title)).count == YAMLTable.cases.count)
  }

  @Test func whatIsNotANumberIsOne() throws {
    guard case .float(let number) = try YAMLParser.value(of: ".NaN") else {
      Issue.record("no number")
      return
    }
    #expect(number.isNaN)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNestingIsRefused(_ opening: String) {
    for count in [YAMLScanner.maximumDepth + 1, 100_000] {
      let text = String(repeating: opening, count: count)
      #expect(throws: YAMLProblem.unsupported) { try YAMLParser.value(of: text) }
    }
  }

  @Test func nestingUpToTheLimitIsRead() throws {
    let depth = YAMLScanner.maximumDepth
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    var value = try YAMLParser.value(of: text)
    for _ in 1..<depth {
      guard case .sequence(let values) = value, let first = values.first else {
        Issue.record("too shallow")
        return
      }
      value = first
    }
    #expect(value == .sequence([]))
  }

  @Test(arguments: 0..<10)
  func randomBytesNeverTrap(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      read(String(decoding: bytes, as: UTF8.self))
      let ascii = bytes.map { $0 % 128 < 32 ? UInt8(ascii: "\n") : $0 % 128 }
      read(String(decoding: ascii, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<10)
  func mutatedListsNeverTrap(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<200 {
      var scalars = Array(Self.lists.randomElement(using: &random)?.unicodeScalars ?? "".unicodeScalars)
      for _ in 0..<Int.random(in: 1...6, using: &random) { Self.mutate(&scalars, with: &random) }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      read(String(text))
    }
  }

  /// Reads a text twice, as what Kuma makes of it, and compares.
  private func read(_ text: String) {
    let results = (0..<2).map { _ in
      Result { () throws(ReachableBackend.ListProblem) in try ReachableBackend.list(fromYAML: text) }
    }
    #expect(results[0] == results[1])
  }

  private static let lists = [
    "refs:\n- kind: MeshService\n  name: backend\n  port: 8080\n- labels:\n    app: web\n",
    "refs: [{kind: MeshService, name: 'a', port: 0x10}, {labels: {a: \"b\\n\"}}]\n---\nb",
    "refs:\n  - kind: |-\n      a\n    name: >2\n      b\n\n      c\n  - ? name\n    : d # e\n",
  ]

  private static let pieces = [
    "\n", "\r\n", " ", "  ", "\t", ": ", ":", "- ", "-", "? ", ", ", "[", "]", "{", "}", "#", "'", "\"", "\\", "|", ">",
    "&a", "*a", "!",
    "%", "@", "---\n", "...\n", "~", "<<", "1e999", ".inf", "0x", "\u{FEFF}", "\u{85}", "\u{2028}", "\u{0}", "e\u{301}",
  ]

  private static func mutate(_ scalars: inout [Unicode.Scalar], with random: inout SplitMix) {
    let start = Int.random(in: 0...scalars.count, using: &random)
    let end = min(scalars.count, start + Int.random(in: 0...5, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: scalars.removeSubrange(start..<end)
    case 1: scalars.insert(contentsOf: Array(scalars[start..<end]), at: Int.random(in: 0...scalars.count, using: &random))
    default: scalars.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").unicodeScalars, at: start)
    }
  }
}
