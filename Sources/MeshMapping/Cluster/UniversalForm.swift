import KubernetesObjects

/// The form in which `kumactl get … -o yaml` prints what a control plane has: `type`, `mesh` and `name` instead of a kind and
/// metadata, and what would be the spec beside them.
struct UniversalForm {
  /// The type, e.g. `Dataplane`.
  let type: String
  /// The name of the resource, in which a control plane on Kubernetes puts the namespace last.
  private let name: String
  private let mesh: String?
  private let labels: StringMap

  private enum CodingKeys: String, CodingKey {
    case type, name, mesh, labels
  }

  private enum MeshKeys: String, CodingKey {
    case meshServices, constraints
  }

  /// The form at which a decoder stands; nil where it stands at something else.
  init?(at decoder: any Decoder) {
    guard let container = try? decoder.container(keyedBy: CodingKeys.self),
      let type = try? container.decode(String.self, forKey: .type),
      let name = try? container.decode(String.self, forKey: .name),
      let first = type.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first), !name.isEmpty
    else { return nil }
    mesh = try? container.decodeIfPresent(String.self, forKey: .mesh)
    labels = (try? container.decodeIfPresent(StringMap.self, forKey: .labels)) ?? [:]
    // What has no mesh is one, or of a zone; other documents have a type and a name, too.
    guard mesh != nil || type == Mesh.universalType || type.hasPrefix("Mesh") || type.hasPrefix("Zone") else { return nil }
    self.type = type
    self.name = name
  }

  /// The name and namespace as Kubernetes has them: a namespace has no dot in it.
  private var objectName: ObjectName {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return ObjectName(namespace: "default", name: name) }
    return ObjectName(namespace: String(name[name.utf8.index(after: dot)...]), name: String(name[..<dot]))
  }

  /// The object, as the mapping reads it.
  func object(from decoder: any Decoder) throws -> ClusterObject {
    switch type {
    case Mesh.universalType: return .mesh(try Mesh(name: name, fieldsFrom: decoder))
    case Dataplane.kind:
      let metadata = Dataplane.Metadata(printed: objectName, labels: labels)
      return .dataplane(try Dataplane(mesh: mesh ?? "default", metadata: metadata, fieldsFrom: decoder))
    default:
      let type = ObjectType(apiVersion: Dataplane.apiVersion, kind: type)
      if MeshResource.reads(type), !ClusterObject.Kind.isNamed(by: type) {
        return .resource(try MeshResource(type: type, name: name, mesh: mesh, labels: labels, fieldsFrom: decoder))
      }
      return .kubernetes(.unsupported(UnsupportedObject(type: type, name: name)))
    }
  }
}
