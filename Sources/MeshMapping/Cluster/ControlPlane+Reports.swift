public import KubernetesObjects

extension ControlPlane {
  /// What would happen to a Pod: the injection decision, and the Dataplane of a Pod that is injected or would be, mapped as
  /// injection leaves it and as it will be once it runs (INJ-1 …, WRITE-1 …, LIFE-3). O(*n*) for *n* Services.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - namespace: Its Namespace; nil where it is not in the input.
  ///   - catalog: What else the cluster has, and what that lets one know.
  public func preview(of pod: Pod, in namespace: Namespace?, among catalog: ObjectCatalog) -> PodReport {
    let prepared = PreparedPod(pod, under: self)
    let own = variations(around: pod, in: namespace, among: catalog).preview(
      of: prepared, previous: catalog.dataplane(of: pod))
    guard writesOutbounds, catalog.dataplanes.isEmpty, let dataplane = own.outcome.dataplane else { return own }
    // Nothing offers anything but the Pod itself, once it is there.
    return variations(around: pod, in: namespace, among: catalog, offering: [dataplane])
      .preview(of: prepared, previous: catalog.dataplane(of: pod))
  }

  /// What would happen to Pods that a workload will make, as far as it is known before there are any (WORK-4 … WORK-7). O(*n* log *n*) for
  /// *n* Services.
  ///
  /// - Parameters:
  ///   - pods: The Pods.
  ///   - namespace: Their Namespace; nil where it is not in the input.
  ///   - catalog: What else the cluster has, and what that lets one know.
  public func preview(of pods: WorkloadPods, in namespace: Namespace?, among catalog: ObjectCatalog) -> PodReport {
    let lookup = CatalogLookup(catalog, for: pods.workload.namespace, under: self)
    let mapper = NamespaceMapper(of: namespace, among: lookup, under: self)
    return mapper.preview(of: pods, knowing: catalog.completeness)
  }

  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7), with the injection decision. O(*n*) for *n*
  /// Services.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - namespace: Its Namespace; nil where it does not exist.
  ///   - catalog: What else the cluster has.
  public func reconciliation(of pod: Pod, in namespace: Namespace?, among catalog: ObjectCatalog) -> PodReport {
    let mapper = mapper(around: pod, in: namespace, among: catalog)
    let seen = Variations.seenByController(
      in: pod.metadata.effectiveNamespace, mapper, without: catalog.completeness.unreadable)
    return mapper.reconciliation(
      of: PreparedPod(pod, under: self), through: mapper.gate, previous: catalog.dataplane(of: pod), knowing: seen)
  }

  /// What might be around a Pod, as far as a catalog lets one know; with the Dataplanes that its outbounds are made of, which are
  /// those of the catalog where none are given.
  private func variations(
    around pod: Pod,
    in namespace: Namespace?,
    among catalog: ObjectCatalog,
    offering: [Dataplane]? = nil
  ) -> Variations {
    let mapper = mapper(around: pod, in: namespace, among: catalog, offering: offering)
    return Variations(of: pod.metadata.effectiveNamespace, mapper, knowing: catalog.completeness)
  }

  /// The way of a Pod among the objects of a catalog.
  private func mapper(
    around pod: Pod,
    in namespace: Namespace?,
    among catalog: ObjectCatalog,
    offering: [Dataplane]? = nil
  ) -> NamespaceMapper {
    let lookup = CatalogLookup(catalog, for: pod.metadata.effectiveNamespace, offering: offering, under: self)
    return NamespaceMapper(of: namespace, among: lookup, under: self)
  }
}
