/// The rules of Kuma's validation of Dataplanes, as far as a generated Dataplane can break them.
package struct ValidationRules: Sendable, Hashable {
  /// Whether an inbound needs the tag of its service, and a Dataplane an inbound (VALID-3).
  package var service: ServiceNeed
  /// Whether a gateway needs the tag of its service (VALID-7).
  package var gatewayService: ServiceNeed
  /// Whether an address that means every address is refused (VALID-6).
  package var addressCheck: Presence

  /// Whether a service is needed.
  package enum ServiceNeed: Sendable, Hashable {
    case always
    /// Only where there are tags; a Dataplane without inbounds is valid.
    case withTags
  }
}
