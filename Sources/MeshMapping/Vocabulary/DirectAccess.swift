public import KubernetesObjects

/// Which services a Pod reaches by their own addresses, past the balancing of its proxy (DA-1 … DA-6).
public enum DirectAccess: Sendable, Hashable {
  /// None.
  case none
  /// Those of these names, in the order written. A name is kept as the release keeps it, whitespace and all.
  case services([ExactString])
  /// Every service of the mesh, written `*`; with the other entries, which say nothing more, where a release keeps them.
  case everyService(entries: [ExactString])

  /// The wildcard that means every service.
  public static let wildcard = "*"

  /// The direct access that a list of entries means.
  public init(entries: [String]) {
    if entries.contains(where: { $0.hasSameBytes(as: Self.wildcard) }) {
      self = .everyService(entries: entries.map { ExactString($0) })
    } else {
      self = entries.isEmpty ? .none : .services(entries.map { ExactString($0) })
    }
  }

  /// What the name of a service in the list of direct access matches (DA-6).
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum NameMatching: String, Sendable, Hashable, CaseIterable {
    /// The inbounds whose tag `kuma.io/service` is the name.
    case serviceTag
    /// The Dataplanes whose label `kuma.io/service` is the name.
    case serviceLabel
    /// Nothing: only the wildcard counts.
    case nothing
  }

  /// The entries as they are written into the Dataplane.
  public var entries: [String] {
    switch self {
    case .none: []
    case .services(let entries), .everyService(let entries): entries.map(\.string)
    }
  }
}
