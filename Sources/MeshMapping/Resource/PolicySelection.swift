public import KubernetesObjects

/// What one field of an object selects: proxies by a tag, a label or the name of an inbound, or an object by its name.
public struct PolicySelection: Sendable, Hashable {
  /// The path to the field in the object, e.g. `spec.targetRef.tags["version"]`.
  public let path: DocumentPath
  /// Which side of the traffic is selected.
  public let role: Role
  /// What it is selected by.
  public let target: Target

  /// A selection of the given values.
  public init(path: DocumentPath, role: Role, target: Target) {
    self.path = path
    self.role = role
    self.target = target
  }

  /// Which side of the traffic is selected.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The proxies that the object is about: `targetRef` at the top, `selectors`.
    case proxies
    /// Those that traffic comes from: `from`, `sources`.
    case clients
    /// Those that traffic goes to: `to`, `destinations`, `backendRefs`.
    case destinations
  }

  /// What something is selected by.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Target: Sendable, Hashable {
    /// By a tag of inbounds and gateways, with its value; `*` is any value. A service that is named is one: its tag is `kuma.io/service`.
    case tag(ExactString, ExactString)
    /// By a tag of whatever value.
    case tagKey(ExactString)
    /// By a label of objects of a kind, with its value: `Dataplane`, `MeshService`.
    case label(ExactString, ExactString, kind: ExactString)
    /// By the name of an inbound, where that stands in `sectionName`.
    case inbound(ExactString)
    /// By name: the kind, namespace and name; the namespace is empty where none is written.
    case object(ObjectReference)
  }
}
