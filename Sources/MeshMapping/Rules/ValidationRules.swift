/// The rules of Kuma's validation of Dataplanes, as far as a generated Dataplane can break them.
package struct ValidationRules: Sendable, Hashable {
  /// Whether an inbound needs the tag of its service, and a Dataplane an inbound (VALID-3).
  package var service: ServiceNeed
  /// Whether a gateway needs the tag of its service (VALID-7).
  package var gatewayService: ServiceNeed
  /// Whether an address that means every address is refused (VALID-6).
  package var addressCheck: Presence
  /// Whether the port of Envoy's administration is held against the inbounds of a Pod (VALID-8).
  package var adminPortCheck: Presence
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

  /// Whether a service is needed.
  package enum ServiceNeed: Sendable, Hashable {
    case always
    /// Only where there are tags; a Dataplane without inbounds is valid.
    case withTags
  }
}
