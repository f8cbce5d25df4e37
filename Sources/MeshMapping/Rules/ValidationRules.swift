/// The rules of Kuma's validation of Dataplanes, as far as a generated Dataplane can break them.
package struct ValidationRules: Sendable, Hashable {
  /// Whether an inbound needs the tag of its service, and a Dataplane an inbound (VALID-3).
  package var service: ServiceNeed
  /// Whether a gateway needs the tag of its service (VALID-7).
  package var gatewayService: ServiceNeed
  /// Where a gateway that lacks that tag is reported (VALID-7).
  package var gatewayServicePlace: ServicePlace
  /// Whether a Dataplane can be an ingress, which follows other rules (VALID-3).
  package var ingresses: Presence
  /// Whether an address that means every address is refused (VALID-6).
  package var addressCheck: Presence
  /// When the port of Envoy's administration is held against the inbounds of a Pod (VALID-8).
  package var adminPortCheck: AdminPortCheck
  /// Whether a webhook refuses Services whose annotations name protocols that are not known (SVC-7).
  package var services: Presence
  /// What the name of a mesh may consist of (VALID-9).
  package var meshName: MeshName
  /// What the names of Mesh objects and of zones must be (VALID-15).
  package var objectNames: ObjectNames
  /// Whether the label of the origin must be one that is known (VALID-10).
  package var originCheck: Presence
  /// Whether reachable backends are looked at (VALID-11).
  package var reachableBackendsCheck: Presence
  /// Whether the listeners of zone proxies are looked at (VALID-12).
  package var listenersCheck: Presence

  /// When the port of Envoy's administration is held against the inbounds of a Pod.
  package enum AdminPortCheck: Sendable, Hashable {
    case always
    /// Where the control plane is set so that applications are reached at the address of the host itself.
    case withLocalhostInbounds
    case never
  }

  /// What the name of a mesh may consist of.
  package enum MeshName: Sendable, Hashable {
    /// Lower-case letters, digits, `-` and `_`.
    case withoutDots
    /// Dots too, 253 bytes at most.
    case withDots
  }

  /// What the names of Mesh objects and of zones must be.
  package enum ObjectNames: Sendable, Hashable {
    case notLookedAt
    /// RFC 1035 labels.
    case rfc1035
  }

  /// Where a missing tag of a service is reported.
  package enum ServicePlace: Sendable, Hashable {
    /// At the tag.
    case tag
    /// At the tags.
    case tags
  }

  /// Whether a service is needed.
  package enum ServiceNeed: Sendable, Hashable {
    case always
    /// Only where there are tags; a Dataplane without inbounds is valid.
    case withTags
  }
}
