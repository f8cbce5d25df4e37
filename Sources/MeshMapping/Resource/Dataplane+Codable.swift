import KubernetesObjects

extension Dataplane: Codable {
  private enum CodingKeys: String, CodingKey {
    case apiVersion, kind, mesh, metadata, spec
  }

  private enum SpecKeys: String, CodingKey {
    case networking
  }

  /// Decodes the resource; what the mapping does not write, outbounds say, is dropped.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decodeIfPresent(String.self, forKey: .kind) ?? Self.kind
    guard kind == Self.kind else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: container.codingPath + [CodingKeys.kind],
          debugDescription: "says \(kind) where \(Self.kind) is read"
        )
      )
    }
    let spec = try container.nestedIfPresent(keyedBy: SpecKeys.self, forKey: .spec)
    self.init(
      mesh: try container.decodeIfPresent(String.self, forKey: .mesh) ?? "default",
      metadata: try container.decode(Metadata.self, forKey: .metadata),
      networking: try spec?.decodeIfPresent(Networking.self, forKey: .networking) ?? Networking(address: "")
    )
  }

  /// Encodes the resource, keys in the order in which Kuma's documentation shows them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.apiVersion, forKey: .apiVersion)
    try container.encode(Self.kind, forKey: .kind)
    try container.encode(mesh, forKey: .mesh)
    try container.encode(metadata, forKey: .metadata)
    var spec = container.nestedContainer(keyedBy: SpecKeys.self, forKey: .spec)
    try spec.encode(networking, forKey: .networking)
  }
}

extension Dataplane.Metadata: Codable {
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

  /// Encodes the metadata, labels and annotations only where there are any.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(namespace, forKey: .namespace)
    if !labels.isEmpty { try container.encode(labels, forKey: .labels) }
    if !annotations.isEmpty { try container.encode(annotations, forKey: .annotations) }
    try container.encode(ownerReferences, forKey: .ownerReferences)
  }
}

extension KeyedEncodingContainer {
  /// Encodes a text unless it is empty: an absent default.
  mutating func encodeUnlessEmpty(_ text: String, forKey key: Key) throws {
    if !text.isEmpty { try encode(text, forKey: key) }
  }

  /// Encodes a list unless it is empty: an absent default.
  mutating func encodeUnlessEmpty(_ list: [some Encodable], forKey key: Key) throws {
    if !list.isEmpty { try encode(list, forKey: key) }
  }

  /// Encodes a number unless it is 0: an absent default.
  mutating func encodeUnlessZero(_ number: UInt32, forKey key: Key) throws {
    if number != 0 { try encode(number, forKey: key) }
  }
}
