/// The rules of Kuma's validation of Dataplanes, as far as a generated Dataplane can break them.
public struct ValidationRules: Sendable, Hashable {
  /// Whether an inbound needs the tag of its service, and a Dataplane an inbound (VALID-3).
  public var service: ServiceNeed
  /// Whether a gateway needs the tag of its service (VALID-7).
  public var gatewayService: ServiceNeed
  /// Whether an address that means every address is refused (VALID-6).
  public var address: Address

  /// Whether a service is needed.
  public enum ServiceNeed: Sendable, Hashable {
    case always
    /// Only where there are tags; a Dataplane without inbounds is valid.
    case withTags
  }

  /// Whether an address that means every address is refused.
  public enum Address: Sendable, Hashable {
    case notChecked
    case checked
  }
}
