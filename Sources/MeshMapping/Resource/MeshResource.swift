public import KubernetesObjects

/// An object around the Pods that the mapping itself does not need: a policy, a route, a gateway, a MeshService, read as it is written.
///
/// All kinds of the group `kuma.io` are read so which have no type of their own, in the form of Kubernetes and in the one that `kumactl`
/// prints; of the Gateway API those that lead traffic, and what limits the CPU of a Namespace's Pods. What Kuma itself writes about the
/// state of others, such as a DataplaneInsight, is not read.
public struct MeshResource: Sendable, Hashable {
  /// The API version and kind.
  public let type: ObjectType
  /// The metadata.
  public let metadata: ObjectMeta
  /// The mesh that is written down; nil where none is.
  @OptionalByteExact public private(set) var mesh: String?
  /// Which form it is written in.
  public let form: Form
  /// What it says: `spec`, or in the form of `kumactl` what stands beside the name.
  public let fields: FieldValue
  /// What it selects, in the order of the fields.
  public let selections: [PolicySelection]

  /// An object with the given values. What it selects is read from its fields; those that are not as they should be select nothing.
  ///
  /// - Parameters:
  ///   - type: The API version and kind.
  ///   - metadata: The metadata.
  ///   - mesh: The mesh that is written down; nil where none is.
  ///   - form: Which form it is written in.
  ///   - fields: What it says.
  /// - Complexity: O(*n*) for *n* fields.
  public init(
    type: ObjectType,
    metadata: ObjectMeta,
    mesh: String? = nil,
    form: Form = .kubernetes,
    fields: FieldValue
  ) {
    self.init(
      type: type, metadata: metadata, mesh: mesh, form: form, fields: fields,
      selections: SelectionReader(reading: fields, of: type.kind, at: form.path).selections)
  }

  private init(
    type: ObjectType,
    metadata: ObjectMeta,
    mesh: String?,
    form: Form,
    fields: FieldValue,
    selections: [PolicySelection]
  ) {
    self.type = type
    self.metadata = metadata
    self.form = form
    self.fields = fields
    self.selections = selections
    self.mesh = mesh
  }

  /// The form in which an object is written.
  public enum Form: Sendable, Hashable {
    /// With a kind, metadata and a spec.
    case kubernetes
    /// With a type and a name, and a spec.
    case universal
    /// With a type and a name, what it says standing beside them.
    case universalWithoutSpec

    /// The path to the fields in the object.
    public var path: DocumentPath {
      DocumentPath(self == .universalWithoutSpec ? [] : [.key("spec")])
    }
  }
}

extension MeshResource {
  /// The kind.
  public var kind: String { type.kind }

  /// Whether the object says something about a mesh: it is one of Kuma's, and no Zone.
  package var isOfMesh: Bool { type.apiGroup == "kuma.io" && kind != "Zone" }

  /// The mesh it is in: the one that is written down, or `default`. Kinds that are in no mesh have no use for it.
  public var effectiveMesh: String { mesh ?? "default" }

  /// What names the object; its namespace is empty where none is written.
  public var reference: ObjectReference {
    ObjectReference(apiGroup: type.apiGroup, kind: type.kind, namespace: metadata.namespace ?? "", name: metadata.name)
  }
}

extension MeshResource: Identifiable {
  /// What names the object.
  public var id: ObjectReference { reference }
}

extension MeshResource {
  private enum CodingKeys: String, CodingKey {
    case metadata, mesh, spec
  }

  /// Decodes an object of a type in the form of Kubernetes.
  ///
  /// - Throws: `DecodingError` where it has no name, its spec is no object, or a field that selects is not as it should be.
  init(type: ObjectType, from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let metadata = try container.decode(ObjectMeta.self, forKey: .metadata)
    let field = try container.decodeIfPresent(String.self, forKey: .mesh)
    try self.init(
      type: type, metadata: metadata, mesh: field ?? metadata.labels[KumaKey.mesh],
      form: .kubernetes, fields: try container.decodeIfPresent(FieldValue.self, forKey: .spec) ?? .null, at: decoder)
  }

  /// Decodes an object in the form that `kumactl` prints.
  ///
  /// - Throws: `DecodingError` where a field that selects is not as it should be.
  init(type: ObjectType, name: String, mesh: String?, labels: StringMap, fieldsFrom decoder: any Decoder) throws {
    let spec = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(FieldValue.self, forKey: .spec)
    let fields = try spec ?? FieldValue(from: decoder).without(Self.universalKeys)
    try self.init(
      type: type, metadata: ObjectMeta(name: name, labels: labels), mesh: mesh,
      form: spec == nil ? .universalWithoutSpec : .universal, fields: fields, at: decoder)
  }

  /// The keys that name an object in the form that `kumactl` prints.
  static let universalKeys = ["type", "mesh", "name", "labels", "creationTime", "modificationTime"]

  private init(
    type: ObjectType,
    metadata: ObjectMeta,
    mesh: String?,
    form: Form,
    fields: FieldValue,
    at decoder: any Decoder
  ) throws {
    var reader = SelectionReader(reading: fields, of: type.kind, at: form.path)
    switch fields {
    case .object, .null: break
    default: reader.refuse(form.path, "must be an object")
    }
    if let problem = reader.problem {
      let path = decoder.codingPath + problem.path.steps.map(SelectionReader.Key.init)
      throw DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: problem.description))
    }
    self.init(type: type, metadata: metadata, mesh: mesh, form: form, fields: fields, selections: reader.selections)
  }
}

extension MeshResource {
  /// Whether objects of a type are read so.
  static func reads(_ type: ObjectType) -> Bool {
    switch type.apiGroup {
    case "kuma.io": !type.kind.hasSuffix("Insight") && type.kind != Dataplane.kind
    case "gateway.networking.k8s.io": ["Gateway", "GatewayClass", "HTTPRoute", "ReferenceGrant"].contains(type.kind)
    case "": type.apiVersion == "v1" && ["ResourceQuota", "LimitRange"].contains(type.kind)
    default: false
    }
  }
}

extension FieldValue {
  /// The object without the members of some keys; null where that leaves none.
  func without(_ keys: [String]) -> FieldValue {
    let rest = members.filter { member in !keys.contains { $0.hasSameBytes(as: member.key) } }
    return rest.isEmpty ? .null : .object(rest)
  }
}
