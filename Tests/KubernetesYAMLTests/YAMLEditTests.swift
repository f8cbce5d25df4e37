import KubernetesYAML
import Testing

/// A change of a document, and the document behind it, byte by byte.
struct EditCase: Sendable, CustomTestStringConvertible {
  let title: String
  let before: String
  let path: [YAMLPathStep]
  let change: YAMLEdit.Change
  /// The document after the change; nil where it is refused.
  let after: String?
  let refusal: YAMLEditRefusal?

  init(
    _ title: String,
    _ before: String,
    _ path: String,
    _ change: YAMLEdit.Change,
    _ after: String? = nil,
    refused refusal: YAMLEditRefusal? = nil
  ) {
    self.title = title
    self.before = before
    self.path = path.split(separator: " ").map { step in Int(step).map { .index($0) } ?? .key(YAMLString(String(step))) }
    self.change = change
    self.after = after
    self.refusal = refusal
  }

  var testDescription: String { title }
}

@Suite("Edits")
struct YAMLEditTests {
  static let cases = [
    // Values
    EditCase("a plain value", "a: b # c\nd: e\n", "a", .string("x"), "a: x # c\nd: e\n"),
    EditCase("a value in double quotes", "a: \"b\"\n", "a", .string("x\"y"), "a: \"x\\\"y\"\n"),
    EditCase("a value in single quotes", "a: 'b'\n", "a", .string("it's"), "a: 'it''s'\n"),
    EditCase("two lines in single quotes", "a: 'b'\n", "a", .string("x\ny"), "a: \"x\\ny\"\n"),
    EditCase("a word of YAML 1.1", "a: b\n", "a", .string("on"), "a: \"on\"\n"),
    EditCase("a number as a string", "a: b\n", "a", .string("80"), "a: \"80\"\n"),
    EditCase("a number", "a: http\n", "a", .integer(80), "a: 80\n"),
    EditCase("a quoted number becomes a number", "a: \"80\"\n", "a", .integer(80), "a: 80\n"),
    EditCase("a value on two lines", "a: b\n  c\nd: e\n", "a", .string("x"), "a: x\nd: e\n"),
    EditCase("a value that is left out", "a: # why\nb: c\n", "a", .string("x"), "a: x # why\nb: c\n"),
    EditCase("null", "a: ~\n", "a", .string("x"), "a: x\n"),
    EditCase("a value in braces", "{a: b, c: d}\n", "a", .string("x,y"), "{a: \"x,y\", c: d}\n"),
    EditCase("in an element", "a:\n- b: 1\n- b: 2\n  c: 3\n", "a 1 b", .integer(7), "a:\n- b: 1\n- b: 7\n  c: 3\n"),
    EditCase("with no end of line", "a: b", "a", .string("x"), "a: x"),
    EditCase("with CRLF", "a: b\r\nc: d\r\n", "a", .string("x"), "a: x\r\nc: d\r\n"),
    EditCase("the same value", "a: b\n", "a", .string("b"), "a: b\n"),
    // Additions
    EditCase("a key behind others", "a:\n  b: c # d\ne: f\n", "a x", .string("z"), "a:\n  b: c # d\n  x: z\ne: f\n"),
    EditCase(
      "a key behind a list", "a:\n    b:\n    - c\n\nd: e\n", "a x", .string("z"), "a:\n    b:\n    - c\n    x: z\n\nd: e\n"),
    EditCase("a key at the end", "a: b", "x", .string("z"), "a: b\nx: z"),
    EditCase("a key with CRLF", "a:\r\n  b: c\r\nd: e\r\n", "a x", .string("z"), "a:\r\n  b: c\r\n  x: z\r\nd: e\r\n"),
    EditCase("mappings on the way", "m:\n  n: o\n", "m labels a/b", .string("z"), "m:\n  n: o\n  labels:\n    a/b: z\n"),
    EditCase(
      "a key with a comma on lines", "m:\n  n: o\n", "m l a,b c[d]", .string("x,y"),
      "m:\n  n: o\n  l:\n    a,b:\n      c[d]: x,y\n"),
    EditCase("a key with a comma beside others", "m:\n  n: o\n", "m a,b", .string("x,y"), "m:\n  n: o\n  a,b: x,y\n"),
    EditCase(
      "a key with a comma in braces", "{m: {n: o}}\n", "m a,b c[d]", .string("x,y"),
      "{m: {n: o, \"a,b\": {\"c[d]\": \"x,y\"}}}\n"),
    EditCase("a key in braces", "m: {a: b}\n", "m x", .string("z"), "m: {a: b, x: z}\n"),
    EditCase("a key in empty braces", "m: {}\n", "m x", .string("z"), "m: {x: z}\n"),
    EditCase("mappings in braces", "{m: {n: o}}\n", "m l x", .string("z"), "{m: {n: o, l: {x: z}}}\n"),
    EditCase(
      "a key of a mapping that is left out", "m:\n  l:\n  n: o\n", "m l x", .string("z"), "m:\n  l:\n    x: z\n  n: o\n"),
    EditCase("a key of null", "m:\n  l: null\n", "m l x", .string("z"), "m:\n  l: {x: z}\n"),
    EditCase(
      "a key in an element", "a:\n  - b: 1 # c\n  - b: 2\n", "a 0 x", .integer(3), "a:\n  - b: 1 # c\n    x: 3\n  - b: 2\n"),
    EditCase(
      "a key behind a block of lines", "a:\n  b: |\n    c\n    d\ne: f\n", "a x", .string("z"),
      "a:\n  b: |\n    c\n    d\n  x: z\ne: f\n"),
    EditCase(
      "a key behind a merged mapping", "b: &b {c: d}\na:\n  <<: *b\n  e: f\n", "a x", .string("z"),
      "b: &b {c: d}\na:\n  <<: *b\n  e: f\n  x: z\n"),
    EditCase(
      "an element", "a:\n  - p: 1\n    q: 2\nb: c\n", "a 1 p", .integer(3), "a:\n  - p: 1\n    q: 2\n  - p: 3\nb: c\n"),
    EditCase("an element in brackets", "a: [{p: 1}]\n", "a 1 p", .integer(3), "a: [{p: 1}, {p: 3}]\n"),
    EditCase("a list that was not there", "a:\n  n: o\n", "a ports 0 p", .integer(3), "a:\n  n: o\n  ports:\n  - p: 3\n"),
    EditCase("a list in braces", "{a: b}\n", "ports 0 p", .integer(3), "{a: b, ports: [{p: 3}]}\n"),
    EditCase("in a second document", "a: b\n---\nc: d\n", "x", .string("z"), "a: b\nx: z\n---\nc: d\n"),
    EditCase("before a mark", "a: b\n...\n", "x", .string("z"), "a: b\nx: z\n...\n"),
    // Removals
    EditCase("a line", "a:\n  b: c # d\n  e: f\n", "a b", .removed, "a:\n  e: f\n"),
    EditCase("the last line", "a:\n  b: c\n  e: f", "a e", .removed, "a:\n  b: c\n"),
    EditCase("with what it holds", "a:\n  b:\n    c: d\n  e: f\n", "a b", .removed, "a:\n  e: f\n"),
    EditCase("with the mapping that holds nothing else", "a:\n  b:\n    c: d\n  e: f\n", "a b c", .removed, "a:\n  e: f\n"),
    EditCase("the first one in braces", "a: {b: c, d: e}\n", "a b", .removed, "a: {d: e}\n"),
    EditCase("the last one in braces", "a: {b: c, d: e}\n", "a d", .removed, "a: {b: c}\n"),
    EditCase("behind a dash", "a:\n- b: c\n  d: e\n", "a 0 b", .removed, "a:\n- d: e\n"),
    EditCase("what is not there", "a: b\n", "c d", .removed, "a: b\n"),
    EditCase("all there is", "{a: b}\n", "a", .removed, "{}\n"),
    // What a person has to do
    EditCase("an alias", "a: &x {b: c}\nd: *x\n", "d b", .string("z"), refused: .alias),
    EditCase("an alias as the value", "a: &x b\nd: *x\n", "d", .string("z"), refused: .alias),
    EditCase("an anchor", "a: &x {b: c}\nd: *x\n", "a b", .string("z"), refused: .anchor),
    EditCase("an anchor as the value", "a: &x b\nd: *x\n", "a", .string("z"), refused: .anchor),
    EditCase("a merge key", "a: &x {b: c}\nd:\n  <<: *x\n  e: f\n", "d b", .string("z"), refused: .mergeKey),
    EditCase("the removal of what is merged", "a: &x {b: c}\nd:\n  <<: *x\n  e: f\n", "d b", .removed, refused: .mergeKey),
    EditCase("a block of lines", "a: |\n  b\n", "a", .string("z"), refused: .blockScalar),
    EditCase("a list for a mapping", "a: [b]\n", "a x", .string("z"), refused: .otherForm),
    EditCase("a mapping for a value", "a: {b: c}\n", "a", .string("z"), refused: .otherForm),
    EditCase("an element far behind the end", "a: [b]\n", "a 5", .string("z"), refused: .otherForm),
    EditCase("a comment in the way", "a:\n- b: c # why\n  d: e\n", "a 0 b", .removed, refused: .layout),
    EditCase("a key that is repeated", "a: b\na: c\n", "a", .removed, refused: .layout),
  ]

