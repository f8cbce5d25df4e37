import KubernetesObjects

extension PodDifference {
  /// Whether a policy may select by what is added, is gone or has another value, which needs attention only then (CMP-6).
  var isSelectable: Bool {
    guard case .field(let difference) = self else { return false }
    switch difference.path {
    case .inboundTag, .gatewayTag, .label, .inboundName: return true
    default: return false
    }
  }
}

extension PolicySelections {
  /// Who selects by what is gone, is added or has another value (CMP-6): whoever selected the proxy does so no more, or begins to.
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
      var seen: Set<SelectingPolicy> = []
      return [difference.old, difference.new].compactMap(\.self).flatMap { value in
        switch difference.path {
        case .inboundTag(_, let key), .gatewayTag(let key): policies(selectingByTag: key.string, value: value, in: mesh)
        case .label(let key): policies(selectingByLabel: key.string, value: value, in: mesh)
        case .inboundName: policies(selectingInbound: value, in: mesh)
        default: [SelectingPolicy]()
        }
      }
      .filter { seen.insert($0).inserted }
    default: return []
    }
  }
}
