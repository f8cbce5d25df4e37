import KubernetesYAML
import Testing

@Suite("Streams of YAML")
struct YAMLStreamTests {
  @Test(arguments: [
    ("", ""),
    ("# c\n\n  # d\n", ""),
    ("a", #""a""#),
    ("a\n---\nb", "\"a\"\n\"b\""),
    ("---\na\n---\nb\n---\n", "\"a\"\n\"b\"\nnull"),
    ("---\n---\n---", "null\nnull\nnull"),
    ("--- a\n--- [b]\n--- |\n c\n", "\"a\"\n[\"b\"]\n\"c\\n\""),
    ("a\n...\nb\n...\n...\n", "\"a\"\n\"b\""),
    ("a\n...\n%YAML 1.2\n---\nb\n", "\"a\"\n\"b\""),
    ("%YAML 1.2\n# c\n---\na\n", #""a""#),
    // A marker may be the last that there is, without a line break.
    ("a: 1\n---", "{\"a\":1}\nnull"), ("a: 1\n...", #"{"a":1}"#), ("---\na: 1\n--- b", "{\"a\":1}\n\"b\""),
    ("a: 1 # c\n--- # d\nb: 2\n", "{\"a\":1}\n{\"b\":2}"),
    // No markers: they do not begin a line, or something stands right behind them.
    ("a: ---\nb:\n  ---\n---c: d\n", #"{"a":"---","b":"---","---c":"d"}"#),
    ("a: |\n  ---\n  b\n", #"{"a":"---\nb\n"}"#),
    ("a\u{85}---\u{85}b\r---\rc\u{2028}---\td", "\"a\"\n\"b\"\n\"c\"\n\"d\""),
    ("\u{FEFF}a\n\u{FEFF}---\nb: 1\n", "\"a\"\n{\"b\":1}"),
    ("a: 1\n\u{FEFF}b: 2\n", "line 2, column 1: a byte order mark stands inside the document; remove it"),
    ("'a\n---\nb'\n", "line 1, column 1: a quoted string is not closed; write the missing quote\n\"b'\""),
    ("[\n---\n{\n---\na\n", Self.unclosed),
  ])
  func documents(_ stream: String, _ expected: String) {
    #expect(DocumentCase.read(stream.utf8) == expected)
  }

  /// As kubectl 1.32 has it: right behind a line that divides the stream a mark does not count. Anywhere else it is part of a key there, which
  /// nobody means.
  @Test(
    arguments: [
      ("a: 1\n---\n\u{FEFF}b: 2\nc: 3\n", "{\"a\":1}\n{\"b\":2,\"c\":3}"),
      ("a: 1\n---\r\n\u{FEFF}b: 2\r\n--- \n\u{FEFF}[c]", "{\"a\":1}\n{\"b\":2}\n[\"c\"]"),
      ("# c\n---\n\u{FEFF}# d\nb: 2\n", #"{"b":2}"#),
      ("a: 1\n---\n\u{FEFF}\n---\nb: 2\n", "{\"a\":1}\n{\"b\":2}"),
      ("---\n\u{FEFF}b: 2\n", "line 2, column 1: a byte order mark stands inside the document; remove it"),
      (
        "a: 1\n---\n\n\u{FEFF}b: 2\n", "{\"a\":1}\nline 4, column 1: a byte order mark stands inside the document; remove it"
      ),
      (
        "a: 1\n--- # c\n\u{FEFF}b: 2\n",
        "{\"a\":1}\nline 3, column 1: a byte order mark stands inside the document; remove it"
      ),
      ("a: 1\n---\n\u{FEFF}b: @\n", "{\"a\":1}\nline 3, column 4: no value begins with @; put the value in quotes"),
    ] as [(String, String)])
  func byteOrderMarks(_ stream: String, _ expected: String) {
    #expect(DocumentCase.read(stream.utf8) == expected)
  }

  private static let unclosed = """
    line 1, column 1: a collection is not closed; write the missing bracket
    line 3, column 1: a collection is not closed; write the missing bracket
    "a"
    """

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xE4, 0x0A], "line 1, column 4: the document is not UTF-8; save it as UTF-8"),
      ([0xC3, 0xA9, 0xC0, 0x80], "line 1, column 2: the document is not UTF-8; save it as UTF-8"),
      ([0x61, 0xED, 0xA0, 0x80], "line 1, column 2: the document is not UTF-8; save it as UTF-8"),
      ([0x61, 0xE2, 0x80], "line 1, column 2: the document is not UTF-8; save it as UTF-8"),
      ([0xFF, 0xFE, 0x61, 0x00], "line 1, column 1: the document is UTF-16; save it as UTF-8"),
      ([0xFE, 0xFF, 0x00, 0x61], "line 1, column 1: the document is UTF-16; save it as UTF-8"),
      (
        [0x61, 0x0A, 0x00],
        "line 2, column 1: the character U+0000 may not stand here; write it as an escape in double quotes, or remove it"
      ),
      (
        [0x61, 0x7F],
        "line 1, column 2: the character U+007F may not stand here; write it as an escape in double quotes, or remove it"
      ),
      (
        [0x61, 0xEF, 0xBF, 0xBF],
        "line 1, column 2: the character U+FFFF may not stand here; write it as an escape in double quotes, or remove it"
      ),
    ] as [([UInt8], String)])
  func bytes(_ bytes: [UInt8], _ expected: String) {
    #expect(DocumentCase.read(bytes) == expected)
  }

  /// However the bytes come in, the documents are the same: those that are complete are read before the next byte comes.
  @Test func readsDocumentsAsTheyComeIn() throws {
    let stream = "a: 1\r\n---\r\n\u{E9}: \u{1F600}\n...\n%YAML 1.2\n---\n[b,\n c]\n---\n|\n d\u{2028}"
    let whole = try YAMLDocument.documents(in: stream.utf8).map { try Self.described($0) }
    for size in [1, 2, 3, 7] {
      var parser = YAMLStream()
      var documents: [String] = []
      var rest = Array(stream.utf8)[...]
      while !rest.isEmpty {
        parser.append(rest.prefix(size))
        rest = rest.dropFirst(size)
        while let document = try parser.next() { documents.append(try Self.described(document)) }
      }
      #expect(documents.count == whole.count - 1)
      parser.finish()
      while let document = try parser.next() { documents.append(try Self.described(document)) }
      #expect(documents == whole)
    }
  }

  private static func described(_ document: YAMLDocument) throws -> String {
    String(decoding: try document.json(), as: UTF8.self) + " at \(document.root.start.offset), \(document.root.start)"
  }

  // MARK: - Size

  @Test(arguments: [1, 10, 1_000])
  func givesUpWhatIsTooLarge(_ chunk: Int) throws {
    var stream = YAMLStream(maximumDocumentSize: 1_000)
    stream.append("a: 1\n---\n".utf8)
    #expect(try stream.next() != nil)
    for count in 1... {
      stream.append(repeatElement(UInt8(ascii: "x"), count: chunk))
      do throws(YAMLError) {
        let document = try stream.next()
        #expect(document == nil)
        #expect(count * chunk <= 1_000)
      } catch {
        #expect(error.location == YAMLLocation(offset: 5, line: 2, column: 1))
        #expect(error.reason == .unsupported)
        #expect(error.message == "a document is larger than what is read at once; divide it with ---")
        #expect((996...1_996).contains(4 + count * chunk))
        break
      }
    }
    #expect(stream.isStopped)
    // Nothing more is read.
    stream.append("\n---\nb: 2\n".utf8)
    stream.finish()
    #expect(try stream.next() == nil)
  }

  @Test func readsADocumentOfTheLargestSize() throws {
    var stream = YAMLStream(maximumDocumentSize: 9)
    stream.append("a: bcdef\n---\na: bcdefg\n".utf8)
    stream.finish()
    #expect(try stream.next()?.root["a"]?.scalar == .string("bcdef"))
    #expect(throws: YAMLError.self) { try stream.next() }
    #expect(stream.isStopped)
  }

  @Test(arguments: [("", true), ("~", true), ("--- # c", true), ("''", false), ("[]", false), ("0", false)])
  func isEmpty(_ document: String, _ expected: Bool) throws {
    let documents = try YAMLDocument.documents(in: document.utf8)
    #expect(documents.allSatisfy(\.isEmpty) == expected)
  }
}
