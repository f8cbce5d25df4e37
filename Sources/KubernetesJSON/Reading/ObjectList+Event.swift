public import KubernetesObjects

extension ObjectList {
  /// Adds the objects that a reader of one document found, or removes those that it withdraws. O(*n*).
  ///
  /// - Throws: What decoding an element throws and is no `DecodingError`.
  public mutating func apply(_ event: ObjectReader<Element>.Event) throws {
    switch event {
    case .withdrawal: self = ObjectList()
    case .document: break
    case .objects(let batch):
      for object in try batch.decoded() { add(object) }
    }
  }
}
