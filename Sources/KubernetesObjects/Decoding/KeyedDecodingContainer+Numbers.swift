extension KeyedDecodingContainer {
  /// The whole number under a key, or nil where it is absent or null.
  ///
  /// Foundation answers a number that does not fit with an error of its own that is no `DecodingError` and has no path, and so
  /// would cost the whole document.
  package func numberIfPresent<Number: FixedWidthInteger & Decodable>(
    _ type: Number.Type,
    forKey key: Key
  ) throws -> Number? {
    do {
      return try decodeIfPresent(type, forKey: key)
    } catch let error as DecodingError {
      throw error
    } catch {
      throw DecodingError.typeMismatch(
        type,
        .init(codingPath: codingPath + [key], debugDescription: "must be a whole number of \(type.bitWidth) bits")
      )
    }
  }

  /// The number of a port under a key, or nil where it is absent or null. Kubernetes' types limit it to 32 bits.
  func portIfPresent(forKey key: Key) throws -> Int? {
    try numberIfPresent(Int32.self, forKey: key).map(Int.init)
  }
}
