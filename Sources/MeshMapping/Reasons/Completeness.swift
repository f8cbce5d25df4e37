/// Which kinds of objects an input is taken to hold completely, so that what is not there does not exist.
///
/// Where a kind is not known, what depends on its objects is unknown: neither invented nor taken for absent.
public struct Completeness: Sendable, Hashable {
  /// The kinds of which every object is there.
  public var known: Set<Kind>

  /// An input that holds the given kinds completely.
  public init(known: Set<Kind>) {
    self.known = known
  }

  /// An input that holds every kind completely, as a control plane sees its cluster.
  public static let complete = Completeness(known: Set(Kind.allCases))

  /// A kind of object, or several that are used together, that an input may lack.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case namespaces
    case nodes
    case meshes
    /// ReplicaSets and Jobs, which lead to what a Pod without a Service is named after.
    case owners
    case containerPatches
  }
}
