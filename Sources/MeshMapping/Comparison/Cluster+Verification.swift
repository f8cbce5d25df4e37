import KubernetesObjects

extension Cluster {
  /// Compares the Dataplanes that exist with what the rules give, by namespace and name (VER-1, VER-2).
  ///
  /// Labels and annotations that the rules do not give are not looked at: others may add them.
  public func verification() -> [VerificationProblem] {
    let orphans = Set(orphans())
    let names = Set(podNames).union(existingDataplanes.map(\.objectName))
    return names.sorted().flatMap { name -> [VerificationProblem] in
      if orphans.contains(name) { return [VerificationProblem(name: name, kind: .orphaned)] }
      return problems(of: existingDataplane(name), given: outcome(of: name)).map {
        .init(name: name, kind: $0)
      }
    }
  }

  private func problems(of existing: Dataplane?, given outcome: DataplaneOutcome?) -> [VerificationProblem.Kind] {
    guard let existing else { return outcome?.verdict == .apply ? [.missing] : [] }
    // What no Pod owns is somebody's own, and nobody's business here.
    guard let outcome else { return existing.metadata.ownerReferences.contains { $0.kind == Pod.kind } ? [.withoutPod] : [] }
    switch outcome.verdict {
    case .delete(let reason): return [.superfluous(reason)]
    // What the control plane leaves alone stays as it is, but what was never injected has no Dataplane.
    case .fail, .leave(.notInjected): return [.unexpected(outcome.verdict)]
    case .leave, .pending, .unknown: return []
    case .apply:
      guard let given = outcome.dataplane else { return [] }
      return existing.differences(to: given).filter { !isNotGiven($0) }.map { .differs($0) }
    }
  }

  /// Whether a difference is something beside what the rules give: labels and annotations of others, and outbounds of virtual IPs,
  /// where a release writes them and nothing here knows them.
  private func isNotGiven(_ difference: FieldDifference) -> Bool {
    switch difference.path {
    case .label, .annotation: difference.new == nil
    case .outbound, .outbounds: difference.new == nil && controlPlane.rules.outbounds.virtualIPs == .present
    default: false
    }
  }
}
