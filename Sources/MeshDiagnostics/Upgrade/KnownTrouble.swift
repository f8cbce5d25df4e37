import MeshMapping

/// What is done to a workload, as far as it tells whether that is known already.
struct KnownTrouble: Sendable, Hashable {
  let effect: TroubleEffect
  let subject: UpgradeSubject
}

extension UpgradeStep {
  /// All that does away with something in the step, in the order in which it is found.
  var fixes: [UpgradeFix] { (lasting + followUps).flatMap(\.fixes) }

  /// What is known of the step.
  var knownTroubles: Set<KnownTrouble> {
    Set(
      (lasting + followUps).flatMap { trouble in
        trouble.workloads.map { KnownTrouble(effect: trouble.effect, subject: $0.subject) }
      })
  }

  /// Leaves out of what is done to workloads what is known already, and what is gone again at the end of the step.
  mutating func leaveOut(_ known: Set<KnownTrouble>) {
    troubles = lasting.compactMap { trouble in
      var trouble = trouble
      trouble.workloads.removeAll { known.contains(KnownTrouble(effect: trouble.effect, subject: $0.subject)) }
      return trouble.workloads.isEmpty ? nil : trouble
    }
  }
}
