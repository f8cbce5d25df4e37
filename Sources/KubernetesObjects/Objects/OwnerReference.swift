/// A reference from an object to one that owns it, complete, so that it can be written as well as read.
public struct OwnerReference: Sendable, Hashable {
  /// The API version of the owner, e.g. `apps/v1`.
  @ByteExact public var apiVersion: String
  /// The kind of the owner, e.g. `ReplicaSet`.
  @ByteExact public var kind: String
  /// The name of the owner, in the namespace of the object that it owns.
  @ByteExact public var name: String
  /// The identifier of the owner.
  @ByteExact public var uid: String
  /// Whether the owner manages the object; at most one owner does.
  public var controller: Bool?
  /// Whether the owner's deletion in the foreground waits for the object.
  public var blockOwnerDeletion: Bool?

  /// A reference with the given values.
  public init(
    apiVersion: String,
    kind: String,
    name: String,
    uid: String = "",
    controller: Bool? = nil,
    blockOwnerDeletion: Bool? = nil
  ) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.name = name
    self.uid = uid
    self.controller = controller
    self.blockOwnerDeletion = blockOwnerDeletion
  }
}

extension OwnerReference: Decodable {
  private enum CodingKeys: String, CodingKey {
    case apiVersion, kind, name, uid, controller, blockOwnerDeletion
  }

  /// Decodes a reference; absent strings are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      apiVersion: try container.decodeIfPresent(String.self, forKey: .apiVersion) ?? "",
      kind: try container.decodeIfPresent(String.self, forKey: .kind) ?? "",
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      uid: try container.decodeIfPresent(String.self, forKey: .uid) ?? "",
      controller: try container.decodeIfPresent(Bool.self, forKey: .controller),
      blockOwnerDeletion: try container.decodeIfPresent(Bool.self, forKey: .blockOwnerDeletion)
    )
  }
}
