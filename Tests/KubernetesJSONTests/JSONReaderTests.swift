import Foundation
import KubernetesJSON
import KubernetesObjects
import Testing

/// The reading of JSON: what is JSON and what is not and where it stops, what decodes into what, and the objects of a document
/// that is read piece by piece.
@Suite struct JSONReaderTests {
  // MARK: - What is JSON

  @Test(arguments: [
    "null", " true\n", "\tfalse\r\n", "0", "-0", "10", "-1.5", "1e5", "1E-5", "2.50e+10", #""""#, #""a""#, "[]", "[ ]", "{}",
    "{ }", "[1,2]", "[[],{},[[]]]", #"{"a":1}"#, #"{"":{"":[]}}"#, #"{ "a" : [ 1 , { "b" : null } ] , "c" : "d" }"#,
    #""\"\\\/\b\f\n\r\t""#, #""\u0000\u00e9\uD83D\uDE00\uffff""#,
    "\"\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"",
    "\u{FEFF}{}", #"{"a":{},"b":{}}"#,
  ])
  func accepts(_ text: String) throws {
    #expect(throws: Never.self) { try JSONReader.decode(Anything.self, from: Array(text.utf8)) }
  }

  @Test func acceptsNestingUpToItsLimit() throws {
    let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(Self.mistake(in: deep) == nil)
    #expect(Self.mistake(in: "[" + String(repeating: #"[],{"a":{}},"#, count: 600) + "0]") == nil)
    #expect(
      Self.mistake(in: "[\(deep)]")
        == "line 1, column 513: objects and lists are nested more than 512 levels deep, which no Kubernetes object is"
    )
    #expect(
      Self.mistake(in: String(repeating: #"{"a":"#, count: 513))?.hasPrefix("line 1, column 2561: objects and lists") == true
    )
  }

  /// A text that is not JSON, and what is said of it.
  struct Mistake: CustomTestStringConvertible {
    let text: [UInt8]
    let line: Int
    let column: Int
    let problem: String

    init(_ text: String, _ line: Int, _ column: Int, _ problem: String) {
      self.init(Array(text.utf8), line, column, problem)
    }

    init(_ text: [UInt8], _ line: Int, _ column: Int, _ problem: String) {
      self.text = text
      self.line = line
      self.column = column
      self.problem = problem
    }

    var testDescription: String { "\(String(decoding: text, as: UTF8.self).debugDescription): \(problem)" }
  }

  static let nothing = "there is nothing; write an object, or a List with the objects as its items"
  static func cutOff(_ part: String) -> String { "the document ends inside \(part); it is cut off, so write it out again" }
  static let behind =
    "something stands behind the end of the document; remove it, or write the objects as items of a List"
  static let commaTooMany = "a comma has nothing behind it; remove it"
  static let missingKey = "a key in double quotes is missing"
  static let missingValue = "a value is missing"
  static let missingColon = "a colon is missing between a key and its value"
  static let unknownWord = "a word stands without quotes; only true, false and null do"
  static let badNumber = "a number is not written as in JSON; write it like 80, -1.5 or 2e6"
  static let badEscape = #"a backslash is followed by what is no escape; write \\ for the backslash itself"#
  static let badUnicodeEscape = #"\u is not followed by four hexadecimal digits"#
  static let halfOfAPair = #"\u names half a character; write both halves, such as \ud83d\ude00"#
  static let lineBreak = #"a string is not closed on its line; write \n for a line break, or the missing quote"#
  static let notUTF8 = "the document is not UTF-8; save it as UTF-8"

