/// An object, or why it cannot be decoded, so that one bad object does not cost the others.
///
/// Decoders that hand out the items of a list one by one read them with ``visit(from:in:_:)`` where ``ObjectList`` would hold them
/// all.
public struct DecodedObject<Element: ListElement>: Sendable, Hashable {
  /// The object, or why it cannot be decoded.
  public let result: Result<Element, ObjectFailure>

  /// The given object or failure.
  public init(_ result: Result<Element, ObjectFailure>) {
    self.result = result
  }
}

extension DecodedObject {
  /// Hands out the object at which a decoder stands; where that is a list, the objects in it and in lists in it, in the order
  /// written.
  ///
  /// - Parameters:
  ///   - decoder: Where the object is.
  ///   - list: The list in which the object stands. Its type is that of items that do not name their own.
  ///   - body: Takes each object, or why it cannot be decoded.
  /// - Throws: What the body throws, and errors of the decoder that are no `DecodingError`.
  public static func visit(
    from decoder: any Decoder,
    in list: EnclosingList,
    _ body: (DecodedObject) throws -> Void
  ) throws {
    let content: Result<Content, ObjectFailure>
    do {
      content = .success(try Content(of: decoder, in: list))
    } catch let error as DecodingError {
      content = .failure(ObjectFailure(error, in: decoder, of: list))
    }
    switch content {
    case .success(.object(let object)): try body(DecodedObject(.success(object)))
    case .success(.emptyList): break
    case .success(.list(var items, let inner)):
      while !items.isAtEnd { try visit(from: items.superDecoder(), in: inner, body) }
    case .failure(let failure): try body(DecodedObject(.failure(failure)))
    }
  }

  /// What a decoder stands at.
  private enum Content {
    case object(Element)
    /// A list whose items are null.
    case emptyList
    case list(any UnkeyedDecodingContainer, EnclosingList)

    private enum CodingKeys: String, CodingKey {
      case items
    }

    init(of decoder: any Decoder, in list: EnclosingList) throws {
      let type = try ObjectType(from: decoder).completed(by: list.itemType)
      guard type.isList else {
        self = .object(try Element(from: decoder, as: type))
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      guard container.contains(.items) else {
        self = .object(try Element(from: decoder, as: type))
        return
      }
      guard try !container.decodeNil(forKey: .items) else {
        self = .emptyList
        return
      }
      let items = try container.nestedUnkeyedContainer(forKey: .items)
      guard let inner = list.list(of: type) else {
        let problem = """
          are in more than \(EnclosingList.deepest) lists that stand in each other; write the objects as items of one List
          """
        throw DecodingError.dataCorrupted(
          .init(codingPath: container.codingPath + [CodingKeys.items], debugDescription: problem)
        )
      }
      self = .list(items, inner)
    }
  }
}
