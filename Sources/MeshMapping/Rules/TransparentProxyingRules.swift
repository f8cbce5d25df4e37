/// The rules of transparent proxying, with direct access and what may be reached.
public struct TransparentProxyingRules: Sendable, Hashable {
  /// When the lists of services are read (TP-1).
  public var gate: Gate
  /// How the list of direct access is read (DA-1 … DA-3).
  public var directAccess: ListForm
  /// What becomes of empty pieces of lists (DA-2, REACH-1).
  public var emptyPieces: EmptyPieces
  /// Whether the list of reachable services is read (REACH-1).
  public var reachableServices: RuleReading
  /// Whether reachable backends are read (REACH-2).
  public var reachableBackends: RuleReading
  /// Whether the port for IPv6 is read (TP-3).
  public var portV6: RuleReading
  /// Whether the IP family mode is read (TP-4). Where it is, a port for IPv6 that is no number is passed over.
  public var familyMode: RuleReading
  /// What an empty IP family mode means (TP-4).
  public var emptyFamilyMode: EmptyFamilyMode
  /// Whether the IP family mode is looked at before the port for outgoing traffic, which tells which of two errors is told.
  public var familyModeOrder: FamilyModeOrder
  /// Whether the section is left out where nothing is set (TP-5).
  public var emptySection: EmptySection
  /// Whether the port of Envoy's administration is read (TP-6).
  public var adminPort: RuleReading
  /// Whether the Dataplane holds outbounds, which are not mapped (TP-7).
  public var outbounds: Outbounds

  /// When the lists of services are read.
  public enum Gate: Sendable, Hashable {
    /// Where transparent proxying is switched on by annotation.
    case annotation
    /// There, and where a transparent proxy configuration is annotated.
    case annotationOrConfiguration
    /// Always: on Kubernetes transparent proxying is always on.
    case alwaysOn
  }

  /// How the list of direct access is read.
  public enum ListForm: Sendable, Hashable {
    /// Split at commas and nothing more.
    case split
    /// As the documentation says it: blanks around entries do not count, empty ones are dropped, repeats kept once.
    case documented
  }

  /// What becomes of empty pieces of lists.
  public enum EmptyPieces: Sendable, Hashable {
    case kept
    case dropped
  }

  /// Whether the Dataplane holds outbounds.
  public enum Outbounds: Sendable, Hashable {
    case written
    case leftOut
  }

  /// What an empty IP family mode means.
  public enum EmptyFamilyMode: Sendable, Hashable {
    case failure
    case leftOut
  }

  /// When the IP family mode is looked at.
  public enum FamilyModeOrder: Sendable, Hashable {
    case beforeOutboundPort
    case afterOutboundPort
  }

  /// What is done with a section in which nothing is set.
  public enum EmptySection: Sendable, Hashable {
    case written
    case leftOut
  }
}
