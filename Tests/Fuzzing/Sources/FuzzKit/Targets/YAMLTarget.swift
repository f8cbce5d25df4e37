import KubernetesJSON
import KubernetesYAML
import Yams

/// Bytes that may be YAML: whole and piece by piece, as events and as nodes, as JSON and written again; beside libyaml.
enum YAMLTarget {
  static func run(_ input: [UInt8]) throws {
    let whole = read(input, upTo: input.count + 1)
    let inPieces = read(input, upTo: 1 + input.count % 13)
    try BrokenProperty.unless(whole.map(\.told) == inPieces.map(\.told), "a stream in pieces is the stream")
    for part in whole {
      switch part {
      case .document(let document): try check(document)
      case .error(let error):
        try Printed.check("\(error)", "an error")
        try check(error.location, in: input)
      }
    }
    try readEvents(input)
    try LibYAML.compare(input, whole)
  }

  /// What is found in a stream, one after the other.
  enum Part {
    case document(YAMLDocument)
    case error(YAMLError)

    /// What a user is told.
    var told: String {
      switch self {
      case .document(let document):
        do throws(YAMLError) {
          return String(decoding: try document.json(), as: UTF8.self) + " at \(document.sourceLine)"
        } catch {
          return "\(error)"
        }
      case .error(let error): return "\(error)"
      }
    }
  }

  static func read(_ input: [UInt8], upTo most: Int) -> [Part] {
    var parts: [Part] = []
    var stream = YAMLStream()
    var rest = input[...]
    var isFinished = false
    while true {
      do throws(YAMLError) {
        if let document = try stream.next() {
          parts.append(.document(document))
          continue
        }
      } catch {
        parts.append(.error(error))
        // An error costs its own document, so each is behind another place; a stream that stands still would never end.
        if parts.count > input.count + 2 { return parts }
        continue
      }
      if isFinished { return parts }
      stream.append(rest.prefix(most))
      rest = rest.dropFirst(most)
      if rest.isEmpty {
        stream.finish()
        isFinished = true
      }
    }
  }

  /// A place is in the stream: its offset, and its line. A last line that has no line break is followed by none.
  private static func check(_ location: YAMLLocation, in input: [UInt8]) throws {
    try BrokenProperty.unless(location.offset <= input.count, "a place is in the stream", "\(location) of \(input.count)")
    let breaks = input.prefix(location.offset).count { $0 == UInt8(ascii: "\n") }
    let others = ["\r", "\u{85}", "\u{2028}", "\u{2029}"].contains { input.firstRange(of: Array($0.utf8)) != nil }
    guard !others else { return }
    try BrokenProperty.unless(location.line == breaks + 1, "a place is on its line", "\(location), not line \(breaks + 1)")
  }

  private static func check(_ document: YAMLDocument) throws {
    _ = document.leadingComments
    for key in document.repeatedKeys { try BrokenProperty.unless(key.location.line >= 1, "a repeated key is somewhere") }
    let json: [UInt8]
    do throws(YAMLError) {
      json = try document.json()
    } catch {
      return try Printed.check("\(error)", "an error")
    }
    let tree = try JSONReader.decode(JSONTree.self, from: json)
    try BrokenProperty.unless(try document.jsonWithSources().bytes == json, "JSON with sources is the JSON")
    guard json.count < 20_000 else { return }
    var writer = YAMLWriter()
    Self.write(tree, to: &writer)
    let back = try YAMLDocument.documents(in: writer.bytes)
    try BrokenProperty.unless(back.count == 1, "what is written is one document", writer.string)
    let again = try JSONReader.decode(JSONTree.self, from: back[0].json())
    try BrokenProperty.unless(again == tree, "YAML that is written is read again", "\(writer.string.debugDescription)")
  }

  private static func write(_ tree: JSONTree, to writer: inout YAMLWriter) {
    switch tree {
    case .null: writer.writeNull()
    case .bool(let bool): writer.write(bool)
    case .integer(let integer): writer.write(integer)
    case .number(let number): writer.write(number)
    case .string(let string): writer.write(string.string)
    case .array(let elements):
      writer.beginSequence()
      for element in elements { write(element, to: &writer) }
      writer.endSequence()
    case .object(let members):
      writer.beginMapping()
      for (key, value) in members.sorted(by: { $0.key < $1.key }) {
        writer.writeKey(key.string)
        write(value, to: &writer)
      }
      writer.endMapping()
    }
  }

  /// Events end, stand in their order, and are balanced where there is no mistake.
  private static func readEvents(_ input: [UInt8]) throws {
    var reader = YAMLEventReader(input)
    var count = 0
    var last = YAMLLocation(offset: 0, line: 1, column: 1)
    do throws(YAMLError) {
      while let event = try reader.next() {
        count += 1
        last = max(last, event.start, event.end)
      }
    } catch {
      try Printed.check("\(error)", "an error")
      last = max(last, error.location)
    }
    try check(last, in: input)
    try BrokenProperty.unless(count <= 8 * input.count + 16, "events are as many as the bytes let one expect", "\(count)")
  }
}
