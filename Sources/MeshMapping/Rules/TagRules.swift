/// The rules of tags.
public struct TagRules: Sendable, Hashable {
  /// What becomes of a Pod's reserved labels in the tags of its Services' inbounds (TAG-3).
  public var reservedLabels: ReservedLabels
  /// What becomes of them in the tags of a Pod without a Service (POD-3).
  public var reservedLabelsWithoutService: ReservedLabels
  /// Whether the tags that name the Kubernetes objects are added (TAG-7).
  public var kubernetesTags: Presence
  /// Whether the tag of the instance is added (TAG-9).
  public var instanceTag: Presence
  /// What becomes of the protocol tag of a gateway (GW-3).
  public var gatewayProtocol: GatewayProtocol
  /// Whether the configured labels of a Pod's Node become tags (TAG-10).
  public var nodeLabels: RuleReading
  /// Whether the setting that leaves tags out is known (TAG-11).
  public var inboundTagsSetting: Setting
  /// What names the service of a Pod without a Service (POD-2).
  public var nameWithoutService: NameWithoutService

  /// What becomes of labels whose key contains `kuma.io/`.
  public enum ReservedLabels: Sendable, Hashable {
    case converted
    case dropped
  }

  /// Whether something is added.
  public enum Presence: Sendable, Hashable {
    case absent
    case added
  }

  /// What becomes of the protocol tag of a gateway.
  public enum GatewayProtocol: Sendable, Hashable {
    case kept
    /// It is left out where it is not `tcp`.
    case leftOutUnlessTCP
  }

  /// Whether a release knows a setting.
  public enum Setting: Sendable, Hashable {
    case notKnown
    case obeyed
  }

  /// What names the service of a Pod without a Service.
  public enum NameWithoutService: Sendable, Hashable {
    /// The Pod's name.
    case podName
    /// The Pod's name without its last two parts between `-`, where it has more than two.
    case podNameWithoutSuffixes
    /// The name of the object that owns the Pod, through ReplicaSets and Jobs.
    case owner
  }
}
