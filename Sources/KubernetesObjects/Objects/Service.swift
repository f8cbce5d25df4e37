/// What the mapping reads of a Service.
public struct Service: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta
  /// `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`; empty where none is written.
  @ByteExact public var type: String
  /// The virtual address; `None` for a headless Service, empty where none is written.
  @ByteExact public var clusterIP: String
  /// The labels that a Pod must have to be selected; empty for a Service whose endpoints somebody else manages.
  public var selector: StringMap
  /// The ports, in the order written.
  public var ports: [ServicePort]
  /// Where a load balancer takes the Service's traffic; empty where there is none, or none yet.
  public var loadBalancer: [LoadBalancerIngress]

  /// A Service with the given values.
  public init(
    metadata: ObjectMeta,
    type: String = "",
    clusterIP: String = "",
    selector: StringMap = [:],
    ports: [ServicePort] = [],
    loadBalancer: [LoadBalancerIngress] = []
  ) {
    self.metadata = metadata
    self.type = type
    self.clusterIP = clusterIP
    self.selector = selector
    self.ports = ports
    self.loadBalancer = loadBalancer
  }

  /// Whether the Service is headless: clients see the addresses of its Pods.
  public var isHeadless: Bool { clusterIP == "None" }
  /// Whether the Service is an alias of a name outside the cluster.
  public var isExternalName: Bool { type == "ExternalName" }
}

extension Service: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case metadata, spec, status
  }

  private enum StatusKeys: String, CodingKey {
    case loadBalancer
  }

  private enum LoadBalancerKeys: String, CodingKey {
    case ingress
  }

  private enum SpecKeys: String, CodingKey {
    case type, clusterIP, selector, ports
  }

  /// The kind that the type reads.
  public static let kind = "Service"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["v1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = ""
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let spec = try container.nestedIfPresent(keyedBy: SpecKeys.self, forKey: .spec)
    let status = try container.nestedIfPresent(keyedBy: StatusKeys.self, forKey: .status)
    let balancer = try status?.nestedIfPresent(keyedBy: LoadBalancerKeys.self, forKey: .loadBalancer)
    self.init(
      metadata: try container.decode(ObjectMeta.self, forKey: .metadata),
      type: try spec?.decodeIfPresent(String.self, forKey: .type) ?? "",
      clusterIP: try spec?.decodeIfPresent(String.self, forKey: .clusterIP) ?? "",
      selector: try spec?.decodeIfPresent(StringMap.self, forKey: .selector) ?? [:],
      ports: try spec?.decodeIfPresent([ServicePort].self, forKey: .ports) ?? [],
      loadBalancer: try balancer?.decodeIfPresent([LoadBalancerIngress].self, forKey: .ingress) ?? []
    )
  }
}
