import KubernetesObjects

extension InjectionDecision: CustomStringConvertible {
  /// The decision as a sentence, safe to print.
  public var description: String { message }
}

extension DataplaneVerdict: CustomStringConvertible {
  /// The verdict as a sentence, safe to print.
  public var description: String { message ?? "The Dataplane is applied." }
}

extension DataplaneOutcome: CustomStringConvertible {
  /// The verdict as a sentence, safe to print.
  public var description: String { verdict.description }
}

extension MappingFailure: CustomStringConvertible {
  /// The failure as a sentence that says what to do, safe to print.
  public var description: String { message }
}

extension DataplaneRefusal: CustomStringConvertible {
  /// The refusal as a sentence that says what to do, safe to print.
  public var description: String { message }
}

extension WebhookCall: CustomStringConvertible {
  /// Whether the injector is asked, as a sentence that is safe to print.
  public var description: String { phrase }
}

extension SettingNote: CustomStringConvertible {
  /// The note as a sentence that says what to do, safe to print.
  public var description: String { message }
}

extension Evidence: CustomStringConvertible {
  /// The evidence as a phrase that is safe to print.
  public var description: String { phrase }
}

extension PodDifference: CustomStringConvertible {
  /// The difference as a sentence, safe to print.
  public var description: String { message }
}

extension FieldDifference: CustomStringConvertible {
  /// The difference as a sentence, safe to print.
  public var description: String { message }
}

extension VerificationProblem: CustomStringConvertible {
  /// The Dataplane and what is wrong with it, safe to print.
  public var description: String { "\(name.namespace.printedSafely)/\(name.name.printedSafely): \(kind.message)" }
}

extension ValidationProblem: CustomStringConvertible {
  /// The place and what is wrong there, as a sentence that is safe to print.
  public var description: String { "\(path) \(phrase)." }
}

extension Statement: CustomStringConvertible {
  /// The identifier, as it stands in the specification, e.g. `TAG-3`.
  public var description: String { rawValue }
}
