import KubernetesObjects

extension KeyedDecodingContainer {
  /// The number of a port under a key, or nil where it is absent or null. Kuma's types limit it to 32 bits without a sign.
  func unsignedIfPresent(forKey key: Key) throws -> Int? {
    try numberIfPresent(UInt32.self, forKey: key).map(Int.init)
  }
}
