import KubernetesObjects

/// What becomes of a Pod under two control planes, as far as somebody may select it.
struct ComparedPair {
  private let before: [ComparedPod]
  private let after: [ComparedPod]

  /// What becomes of the Pods of a name.
  init(from before: [ComparedPod], to after: [ComparedPod]) {
    self.before = before
    self.after = after
  }

  /// Whether a selector selects something else after than before, whatever the input lacks taken into account (CMP-6).
  func isSelectedOtherwise(by selector: [PolicySelection]) -> Bool {
    zip(before, after).contains { before, after in
      let variations = Set(before.variants.keys).union(after.variants.keys)
      return isSelectedOtherwise(by: selector, before.base, after.base)
        || variations.contains { isSelectedOtherwise(by: selector, before.fate($0), after.fate($0)) }
    }
  }

  private func isSelectedOtherwise(
    by selector: [PolicySelection], _ before: ComparedPod.Fate, _ after: ComparedPod.Fate
  ) -> Bool {
    // What depends on running Pods only is there in two ways.
    let pairs = [(before.outcome, after.outcome)] + zip(before.standIns, after.standIns)
    return pairs.contains { old, new in
      guard let old = old.dataplane, let new = new.dataplane else { return false }
      return SelectableProxy(old).ports(selectedBy: selector) != SelectableProxy(new).ports(selectedBy: selector)
    }
  }
}
