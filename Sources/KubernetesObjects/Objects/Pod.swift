/// What the mapping reads of a Pod.
///
/// A projection: it decodes from what `kubectl get -o json` prints and drops every field that is not listed here, so it is
/// not encodable.
public struct Pod: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta
  /// What the Pod is meant to be.
  public var spec: PodSpec
  /// What the cluster last saw of the Pod.
  public var status: PodStatus

  /// A Pod with the given values.
  public init(metadata: ObjectMeta, spec: PodSpec = PodSpec(), status: PodStatus = PodStatus()) {
    self.metadata = metadata
    self.spec = spec
    self.status = status
  }
}

extension Pod: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case metadata, spec, status
  }

  /// The kind that the type reads.
  public static let kind = "Pod"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["v1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = ""
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      metadata: try container.decode(ObjectMeta.self, forKey: .metadata),
      spec: try container.decodeIfPresent(PodSpec.self, forKey: .spec) ?? PodSpec(),
      status: try container.decodeIfPresent(PodStatus.self, forKey: .status) ?? PodStatus()
    )
  }
}
