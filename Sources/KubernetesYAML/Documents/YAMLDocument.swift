/// A document of YAML, with all values as Kubernetes' own tools take them, and where each of them stands.
///
/// Anchors, aliases, tags and merge keys are read. An alias is looked up, and not expanded: a document takes no more time and
/// memory than its size, whatever its aliases stand for.
public struct YAMLDocument: Sendable {
  let tape: YAMLTape

  /// The value of the document.
  public var root: YAMLNode { YAMLNode(tape: tape, index: 0) }

  /// How many bytes of its stream stand before what the document is read from: to read it again, begin there.
  public var sourceOffset: Int { tape.lines.start.offset }

  /// How many lines of its stream stand before what the document is read from.
  public var sourceLine: Int { tape.lines.start.line }

  /// The comments that stand before the value of the document, each from its `#` to the end of its line; tools that make manifests
  /// say there what they were made of. They are not safe to print.
  ///
  /// - Complexity: O(*n*) in the number of bytes before the value.
  public var leadingComments: [YAMLString] {
    let end = tape.nodes.first.map { Int($0.start) } ?? tape.source.count
    return tape.source[..<min(end, tape.source.count)].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap {
      line in
      line.first == UInt8(ascii: "#") ? YAMLString(String(decoding: line, as: UTF8.self)) : nil
    }
  }

  /// Whether there is nothing in the document, or nothing but null. Kubernetes' own tools pass over such documents.
  public var isEmpty: Bool { tape.nodes.first.map { $0.kind == .null } ?? true }

  /// The keys that their mappings have already: the value of the last one holds.
  ///
  /// - Complexity: O(*n*) in the length of the document, where there are any.
  public var repeatedKeys: [YAMLRepeatedKey] {
    guard !tape.repeatedKeys.isEmpty else { return [] }
    let locations = tape.lines.locations(of: tape.repeatedKeys.map { Int(tape.nodes[Int($0)].start) })
    return zip(tape.repeatedKeys, locations).map { key, location in
      YAMLRepeatedKey(key: YAMLString(tape.string(of: tape.keyContent(of: key))), location: location)
    }
  }

  /// The documents that bytes hold, one after the other; those that are empty too.
  ///
  /// - Throws: ``YAMLError`` where one of them cannot be read. ``YAMLStream`` reads those beside it.
  /// - Complexity: O(*n*) in the number of bytes.
  public static func documents(in bytes: some Collection<UInt8>) throws(YAMLError) -> [YAMLDocument] {
    var stream = YAMLStream()
    stream.append(bytes)
    stream.finish()
    var documents: [YAMLDocument] = []
    while let document = try stream.next() { documents.append(document) }
    return documents
  }
}