  @Test(arguments: cases)
  func edit(_ row: EditCase) throws {
    let bytes = Array(row.before.utf8)
    let document = try #require(try YAMLDocument.documents(in: bytes).first)
    let edit = YAMLEdit(row.path, row.change)
    do throws(YAMLEditRefusal) {
      let replacement = try document.replacement(for: edit)
      let after = replacement?.applied(to: bytes) ?? bytes
      #expect(String(decoding: after, as: UTF8.self) == row.after)
    } catch {
      #expect(error == row.refusal)
    }
    guard let after = row.after else { return }
    // What was written is read as it was meant, and needs no other edit.
    let read = try #require(try YAMLDocument.documents(in: after.utf8).first)
    #expect(try read.replacement(for: edit) == nil)
  }

  /// Replacements are by the bytes of the stream.
  @Test func aSecondDocumentIsEditedWhereItStands() throws {
    let bytes = Array("a: b\n---\n# c\nd: e\n---\nf: g\n".utf8)
    let documents = try YAMLDocument.documents(in: bytes)
    let after = try documents[1].replacement(for: YAMLEdit([.key("x")], .string("z")))?.applied(to: bytes) ?? []
    #expect(String(decoding: after, as: UTF8.self) == "a: b\n---\n# c\nd: e\nx: z\n---\nf: g\n")
  }

  /// Whatever the document, an edit ends, and what it gives is what was asked for or no document.
  @Test(arguments: YAMLTable.cases.map(\.document))
  func anyDocumentIsEditedOrRefused(_ text: String) throws {
    guard let documents = try? YAMLDocument.documents(in: text.utf8) else { return }
    for document in documents {
      for change: YAMLEdit.Change in [.string("x"), .integer(1), .removed] {
        for path: [YAMLPathStep] in [[], [.key("a")], [.index(0)], [.key("a"), .key("b")], [.key("a"), .index(0)]] {
          let bytes = Array(text.utf8)
          guard let replacement = try? document.replacement(for: YAMLEdit(path, change)) else { continue }
          #expect(replacement.range.upperBound <= bytes.count)
          #expect(replacement.applied(to: bytes).count == bytes.count - replacement.range.count + replacement.bytes.count)
        }
      }
    }
  }
}