  static let mistakes = [
    // Nothing, too little, too much.
    Mistake("", 1, 1, nothing),
    Mistake(" \n\t ", 2, 3, nothing),
    Mistake("{", 1, 2, cutOff("an object")),
    Mistake("{\n  \"a\": 1,\n", 3, 1, cutOff("an object")),
    Mistake(#"{"a""#, 1, 5, cutOff("an object")),
    Mistake(#"{"a":"#, 1, 6, cutOff("an object")),
    Mistake(#"{"a":1"#, 1, 7, cutOff("an object")),
    Mistake("{\"metadata\": {\n  \"name\": \"we", 2, 14, cutOff("a string")),
    Mistake(#"{"met"#, 1, 6, cutOff("a key")),
    Mistake("[1", 1, 3, cutOff("a list")),
    Mistake("[1,", 1, 4, cutOff("a list")),
    Mistake("[tru", 1, 5, cutOff("a word")),
    Mistake("[-", 1, 3, cutOff("a number")),
    Mistake("1.", 1, 3, cutOff("a number")),
    Mistake("1e", 1, 3, cutOff("a number")),
    Mistake("1e+", 1, 4, cutOff("a number")),
    Mistake(#""\"#, 1, 3, cutOff("a string")),
    Mistake(#""\u12"#, 1, 6, cutOff("a string")),
    Mistake(#""\ud83d"#, 1, 8, cutOff("a string")),
    Mistake(#""\ud83d\u12"#, 1, 12, cutOff("a string")),
    Mistake([0x22, 0x61, 0xE2, 0x82], 1, 4, cutOff("a string")),
    Mistake("{}}", 1, 3, behind),
    Mistake("{}\n{}", 2, 1, behind),
    Mistake("1 2", 1, 3, behind),
    Mistake("nullx", 1, 5, behind),
    // Commas, colons and brackets.
    Mistake("[1,]", 1, 4, commaTooMany),
    Mistake("{\"a\": 1,\n}", 2, 1, commaTooMany),
    Mistake("[,1]", 1, 2, missingValue),
    Mistake("[1,,2]", 1, 4, missingValue),
    Mistake("[1 2]", 1, 4, "a comma is missing before a value"),
    Mistake("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "a comma is missing before a key"),
    Mistake(#"{"é": "é" "b": 2}"#, 1, 11, "a comma is missing before a key"),
    Mistake(#"{"a" 1}"#, 1, 6, missingColon),
    Mistake(#"{"a"}"#, 1, 5, missingColon),
    Mistake(#"{"a":}"#, 1, 6, missingValue),
    Mistake(#"{"a":,"b":1}"#, 1, 6, missingValue),
    Mistake("{,}", 1, 2, missingKey),
    Mistake("{a: 1}", 1, 2, missingKey),
    Mistake("{1: 1}", 1, 2, missingKey),
    Mistake("[1}", 1, 3, "a list is closed with }; write ]"),
    Mistake(#"{"a": 1]"#, 1, 8, "an object is closed with ]; write }"),
    Mistake("]", 1, 1, missingValue),
    // Words, comments and quotes of other languages.
    Mistake("[nul]", 1, 2, unknownWord),
    Mistake("[NaN]", 1, 2, unknownWord),
    Mistake("[Infinity]", 1, 2, unknownWord),
    Mistake("[True]", 1, 2, unknownWord),
    Mistake(#"{"name": web-1}"#, 1, 10, unknownWord),
    Mistake("['a']", 1, 2, "a string stands in single quotes; put it in double quotes"),
    Mistake("{'a': 1}", 1, 2, "a string stands in single quotes; put it in double quotes"),
    Mistake("// pods\n[]", 1, 1, "JSON has no comments; remove this one"),
    Mistake("[1 /* one */]", 1, 4, "JSON has no comments; remove this one"),
    Mistake("[1, # one\n2]", 1, 5, "JSON has no comments; remove this one"),
    // Numbers.
    Mistake("01", 1, 2, badNumber),
    Mistake("-01", 1, 3, badNumber),
    Mistake("[1.]", 1, 4, badNumber),
    Mistake("[.5]", 1, 2, badNumber),
    Mistake("[+1]", 1, 2, badNumber),
    Mistake("[-]", 1, 3, badNumber),
    Mistake("[1e]", 1, 4, badNumber),
    Mistake("[-Infinity]", 1, 3, badNumber),
    Mistake("[0x1F]", 1, 3, "a comma is missing before a value"),
    // Texts.
    Mistake(#"["\x"]"#, 1, 3, badEscape),
    Mistake(#"["C:\Users"]"#, 1, 5, badEscape),
    Mistake(#"["\u12g4"]"#, 1, 3, badUnicodeEscape),
    Mistake(#"["\u12"]"#, 1, 3, badUnicodeEscape),
    Mistake(#"["\ud83d"]"#, 1, 3, halfOfAPair),
    Mistake(#"["\ud83d\n"]"#, 1, 3, halfOfAPair),
    Mistake(#"["\ud83d\u0041"]"#, 1, 3, halfOfAPair),
    Mistake(#"["\ude00"]"#, 1, 3, halfOfAPair),
    Mistake("[\"a\nb\"]", 1, 4, lineBreak),
    Mistake("[\"a\tb\"]", 1, 4, #"a string holds a control character; write it as \t"#),
    Mistake("[\"a234567890123456\u{1F}\"]", 1, 19, #"a string holds a control character; write it as \u001f"#),
    Mistake("[\"\u{0}\"]", 1, 3, #"a string holds a control character; write it as \u0000"#),
    // Bytes that are no UTF-8: a lone continuation, overlong forms, a surrogate, beyond Unicode, a broken sequence.
    Mistake([0x22, 0x80, 0x22], 1, 2, notUTF8),
    Mistake([0x22, 0xC0, 0xAF, 0x22], 1, 2, notUTF8),
    Mistake([0x22, 0xE0, 0x9F, 0xBF, 0x22], 1, 2, notUTF8),
    Mistake([0x22, 0xED, 0xA0, 0x80, 0x22], 1, 2, notUTF8),
    Mistake([0x22, 0xF0, 0x8F, 0xBF, 0xBF, 0x22], 1, 2, notUTF8),
    Mistake([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1, 2, notUTF8),
    Mistake([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1, 2, notUTF8),
    Mistake([0x22, 0xC3, 0x28, 0x22], 1, 2, notUTF8),
    Mistake([0x5B, 0x31, 0xE4, 0x5D], 1, 3, notUTF8),
    Mistake([0x5B, 0xE4, 0x5D], 1, 2, notUTF8),
    Mistake([0xFF, 0xFE, 0x7B, 0x00], 1, 1, "the document is UTF-16; save it as UTF-8"),
  ]

  @Test(arguments: mistakes)
  func tellsAMistake(_ mistake: Mistake) {
    #expect(Self.mistake(in: mistake.text) == "line \(mistake.line), column \(mistake.column): \(mistake.problem)")
  }

  // MARK: - What decodes into what

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
    (#""a\ud83d\ude00\uD83D\uDE00b""#, "a😀😀b"), (#""\u0000""#, "\u{0}"), (#""\\u0041""#, #"\u0041"#),
    ("\"12345678é12345678\"", "12345678é12345678"), (#""1234567\"8""#, #"1234567"8"#),
  ])
  func readsAText(_ text: String, _ value: String) throws {
    let read = try JSONReader.decode(String.self, from: Array(text.utf8))
    #expect(Array(read.utf8) == Array(value.utf8))
  }

  @Test func readsWholeNumbersExactly() throws {
    #expect(try Self.read("9223372036854775807") == Int64.max)
    #expect(try Self.read("-9223372036854775808") == Int64.min)
    #expect(try Self.read("18446744073709551615") == UInt64.max)
    #expect(try Self.read("9007199254740993.0") == Int64(9_007_199_254_740_993))
    #expect(try Self.read("9223372036854775807.0") == Int64.max)
    #expect(try Self.read("8080.0") == Int32(8080))
    #expect(try Self.read("1e3") == Int(1000))
    #expect(try Self.read("1.5E+1") == UInt8(15))
    #expect(try Self.read("10e-1") == Int8(1))
    #expect(try Self.read("-0") == UInt8(0))
    #expect(try Self.read("-0.0") == Int(0))
    #expect(try Self.read("0e99999999999999999999") == Int(0))
    #expect(try Self.read("0.000000000000000000000000001e27") == Int(1))
    #expect(try Self.read("-128") == Int8.min)
  }

  @Test func readsNumbersAsNearAsTheirTypeComes() throws {
    #expect(try Self.read("1.7976931348623157e308") == Double.greatestFiniteMagnitude)
    #expect(try Self.read("0.1") == Double(0.1))
    #expect(try Self.read("0.1") == Float(0.1))
    #expect(try Self.read("16777217") == Float(16_777_216))
  }

  @Test(arguments: [
    ("8080.5", "must be a whole number"), ("1e-1", "must be a whole number"),
    ("1e-99999999999999999999", "must be a whole number"),
    ("128", "must be a whole number from -128 to 127"), ("-129", "must be a whole number from -128 to 127"),
    ("99999999999999999999", "must be a whole number from -128 to 127"),
    ("1e400", "must be a whole number from -128 to 127"),
    ("1e99999999999999999999", "must be a whole number from -128 to 127"),
    ("-12800e-2", nil), ("12.7e1", nil),
  ])
  func tellsANumberThatDoesNotFit(_ number: String, _ problem: String?) {
    do {
      _ = try JSONReader.decode([String: [Int8]].self, from: Array(#"{"a": [\#(number)]}"#.utf8))
      #expect(problem == nil)
    } catch DecodingError.dataCorrupted(let context) {
      #expect(context.debugDescription == problem)
      #expect(context.codingPath.map(\.stringValue) == ["a", "Index 0"])
      #expect(context.codingPath.map(\.intValue) == [nil, 0])
    } catch {
      Issue.record(error)
    }
  }

  @Test func tellsANumberThatIsTooLarge() {
    #expect(throws: DecodingError.self) { try JSONReader.decode(Double.self, from: Array("1e400".utf8)) }
    #expect(throws: DecodingError.self) { try JSONReader.decode(Float.self, from: Array("1e39".utf8)) }
    #expect(throws: DecodingError.self) { try JSONReader.decode(UInt64.self, from: Array("-1".utf8)) }
  }

  /// Every kind of value into every kind of type, as Foundation's decoder has it.
  @Test(arguments: [
    "null", "true", "false", "0", "1", "-1", "5.5", "300", #""""#, #""a""#, #""1""#, "[]", "[1]", "[null]", "[1,null,2]",
    #"["a",{}]"#, "[[]]", "{}", #"{"a":null}"#, #"{"a":1}"#, #"{"a":"b"}"#, #"{"a":true}"#, #"{"a":[]}"#, #"{"a":{}}"#,
    #"{"a":{"a":{"a":[1,"x"]}}}"#, #"{"a":{"b":1}}"#, #"{"b":1}"#, #"{"a":[{"a":[1]},{"a":"x"}]}"#,
  ])
  func decodesAsFoundationDoes(_ text: String) {
    func check<Value: Decodable>(_ type: Value.Type) {
      #expect(Self.outcome(type, of: text, by: .own) == Self.outcome(type, of: text, by: .foundation), "\(type)")
    }
    check(Bool.self)
    check(String.self)
    check(Double.self)
    check(Float.self)
    check(Int.self)
    check(Int8.self)
    check(Int16.self)
    check(Int32.self)
    check(Int64.self)
    check(UInt.self)
    check(UInt8.self)
    check(UInt16.self)
    check(UInt32.self)
    check(UInt64.self)
    check(String?.self)
    check([Int].self)
    check([Int?].self)
    check([String].self)
    check([[Int]].self)
    check([String: Int].self)
    check([String: Int?].self)
    check([String: [String: [String: [Int]]]].self)
    check([String: [[String: [Int]]]].self)
    check(Every<Bool>.self)
    check(Every<String>.self)
    check(Every<Double>.self)
    check(Every<Int>.self)
    check(Every<Int32>.self)
    check(Every<[Int]>.self)
    check(Every<[String: Int]>.self)
    check(Containers.self)
    check(Supers.self)
    check(EndOfList.self)
    check(PortReference.self)
    check(Tree.self)
  }

  @Test func comparesKeysByTheirBytes() throws {
    let map = try JSONReader.decode(StringMap.self, from: Array("{\"e\u{301}\": \"two\", \"\u{e9}\": \"one\"}".utf8))
    #expect(map.entries.map { Array($0.key.utf8) } == [[0x65, 0xCC, 0x81], [0xC3, 0xA9]])
    #expect(map.entries.map(\.value) == ["two", "one"])
  }

  @Test(arguments: [
    #"{"a": "1", "a": "2"}"#, #"{"a": "1", "b": "3", "a": "2"}"#, #"{"b": "3", "a": "1", "a": "2"}"#,
    #"{"a": "1", "\u0061": "2"}"#, #"{"\u0061": "1", "a": "2"}"#, #"{"a": {"a": []}, "c": null, "a": "2"}"#,
    #"{"a": "0", "a": "1", "a": "2"}"#,
  ])
  func takesTheLastOfRepeatedKeys(_ text: String) throws {
    let value = try JSONReader.decode(A<String>.self, from: Array(text.utf8))
    #expect(value.a == "2")
    let keys = try JSONReader.decode(Keys.self, from: Array(text.utf8)).keys
    #expect(keys.filter { $0 == "a" }.count == 1)
  }

  @Test func findsKeysInAnyOrder() throws {
    let names = (0..<40).map { "key\($0)" }
    let text = "{" + names.map { #""\#($0)": {"inner": "\#($0)", "\#($0)": 1}"# }.joined(separator: ",") + "}"
    for order in [names, names.reversed(), names.shuffled()] {
      let read = try JSONReader.decode(Lookup.self, from: Array(text.utf8))
      #expect(try order.map(read.inner) == order)
      #expect(try order.map(read.inner) == order)
    }
  }

  @Test func takesTimeInProportionToTheKeysOfAMap() throws {
    let text = "{" + (0..<50_000).map { #""key\#($0)": "value""# }.joined(separator: ",") + "}"
    let time = try ContinuousClock().measure {
      let map = try JSONReader.decode([String: String].self, from: Array(text.utf8))
      #expect(map.count == 50_000)
    }
    #expect(time < .seconds(30))
  }

  // MARK: - Documents that nobody wrote

  @Test func readsGeneratedDocumentsAsFoundationDoes() throws {
    var random = Random(state: 1)
    for _ in 0..<2000 {
      var text = ""
      random.write(to: &text, depth: 0)
      let own = try JSONReader.decode(Tree.self, from: Array(text.utf8))
      let foundation = try JSONDecoder().decode(Tree.self, from: Data(text.utf8))
      #expect(own == foundation, "\(text)")
    }
  }

  @Test func survivesMutations() throws {
    var random = Random(state: 2)
    let signs = Array(#"{}[]",:\u0123eE+-.tfn/'# "#.utf8) + [0x00, 0x0A, 0x1F, 0x7F, 0x80, 0xC3, 0xE2, 0xED, 0xF4, 0xFF]
    for _ in 0..<4000 {
      var text = ""
      random.write(to: &text, depth: 0)
      var bytes = Array(text.utf8)
      for _ in 0...random.number(below: 3) {
        let place = random.number(below: bytes.count + 1)
        switch random.number(below: 4) {
        case 0: bytes.insert(random.element(of: signs), at: place)
        case 1: bytes.removeSubrange(min(place, bytes.count)..<min(place + 1, bytes.count))
        case 2: bytes.removeSubrange(place...)
        default: if place < bytes.count { bytes[place] = random.element(of: signs) }
        }
      }
      Self.checkSurvival(of: bytes)
    }
  }

  @Test func survivesRandomBytes() throws {
    var random = Random(state: 3)
    let signs = Array(#"{}[]",:\u0d8e+-.truefalsn "#.utf8)
    for _ in 0..<20_000 {
      let count = random.number(below: 24)
      Self.checkSurvival(of: (0..<count).map { _ in random.element(of: signs) })
      Self.checkSurvival(of: (0..<count).map { _ in UInt8(random.number(below: 256)) })
    }
  }

  /// Checks that bytes are JSON or not, and that what is JSON here is JSON to Foundation; the reader of objects agrees with
  /// itself however the bytes come in pieces.
  private static func checkSurvival(of bytes: [UInt8]) {
    let mistake = mistake(in: bytes)
    if mistake == nil {
      #expect(throws: Never.self, "\(bytes)") { try JSONDecoder().decode(Anything.self, from: Data(bytes)) }
    }
    let whole = Documents.events(in: bytes, inPiecesOf: bytes.count)
    #expect(Documents.events(in: bytes, inPiecesOf: 1) == whole, "\(bytes)")
    #expect(Documents.events(in: bytes, inPiecesOf: 3) == whole, "\(bytes)")
  }
}

// MARK: - Harness

extension JSONReaderTests {
  /// What is wrong with a text; nil where it is JSON.
  private static func mistake(in text: String) -> String? { mistake(in: Array(text.utf8)) }

  private static func mistake(in bytes: [UInt8]) -> String? {
    do {
      _ = try JSONReader.decode(Anything.self, from: bytes)
      return nil
    } catch {
      return "\(error)"
    }
  }

  private static func read<Value: Decodable>(_ text: String) throws -> Value {
    try JSONReader.decode(Value.self, from: Array(text.utf8))
  }

  private enum Reader {
    case own
    case foundation
  }

  /// What a decoder makes of a text: the value, or the error with its type and path.
  private static func outcome<Value: Decodable>(_ type: Value.Type, of text: String, by reader: Reader) -> String {
    do {
      switch reader {
      case .own: return "\(try JSONReader.decode(type, from: Array(text.utf8)))"
      case .foundation: return "\(try JSONDecoder().decode(type, from: Data(text.utf8)))"
      }
    } catch let error as DecodingError {
      return describe(error)
    } catch {
      return "\(error)"
    }
  }

  private static func describe(_ error: DecodingError) -> String {
    switch error {
    // Foundation calls a null that is no Bool a mismatch; of all other types, no value.
    case .valueNotFound(is Bool.Type, let context): "mismatch Bool at \(context.codingPath.map(\.stringValue))"
    case .typeMismatch(let type, let context): "mismatch \(type) at \(context.codingPath.map(\.stringValue))"
    case .valueNotFound(let type, let context): "no value \(type) at \(context.codingPath.map(\.stringValue))"
    case .keyNotFound(let key, let context): "no key \(key.stringValue) at \(context.codingPath.map(\.stringValue))"
    // Foundation does not say where a number does not fit.
    case .dataCorrupted: "corrupted"
    @unknown default: "unknown"
    }
  }
}

// MARK: - Types to decode

/// A value of which nothing is read.
private struct Anything: Decodable {
  init(from decoder: any Decoder) throws {}
}

private struct A<Value: Decodable>: Decodable {
  let a: Value
}

private enum Name: String, CodingKey {
  case name
}

private struct AnyName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

private struct Keys: Decodable {
  let keys: [String]

  init(from decoder: any Decoder) throws {
    keys = try decoder.container(keyedBy: AnyName.self).allKeys.map(\.stringValue)
  }
}

/// An object whose members are looked up later.
private struct Lookup: Decodable {
  let container: KeyedDecodingContainer<AnyName>

  init(from decoder: any Decoder) throws {
    container = try decoder.container(keyedBy: AnyName.self)
  }

  func inner(of name: String) throws -> String {
    try container.nestedContainer(keyedBy: AnyName.self, forKey: AnyName(stringValue: name))
      .decode(String.self, forKey: AnyName(stringValue: "inner"))
  }
}

/// A value that is read in every way in which a member can be.
private struct Every<Value: Decodable>: Decodable, CustomStringConvertible {
  let description: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyName.self)
    let (a, b) = (AnyName(stringValue: "a"), AnyName(stringValue: "b"))
    let present = try container.decodeIfPresent(Value.self, forKey: a)
    let absent = try container.decodeIfPresent(Value.self, forKey: b)
    let isNull = try container.decodeNil(forKey: a)
    let value = try container.decode(Value.self, forKey: a)
    description = "\(present as Any) \(absent as Any) \(isNull) \(value) \(container.contains(a)) \(container.contains(b))"
  }
}

/// Containers in containers.
private struct Containers: Decodable, CustomStringConvertible {
  let description: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyName.self)
    let nested = try container.nestedContainer(keyedBy: AnyName.self, forKey: AnyName(stringValue: "a"))
    var list = try nested.nestedContainer(keyedBy: AnyName.self, forKey: AnyName(stringValue: "a"))
      .nestedUnkeyedContainer(forKey: AnyName(stringValue: "a"))
    let path = list.codingPath.map(\.stringValue)
    let first = try list.decode(Int.self)
    description = "\(path) \(first) \(try list.decodeNil()) \(list.currentIndex) \(list.count as Any)"
    _ = try list.nestedUnkeyedContainer()
  }
}

/// The decoders for superclasses.
private struct Supers: Decodable, CustomStringConvertible {
  let description: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyName.self)
    let decoders = [try container.superDecoder(), try container.superDecoder(forKey: AnyName(stringValue: "a"))]
    description = try decoders.map { "\($0.codingPath.map(\.stringValue)) \(try $0.singleValueContainer().decodeNil())" }
      .joined(separator: ", ")
  }
}

/// What happens behind the last element.
private struct EndOfList: Decodable, CustomStringConvertible {
  let description: String

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    while !list.isAtEnd { _ = try list.superDecoder() }
    description = "\(list.currentIndex) \(list.count as Any)"
    _ = try list.decode(Int.self)
  }
}

/// Any JSON value.
private indirect enum Tree: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case integer(Int64)
  case text(String)
  case list([Tree])
  case object([String: Tree])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let integer = try? container.decode(Int64.self) {
      self = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([Tree].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: Tree].self))
    }
  }
}

/// Random documents that are the same on every run.
private struct Random {
  var state: UInt64

  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(limit, 1)
  }

  mutating func element<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }

  /// Writes a value; keys do not repeat in their object.
  mutating func write(to text: inout String, depth: Int) {
    blank(&text)
    switch number(below: depth > 4 ? 5 : 8) {
    case 0: text += element(of: ["null", "true", "false"])
    case 1: text += "\(number(below: 100_000) - 50_000)"
    case 2: text += element(of: ["0", "-0", "1.5", "-2.25e3", "1e2", "12345678901234567", "0.1", "1E-3", "80.0", "-1e0"])
    case 3, 4: quoted(&text)
    case 5, 6:
      text += "{"
      for index in 0..<number(below: 6) {
        if index > 0 { text += "," }
        blank(&text)
        quoted(&text, behind: "\(number(below: 10))k\(index)")
        blank(&text)
        text += ":"
        write(to: &text, depth: depth + 1)
      }
      text += "}"
    default:
      text += "["
      for index in 0..<number(below: 6) {
        if index > 0 { text += "," }
        write(to: &text, depth: depth + 1)
      }
      text += "]"
    }
    blank(&text)
  }

  private mutating func quoted(_ text: inout String, behind prefix: String = "") {
    text += "\"" + prefix
    for _ in 0..<number(below: 12) {
      text += element(of: [
        "a", "bc", " ", "é", "😀", "\\n", "\\\"", "\\\\", "\\u0041", "\\ud83d\\ude00", "/", "\\/", "12345678",
      ])
    }
    text += "\""
  }

  private mutating func blank(_ text: inout String) { text += element(of: ["", "", "", " ", "\n", "         ", "\t\r\n"]) }
}
