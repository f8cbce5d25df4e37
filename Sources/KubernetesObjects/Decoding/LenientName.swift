/// What an object calls itself, as far as it can be read.
struct LenientName {
  /// The API version; nil where it is absent, empty or no string.
  let apiVersion: String?
  /// The kind; nil where it is absent, empty or no string.
  let kind: String?
  /// The namespace; nil where it is absent or no string.
  let namespace: String?
  /// The name; nil where it is absent, empty or no string.
  let name: String?

  private enum ObjectKeys: String, CodingKey {
    case apiVersion, kind, metadata
  }

  private enum MetadataKeys: String, CodingKey {
    case name, namespace
  }

  private enum UniversalKeys: String, CodingKey {
    case type, mesh, name
  }

  /// The name of the object at which a decoder stands. What keeps a part of it from being read is reported when the object is decoded,
  /// where anybody reads it.
  init(of decoder: any Decoder) {
    if let universal = Self.universal(at: decoder) {
      self = universal
      return
    }
    let object = try? decoder.container(keyedBy: ObjectKeys.self)
    let metadata = try? object?.nestedIfPresent(keyedBy: MetadataKeys.self, forKey: .metadata)
    apiVersion = (try? object?.decodeIfPresent(String.self, forKey: .apiVersion)).flatMap { $0.isEmpty ? nil : $0 }
    kind = (try? object?.decodeIfPresent(String.self, forKey: .kind)).flatMap { $0.isEmpty ? nil : $0 }
    namespace = try? metadata?.decodeIfPresent(String.self, forKey: .namespace)
    name = (try? metadata?.decodeIfPresent(String.self, forKey: .name)).flatMap { $0.isEmpty ? nil : $0 }
  }

  private init(apiVersion: String?, kind: String?, namespace: String?, name: String?) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.namespace = namespace
    self.name = name
  }

  /// The name of an object as `kumactl` prints it: with a type and a name, and in a mesh or of a kind that is in none; nil elsewhere.
  private static func universal(at decoder: any Decoder) -> LenientName? {
    guard let object = try? decoder.container(keyedBy: UniversalKeys.self),
      let type = try? object.decode(String.self, forKey: .type), let name = try? object.decode(String.self, forKey: .name),
      !name.isEmpty, object.contains(.mesh) || type.hasPrefix("Mesh") || type.hasPrefix("Zone"),
      let kinds = try? decoder.container(keyedBy: ObjectKeys.self), !kinds.contains(.kind)
    else { return nil }
    return LenientName(apiVersion: "kuma.io/v1alpha1", kind: type, namespace: nil, name: name)
  }
}
