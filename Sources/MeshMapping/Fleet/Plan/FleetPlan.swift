import KubernetesObjects

/// What one pass of the control plane does about every Dataplane of a fleet.
public struct FleetPlan: Sendable, Hashable {
  /// What is done, by the namespace and name of Pod and Dataplane. A Pod that has no Dataplane and gets none is left out.
  public private(set) var items: [ObjectName: PlanItem]

  /// A plan of the given items.
  public init(items: [ObjectName: PlanItem] = [:]) {
    self.items = items
  }

  /// The items sorted by namespace and name. O(*n* log *n*).
  public var sorted: [(name: ObjectName, item: PlanItem)] {
    items.sorted { $0.key < $1.key }.map { (name: $0.key, item: $0.value) }
  }

  /// The plan after some changes, each of which says what it was before and is after.
  public func applying(_ changes: [FleetChange]) -> FleetPlan {
    var plan = self
    for change in changes { plan.items[change.name] = change.new }
    return plan
  }
}

extension Fleet {
  /// What one pass of the control plane does about every Dataplane: create, update, delete, leave as it is, or leave to the garbage
  /// collector (LIFE-1 … LIFE-8, DP-2). O(*n*) for *n* Pods and Dataplanes.
  public func plan() -> FleetPlan {
    var items: [ObjectName: PlanItem] = [:]
    items.reserveCapacity(shards.values.reduce(0) { $0 + max($1.pods.count, $1.dataplanes.count) })
    for (namespace, shard) in shards {
      let view = view(of: shard)
      for pod in shard.pods.all {
        let name = ObjectName(namespace: namespace.string, name: pod.pod.metadata.name)
        items[name] = view.planItem(of: name, pod)
      }
      for name in shard.dataplanes.keys where shard.pods[name.string] == nil {
        let name = ObjectName(namespace: namespace.string, name: name.string)
        items[name] = view.planItem(of: name, nil)
      }
    }
    return FleetPlan(items: items)
  }

  /// What is done about the Dataplane of a name; nil where nothing is and there is none.
  public func planItem(of name: ObjectName) -> PlanItem? {
    planItems(of: [name]).first ?? nil
  }

  /// What is done about the Dataplanes of some names, an answer for each.
  func planItems(of names: [ObjectName]) -> [PlanItem?] {
    answers(for: names, in: \.self) { view, name, pod in view.planItem(of: name, pod) }
  }
}

extension NamespaceView {
  /// What is done about the Dataplane of a name, which a Pod has or not; nil where nothing is and there is none.
  func planItem(of name: ObjectName, _ prepared: PreparedPod?) -> PlanItem? {
    let existing = dataplanes.isEmpty ? nil : dataplanes[ExactString(name.name)]
    if let existing, !GarbageCollection.orphans(among: [existing], of: prepared.map { [$0.pod] } ?? []).isEmpty {
      return .collect
    }
    guard let prepared else { return nil }
    switch outcome(of: prepared) {
    case .apply(let dataplane), .pending(let dataplane, _):
      guard let existing else { return .create(dataplane) }
      let differences = existing.differences(to: dataplane)
      return differences.isEmpty && existing == dataplane ? .unchanged(dataplane) : .update(dataplane, differences)
    case .delete(let reason): return existing == nil ? nil : .delete(reason)
    case .fail(let failure): return .fail(failure, existing: existing)
    case .none(let reason): return existing == nil ? nil : .leave(reason, existing: existing)
    }
  }
}
