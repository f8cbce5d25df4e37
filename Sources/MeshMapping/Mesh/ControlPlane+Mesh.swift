public import KubernetesObjects

extension ControlPlane {
  /// The mesh that the controller puts a Pod in (MESH-1, MESH-2).
  ///
  /// - Parameters:
  ///   - pod: The Pod as it stands in the cluster, so with what the injector wrote on it.
  ///   - namespace: The Pod's Namespace.
  public func mesh(of pod: Pod, in namespace: Namespace) -> MeshChoice {
    mesh(of: pod, others: meshOfOthers(in: namespace))
  }

  /// The mesh that the injector works out and writes on the Pod (MESH-1, MESH-2).
  public func injectorMesh(of pod: Pod, in namespace: Namespace) -> MeshChoice {
    let lookup = rules.mesh.injector
    return choice(lookup, lookup.pod, pod.metadata) ?? choice(lookup, lookup.namespace, namespace.metadata) ?? .defaultMesh
  }

  /// The mesh of a Pod that the injector would write down, with what names it now; the same where something else does.
  func mesh(_ choice: MeshChoice, asWrittenFor pod: Pod, in namespace: Namespace) -> MeshChoice {
    let written = injectorMesh(of: pod, in: namespace)
    return written.name.hasSameBytes(as: choice.name) ? written : choice
  }

  private func choice(_ lookup: MeshLookup, _ places: [MetadataPlace], _ metadata: ObjectMeta) -> MeshChoice? {
    for place in places {
      guard let evidence = place.evidence(of: KumaKey.mesh, in: metadata) else { continue }
      if !evidence.value.isEmpty || lookup.emptyValue == .decides {
        return MeshChoice(name: evidence.value, evidence: evidence)
      }
    }
    return nil
  }
}

extension ControlPlane {
  /// The mesh that the controller puts the Pods of a Namespace in that name none themselves; nil stands for a Namespace that is
  /// not there.
  func meshOfOthers(in namespace: Namespace?) -> MeshChoice {
    let lookup = rules.mesh.controller
    return namespace.flatMap { choice(lookup, lookup.namespace, $0.metadata) } ?? .defaultMesh
  }

  /// The mesh that the controller puts a Pod in, where that of Pods that name none themselves is known.
  func mesh(of pod: Pod, others: MeshChoice) -> MeshChoice {
    let lookup = rules.mesh.controller
    return choice(lookup, lookup.pod, pod.metadata) ?? others
  }
}
