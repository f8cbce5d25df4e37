/// The objects of one document: a `List` as `kubectl get … -o json` prints it, a typed list such as `PodList`, whose items do not
/// name their kind, or a single object. Lists in lists count as their items. What cannot be decoded is kept beside what can.
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

  /// Adds an object, or why it cannot be decoded. One that was deleted is removed instead, wherever it was added before.
  ///
  /// - Complexity: O(1); O(*n*) for one that was deleted.
  public mutating func add(_ object: DecodedObject<Element>) {
    switch (object.result, object.change) {
    case (.success(let object), .deleted): remove(object.reference)
    case (.failure(let failure), .deleted):
      // What names nothing removes nothing, and is told like any other that cannot be decoded.
      if let reference = failure.reference { remove(reference) } else { failures.append(failure) }
    case (.success(let object), _): objects.append(object)
    case (.failure(let failure), _): failures.append(failure)
    }
  }

  private mutating func remove(_ reference: ObjectReference) {
    objects.removeAll { $0.reference == reference }
    failures.removeAll { $0.reference == reference }
  }
}

extension ObjectList: Decodable {
  /// Decodes a list or a single object.
  ///
  /// - Throws: `DecodingError` only where the document itself is neither, since it is not an object.
  public init(from decoder: any Decoder) throws {
    _ = try decoder.container(keyedBy: AnyKey.self)
    var list = ObjectList()
    try DecodedObject<Element>.visit(from: decoder, in: .none) { list.add($0) }
    self = list
  }
}
