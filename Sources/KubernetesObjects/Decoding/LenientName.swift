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

  /// The name of the object at which a decoder stands. What keeps a part of it from being read is reported when the object is decoded,
  /// where anybody reads it.
  init(of decoder: any Decoder) {
    let object = try? decoder.container(keyedBy: ObjectKeys.self)
    let metadata = try? object?.nestedIfPresent(keyedBy: MetadataKeys.self, forKey: .metadata)
    apiVersion = (try? object?.decodeIfPresent(String.self, forKey: .apiVersion)).flatMap { $0.isEmpty ? nil : $0 }
    kind = (try? object?.decodeIfPresent(String.self, forKey: .kind)).flatMap { $0.isEmpty ? nil : $0 }
    namespace = try? metadata?.decodeIfPresent(String.self, forKey: .namespace)
    name = (try? metadata?.decodeIfPresent(String.self, forKey: .name)).flatMap { $0.isEmpty ? nil : $0 }
  }
}
