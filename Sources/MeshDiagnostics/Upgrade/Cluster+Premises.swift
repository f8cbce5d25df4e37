public import KubernetesObjects
public import MeshMapping

extension Cluster {
  /// What answers about the cluster take for granted that none of its objects says, in the order in which it is declared; nothing where there
  /// are no Pods, and nothing that makes some (UPG-4).
  ///
  /// A kind that the cluster is said to hold completely is not among it, and nor is one of which something could not be read: that makes a
  /// verdict incomplete.
  ///
  /// - Complexity: O(*n* log *n*) for *n* namespaces, Services and policies.
  public var premises: [Premise] {
    let names = previewNames
    guard !names.isEmpty else { return [] }
    return Premise.allCases.filter { premise in
      switch premise {
      case .namespaceLabels:
        completeness.namespaceLabels != nil && names.contains { namespace($0.namespace) == nil }
      case .noServices: isOpen(.services) && !namespaceNames.contains { !services(in: $0).isEmpty }
      case .defaultMesh: isOpen(.meshes) && knownMeshes.isEmpty
      case .noPolicies: isOpen(.policies) && policySelections.isEmpty
      }
    }
  }

  /// What answers about the Pods of the cluster rest on that its objects do not hold, as long as no policy has a part in them: what is taken
  /// for granted, and how many workloads want no Pods (UPG-4).
  ///
  /// - Parameter isChosen: Whether a Pod is of interest, by its namespace and name.
  /// - Complexity: O(*n* log *n*) for *n* namespaces, Services, policies and workloads.
  public func answerBasis(where isChosen: (ObjectName) -> Bool = { _ in true }) -> VerdictBasis {
    VerdictBasis(
      premises: premises.filter { $0 != .noPolicies }, harmlessUnknowns: [], idle: idleWorkloads(where: isChosen))
  }

  /// How many workloads want no Pods, of those that are of interest by what their Pods would be named.
  func idleWorkloads(where isChosen: (ObjectName) -> Bool) -> Int {
    idlePods.count { isChosen(ObjectName(namespace: $0.workload.namespace, name: $0.name.description)) }
  }

  /// Whether nothing is said of a kind, neither that all of it is there nor that some of it is not.
  private func isOpen(_ kind: Completeness.Kind) -> Bool {
    !completeness.known.contains(kind) && !completeness.unreadable.contains(where: kind.mayBe)
  }
}
