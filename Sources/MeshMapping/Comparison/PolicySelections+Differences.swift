import KubernetesObjects

extension PodDifference {
  /// Whether a policy may select by what is gone or has another value, which needs attention only then (CMP-6).
  var isSelectable: Bool {
    guard case .field(let difference) = self, difference.old != nil else { return false }
    switch difference.path {
    case .inboundTag, .gatewayTag, .label, .inboundName: return true
    default: return false
    }
  }
}

extension PolicySelections {
  /// Who selects by what is gone or has another value (CMP-5).
  ///
  /// - Parameters:
  ///   - difference: What two releases do differently with a Pod.
  ///   - mesh: The mesh that the Pod was in; nil for any.
  func policies(selectingBy difference: PodDifference, in mesh: String?) -> [SelectingPolicy] {
    guard !all.isEmpty else { return [] }
    switch difference {
    case .serviceRenamed(let old, _):
      return policies(selectingByTag: KumaKey.serviceTag, value: old.string, in: mesh)
    case .inboundMerged(let service, _, _):
      return policies(selectingByTag: KumaKey.serviceTag, value: service.string, in: mesh)
    case .field(let difference):
      guard let old = difference.old else { return [] }
      switch difference.path {
      case .inboundTag(_, let key), .gatewayTag(let key): return policies(selectingByTag: key.string, value: old, in: mesh)
      case .label(let key): return policies(selectingByLabel: key.string, value: old, in: mesh)
      case .inboundName: return policies(selectingInbound: old, in: mesh)
      default: return []
      }
    default: return []
    }
  }
}
