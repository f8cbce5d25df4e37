public import KubernetesObjects

/// What the mapping reads of a Mesh.
public struct Mesh: Sendable, Hashable {
  /// The mesh's name.
  @ByteExact public var name: String
  /// `spec.meshServices.mode`, or nil where the Mesh does not say.
  public var meshServicesMode: MeshServicesMode?
  /// What it demands of the tags of its Dataplanes.
  public var constraints: MeshConstraints
  /// What else its spec says, which the mapping does not need; null where it says nothing else.
  public var otherFields: FieldValue

  /// A mesh with the given values.
  public init(
    name: String,
    meshServicesMode: MeshServicesMode? = nil,
    constraints: MeshConstraints = MeshConstraints(),
    otherFields: FieldValue = .null
  ) {
    self.name = name
    self.meshServicesMode = meshServicesMode
    self.constraints = constraints
    self.otherFields = otherFields
  }

  /// Whether the mapping does the same with another Mesh of this name.
  func isMapped(like other: Mesh) -> Bool {
    meshServicesMode == other.meshServicesMode && constraints == other.constraints
  }
}

extension Mesh: Decodable {
  private enum CodingKeys: String, CodingKey {
    case kind, metadata, spec
  }

  private enum SpecKeys: String, CodingKey, CaseIterable {
    case meshServices, constraints
  }

  private enum ConstraintsKeys: String, CodingKey {
    case dataplaneProxy
  }

  private enum MeshServicesKeys: String, CodingKey {
    case mode
  }

  /// Decodes a Mesh; a mode that is not known is an error that lists those that are.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decodeIfPresent(String.self, forKey: .kind) ?? "Mesh"
    guard kind == "Mesh" else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: container.codingPath + [CodingKeys.kind], debugDescription: "names \(kind), but Mesh is expected")
      )
    }
    let metadata = try container.decode(ObjectMeta.self, forKey: .metadata)
    try self.init(
      name: metadata.name, spec: try container.nestedIfPresent(keyedBy: SpecKeys.self, forKey: .spec),
      fields: try container.decodeIfPresent(FieldValue.self, forKey: .spec) ?? .null)
  }

  /// The type of meshes where resources have types instead of kinds.
  static let universalType = "Mesh"

  /// Decodes a mesh of which the fields of the spec stand where a decoder stands.
  init(name: String, fieldsFrom decoder: any Decoder) throws {
    try self.init(
      name: name, spec: decoder.container(keyedBy: SpecKeys.self),
      fields: FieldValue(from: decoder).without(MeshResource.universalKeys))
  }

  private init(name: String, spec: KeyedDecodingContainer<SpecKeys>?, fields: FieldValue) throws {
    for (path, shape) in Self.shapes {
      guard let value = fields[path], !shape.holds(value) else { continue }
      let steps = path.map { SelectionReader.Key(.key(ExactString($0))) }
      throw DecodingError.dataCorrupted(
        .init(codingPath: (spec?.codingPath ?? []) + steps, debugDescription: shape.problem))
    }
    let services = try spec?.nestedIfPresent(keyedBy: MeshServicesKeys.self, forKey: .meshServices)
    let constraints = try spec?.nestedIfPresent(keyedBy: ConstraintsKeys.self, forKey: .constraints)
    self.init(
      name: name,
      meshServicesMode: try services.flatMap(Self.mode),
      constraints: try constraints?.decodeIfPresent(MeshConstraints.self, forKey: .dataplaneProxy) ?? MeshConstraints(),
      otherFields: fields.without(SpecKeys.allCases.map(\.rawValue))
    )
  }

  /// What the fields must be that upgrade notes look at: another value would be taken for nothing.
  private static let shapes: [(path: [String], FieldShape)] = [
    (["mtls"], .object), (["mtls", "enabledBackend"], .string), (["mtls", "backends"], .list), (["networking"], .object),
    (["networking", "outbound"], .object), (["networking", "outbound", "passthrough"], .bool), (["routing"], .object),
    (["logging"], .object), (["tracing"], .object), (["metrics"], .object),
  ]

  private static func mode(of services: KeyedDecodingContainer<MeshServicesKeys>) throws -> MeshServicesMode? {
    guard let string = try services.decodeIfPresent(String.self, forKey: .mode) else { return nil }
    if let mode = MeshServicesMode(rawValue: string) { return mode }
    let known = MeshServicesMode.allCases.map(\.rawValue).joined(separator: ", ")
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: services.codingPath + [MeshServicesKeys.mode],
        debugDescription: "is \"\(string)\" and must be one of \(known)"
      )
    )
  }
}
