/// The API version and kind of an object, as it names them itself.
public struct ObjectType: Sendable, Hashable {
  /// The API version, e.g. `apps/v1`; empty where it is absent.
  @ByteExact public var apiVersion: String
  /// The kind, e.g. `ReplicaSet`; empty where it is absent.
  @ByteExact public var kind: String

  /// The given API version and kind.
  public init(apiVersion: String, kind: String) {
    self.apiVersion = apiVersion
    self.kind = kind
  }
}

extension ObjectType: Decodable {
  private enum CodingKeys: String, CodingKey {
    case apiVersion, kind
  }

  /// Decodes the two fields from an object that has many more.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      apiVersion: try container.decodeIfPresent(String.self, forKey: .apiVersion) ?? "",
      kind: try container.decodeIfPresent(String.self, forKey: .kind) ?? ""
    )
  }
}
