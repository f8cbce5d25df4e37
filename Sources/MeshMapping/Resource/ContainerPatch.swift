public import KubernetesObjects

/// What the mapping reads of a ContainerPatch, which changes the containers that are injected: that it exists.
public struct ContainerPatch: Sendable, Hashable {
  /// Its namespace and name.
  public var name: ObjectName
  /// What its spec says, which the mapping does not need; null where it says nothing.
  public var otherFields: FieldValue

  /// A ContainerPatch with the given values.
  public init(_ name: ObjectName, otherFields: FieldValue = .null) {
    self.name = name
    self.otherFields = otherFields
  }
}

extension ContainerPatch: Decodable {
  private enum CodingKeys: String, CodingKey {
    case metadata, spec
  }

  /// Decodes what names the object, and its spec as it is written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      ObjectName(of: try container.decode(ObjectMeta.self, forKey: .metadata)),
      otherFields: try container.decodeIfPresent(FieldValue.self, forKey: .spec) ?? .null)
  }
}
