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
    let mapper = NamespaceMapper(of: namespace, among: lookup(in: catalog, for: pod), under: self)
    return mapper.preview(of: PreparedPod(pod, under: self), through: mapper.gate, previous: catalog.dataplane(of: pod))
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
    return mapper.reconciliation(
      of: PreparedPod(pod, under: self), through: mapper.gate, previous: catalog.dataplane(of: pod))
  }
}
