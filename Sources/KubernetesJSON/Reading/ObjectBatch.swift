public import KubernetesObjects

/// Objects of one document that were found and are not decoded yet.
///
/// Decoding takes most of the time of reading, and what is decoded first does not matter: batches can go to other cores.
public struct ObjectBatch<Element: ListElement>: Sendable {
  private enum Content: Sendable {
    case tape(JSONTape.Content)
    case decoded([DecodedObject<Element>])
  }

  private let content: Content

  /// Values that are laid out on a tape.
  init(_ content: JSONTape.Content) {
    self.content = .tape(content)
  }

  /// Objects that are decoded already, since it is few.
  init(_ objects: [DecodedObject<Element>]) {
    content = .decoded(objects)
  }

  /// The objects in the order of the document, or for each that cannot be decoded why. O(*n*).
  ///
  /// - Throws: What decoding an element throws and is no `DecodingError`.
  public func decoded() throws -> [DecodedObject<Element>] {
    switch content {
    case .decoded(let objects): return objects
    case .tape(let content):
      let tape = JSONTape(content)
      return try tape.roots.map { try DecodedObject(from: JSONNodeDecoder(tape: tape, node: $0)) }
    }
  }
}
