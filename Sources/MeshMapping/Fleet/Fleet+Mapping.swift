import KubernetesObjects

extension Fleet {
  /// What would happen to a Pod: the injection decision, and the Dataplane of a Pod that is injected or would be, mapped as
  /// injection leaves it and as it will be once it runs (INJ-1 …, WRITE-1 …, LIFE-3). Nil where there is no such Pod.
  public func preview(of name: ObjectName) -> PodReport? {
    previews(of: CollectionOfOne(name)).first
  }

  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7). Nil where there is no such Pod.
  public func reconciliation(of name: ObjectName) -> PodReport? {
    reconciliations(of: CollectionOfOne(name)).first
  }

  /// What one pass of the controller does with a Pod's Dataplane, without the injection decision that ``reconciliation(of:)``
  /// tells besides (LIFE-1 … LIFE-7). Nil where there is no such Pod.
  public func outcome(of name: ObjectName) -> DataplaneOutcome? {
    outcomes(of: CollectionOfOne(name)).first?.outcome
  }

  /// What would happen to every Pod, sorted by namespace and name.
  public func previews() -> [PodReport] {
    previews(of: podNames)
  }

  /// What one pass of the controller does with every Pod, sorted by namespace and name.
  public func reconciliations() -> [PodReport] {
    reconciliations(of: podNames)
  }

  /// What would happen to some Pods, in the order of their names; names that no Pod has are left out.
  ///
  /// What is around Pods is put together once for each run of names of one namespace.
  public func previews(of names: some Sequence<ObjectName>) -> [PodReport] {
    reports(of: names) { view in
      let gate = view.gate
      return { view.preview(of: $0, through: gate) }
    }
  }

  /// What one pass of the controller does with some Pods as they stand, in the order of their names; names that no Pod has are
  /// left out.
  ///
  /// What is around Pods is put together once for each run of names of one namespace.
  public func reconciliations(of names: some Sequence<ObjectName>) -> [PodReport] {
    reports(of: names) { view in
      let gate = view.gate
      return { view.reconciliation(of: $0, through: gate) }
    }
  }

  /// What one pass of the controller does with the Dataplanes of some Pods, in the order of their names, without the injection
  /// decisions that ``reconciliations(of:)`` tells besides; names that no Pod has are left out.
  ///
  /// What is around Pods is put together once for each run of names of one namespace.
  public func outcomes(of names: some Sequence<ObjectName>) -> [(name: ObjectName, outcome: DataplaneOutcome)] {
    reports(of: names) { view in
      { (name: ObjectName(of: $0.pod.metadata), outcome: view.outcome(of: $0.pod)) }
    }
  }

  /// The Dataplanes whose Pod is gone, which are left for garbage collection (LIFE-8).
  public func orphans() -> [ObjectName] {
    GarbageCollection.orphans(among: existingDataplanes, of: podNames.compactMap(pod))
  }

  /// What is told of some Pods by what is made of the view of their namespace, once for each run of names of one namespace.
  private func reports<Report>(
    of names: some Sequence<ObjectName>,
    _ telling: (NamespaceView) -> (StoredPod) -> Report
  ) -> [Report] {
    var reports: [Report] = []
    reports.reserveCapacity(names.underestimatedCount)
    var namespace: String?
    var view = view(of: NamespaceShard(under: controlPlane))
    var tell = telling(view)
    for name in names {
      if namespace.map({ !$0.hasSameBytes(as: name.namespace) }) ?? true {
        namespace = name.namespace
        view = self.view(of: name.namespace)
        tell = telling(view)
      }
      if let pod = view.pods[name.name] { reports.append(tell(pod)) }
    }
    return reports
  }
}
