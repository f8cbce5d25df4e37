import Foundation
import KubernetesJSON
import KubernetesObjects
import MeshMapping

/// Bytes that may be JSON: what is read of them is what Foundation reads, whole and piece by piece.
enum JSONTarget {
  static func run(_ input: [UInt8]) throws {
    let own = Result { try JSONReader.decode(JSONTree.self, from: input) }
    if case .failure(let error) = own { try check(error, in: input) }
    try compareWithFoundation(own, input)
    if case .success(let tree) = own { try writeAndReadBack(tree) }
    try Streaming.compare(input)
  }

  private static func check(_ error: any Error, in input: [UInt8]) throws {
    if let error = error as? JSONSyntaxError {
      try Printed.check("\(error)", "a syntax error")
      try BrokenProperty.unless(
        (0...input.count).contains(error.location.offset) && error.location.line >= 1 && error.location.column >= 1,
        "a mistake is in the document", "\(error.location) of \(input.count) bytes")
    } else {
      try BrokenProperty.unless(error is DecodingError, "an error is one that is documented", "\(error)")
    }
  }

  /// Where both read a document they read the same, and what is accepted is what RFC 8259 accepts.
  private static func compareWithFoundation(_ own: Result<JSONTree, any Error>, _ input: [UInt8]) throws {
    let foundation = Result { try JSONDecoder().decode(JSONTree.self, from: Data(input)) }
    switch (own, foundation) {
    case (.success(let own), .success(let foundation)):
      // Of repeated keys Foundation keeps the first one, and it takes keys that look alike for the same.
      guard !hasDoubtfulKeys(input) else { return }
      try BrokenProperty.unless(own.isRounded(to: foundation), "Foundation reads the same", "\(own) and \(foundation)")
    case (.success(let own), .failure(let error)):
      guard !isLeftToUs(input) else { return }
      throw BrokenProperty(property: "what is accepted is accepted by Foundation", detail: "\(own): \(error)")
    case (.failure, .success):
      // Foundation reads more than JSON; what it writes of it is JSON.
      guard let value = try? JSONSerialization.jsonObject(with: Data(input), options: .fragmentsAllowed),
        let written = try? JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
      else { return }
      _ = try JSONReader.decode(JSONTree.self, from: written)
    case (.failure, .failure): break
    }
  }

  /// Whether a key may stand twice in the document.
  private static func hasDoubtfulKeys(_ input: [UInt8]) -> Bool {
    var reader = ObjectReader<ClusterObject>(.sequence)
    if input.contains(where: { $0 >= 0x80 }) || input.contains(UInt8(ascii: "\\")) { return true }
    let beginning = #"{"apiVersion":"v1","kind":"X","metadata":{"name":"x"},"x":"#
    reader.append(Array(beginning.utf8) + input + Array("}".utf8))
    reader.finish()
    do {
      while let event = try reader.next() {
        if case .objects(let batch) = event, !batch.repeatedKeys.isEmpty { return true }
      }
      return false
    } catch {
      // What cannot be told is not compared.
      return true
    }
  }

  /// What is read here and not by Foundation: other encodings are none of JSON's, and numbers may be out of a Double's range.
  private static func isLeftToUs(_ input: [UInt8]) -> Bool {
    input.contains(UInt8(ascii: "e")) || input.contains(UInt8(ascii: "E")) || input.starts(with: [0xEF, 0xBB, 0xBF])
      || input.split(whereSeparator: { !(0x30...0x39).contains($0) }).contains { $0.count > 300 }
  }

  private static func writeAndReadBack(_ tree: JSONTree) throws {
    let tree = tree.integral
    for layout in [JSONWriter.Layout.compact, .indented] {
      let written = JSONWriter.bytes(of: tree, layout: layout)
      try Printed.check(json: written, "a document")
      let back = try JSONReader.decode(JSONTree.self, from: written)
      try BrokenProperty.unless(back == tree, "what is written is read again", String(decoding: written, as: UTF8.self))
    }
  }
}
