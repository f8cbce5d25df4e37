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
      for name in objects.namesOfPodsAndProxies {
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
    let existing = objects.existingResource(name, of: prepared.map { mapper.controlPlane.proxyKind(of: $0.pod) })
    let isOrphan = existing.map { resource in
      GarbageCollection.isOrphan(resource.metadata) { owner in
        prepared.flatMap { owner.hasSameBytes(as: $0.pod.metadata.name) ? $0.pod.metadata.uid : nil }
      }
    }
    if isOrphan ?? false { return .collect }
    guard let prepared else { return nil }
    let outcome = outcome(of: prepared)
    switch outcome.verdict {
    case .apply, .pending:
      guard let given = outcome.resource else { return nil }
      guard let existing else { return .create(given) }
      let resource = mapper.controlPlane.unknownOutbounds.isEmpty ? given : given.keepingOutbounds(of: existing)
      let differences = existing.differences(to: resource)
      if differences.isEmpty, existing.isSame(as: resource) { return .unchanged(resource) }
      // What is left out since nobody knows it differs from what exists, whatever that is.
      let needs = Completeness.Kind.inOrder(outcome.unknownValues.map(\.needs).filter { $0 != .controlPlane })
      guard needs.isEmpty else { return .unknown(needs: needs, existing: existing) }
      return .update(resource, differences)
    case .delete(let reason): return existing.map { .delete(reason, existing: $0) }
    case .fail(let failure): return .fail(failure, existing: existing)
    case .leave(let reason): return existing.map { .leave(reason, existing: $0) }
    case .unknown(let needs): return .unknown(needs: needs, existing: existing)
    }
  }
}

extension ProxyResource {
  /// The resource with those outbounds besides that exist already: nobody knows whether they are of virtual IPs that are still there (OUT-4).
  fileprivate func keepingOutbounds(of existing: ProxyResource) -> ProxyResource {
    guard case .dataplane(var dataplane) = self, let kept = existing.dataplane?.networking.outbound,
      Set(kept).isSuperset(of: dataplane.networking.outbound)
    else { return self }
    dataplane.networking.outbound = kept
    return .dataplane(dataplane)
  }
}

extension NamespaceObjects {
  /// The resource of a name that exists: of the kind that the Pod of the name has, or of any where there is no such Pod.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - kind: What kind of proxy the Pod of the name has; nil where there is no such Pod.
  func existingResource(_ name: String, of kind: ProxyKind?) -> ProxyResource? {
    let key = ExactString(name)
    switch kind {
    case .sidecar, .builtinGateway: return dataplanes.isEmpty ? nil : dataplanes[key].map(ProxyResource.dataplane)
    case .zoneIngress: return zoneIngresses[key].map(ProxyResource.zoneIngress)
    case .zoneEgress: return zoneEgresses[key].map(ProxyResource.zoneEgress)
    case nil:
      return dataplanes[key].map(ProxyResource.dataplane) ?? zoneIngresses[key].map(ProxyResource.zoneIngress)
        ?? zoneEgresses[key].map(ProxyResource.zoneEgress)
    }
  }
}

extension NamespaceObjects {
  /// The names of the Pods, and of the resources that exist without one, in order.
  fileprivate var namesOfPodsAndProxies: [String] {
    var names = pods.names + dataplanes.keys.lazy.map(\.string).filter { pods[$0] == nil }
    if !zoneIngresses.isEmpty || !zoneEgresses.isEmpty {
      let zoneProxies = Set(zoneIngresses.keys).union(zoneEgresses.keys)
      names += zoneProxies.filter { pods[$0.string] == nil && dataplanes[$0] == nil }.map(\.string)
    }
    return names.sorted { $0.precedesInBytes($1) }
  }
}
