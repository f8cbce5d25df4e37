import KubernetesObjects

/// A namespace under an assumption about what the input lacks.
struct AssumedNamespace: Sendable {
  /// The way of its Pods.
  let mapper: NamespaceMapper
  /// The first gate of its Pods.
  let gate: NamespaceGate?
  /// What is assumed besides the Namespace itself.
  let assumption: Assumption

  /// The namespace as it is found.
  init(asFound mapper: NamespaceMapper) {
    self.init(mapper: mapper, Assumption())
  }

  /// The namespace of a mapper under an assumption.
  ///
  /// - Parameters:
  ///   - mapper: The namespace as it is found.
  ///   - assumption: What is assumed of objects around it.
  ///   - completeness: Which objects may be there though they are not found.
  ///   - namespace: The Namespace; that of the mapper where it is there.
  init(
    _ mapper: NamespaceMapper,
    under assumption: Assumption,
    knowing completeness: Completeness,
    _ namespace: Namespace?
  ) {
    let lookup = AssumedLookup(mapper.objects, under: assumption, knowing: completeness, mapper.controlPlane)
    let assumed = NamespaceMapper(of: mapper.namespace ?? namespace, among: lookup, under: mapper.controlPlane)
    self.init(mapper: assumed, assumption)
  }

  private init(mapper: NamespaceMapper, _ assumption: Assumption) {
    self.mapper = mapper
    self.assumption = assumption
    gate = mapper.namespace.map(mapper.controlPlane.gate)
  }

  /// A Pod as it is assumed to be: one that is not bound to a Node yet is bound to one, where Nodes are assumed to exist, and has the
  /// labels that the API server copies from it.
  func subject(_ prepared: PreparedPod) -> PreparedPod {
    guard case .labelled(let labels) = assumption.nodes, prepared.pod.spec.nodeName.isEmpty else { return prepared }
    var pod = prepared.pod
    pod.spec.nodeName = Assumption.nodeName
    if mapper.controlPlane.areTopologyLabelsCopied {
      for key in WorkloadPods.topologyKeys { pod.metadata.labels[key] = labels[key] ?? pod.metadata.labels[key] }
    }
    return PreparedPod(pod, under: mapper.controlPlane)
  }
}
