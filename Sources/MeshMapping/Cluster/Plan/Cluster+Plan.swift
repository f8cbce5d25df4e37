public import KubernetesObjects

extension Cluster {
  /// What one pass of the control plane does about every Dataplane: create, update, delete, leave as it is, or leave to the garbage
  /// collector (LIFE-1 … LIFE-8, DP-2). O(*n* log *n*) for *n* Pods and Dataplanes.
  public func plan() -> ClusterPlan {
    var elements: [ClusterPlan.Element] = []
    elements.reserveCapacity(namespaces.values.reduce(0) { $0 + max($1.pods.count, $1.dataplanes.count) })
    for namespace in namespaces.keys.sorted(by: { $0.string.precedesInBytes($1.string) }) {
      guard let objects = namespaces[namespace] else { continue }
      let view = view(of: objects)
      let dataplanes = objects.dataplanes.keys.lazy.map(\.string).filter { objects.pods[$0] == nil }
      for name in (objects.pods.names + dataplanes).sorted(by: { $0.precedesInBytes($1) }) {
        guard let item = view.planItem(of: name, objects.pods[name]) else { continue }
        elements.append(ClusterPlan.Element(name: ObjectName(namespace: namespace.string, name: name), item: item))
      }
    }
    return ClusterPlan(inOrder: elements)
  }

  /// What is done about the Dataplane of a name; nil where nothing is and there is none.
  public func planItem(of name: ObjectName) -> PlanItem? {
    planItems(of: [name]).first ?? nil
  }

  /// What is done about the Dataplanes of some names, an answer for each.
  func planItems(of names: [ObjectName]) -> [PlanItem?] {
    answers(for: names, in: Self.found) { view, name, pod in view.planItem(of: name.name, pod) }
  }
}

extension NamespaceView {
  /// What is done about the Dataplane of a name, which a Pod has or not; nil where nothing is and there is none.
  func planItem(of name: String, _ prepared: PreparedPod?) -> PlanItem? {
    let existing = existingDataplane(name)
    if let existing, !GarbageCollection.orphans(among: [existing], of: prepared.map { [$0.pod] } ?? []).isEmpty {
      return .collect
    }
    guard let prepared else { return nil }
    let outcome = outcome(of: prepared)
    switch outcome.verdict {
    case .apply, .pending:
      guard let dataplane = outcome.dataplane else { return nil }
      guard let existing else { return .create(dataplane) }
      let differences = existing.differences(to: dataplane)
      return differences.isEmpty && existing.isSame(as: dataplane) ? .unchanged(dataplane) : .update(dataplane, differences)
    case .delete(let reason): return existing.map { .delete(reason, existing: $0) }
    case .fail(let failure): return .fail(failure, existing: existing)
    case .leave(let reason): return existing.map { .leave(reason, existing: $0) }
    case .unknown(let needs): return .unknown(needs: needs, existing: existing)
    }
  }
}
