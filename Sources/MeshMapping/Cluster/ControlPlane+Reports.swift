public import KubernetesObjects

extension ControlPlane {
  /// What would happen to a Pod: the injection decision, and the Dataplane of a Pod that is injected or would be, mapped as
  /// injection leaves it and as it will be once it runs (INJ-1 …, WRITE-1 …, LIFE-3). O(*n*) for *n* Services.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - namespace: Its Namespace; nil where it does not exist.
  ///   - catalog: What else the cluster has.
  public func preview(of pod: Pod, in namespace: Namespace?, among catalog: ObjectCatalog) -> PodReport {
    let own = preview(of: pod, in: namespace, among: catalog, offering: nil)
    guard writesOutbounds, catalog.dataplanes.isEmpty, let dataplane = own.outcome.dataplane else { return own }
    // Nothing offers anything but the Pod itself, once it is there.
    return preview(of: pod, in: namespace, among: catalog, offering: [dataplane])
  }

  /// What would happen to a Pod, where some Dataplanes make the outbounds of its own; nil for those of the catalog.
  private func preview(
    of pod: Pod,
    in namespace: Namespace?,
    among catalog: ObjectCatalog,
    offering: [Dataplane]?
  ) -> PodReport {
    let lookup = CatalogLookup(catalog, for: pod.metadata.effectiveNamespace, offering: offering, under: self)
    let mapper = NamespaceMapper(of: namespace, among: lookup, under: self)
    return mapper.preview(of: PreparedPod(pod, under: self), through: mapper.gate, previous: nil)
  }

  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7), with the injection decision. O(*n*) for *n*
  /// Services.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - namespace: Its Namespace; nil where it does not exist.
  ///   - catalog: What else the cluster has.
  public func reconciliation(of pod: Pod, in namespace: Namespace?, among catalog: ObjectCatalog) -> PodReport {
    let mapper = NamespaceMapper(of: namespace, among: lookup(in: catalog, for: pod), under: self)
    return mapper.reconciliation(of: PreparedPod(pod, under: self), through: mapper.gate, previous: nil)
  }
}
