public import KubernetesObjects

/// Objects of one document, or of several, that were found and are not decoded yet.
///
/// Decoding takes most of the time of reading, and what is decoded first does not matter: batches can go to other cores.
public struct ObjectBatch<Element: ListElement>: Sendable {
  private enum Content: Sendable {
    case values(JSONTape.Content, EnclosingList)
    case decoded([DecodedObject<Element>])
  }

  private let content: Content

  /// Items of a list, or documents, that are laid out on a tape.
  init(_ content: JSONTape.Content, of list: EnclosingList) {
    self.content = .values(content, list)
  }

  /// Objects that are decoded already, since it is few.
  init(_ objects: [DecodedObject<Element>]) {
    content = .decoded(objects)
  }

  /// The keys that their objects have already, in the order in which they are written; the value of the last one holds.
  ///
  /// - Complexity: O(*n*) in the size of the objects where there are any.
  public var repeatedKeys: [JSONRepeatedKey] {
    guard case .values(let content, _) = content, !content.repeatedKeys.isEmpty, !content.locations.isEmpty else {
      return []
    }
    let tape = JSONTape(content)
    var locator = TapeLocator(content)
    return content.repeatedKeys.sorted { $0.byte < $1.byte }.map { repeated in
      JSONRepeatedKey(key: tape.string(of: repeated.key), location: locator.location(of: repeated.byte, in: repeated.root))
    }
  }

  /// The objects in the order of the document, or for each that cannot be decoded why; lists in lists count as their items. O(*n*).
  ///
  /// - Throws: What decoding an element throws and is no `DecodingError`.
  public func decoded() throws -> [DecodedObject<Element>] {
    switch content {
    case .decoded(let objects): return objects
    case .values(let content, let list):
      let tape = JSONTape(content)
      var locator = TapeLocator(content)
      var objects: [DecodedObject<Element>] = []
      objects.reserveCapacity(tape.roots.count)
      for (index, root) in tape.roots.enumerated() {
        try DecodedObject<Element>.visit(from: JSONNodeDecoder(tape: tape, node: root), in: list) { object, decoder in
          var object = object
          if let node = (decoder as? JSONNodeDecoder)?.node { object.position = locator.position(of: node, in: index) }
          objects.append(object)
        }
      }
      return objects
    }
  }
}
