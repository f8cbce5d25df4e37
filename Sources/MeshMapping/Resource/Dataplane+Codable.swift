import KubernetesObjects

extension Dataplane: Decodable {
  private enum CodingKeys: String, CodingKey {
    case apiVersion, kind, mesh, metadata, spec
  }

  private enum SpecKeys: String, CodingKey {
    case networking, metrics, probes
  }

  /// Decodes the resource; what the spec says beside that is in ``otherFields``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decodeIfPresent(String.self, forKey: .kind) ?? Self.kind
    guard kind == Self.kind else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: container.codingPath + [CodingKeys.kind],
          debugDescription: "names \(kind), but \(Self.kind) is expected"
        )
      )
    }
    let spec = try container.nestedIfPresent(keyedBy: SpecKeys.self, forKey: .spec)
    self.init(
      mesh: try container.decodeIfPresent(String.self, forKey: .mesh) ?? "default",
      metadata: try container.decode(Metadata.self, forKey: .metadata),
      networking: try spec?.decodeIfPresent(Networking.self, forKey: .networking) ?? Networking(address: ""),
      metrics: try spec?.decodeIfPresent(Metrics.self, forKey: .metrics),
      probes: try spec?.decodeIfPresent(Probes.self, forKey: .probes),
      otherFields: try container.nestedIfPresent(keyedBy: AnyKey.self, forKey: .spec)
        .map { try OtherField.Reader(reading: $0).fields } ?? []
    )
  }

  /// Decodes a Dataplane of which the fields of the spec stand where a decoder stands.
  init(mesh: String, metadata: Metadata, fieldsFrom decoder: any Decoder) throws {
    let spec = try decoder.container(keyedBy: SpecKeys.self)
    self.init(
      mesh: mesh,
      metadata: metadata,
      networking: try spec.decodeIfPresent(Networking.self, forKey: .networking) ?? Networking(address: ""),
      metrics: try spec.decodeIfPresent(Metrics.self, forKey: .metrics),
      probes: try spec.decodeIfPresent(Probes.self, forKey: .probes),
      otherFields: try OtherField.Reader(
        reading: decoder.container(keyedBy: AnyKey.self), ignoring: MeshResource.universalKeys + ["kri", "status"]
      ).fields
    )
  }
}

extension Dataplane.Metadata: Decodable {
  private enum CodingKeys: String, CodingKey {
    case name, namespace, labels, annotations, ownerReferences
  }

  /// Decodes the metadata of a Dataplane; a missing name is an error.
  public init(from decoder: any Decoder) throws {
    let metadata = try ObjectMeta(from: decoder)
    self.init(
      name: metadata.name,
      namespace: metadata.effectiveNamespace,
      labels: metadata.labels,
      annotations: metadata.annotations,
      ownerReferences: metadata.ownerReferences
    )
  }
}
