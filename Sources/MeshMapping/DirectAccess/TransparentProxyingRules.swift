/// The rules of transparent proxying, with direct access and what may be reached.
public struct TransparentProxyingRules: Sendable, Hashable {
  /// When the lists of services are read (TP-1).
  public var gate: Gate
  /// How the list of direct access is read (DA-1 … DA-3).
  public var directAccess: ListReading
  /// How the list of reachable services is read (REACH-1).
  public var reachableServices: ListReading
  /// Whether reachable backends are read (REACH-2).
  public var reachableBackends: Reading
  /// What is read about IPv6 (TP-4).
  public var ipv6: IPv6
  /// What an empty IP family mode means (TP-4).
  public var emptyFamilyMode: EmptyFamilyMode
  /// Whether the section is left out where nothing is set (TP-5).
  public var emptySection: EmptySection
  /// Whether the port of Envoy's administration is read (ADM-1).
  public var adminPort: Reading
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

  /// How a comma-separated list is read.
  public enum ListReading: Sendable, Hashable {
    case notRead
    /// Split at commas; empty pieces and blanks stay, and so does the one empty piece of an empty annotation.
    case pieces
    /// Split at commas; an empty annotation gives nothing, otherwise empty pieces and blanks stay.
    case piecesUnlessEmpty
    /// Split at commas; empty pieces are dropped, blanks stay.
    case nonEmptyPieces
    /// As the documentation says it: blanks around entries do not count, empty ones are dropped, repeats kept once.
    case documented
  }

  /// Whether something is read.
  public enum Reading: Sendable, Hashable {
    case notRead
    case read
  }

  /// Whether the Dataplane holds outbounds.
  public enum Outbounds: Sendable, Hashable {
    case written
    case leftOut
  }

  /// What is read about IPv6.
  public enum IPv6: Sendable, Hashable {
    /// The port for IPv6, which must be a number.
    case port
    /// The IP family mode; where it is absent, the port 0 for IPv6 means IPv4 only. A port that is no number is passed over.
    case familyModeOrPort
    /// The IP family mode alone.
    case familyMode
  }

  /// What an empty IP family mode means.
  public enum EmptyFamilyMode: Sendable, Hashable {
    case failure
    case leftOut
  }

  /// What is done with a section in which nothing is set.
  public enum EmptySection: Sendable, Hashable {
    case written
    case leftOut
  }
}
