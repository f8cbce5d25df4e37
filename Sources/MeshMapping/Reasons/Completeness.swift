public import KubernetesObjects

/// Which kinds of objects an input is taken to hold completely, so that what is not there does not exist.
///
/// Where a kind is not known, what depends on its objects is unknown: neither invented nor taken for absent. A cluster that says
/// nothing else knows the kinds of which it holds an object, but for Namespaces: no Pod exists without one, so one that is not
/// there is somewhere else.
public struct Completeness: Sendable, Hashable {
  /// The kinds of which every object is there.
  public var known: Set<Kind>
  /// The labels that Namespaces are taken to have which are not there; nil where nobody knows them.
  public var namespaceLabels: StringMap?

  /// An input that holds the given kinds completely.
  ///
  /// - Parameters:
  ///   - known: The kinds of which every object is there.
  ///   - namespaceLabels: The labels that Namespaces are taken to have which are not there; nil where nobody knows them.
  public init(known: Set<Kind>, namespaceLabels: StringMap? = nil) {
    self.known = known
    self.namespaceLabels = namespaceLabels
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
    /// ReplicaSets, which lead to the Deployment that a Pod without a Service is named after.
    case replicaSets
    /// Jobs, which lead to the CronJob that a Pod without a Service is named after.
    case jobs
    case containerPatches
    /// EndpointSlices, which lead from a Service without a selector to its Pods.
    case endpointSlices
    /// Dataplanes that exist.
    case dataplanes
    /// Pods that run: what no template tells, their names say.
    case pods
  }
}

extension Completeness.Kind {
  /// Some kinds, each once, in the order in which they are declared.
  static func inOrder(_ kinds: some Sequence<Completeness.Kind>) -> [Completeness.Kind] {
    let wanted = Set(kinds)
    return allCases.filter(wanted.contains)
  }
}
