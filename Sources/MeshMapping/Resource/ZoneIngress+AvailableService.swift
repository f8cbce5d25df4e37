public import KubernetesJSON
public import KubernetesObjects

extension ZoneIngress {
  /// A service that a zone offers to others: the tags that its inbounds have in common, and how many they are.
  public struct AvailableService: Sendable, Hashable {
    /// The tags.
    public var tags: StringMap
    /// How many inbounds have them.
    public var instances: Int
    /// The mesh that it is in.
    @ByteExact public var mesh: String
    /// Whether it is a service outside of the mesh.
    public var isExternal: Bool

    /// A service of the given values.
    public init(tags: StringMap, instances: Int, mesh: String, isExternal: Bool = false) {
      self.tags = tags
      self.instances = instances
      self.mesh = mesh
      self.isExternal = isExternal
    }
  }
}

extension ZoneIngress.AvailableService: Decodable {
  private enum CodingKeys: String, CodingKey {
    case tags, instances, mesh, externalService
  }

  /// Decodes an entry of `spec.availableServices`; what is absent is empty, 0 or false.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      tags: try container.decodeIfPresent(StringMap.self, forKey: .tags) ?? [:],
      instances: try container.unsignedIfPresent(forKey: .instances) ?? 0,
      mesh: try container.decodeIfPresent(String.self, forKey: .mesh) ?? "",
      isExternal: try container.decodeIfPresent(Bool.self, forKey: .externalService) ?? false
    )
  }
}

extension ZoneIngress.AvailableService: JSONWritable {
  /// Writes a service, absent values left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      if !tags.isEmpty { object.write(tags, forKey: "tags") }
      object.writeUnlessZero(instances, forKey: "instances")
      object.writeUnlessEmpty(mesh, forKey: "mesh")
      if isExternal { object.write(true, forKey: "externalService") }
    }
  }
}
