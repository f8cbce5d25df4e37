/// An element of an ``ObjectList``: something that decodes from any object of a cluster.
public protocol ListElement: Decodable, Sendable, Hashable {}

/// The objects of one document: a `List` as `kubectl get … -o json` prints it, a typed list such as `PodList`, or a single
/// object. What cannot be decoded is kept beside what can.
public struct ObjectList<Element: ListElement>: Sendable, Hashable {
  /// The objects that decode, in the order written.
  public var objects: [Element]
  /// The objects that do not, each with where and why.
  public var failures: [ObjectFailure]

  /// A list of the given objects and failures.
  public init(objects: [Element] = [], failures: [ObjectFailure] = []) {
    self.objects = objects
    self.failures = failures
  }

  /// Adds an object, or why it cannot be decoded.
  public mutating func add(_ object: DecodedObject<Element>) {
    switch object.result {
    case .success(let object): objects.append(object)
    case .failure(let failure): failures.append(failure)
    }
  }
}

extension ObjectList: Decodable {
  private enum CodingKeys: String, CodingKey {
    case items
  }

  /// Decodes a list or a single object.
  ///
  /// - Throws: `DecodingError` only where the document itself is neither, since it is not an object.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    // A type that cannot be read is the failure of an object, not of the document.
    let type = try? ObjectType(from: decoder)
    guard let type, type.kind.hasSuffix("List"), container.contains(.items) else {
      add(try DecodedObject(from: decoder))
      return
    }
    guard try !container.decodeNil(forKey: .items) else { return }
    var items: any UnkeyedDecodingContainer
    do {
      items = try container.nestedUnkeyedContainer(forKey: .items)
    } catch let error as DecodingError {
      failures.append(ObjectFailure(error, in: decoder))
      return
    }
    objects.reserveCapacity(items.count ?? 0)
    while !items.isAtEnd { add(try items.decode(DecodedObject.self)) }
  }
}
