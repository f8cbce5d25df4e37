extension StringMap: Codable {
  /// Decodes a JSON object of strings. A null value is the empty string, as Kubernetes reads it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    // A decoder gives the keys in an order that changes from run to run, and the first bad value is the one that is told.
    let keys = container.allKeys.sorted { $0.stringValue.precedesInBytes($1.stringValue) }
    self.init(
      try keys.map { key in
        Entry(key: key.stringValue, value: try container.decodeIfPresent(String.self, forKey: key) ?? "")
      }
    )
  }

  /// Encodes a JSON object, in the order of the keys.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: AnyKey.self)
    for entry in self { try container.encode(entry.value, forKey: AnyKey(stringValue: entry.key)) }
  }
}
