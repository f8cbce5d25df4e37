extension Evidence: Decodable {
  private enum CodingKeys: String, CodingKey {
    case place, key, value
  }

  /// Decodes evidence from its place, key and value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(EvidencePlace.self, forKey: .place),
      key: try container.decode(String.self, forKey: .key),
      value: try container.decode(String.self, forKey: .value)
    )
  }
}
