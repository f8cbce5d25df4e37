extension StringMap: Decodable {
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
}
