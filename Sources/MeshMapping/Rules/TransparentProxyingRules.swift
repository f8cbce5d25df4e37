/// The rules of transparent proxying, with direct access and what may be reached.
package struct TransparentProxyingRules: Sendable, Hashable {
  /// When the lists of services are read (TP-1).
  package var activation: Activation
  /// How the list of direct access is read (DA-1 … DA-3).
  package var directAccess: ListForm
  /// Whether names of services count in it, or only the wildcard (DA-6).
  package var directAccessNames: Reading
  /// What such names match (DA-6).
  package var directAccessKey: AccessKey
  /// What becomes of empty pieces of lists (DA-2, REACH-1).
  package var emptyPieces: EmptyPieces
  /// Whether the list of reachable services is read (REACH-1).
  package var reachableServices: Reading
  /// Whether reachable backends are read (REACH-2).
  package var reachableBackends: Reading
  /// Whether the port for IPv6 is read (TP-3).
  package var portV6: Reading
  /// Whether the IP family mode is read (TP-4). Where it is, a port for IPv6 that is no number is passed over.
  package var familyMode: Reading
  /// What an empty IP family mode means (TP-4).
  package var emptyFamilyMode: EmptyFamilyMode
  /// Whether the IP family mode is looked at before the port for outgoing traffic, which decides which of two errors is reported.
  package var familyModeOrder: FamilyModeOrder
  /// Whether the section is there where nothing is set (TP-5).
  package var emptySection: Presence
  /// Whether the port of Envoy's administration is read (TP-6).
  package var adminPort: Reading

  /// When the lists of services are read.
  package enum Activation: Sendable, Hashable {
    /// Where transparent proxying is switched on by annotation.
    case annotation
    /// There, and where a transparent proxy configuration is annotated.
    case annotationOrConfiguration
    /// Always: on Kubernetes transparent proxying is always on.
    case alwaysOn
    /// Always, and nothing but the lists: what else there is to know stands in the transparent proxy configuration.
    case listsAlone
  }

  /// How the list of direct access is read.
  package enum ListForm: Sendable, Hashable {
    /// Split at commas and nothing more.
    case split
    /// As the documentation says it: whitespace around entries does not count, empty ones are dropped, repeats kept once.
    case documented
  }

  /// What names of services are held against.
  package enum AccessKey: Sendable, Hashable {
    /// The tag of inbounds.
    case tag
    /// The label of Dataplanes.
    case label
  }

  /// What becomes of empty pieces of lists.
  package enum EmptyPieces: Sendable, Hashable {
    case kept
    case dropped
  }

  /// What an empty IP family mode means.
  package enum EmptyFamilyMode: Sendable, Hashable {
    case failure
    case leftOut
  }

  /// When the IP family mode is looked at.
  package enum FamilyModeOrder: Sendable, Hashable {
    case beforeOutboundPort
    case afterOutboundPort
  }
}

extension TransparentProxyingRules {
  /// What names of services in the list of direct access match (DA-6).
  package var nameMatching: DirectAccess.NameMatching {
    switch (directAccessNames, directAccessKey) {
    case (.notRead, _): .nothing
    case (.read, .tag): .serviceTag
    case (.read, .label): .serviceLabel
    }
  }
}
