/// The rules of tags.
package struct TagRules: Sendable, Hashable {
  /// What becomes of a Pod's reserved labels in the tags of its Services' inbounds (TAG-3).
  package var reservedLabels: ReservedLabels
  /// What becomes of them in the tags of a Pod without a Service (POD-3).
  package var reservedLabelsWithoutService: ReservedLabels
  /// Whether the tags that name the Kubernetes objects are added (TAG-7).
  package var kubernetesTags: Presence
  /// Whether the tag of the instance is added (TAG-9).
  package var instanceTag: Presence
  /// What becomes of the protocol tag of a gateway (GW-3).
  package var gatewayProtocol: GatewayProtocol
  /// Whether the configured labels of a Pod's Node become tags (TAG-10).
  package var nodeLabels: Reading
  /// Whether inbounds have tags at all (TAG-11).
  package var inboundTags: Presence
  /// Whether the setting that leaves tags out is read (TAG-11).
  package var inboundTagsSetting: Reading
  /// What names the service of a Pod without a Service (POD-2).
  package var nameWithoutService: NameWithoutService

  /// What becomes of labels whose key contains `kuma.io/`.
  package enum ReservedLabels: Sendable, Hashable {
    case converted
    case dropped
  }

  /// What becomes of the protocol tag of a gateway.
  package enum GatewayProtocol: Sendable, Hashable {
    case kept
    /// It is left out where it is not `tcp`.
    case leftOutUnlessTCP
  }

  /// What names the service of a Pod without a Service.
  package enum NameWithoutService: Sendable, Hashable {
    /// The Pod's name.
    case podName
    /// The Pod's name without its last two parts between `-`, where it has more than two.
    case podNameWithoutSuffixes
    /// The name of the object that owns the Pod, through ReplicaSets and Jobs.
    case owner
  }
}
