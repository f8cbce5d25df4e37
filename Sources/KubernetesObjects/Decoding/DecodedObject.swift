/// An object, or why it cannot be decoded, so that one bad object does not cost the others.
///
/// Decoders that hand out the items of a list one by one read them with ``visit(from:in:_:)`` where ``ObjectList`` would hold them
/// all.
public struct DecodedObject<Element: ListElement>: Sendable, Hashable {
  /// The object, or why it cannot be decoded.
  public let result: Result<Element, ObjectFailure>
  /// What the document says of the object.
  public let change: ObjectChange
  /// Where the object begins; nil where that is not known.
  public var position: ObjectPosition?

  /// The given object or failure.
  public init(_ result: Result<Element, ObjectFailure>, change: ObjectChange = .none, position: ObjectPosition? = nil) {
    self.result = result
    self.change = change
    self.position = position
  }
}

extension DecodedObject {
  /// Hands out the object at which a decoder stands; where that is a list, the objects in it and in lists in it, in the order
  /// written.
  ///
  /// A document that is a list without a kind, as JSON's own lists and those of `kumactl` are, is read like any other. Of an
  /// event of a watch it is the object.
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
    try visit(from: decoder, in: list, change: .none) { object, _ in try body(object) }
  }

  /// Hands out the object at which a decoder stands, with the decoder that stands at it.
  package static func visit(
    from decoder: any Decoder,
    in list: EnclosingList,
    change: ObjectChange = .none,
    _ body: (DecodedObject, any Decoder) throws -> Void
  ) throws {
    let content: Result<Content, ObjectFailure>
    do {
      content = .success(try Content(of: decoder, in: list))
    } catch let error as DecodingError {
      // A document that is an array is a list of its elements.
      if list == .none, let items = try? decoder.unkeyedContainer() {
        content = .success(.list(items, EnclosingList(itemType: nil, depth: 1), cut: nil))
      } else {
        content = .failure(ObjectFailure(error, in: decoder, of: list))
      }
    }
    switch content {
    case .success(.object(let object)): try body(DecodedObject(.success(object), change: change), decoder)
    case .success(.nothing): break
    case .success(.list(var items, let inner, let cut)):
      while !items.isAtEnd { try visit(from: items.superDecoder(), in: inner, change: change, body) }
      if let cut { try body(DecodedObject(.failure(cut), change: change), decoder) }
    case .success(.event(let object, let inner, let change)): try visit(from: object, in: inner, change: change, body)
    case .failure(let failure): try body(DecodedObject(.failure(failure), change: change), decoder)
    }
  }

  /// What a decoder stands at.
  private enum Content {
    case object(Element)
    /// A list whose items are null, or an event without an object.
    case nothing
    /// A list, and that it was cut off, where it was.
    case list(any UnkeyedDecodingContainer, EnclosingList, cut: ObjectFailure?)
    /// The object of an event.
    case event(any Decoder, EnclosingList, ObjectChange)

    private enum CodingKeys: String, CodingKey {
      case items, total, metadata, next
    }

    private enum ListKeys: String, CodingKey {
      case next = "continue"
      case remainingItemCount
    }

    /// Whether a list says that there is more than it holds. What it says otherwise than the API server does is passed over.
    private static func isCut(_ list: KeyedDecodingContainer<CodingKeys>) -> Bool {
      guard let metadata = try? list.nestedIfPresent(keyedBy: ListKeys.self, forKey: .metadata) else { return false }
      let next = try? metadata.decodeIfPresent(String.self, forKey: .next)
      let count = try? metadata.decodeIfPresent(Int.self, forKey: .remainingItemCount)
      return !(next ?? "").isEmpty || (count ?? 0) > 0
    }

    private enum UniversalKeys: String, CodingKey {
      case type
    }

    /// That a list as `kumactl` prints it was cut off, with the type of its items, which are all of one; nil where it was not.
    private static func cut(ofUniversal list: KeyedDecodingContainer<CodingKeys>) -> ObjectFailure? {
      guard let next = try? list.decodeIfPresent(String.self, forKey: .next), !next.isEmpty else { return nil }
      var items = try? list.nestedUnkeyedContainer(forKey: .items)
      let first = try? items?.superDecoder().container(keyedBy: UniversalKeys.self)
      let name = try? first?.decodeIfPresent(String.self, forKey: .type)
      let type = name.map { ObjectType(apiVersion: "kuma.io/v1alpha1", kind: "\($0)List") }
      return ObjectFailure(
        ofCutListAt: list.codingPath.fieldPath, type ?? ObjectType(apiVersion: "", kind: "List"), by: .universal)
    }

    init(of decoder: any Decoder, in list: EnclosingList) throws {
      let type = try ObjectType(from: decoder).completed(by: list.itemType)
      if type.kind.isEmpty, let content = try Content(withoutKind: decoder, in: list) {
        self = content
        return
      }
      guard type.isList else {
        self = .object(try Element(from: decoder, as: type))
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      guard container.contains(.items) else {
        self = .object(try Element(from: decoder, as: type))
        return
      }
      self = try Content(ofItemsOf: container, type, in: list)
    }

    /// What an object without a kind is: a list as `kumactl` prints it, or an event of a watch; nil where it is neither.
    private init?(withoutKind decoder: any Decoder, in list: EnclosingList) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      if container.contains(.items), container.contains(.total) {
        self = try Content(ofItemsOf: container, ObjectType(apiVersion: "", kind: ""), in: list)
        return
      }
      guard let event = WatchEvent(at: decoder), let inner = list.list(of: ObjectType(apiVersion: "", kind: "")) else {
        return nil
      }
      switch event {
      case .object(let change): self = .event(try WatchEvent.object(of: decoder), inner, change)
      case .bookmark: self = .nothing
      case .error(let message):
        let problem = "says that the watch ended by an error\(message.map { ": \($0)" } ?? ""); run the command once more"
        let path: [any CodingKey] = decoder.codingPath + [WatchEvent.CodingKeys.type]
        throw DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: problem))
      }
    }

    private init(ofItemsOf container: KeyedDecodingContainer<CodingKeys>, _ type: ObjectType, in list: EnclosingList) throws
    {
      guard try !container.decodeNil(forKey: .items) else {
        self = .nothing
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
      let isCut = Self.isCut(container)
      let cut = isCut ? ObjectFailure(ofCutListAt: container.codingPath.fieldPath, type) : nil
      self = .list(items, inner, cut: cut ?? (type.kind.isEmpty ? Self.cut(ofUniversal: container) : nil))
    }
  }
}
