public import KubernetesObjects

/// What Kuma's validator refuses in a Dataplane, or in a Mesh: the field and the problem.
public struct ValidationProblem: Sendable, Hashable {
  /// The path, from `networking` for what the specification holds, e.g. `networking.inbound[0].tags["app"]`; `mesh` and
  /// `labels["kuma.io/origin"]` otherwise.
  @ByteExact public private(set) var path: String
  /// What is wrong there.
  public let kind: Kind

  /// A problem of the given place and kind.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// What is wrong.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Kind: Sendable, Hashable {
    /// The name of a tag is empty or has other characters than letters, digits and `.-_:/`.
    case tagName(ExactString)
    /// The value of a tag is empty or has other characters than letters, digits and `.-_:`.
    case tagValue(ExactString)
    /// The tag of the service is missing.
    case missingService
    /// The protocol is none of these.
    case unknownProtocol(ExactString, known: [ExactString])
    /// The port is not from 1 to 65535.
    case port(Int)
    /// The address means every address.
    case unspecifiedAddress(ExactString)
    /// The address is none of IP.
    case address(ExactString)
    /// There is neither an inbound nor a gateway.
    case noInbound
    /// A delegated gateway's protocol is another than `tcp`.
    case gatewayProtocol(ExactString)
    /// The port of Envoy's administration is also an inbound's.
    case adminPortInUse(Int)
    /// The name of the mesh is not one that a mesh can have.
    case meshName(ExactString)
    /// The label of the origin is neither `global` nor `zone`.
    case unknownOrigin(ExactString)
    /// The kind of a reachable backend is none that is known.
    case backendKind(ExactString)
    /// The name of a reachable backend is not the name of an object.
    case backendName(ExactString)
    /// A reachable backend has neither a name nor labels.
    case backendUnnamed
    /// A reachable backend has a namespace and no name.
    case backendNamespaceOnly
    /// A reachable backend has labels beside a name or a namespace.
    case backendNamedTwice
    /// The path of a virtual probe is none that a request could have.
    case urlPath(ExactString)
    /// The name of a listener is that of an inbound, or of a listener before it.
    case listenerNameInUse(ExactString)
    /// A listener listens where one of its type before it does.
    case listenerPlaceInUse(ListenerPlace)
    /// A listener listens where one of the other type before it does.
    case listenerPlaceOfOtherType(ListenerPlace)
    /// A listener listens where an inbound does.
    case listenerPlaceOfInbound(ListenerPlace)
    /// The name of a Mesh or of a zone is no RFC 1035 label.
    case objectName(ExactString)
  }
}
