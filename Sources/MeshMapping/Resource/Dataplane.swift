public import KubernetesObjects

/// Kuma's Dataplane: the proxy of one Pod, with what it receives and how it redirects traffic.
///
/// Encodes as the resource `kuma.io/v1alpha1` that Kuma's control plane writes on Kubernetes, absent defaults left out, and
/// decodes from it.
public struct Dataplane: Sendable, Hashable {
  /// The mesh that the Dataplane belongs to.
  @ByteExact public var mesh: String
  /// The name, namespace, labels and owner.
  public var metadata: Metadata
  /// The networking.
  public var networking: Networking
  /// Where metrics are read; nil where the Pod says nothing of its own about it.
  public var metrics: Metrics?
  /// The probes that the proxy answers in the place of the application; nil where it answers none.
  public var probes: Probes?
  /// What else the spec says of a Dataplane that was read, which no rules give. It is compared, and not written.
  public var otherFields: [OtherField]

  /// A Dataplane with the given values.
  public init(
    mesh: String,
    metadata: Metadata,
    networking: Networking,
    metrics: Metrics? = nil,
    probes: Probes? = nil,
    otherFields: [OtherField] = []
  ) {
    self.mesh = mesh
    self.metadata = metadata
    self.networking = networking
    self.metrics = metrics
    self.probes = probes
    self.otherFields = otherFields
  }

  /// The API version of the resource.
  public static let apiVersion = "kuma.io/v1alpha1"
  /// The kind of the resource.
  public static let kind = "Dataplane"
  /// The port of the inbound of a Pod without a Service; nothing ever listens there (POD-1).
  public static let reservedPort = 49151
}

extension Dataplane {
  /// What the mapping writes of a Dataplane's metadata.
  public struct Metadata: Sendable, Hashable {
    /// The name, which is the Pod's.
    @ByteExact public var name: String
    /// The namespace, which is the Pod's.
    @ByteExact public var namespace: String
    /// The labels.
    public var labels: StringMap
    /// The annotations.
    public var annotations: StringMap
    /// The owner, which is the Pod.
    public var ownerReferences: [OwnerReference]
    /// Whether what it was read from names the owners.
    public var ownership: Ownership

    /// Whether owners are named where a Dataplane is read from.
    public enum Ownership: Sendable, Hashable {
      /// They are, as Kubernetes names them.
      case written
      /// They are not: what `kumactl` prints has none.
      case notPrinted
    }

    /// Metadata with the given values.
    public init(
      name: String,
      namespace: String,
      labels: StringMap = [:],
      annotations: StringMap = [:],
      ownerReferences: [OwnerReference] = [],
      ownership: Ownership = .written
    ) {
      self.name = name
      self.namespace = namespace
      self.labels = labels
      self.annotations = annotations
      self.ownerReferences = ownerReferences
      self.ownership = ownership
    }

    /// Metadata as `kumactl` prints it: without owners, and with labels that Kuma keeps as annotations, so that nobody can tell which are.
    init(printed name: ObjectName, labels: StringMap) {
      self.init(name: name.name, namespace: name.namespace, labels: labels, ownership: .notPrinted)
      for key in [KumaKey.displayName, KumaKey.serviceAccount, KumaKey.workload] { annotations[key] = labels[key] }
    }
  }

  /// What a Dataplane receives and how it redirects.
  public struct Networking: Sendable, Hashable {
    /// The Pod's address; empty before it has one.
    @ByteExact public var address: String
    /// What the proxy receives.
    public var inbound: [Inbound]
    /// What the application reaches through the proxy, in releases that write it here.
    public var outbound: [Outbound]
    /// What a zone proxy in a mesh listens on.
    public var listeners: [Listener]
    /// The gateway, where the Pod is one.
    public var gateway: Gateway?
    /// How traffic is redirected.
    public var transparentProxying: TransparentProxying?
    /// The port of Envoy's administration, where one is set.
    public var adminPort: Int?

    /// Networking with the given values.
    public init(
      address: String,
      inbound: [Inbound] = [],
      outbound: [Outbound] = [],
      listeners: [Listener] = [],
      gateway: Gateway? = nil,
      transparentProxying: TransparentProxying? = nil,
      adminPort: Int? = nil
    ) {
      self.address = address
      self.inbound = inbound
      self.outbound = outbound
      self.listeners = listeners
      self.gateway = gateway
      self.transparentProxying = transparentProxying
      self.adminPort = adminPort
    }
  }

  /// One port that the proxy receives traffic on.
  public struct Inbound: Sendable, Hashable {
    /// The address, where it is another than that of the Dataplane; the mapping makes none such.
    @ByteExact public var address: String
    /// The port of the Pod.
    public var port: Int
    /// The inbound's name; empty where it has none.
    @ByteExact public var name: String
    /// The tags.
    public var tags: Tags
    /// Whether traffic is to be sent there.
    public var state: State
    /// Whether the application answers; nil where nothing is known.
    public var health: Health?
    /// The application protocol, in releases that write it as a field; empty elsewhere.
    @ByteExact public var appProtocol: String

    /// An inbound with the given values.
    public init(
      address: String = "",
      port: Int,
      name: String = "",
      tags: Tags,
      state: State = .ready,
      health: Health? = nil,
      appProtocol: String = ""
    ) {
      self.address = address
      self.port = port
      self.name = name
      self.tags = tags
      self.state = state
      self.health = health
      self.appProtocol = appProtocol
    }

    /// Where the tag of a name comes from.
    public func origin(of tag: String) -> TagOrigin? { tags.origin(of: tag) }
  }

  /// Whether traffic is to be sent to an inbound or listener.
  public enum State: String, Sendable, Hashable, Codable {
    /// It is.
    case ready = "Ready"
    /// It is not, for now.
    case notReady = "NotReady"
    /// It is not, on purpose: another inbound of the port takes its place.
    case ignored = "Ignored"
  }

  /// Whether the application behind an inbound answers.
  public struct Health: Sendable, Hashable {
    /// Whether it is ready.
    public var isReady: Bool

    /// Health of the given readiness.
    public init(isReady: Bool) {
      self.isReady = isReady
    }
  }

  /// A gateway.
  public struct Gateway: Sendable, Hashable {
    /// Who runs it: the Pod itself, or Kuma.
    public var type: GatewayType
    /// The tags.
    public var tags: Tags

    /// A gateway of the given type and tags.
    public init(type: GatewayType = .delegated, tags: Tags) {
      self.type = type
      self.tags = tags
    }

    /// Who runs a gateway.
    public enum GatewayType: String, Sendable, Hashable, Codable {
      /// Somebody else.
      case delegated = "DELEGATED"
      /// Kuma.
      case builtin = "BUILTIN"
    }
  }

  /// One port that a zone proxy in a mesh listens on.
  public struct Listener: Sendable, Hashable {
    /// What the listener is for.
    public var type: ListenerType
    /// The Pod's address.
    @ByteExact public var address: String
    /// The port of the Pod.
    public var port: Int
    /// The listener's name.
    @ByteExact public var name: String
    /// Whether traffic is to be sent there.
    public var state: State

    /// A listener with the given values.
    public init(type: ListenerType, address: String, port: Int, name: String, state: State) {
      self.type = type
      self.address = address
      self.port = port
      self.name = name
      self.state = state
    }

    /// What a listener is for.
    public enum ListenerType: String, Sendable, Hashable, Codable {
      /// Traffic of other zones that comes in.
      case zoneIngress = "ZoneIngress"
      /// Traffic to other zones and external services that goes out.
      case zoneEgress = "ZoneEgress"
    }
  }
}
