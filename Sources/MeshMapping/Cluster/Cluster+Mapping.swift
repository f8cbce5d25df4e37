public import KubernetesObjects

extension Cluster {
  /// What would happen to a Pod: the injection decision, and the Dataplane of a Pod that is injected or would be, mapped as
  /// injection leaves it and as it will be once it runs (INJ-1 …, WRITE-1 …, LIFE-3). Nil where there is no such Pod.
  public func preview(of name: ObjectName) -> PodReport? {
    previews(of: [name]).first
  }

  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7). Nil where there is no such Pod.
  public func reconciliation(of name: ObjectName) -> PodReport? {
    reconciliations(of: [name]).first
  }

  /// What one pass of the controller does with a Pod's Dataplane, without the injection decision that ``reconciliation(of:)``
  /// adds (LIFE-1 … LIFE-7). Nil if there is no such Pod.
  public func outcome(of name: ObjectName) -> DataplaneOutcome? {
    outcomes(of: [name]).first ?? nil
  }

  /// What would happen to every Pod, and to the Pods that workloads will make, sorted by namespace and name.
  public func previews() -> [PodReport] {
    previews(of: previewNames)
  }

  /// What one pass of the controller does with every Pod, sorted by namespace and name.
  public func reconciliations() -> [PodReport] {
    reconciliations(of: podNames)
  }

  /// What would happen to some Pods, in the order of their names; names that no Pod has are left out. The name of Pods that a workload
  /// will make is a pattern, such as `web-*`, and may be that of several workloads.
  ///
  /// What is around Pods is put together once for each run of names of one namespace. Where outbounds are written into Dataplanes,
  /// see ``preparedForPreviews()``.
  public func previews(of names: [ObjectName]) -> [PodReport] {
    let cluster = lookingAtPreviews
    let needs = cluster.clusterScoped.outbounds.needsOfPreviews
    let reports = cluster.previewReports(of: names)
    return needs.isEmpty ? reports : reports.map { $0.withUnknownOutbounds(needing: needs) }
  }

  /// What one pass of the controller does with some Pods as they stand, in the order of their names; names that no Pod has are
  /// left out.
  ///
  /// What is around Pods is put together once for each run of names of one namespace.
  public func reconciliations(of names: [ObjectName]) -> [PodReport] {
    func context(_ name: String, _ view: NamespaceView) -> (view: NamespaceView, gate: NamespaceGate?) {
      (view, view.mapper.gate)
    }
    let reports = answers(for: names, in: context) { namespace, _, pod in
      pod.map { namespace.view.reconciliation(of: $0, through: namespace.gate) }
    }
    return reports.compactMap(\.self)
  }

  /// An answer for each name by what might be around the Pod that has it, as far as the input lets one know, and the Dataplane that is
  /// there; nil where no Pod has the name.
  func answersUnderVariations<Answer>(
    _ names: [ObjectName],
    _ answer: (Variations, PreparedPod, Dataplane?) -> Answer
  ) -> [Answer?] {
    let completeness = completeness
    func context(_ name: String, _ view: NamespaceView) -> (view: NamespaceView, variations: Variations) {
      (view, Variations(of: name, view.mapper, knowing: completeness))
    }
    return answers(for: names, in: context) { namespace, name, pod in
      pod.map { answer(namespace.variations, $0, namespace.view.existingDataplane(name.name)) }
    }
  }

  /// A namespace as it is found.
  static func found(_ name: String, _ view: NamespaceView) -> NamespaceView { view }

  /// What one pass of the controller does with the Dataplanes of some Pods, one outcome for each name, without the injection
  /// decisions that ``reconciliations(of:)`` adds; nil if no Pod has the name.
  ///
  /// What is around Pods is put together once for each run of names of one namespace.
  public func outcomes(of names: [ObjectName]) -> [DataplaneOutcome?] {
    answers(for: names, in: Self.found) { view, _, pod in pod.map(view.outcome) }
  }

  /// The Dataplanes whose Pod is gone, which are left for garbage collection (LIFE-8).
  public func orphans() -> [ObjectName] {
    GarbageCollection.orphans(among: existingDataplanes, of: podNames.compactMap(pod))
  }

  /// An answer for each name, by what is made of the view of its namespace, once for each run of names of one, and the Pod that has
  /// the name, if any.
  func answers<Context, Answer>(
    for names: [ObjectName],
    in context: (String, NamespaceView) -> Context,
    _ answer: (Context, ObjectName, PreparedPod?) -> Answer
  ) -> [Answer] {
    var answers: [Answer] = []
    answers.reserveCapacity(names.count)
    var next = 0
    while next < names.count {
      let namespace = names[next].namespace
      let view = view(of: namespace)
      let context = context(namespace, view)
      while next < names.count, names[next].namespace.hasSameBytes(as: namespace) {
        answers.append(answer(context, names[next], view.objects.pods[names[next].name]))
        next += 1
      }
    }
    return answers
  }
}
