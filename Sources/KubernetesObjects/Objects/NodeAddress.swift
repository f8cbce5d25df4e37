/// An address of a Node.
public struct NodeAddress: Sendable, Hashable {
  /// What kind of address it is, e.g. `ExternalIP` or `InternalIP`.
  @ByteExact public var type: String
  /// The address.
  @ByteExact public var address: String

  /// An address of the given kind.
  public init(type: String, address: String) {
    self.type = type
    self.address = address
  }
}

extension NodeAddress: Decodable {
  private enum CodingKeys: String, CodingKey {
    case type, address
  }

  /// Decodes an entry of `status.addresses`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      type: try container.decodeIfPresent(String.self, forKey: .type) ?? "",
      address: try container.decodeIfPresent(String.self, forKey: .address) ?? ""
    )
  }
}
