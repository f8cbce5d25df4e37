/// What the mapping reads of an EndpointSlice: which objects stand behind a Service.
public struct EndpointSlice: Sendable, Hashable {
  /// One endpoint of a slice.
  public struct Endpoint: Sendable, Hashable {
    /// The object behind the endpoint, or nil where the endpoint names none.
    public var targetRef: TargetReference?

    /// An endpoint that names the given object.
    public init(targetRef: TargetReference?) {
      self.targetRef = targetRef
    }
  }

  /// The object behind an endpoint, as far as it is read.
  public struct TargetReference: Sendable, Hashable {
    /// The identifier of the object.
    @ByteExact public var uid: String
    /// The kind of the object, mostly `Pod`; empty where none is written.
    @ByteExact public var kind: String
    /// The name of the object; empty where none is written.
    @ByteExact public var name: String

    /// A reference to the object of the given identifier, kind and name.
    public init(uid: String, kind: String = "", name: String = "") {
      self.uid = uid
      self.kind = kind
      self.name = name
    }
  }

  /// The label of a slice that names its Service.
  public static let serviceNameLabel = "kubernetes.io/service-name"

  /// The metadata.
  public var metadata: ObjectMeta
  /// The endpoints, in the order written.
  public var endpoints: [Endpoint]

  /// A slice with the given values.
  public init(metadata: ObjectMeta, endpoints: [Endpoint] = []) {
    self.metadata = metadata
    self.endpoints = endpoints
  }

  /// The name of the Service that the slice belongs to, in the slice's namespace.
  public var serviceName: String? { metadata.labels[Self.serviceNameLabel] }
}

extension EndpointSlice.TargetReference: Decodable {
  private enum CodingKeys: String, CodingKey {
    case uid, kind, name
  }

  /// Decodes `targetRef`; absent strings are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      uid: try container.decodeIfPresent(String.self, forKey: .uid) ?? "",
      kind: try container.decodeIfPresent(String.self, forKey: .kind) ?? "",
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? ""
    )
  }
}

extension EndpointSlice.Endpoint: Decodable {}

extension EndpointSlice: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case metadata, endpoints
  }

  /// The kind that the type reads.
  public static let kind = "EndpointSlice"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["discovery.k8s.io/v1", "discovery.k8s.io/v1beta1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = "discovery.k8s.io"
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      metadata: try container.decode(ObjectMeta.self, forKey: .metadata),
      endpoints: try container.decodeIfPresent([Endpoint].self, forKey: .endpoints) ?? []
    )
  }
}
