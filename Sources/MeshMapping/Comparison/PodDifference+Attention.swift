import KubernetesObjects

extension PodDifference {
  /// What kind of change it is by what it does to the Pod (CMP-5); nil where that is for what causes it to say.
  public var kind: ChangeKind? {
    switch self {
    case .gainsSidecar, .losesSidecar: .sidecar
    case .injection(_, .reject): .refusal
    case .injection: .sidecar
    case .outcome(let old, let new): Self.kind(from: old, to: new)
    case .serviceRenamed: .service
    // Only where a mesh uses MeshServices and nothing else, which select the inbound that stays too.
    case .inboundMerged: .selectable
    // Where backends are listed, they alone limit what MeshServices are reached, and services without one go with the mode of the mesh.
    case .reachableServicesUnread: .field
    case .directAccess: .access
    case .directAccessName(_, let matching): matching == .serviceTag ? .lifted : .access
    case .field(let difference): difference.kind
    }
  }

  /// Whether somebody has to look at it before an upgrade (CMP-5), as far as the difference alone tells:
  /// ``ReleaseComparison/Change/needsAttention`` also looks at what causes it.
  public var needsAttention: Bool { kind?.needsAttention ?? false }

  /// Whether somebody has to look at it before an upgrade that takes tags away as it is said.
  func needsAttention(where loss: TagLoss) -> Bool { needsAttention && !(loss == .everywhere && isTagGone) }

  private static func kind(from old: DataplaneVerdict, to new: DataplaneVerdict) -> ChangeKind {
    switch (old.action, new.action) {
    case (.fail, .fail): .field
    case (_, .fail): .refusal
    case (.fail, _) where new.givesDataplane: .lifted
    default: old.givesDataplane && !new.givesDataplane ? .dataplane : .field
    }
  }

  /// Whether what differs are outbounds.
  var isOfOutbounds: Bool {
    guard case .field(let difference) = self else { return false }
    switch difference.path {
    case .outbounds, .outbound: return true
    default: return false
    }
  }

  /// Whether a tag is gone, that of the service included.
  var isTagGone: Bool {
    guard case .field(let difference) = self, difference.new == nil else { return false }
    switch difference.path {
    case .inboundTag, .gatewayTag: return true
    default: return false
    }
  }
}

extension DataplaneVerdict {
  /// Whether there is a Dataplane by it.
  fileprivate var givesDataplane: Bool { action == .apply || action == .pending }
}

extension FieldDifference {
  /// What kind of change it is by the field and its values; nil where that is for what causes it to say.
  fileprivate var kind: ChangeKind? {
    switch path {
    case .mesh, .kind: .identity
    case .inbound, .gateway: old == nil ? .field : .service
    case .inboundTag(_, Self.serviceTag), .gatewayTag(Self.serviceTag): old == nil ? .field : .service
    case .inboundTag, .gatewayTag, .label, .inboundName: old == nil ? .field : .selectable
    case .inboundReadiness: Self.isReady(old) && !Self.isReady(new) ? .readiness : .field
    case .proxying(.reachableServices), .proxying(.reachableBackends): old == nil ? .field : .access
    case .proxying(.directAccessServices): old != nil && new == nil ? .access : .field
    default: nil
    }
  }

  private static let serviceTag = ExactString(KumaKey.serviceTag)

  /// Whether a state, with the health that may follow it, lets traffic through.
  private static func isReady(_ state: String?) -> Bool {
    guard let state else { return false }
    return state.utf8.starts(with: Dataplane.State.ready.rawValue.utf8) && state != "Ready, health not ready"
  }
}
