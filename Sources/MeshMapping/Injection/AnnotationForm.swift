/// What the value of an annotation must be for the injector to read it.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum AnnotationForm: String, Sendable, Hashable, CaseIterable {
  /// A word that says on or off.
  case onOrOff
  /// A word that says true or false.
  case trueOrFalse
  /// A number of 32 bits without a sign.
  case number
  /// A duration as Go writes it, e.g. `30s`.
  case duration
  /// Variables, e.g. `A=1;B=2`.
  case variables
  /// An IP family mode, `dualstack` or `ipv4`, in whatever case; or nothing.
  case familyMode
  /// Ports, e.g. `8080,9090`.
  case ports
}
