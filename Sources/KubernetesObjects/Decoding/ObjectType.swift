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

extension ObjectType {
  /// Whether the kind is that of a list: of `List` as `kubectl` prints it, or of a typed one such as `PodList`.
  public var isList: Bool { kind.utf8.suffix(Self.list.count).elementsEqual(Self.list) }

  /// The type of those items of a list of this type that do not name their own: `v1` `Pod` for a `v1` `PodList`. The items of a
  /// `List` always name it; nil for them, and where this is no list.
  public var itemType: ObjectType? {
    guard isList, kind.utf8.count > Self.list.count else { return nil }
    return ObjectType(apiVersion: apiVersion, kind: String(decoding: kind.utf8.dropLast(Self.list.count), as: UTF8.self))
  }

  /// The type of an item that names this one: where it names no kind, that of its list.
  func completed(by itemType: ObjectType?) -> ObjectType {
    guard kind.isEmpty, let itemType else { return self }
    return ObjectType(apiVersion: apiVersion.isEmpty ? itemType.apiVersion : apiVersion, kind: itemType.kind)
  }

  private static var list: String.UTF8View { "List".utf8 }
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
