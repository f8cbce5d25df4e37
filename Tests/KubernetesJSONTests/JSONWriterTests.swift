import KubernetesJSON
import KubernetesObjects
import Testing

/// JSON that is written: where it stands on its lines, what is escaped, and what the functions leave out.
@Suite struct JSONWriterTests {
  private static func text(_ value: some JSONWritable, _ layout: JSONWriter.Layout = .indented) -> String {
    String(decoding: JSONWriter.bytes(of: value, layout: layout), as: UTF8.self)
  }

  private static func text(_ layout: JSONWriter.Layout = .compact, _ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(layout)
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func indentsAndLeavesEmptyContainersOnTheirLine() {
    let expected = """
      {
        "list": [
          1,
          -2
        ],
        "none": [],
        "inner": {
          "flag": true,
          "empty": {}
        },
        "null": null,
        "text": "a"
      }
      """
    #expect(Self.text(Sample()) == expected)
  }

  @Test func writesNothingBetweenValuesWhereItIsCompact() {
    let expected = #"{"list":[1,-2],"none":[],"inner":{"flag":true,"empty":{}},"null":null,"text":"a"}"#
    #expect(Self.text(Sample(), .compact) == expected)
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c/d", #""a\"b\\c/d""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{8}\u{1F}", #""\u0000\u0008\u001f""#),
    ("\u{7F}", #""\u007f""#), ("\u{1B}[31m", #""\u001b[31m""#), ("\u{202E}x", #""\u202ex""#), ("é€", #""é€""#),
    ("\u{E0001}", #""\udb40\udc01""#), ("1234567\"", #""1234567\"""#), ("12345678é", #""12345678é""#),
    ("\u{FEFF}", #""\ufeff""#), ("e\u{301}", "\"e\u{301}\""), ("é\u{1B}é12345678\n", #""é\u001bé12345678\n""#),
    ("\u{2028}", #""\u2028""#), ("\u{E000}", #""\ue000""#), ("a\u{AD}b", #""a\u00adb""#),
  ])
  func escapesWhatATerminalObeysOrDoesNotShow(_ string: String, _ json: String) throws {
    let written = Self.text { $0.write(string) }
    #expect(Array(written.utf8) == Array(json.utf8))
    let member = Self.text { sink in sink.writeObject { $0.write(string, forKey: string) } }
    #expect(Array(member.utf8) == Array("{\(json):\(json)}".utf8))
    #expect(Array(try JSONReader.decode(String.self, from: written.utf8).utf8) == Array(string.utf8))
  }

  /// Every character by itself and among plain ones is read again as it was.
  @Test func writesEveryCharacterSoThatItIsReadAgain() throws {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let string = "\(scalar)12345678\(scalar)"
      let written = Self.text { $0.write(string) }
      #expect(Array(try JSONReader.decode(String.self, from: written.utf8).utf8) == Array(string.utf8))
    }
  }

  @Test func writesWholeNumbers() {
    #expect(Self.text { $0.write(Int64.min) } == "-9223372036854775808")
    #expect(Self.text { $0.write(Int64.max) } == "9223372036854775807")
    #expect(Self.text { $0.write(0) } == "0")
  }

  @Test(arguments: [1, 2, 50])
  func writesWhatIsDeep(depth: Int) {
    // At 50 levels a line begins with more spaces than are copied in one go.
    let spaces = { (count: Int) in String(repeating: "  ", count: count) }
    let expected =
      (0..<depth).map { "\(spaces($0))[\n" }.joined() + spaces(depth) + "[]"
      + (0..<depth).reversed().map { "\n\(spaces($0))]" }.joined()
    #expect(Self.text(Nest(depth: depth)) == expected)
  }

  /// Pieces of an array that different tasks write, say.
  @Test func writesValuesIntoWhatSomebodyElseBegan() {
    var writer = JSONWriter(depth: 1)
    Nest(depth: 1).write(to: &writer)
    Nest(depth: 0).write(to: &writer)
    let expected = """
      [
          []
        ],
        []
      """
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    #expect(String(decoding: JSONWriter.bytes(of: [Nest(depth: 0)], layout: .compact), as: UTF8.self) == "[[]]")
  }

  @Test func leavesOutWhatIsAbsentOrItsDefault() {
    let absent = Self.text { sink in
      sink.writeObject { object in
        object.write(nil as String?, forKey: "a")
        object.write(nil as Int?, forKey: "b")
        object.write(nil as Bool?, forKey: "c")
        object.write(nil as Nest?, forKey: "d")
        object.writeUnlessEmpty("", forKey: "e")
        object.writeUnlessEmpty([] as [String], forKey: "f")
        object.writeUnlessEmpty([] as [Nest], forKey: "g")
        object.writeUnlessZero(0, forKey: "h")
      }
    }
    #expect(absent == "{}")
    let present = Self.text { sink in
      sink.writeObject { object in
        object.write("", forKey: "a")
        object.write(0, forKey: "b")
        object.write(false, forKey: "c")
        object.write(Nest(depth: 0), forKey: "d")
        object.writeUnlessEmpty("x", forKey: "e")
        object.writeUnlessEmpty(["x"], forKey: "f")
        object.writeUnlessEmpty([Nest(depth: 0)], forKey: "g")
        object.writeUnlessZero(-1, forKey: "h")
        object.write([] as [String], forKey: "i")
      }
    }
    #expect(present == #"{"a":"","b":0,"c":false,"d":[],"e":"x","f":["x"],"g":[[]],"h":-1,"i":[]}"#)
  }

  @Test func writesMapsInTheOrderOfTheirKeys() {
    let map: StringMap = ["b": "1", "a": "2", "\u{E9}": "", "e\u{301}": "3"]
    #expect(
      Array(Self.text(map, .compact).utf8) == Array("{\"a\":\"2\",\"b\":\"1\",\"e\u{301}\":\"3\",\"\u{E9}\":\"\"}".utf8))
  }

  @Test func writesOwnerReferences() {
    let least = OwnerReference(apiVersion: "v1", kind: "Pod", name: "a")
    #expect(Self.text(least, .compact) == #"{"apiVersion":"v1","kind":"Pod","name":"a"}"#)
    let whole = OwnerReference(
      apiVersion: "v1", kind: "Pod", name: "a", uid: "u", controller: true, blockOwnerDeletion: false)
    #expect(
      Self.text(whole, .compact)
        == #"{"apiVersion":"v1","kind":"Pod","name":"a","uid":"u","controller":true,"blockOwnerDeletion":false}"#
    )
  }
}

/// One of everything.
struct Sample: JSONWritable {
  func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeArray(forKey: "list") { list in
        list.write(1)
        list.write(-2)
      }
      object.write([] as [String], forKey: "none")
      object.writeObject(forKey: "inner") { inner in
        inner.write(true, forKey: "flag")
        inner.writeObject(forKey: "empty") { _ in }
      }
      object.writeKey("null")
      object.writeNull()
      object.write("a", forKey: "text")
    }
  }
}

/// Arrays in arrays.
struct Nest: JSONWritable {
  let depth: Int

  func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeArray { list in
      if depth > 0 { Nest(depth: depth - 1).write(to: &list) }
    }
  }
}
