import KubernetesObjects

/// How a Dataplane that exists differs from what the rules give.
public struct VerificationProblem: Sendable, Hashable {
  /// The namespace and name of the Dataplane, and of its Pod.
  public let name: ObjectName
  /// What is wrong.
  public let kind: Kind

  /// What is wrong with a Dataplane.
  public enum Kind: Sendable, Hashable {
    /// The rules give one and there is none.
    case missing
    /// There is one, and the control plane would delete it.
    case superfluous(DataplaneOutcome.DeleteReason)
    /// There is one, and the control plane would not make it; why, in a sentence.
    case unexpected(String)
    /// There is one, and the Pod that owns it is not there.
    case orphaned
    /// There is one that a Pod owns, and no Pod of its name.
    case withoutPod
    /// A field differs: what it is, and what the rules give.
    case differs(FieldDifference)
  }
}

extension Fleet {
  /// Compares the Dataplanes that exist with what the rules give, by namespace and name (VER-1, VER-2).
  ///
  /// Labels that the rules do not give are not looked at: others may add them.
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
    switch (existing, outcome) {
    case (nil, .apply): return [.missing]
    case (nil, _): return []
    case (let existing?, nil):
      // What no Pod owns is somebody's own, and nobody's business here.
      return existing.metadata.ownerReferences.contains { $0.kind == Pod.kind } ? [.withoutPod] : []
    case (_?, .delete(let reason)): return [.superfluous(reason)]
    case (_?, .fail(let failure)): return [.unexpected(failure.message)]
    // What the control plane leaves alone stays as it is, but what was never injected has no Dataplane.
    case (_?, .some(.none(.notInjected))): return [.unexpected(outcome?.message ?? "")]
    case (_?, .some(.none)), (_?, .pending): return []
    case (let existing?, .apply(let given)):
      return existing.differences(to: given).filter { !Self.isExtraLabel($0) }.map { .differs($0) }
    }
  }

  private static func isExtraLabel(_ difference: FieldDifference) -> Bool {
    if case .label = difference.path { difference.new == nil } else { false }
  }
}

extension VerificationProblem.Kind {
  /// The problem's name, which never changes its meaning.
  public var code: String {
    switch self {
    case .missing: "missing"
    case .superfluous: "superfluous"
    case .unexpected: "unexpected"
    case .orphaned: "orphaned"
    case .withoutPod: "withoutPod"
    case .differs: "differs"
    }
  }

  /// The problem as a sentence, safe to print.
  public var message: String {
    switch self {
    case .missing: "There is no Dataplane, and the rules give one."
    case .superfluous(let reason): DataplaneOutcome.delete(reason).message ?? ""
    case .unexpected(let reason): "There is a Dataplane, and the rules give none: \(reason)"
    case .orphaned:
      "The Pod that owns the Dataplane is not in the input: add it; if it is gone, the garbage collector deletes the Dataplane."
    case .withoutPod: "There is a Dataplane, and no Pod of its name in the input."
    case .differs(let difference):
      "\(difference.path) is \(Self.text(difference.old)), and the rules give \(difference.new.map(\.quotedSafely) ?? "none")."
    }
  }

  private static func text(_ value: String?) -> String {
    value?.quotedSafely ?? "absent"
  }
}
