public import KubernetesObjects

/// What the mapping reads of a ContainerPatch, which changes the containers that are injected: that it exists.
public struct ContainerPatch: Sendable, Hashable {
  /// Its namespace and name.
  public var name: ObjectName

  /// The ContainerPatch of a name.
  public init(_ name: ObjectName) {
    self.name = name
  }
}

extension ContainerPatch: Decodable {
  private enum CodingKeys: String, CodingKey {
    case metadata
  }

  /// Decodes what names the object.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(ObjectName(of: try container.decode(ObjectMeta.self, forKey: .metadata)))
  }
}
