public import KubernetesObjects

/// Objects of one document that were found and are not decoded yet.
///
/// Decoding takes most of the time of reading, and what is decoded first does not matter: batches can go to other cores.
public struct ObjectBatch<Element: ListElement>: Sendable {
  private enum Content: Sendable {
    case items(JSONTape.Content, EnclosingList, [CodingUserInfoKey: any Sendable])
    case decoded([DecodedObject<Element>])
  }

  private let content: Content

  /// Items of a list that are laid out on a tape.
  init(_ content: JSONTape.Content, of list: EnclosingList, _ userInfo: [CodingUserInfoKey: any Sendable]) {
    self.content = .items(content, list, userInfo)
  }

  /// Objects that are decoded already, since it is few.
  init(_ objects: [DecodedObject<Element>]) {
    content = .decoded(objects)
  }

  /// The objects in the order of the document, or for each that cannot be decoded why; lists in lists count as their items. O(*n*).
  ///
  /// - Throws: What decoding an element throws and is no `DecodingError`.
  public func decoded() throws -> [DecodedObject<Element>] {
    switch content {
    case .decoded(let objects): return objects
    case .items(let content, let list, let userInfo):
      let tape = JSONTape(content, userInfo: userInfo)
      var objects: [DecodedObject<Element>] = []
      objects.reserveCapacity(tape.roots.count)
      for root in tape.roots {
        try DecodedObject<Element>.visit(from: JSONNodeDecoder(tape: tape, node: root), in: list) { objects.append($0) }
      }
      return objects
    }
  }
}
