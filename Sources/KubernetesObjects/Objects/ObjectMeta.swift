/// What the mapping reads of an object's metadata.
public struct ObjectMeta: Sendable, Hashable {
  /// The object's name, unique in its namespace.
  @ByteExact public var name: String
  /// The namespace as written; nil where it is absent, as in a manifest that leaves it to the API server.
  @OptionalByteExact public var namespace: String?
  /// The identifier that the API server gave the object; empty before that.
  @ByteExact public var uid: String
  /// The labels.
  public var labels: StringMap
  /// The annotations.
  public var annotations: StringMap
  /// The objects that own this one, in the order written.
  public var ownerReferences: [OwnerReference]
  /// When deletion was asked for (RFC 3339), or nil while it was not.
  @OptionalByteExact public var deletionTimestamp: String?

  /// Metadata with the given values.
  public init(
    name: String,
    namespace: String? = nil,
    uid: String = "",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    ownerReferences: [OwnerReference] = [],
    deletionTimestamp: String? = nil
  ) {
    self.name = name
    self.namespace = namespace
    self.uid = uid
    self.labels = labels
    self.annotations = annotations
    self.ownerReferences = ownerReferences
    self.deletionTimestamp = deletionTimestamp
  }

  /// The namespace that a namespaced object is in: `default` where none is written.
  public var effectiveNamespace: String {
    guard let namespace, !namespace.isEmpty else { return "default" }
    return namespace
  }
}

extension ObjectMeta: Decodable {
  private enum CodingKeys: String, CodingKey {
    case name, generateName, namespace, uid, labels, annotations, ownerReferences, deletionTimestamp
  }

  /// Decodes `metadata`. Absent and null maps and lists are empty; a missing name is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = try container.decodeIfPresent(String.self, forKey: .name) ?? ""
    guard !name.isEmpty else {
      let problem =
        container.contains(.generateName)
        ? "is missing, which the API server makes of generateName; give the object a name, or read it from the cluster"
        : "is missing; give the object a name"
      throw DecodingError.dataCorrupted(
        .init(codingPath: container.codingPath + [CodingKeys.name], debugDescription: problem)
      )
    }
    try self.init(named: name, in: container)
  }

  /// Decodes the metadata of an object that makes Pods. Where the API server has yet to make its name of `generateName`, it is a pattern.
  init(ofWorkloadFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard try container.decodeIfPresent(String.self, forKey: .name)?.isEmpty ?? true,
      let beginning = try container.decodeIfPresent(String.self, forKey: .generateName), !beginning.isEmpty
    else {
      try self.init(from: decoder)
      return
    }
    try self.init(named: "\(beginning)\(Character(UnicodeScalar(Self.unknownEnding)))", in: container)
  }

  /// Decodes the metadata of an object whose name the API server makes up.
  init(unnamedFrom decoder: any Decoder) throws {
    try self.init(named: "", in: decoder.container(keyedBy: CodingKeys.self))
  }

  private init(named name: String, in container: KeyedDecodingContainer<CodingKeys>) throws {
    self.init(
      name: name,
      namespace: try container.decodeIfPresent(String.self, forKey: .namespace),
      uid: try container.decodeIfPresent(String.self, forKey: .uid) ?? "",
      labels: try container.decodeIfPresent(StringMap.self, forKey: .labels) ?? [:],
      annotations: try container.decodeIfPresent(StringMap.self, forKey: .annotations) ?? [:],
      ownerReferences: try container.decodeIfPresent([OwnerReference].self, forKey: .ownerReferences) ?? [],
      deletionTimestamp: try container.decodeIfPresent(String.self, forKey: .deletionTimestamp)
    )
  }
}
