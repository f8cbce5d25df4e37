import KubernetesObjects

extension PodDifference {
  /// Whether somebody has to look at it before an upgrade (CMP-5): the Pod loses or gains its sidecar, is refused or loses its
  /// Dataplane; its service is renamed, merged or gone; it is in another mesh; a list of direct access no longer matches; an inbound is no longer
  /// ready. All else is harmless: what is added, and tags, labels and names that only policies could select by.
  public var needsAttention: Bool {
    switch self {
    case .gainsSidecar, .losesSidecar, .injection, .serviceRenamed, .inboundMerged, .directAccess: true
    case .directAccessName(_, let matching): matching != .serviceTag
    case .outcome(let old, let new): new.action == .fail || old.givesDataplane && !new.givesDataplane
    case .field(let difference): difference.needsAttention
    }
  }
}

extension DataplaneVerdict {
  /// Whether there is a Dataplane by it.
  fileprivate var givesDataplane: Bool { action == .apply || action == .pending }
}

extension FieldDifference {
  fileprivate var needsAttention: Bool {
    switch path {
    case .mesh: true
    case .inbound, .gateway: old != nil
    case .inboundTag(_, let key), .gatewayTag(let key): key == ExactString(KumaKey.serviceTag) && old != nil
    case .inboundReadiness: Self.isReady(old) && !Self.isReady(new)
    default: false
    }
  }

  /// Whether a state, with the health that may follow it, lets traffic through.
  private static func isReady(_ state: String?) -> Bool {
    guard let state else { return false }
    return state.utf8.starts(with: Dataplane.State.ready.rawValue.utf8) && state != "Ready, health not ready"
  }
}
