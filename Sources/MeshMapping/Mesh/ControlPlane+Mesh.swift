public import KubernetesObjects

extension ControlPlane {
  /// The mesh that the controller puts a Pod in (MESH-1, MESH-2).
  ///
  /// - Parameters:
  ///   - pod: The Pod as it stands in the cluster, so with what the injector wrote on it.
  ///   - namespace: The Pod's Namespace.
  public func mesh(of pod: Pod, in namespace: Namespace) -> MeshChoice {
    choice(rules.mesh.controller, pod: pod, namespace: namespace)
  }

  /// The mesh that the injector works out and writes on the Pod (MESH-1, MESH-2).
  public func injectorMesh(of pod: Pod, in namespace: Namespace) -> MeshChoice {
    choice(rules.mesh.injector, pod: pod, namespace: namespace)
  }

  private func choice(_ lookup: MeshLookup, pod: Pod, namespace: Namespace) -> MeshChoice {
    for place in lookup.places {
      guard let evidence = place.evidence(of: KumaKey.mesh, pod: pod, namespace: namespace) else { continue }
      if !evidence.value.isEmpty || lookup.emptyValue == .decides {
        return MeshChoice(name: evidence.value, evidence: evidence)
      }
    }
    return .defaultMesh
  }
}
