import KubernetesObjects

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
    case .superfluous(let reason): DataplaneVerdict.delete(reason).message ?? ""
    case .unexpected(let verdict): "There is a Dataplane, and the rules give none: \(verdict.message ?? "")"
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
