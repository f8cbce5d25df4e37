import KubernetesJSON
import KubernetesObjects
import MeshMapping

/// A document that comes in pieces is the document that comes at once.
enum Streaming {
  private typealias List = ObjectList<ClusterObject>

  static func compare(_ input: [UInt8]) throws {
    let whole = Result { try JSONReader.decode(List.self, from: input) }
    var random = SplitMix(seed: UInt64(input.count))
    let most = max(1, Int(random.next() % 40))
    let inPieces = Result { try list(input, .one, upTo: most, &random) }
    switch (whole, inPieces) {
    case (.success(let whole), .success(let inPieces)):
      try BrokenProperty.unless(whole == inPieces, "streamed is whole", "\(whole) and \(inPieces)")
      for failure in whole.failures { try Printed.check("\(failure.problem)", "a failure") }
    case (.failure, .failure): break
    default: throw BrokenProperty(property: "streamed is whole", detail: "\(whole) and \(inPieces)")
    }
    // A sequence ends somewhere, whatever it is.
    let once = Result { try list(input, .sequence, upTo: input.count + 1, &random) }
    let again = Result { try list(input, .sequence, upTo: most, &random) }
    switch (once, again) {
    case (.success(let once), .success(let again)):
      try BrokenProperty.unless(once == again, "a sequence in pieces is the sequence", "\(once) and \(again)")
    case (.failure, .failure): break
    default: throw BrokenProperty(property: "a sequence in pieces is the sequence", detail: "\(once) and \(again)")
    }
  }

  private static func list(
    _ input: [UInt8],
    _ documents: ObjectReader<ClusterObject>.Documents,
    upTo most: Int,
    _ random: inout SplitMix
  ) throws -> List {
    var list = List()
    var reader = ObjectReader<ClusterObject>(documents)
    var rest = input[...]
    while !rest.isEmpty {
      let piece = rest.prefix(1 + Int(random.next() % UInt64(most)))
      rest = rest.dropFirst(piece.count)
      reader.append(Array(piece))
      while let event = try reader.next() { try list.apply(event) }
    }
    reader.finish()
    while let event = try reader.next() { try list.apply(event) }
    return list
  }
}
