public import KubernetesObjects

/// A label of a Pod that did not become a tag, and why.
public struct DroppedLabel: Sendable, Hashable {
  /// The label's key.
  @ByteExact public private(set) var key: String
  /// The label's value.
  @ByteExact public private(set) var value: String
  /// Why it is not a tag.
  public let reason: Reason

  /// A dropped label with the given values.
  public init(key: String, value: String, reason: Reason) {
    self.key = key
    self.value = value
    self.reason = reason
  }

  /// Why a label is not a tag.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Reason: Sendable, Hashable {
    /// Its value is empty (TAG-2).
    case empty
    /// Its key contains `kuma.io/` (TAG-3).
    case reserved
    /// A tag that is added has the same key (TAG-8); where that one comes from.
    case overridden(by: TagOrigin)
    /// Inbounds have no tags (TAG-11).
    case tagsDisabled
    /// The Pod is a gateway that has the name of its Deployment as its only tag (GW-5).
    case providedGateway
    /// The Pod is a gateway that Kuma runs, whose tags are annotated (GW-7).
    case builtinGateway
  }
}

extension ControlPlane {
  /// The labels of a Pod that are not among some tags of its Dataplane, each with why, in the order of their keys.
  ///
  /// - Parameters:
  ///   - tags: The tags of an inbound or the gateway of the Pod's Dataplane.
  ///   - labels: The Pod's labels.
  public func droppedLabels(among labels: StringMap, from tags: Tags) -> [DroppedLabel] {
    // A Pod without a Service has no port of one among its tags; its labels follow a rule of their own (POD-3).
    let isWithoutService = tags.origin(of: KumaKey.kubernetesServicePort) != .servicePort
    let reserved = isWithoutService ? rules.tags.reservedLabelsWithoutService : rules.tags.reservedLabels
    return labels.entries.compactMap { label in
      let reason: DroppedLabel.Reason
      if !areTagsEnabled {
        reason = .tagsDisabled
      } else if label.value.isEmpty {
        reason = .empty
      } else if let origin = tags.origin(of: label.key) {
        guard origin != .podLabel else { return nil }
        reason =
          ReservedKey.isReserved(label.key) && reserved == .dropped ? .reserved : .overridden(by: origin)
      } else {
        reason = ReservedKey.isReserved(label.key) ? .reserved : .providedGateway
      }
      return DroppedLabel(key: label.key, value: label.value, reason: reason)
    }
  }
}
