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
  /// Who selects by what is gone, is added or has another value (CMP-6): whoever selected the proxy does so no more, or begins to. Of a
  /// selector all has to hold, before or after.
  ///
  /// - Parameters:
  ///   - difference: What two releases do differently with a Pod.
  ///   - mesh: The mesh that the Pod was in; nil for any.
  ///   - pair: What becomes of the Pod under both.
  func policies(
    selectingBy difference: PodDifference, in mesh: String?, of pair: @autoclosure () -> ComparedPair
  ) -> [SelectingPolicy] {
    guard !all.isEmpty else { return [] }
    let places = places(selectingBy: difference, in: mesh)
    guard !places.isEmpty else { return [] }
    let compared = pair()
    var seen: Set<Int> = []
    return places.filter { place in
      seen.insert(place).inserted
        && (all[place].selection.isOfAnyValue || compared.isSelectedOtherwise(by: selector(of: place)))
    }
    .map { all[$0] }
  }

  /// Where those are of whose selectors something is about what differs.
  private func places(selectingBy difference: PodDifference, in mesh: String?) -> [Int] {
    switch difference {
    case .serviceRenamed(let old, let new):
      return [old, new].flatMap { places(selectingByTag: KumaKey.serviceTag, value: $0.string, in: mesh) }
    case .inboundMerged(let service, _, _):
      return places(selectingByTag: KumaKey.serviceTag, value: service.string, in: mesh)
        + [KumaKey.kubernetesService, KumaKey.kubernetesServicePort].flatMap {
          places(selectingByTag: $0, value: nil, in: mesh)
        }
    case .field(let difference):
      return [difference.old, difference.new].compactMap(\.self).flatMap { value -> [Int] in
        // What is not known may be any value.
        let known = value.isStandIn ? nil : value
        return switch difference.path {
        case .inboundTag(_, let key), .gatewayTag(let key): places(selectingByTag: key.string, value: known, in: mesh)
        case .label(let key): places(selectingByLabel: key.string, value: known, in: mesh)
        case .inboundName: places(selectingInbound: value, in: mesh)
        default: [Int]()
        }
      }
    default: return []
    }
  }
}

extension PolicySelection {
  /// Whether it is no part of a selector, but asks for a tag of whatever value.
  fileprivate var isOfAnyValue: Bool { if case .tagKey = target { true } else { false } }
}
