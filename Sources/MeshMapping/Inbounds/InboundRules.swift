/// The rules of inbounds.
public struct InboundRules: Sendable, Hashable {
  /// Which protocols are known by name.
  public var knownProtocols: [String]
  /// Whether the protocol is written as found or in lower case (PROTO-3).
  public var protocolCase: ProtocolCase
  /// Which `appProtocol` counts (PROTO-4).
  public var appProtocol: AppProtocolReading
  /// How readiness is written (INB-2, INB-4).
  public var readiness: Readiness
  /// What the deletion of a Pod means for its inbounds (INB-3).
  public var deletion: Deletion
  /// Where the sidecar's status is looked for (INB-2).
  public var sidecarStatus: SidecarStatus
  /// What a Service of type ExternalName gives (SVC-7).
  public var externalName: ExternalName
  /// What happens where Services give no inbound (PORT-5).
  public var withoutInbound: WithoutInbound
  /// What names an inbound (INB-5).
  public var name: Name
  /// Whether the inbound has the protocol as a field (INB-6).
  public var protocolField: TagRules.Presence
  /// When inbounds of the same port are merged (INB-7).
  public var deduplication: Deduplication
  /// What Services of zone proxies give (LSN-1).
  public var zoneProxyServices: ZoneProxyServices

  /// How the protocol's name is written.
  public enum ProtocolCase: Sendable, Hashable {
    case asWritten
    case lowercased
  }

  /// Which `appProtocol` counts.
  public enum AppProtocolReading: Sendable, Hashable {
    /// Whatever the port says, the empty string included.
    case whateverIsWritten
    /// Only a protocol that Kuma knows; otherwise the annotation is read.
    case onlyKnown
  }

  /// How readiness is written.
  public enum Readiness: Sendable, Hashable {
    /// As health, where a status was found.
    case healthWhereKnown
    /// As state and health, always.
    case state
  }

  /// What the deletion of a Pod means.
  public enum Deletion: Sendable, Hashable {
    case ignored
    /// Inbounds of Services are not ready.
    case notReady
  }

  /// Where the sidecar's status is looked for.
  public enum SidecarStatus: Sendable, Hashable {
    case containers
    case containersAndInitContainers
  }

  /// What a Service of type ExternalName gives.
  public enum ExternalName: Sendable, Hashable {
    case inbounds
    case nothing
  }

  /// What happens where Services give no inbound.
  public enum WithoutInbound: Sendable, Hashable {
    case failure
    /// The Pod is mapped as one without a Service.
    case placeholder
  }

  /// What names an inbound.
  public enum Name: Sendable, Hashable {
    case nothing
    case servicePort
    case containerPort
  }

  /// When inbounds of the same port are merged; the first one stays.
  public enum Deduplication: Sendable, Hashable {
    case never
    /// Where the mesh uses MeshServices exclusively.
    case exclusiveMeshServices
    /// Where it does and inbounds have no tags.
    case exclusiveMeshServicesWithoutTags
  }

  /// What Services with the label of zone proxies give.
  public enum ZoneProxyServices: Sendable, Hashable {
    case inbounds
    /// Listeners where the mesh uses MeshServices exclusively, nothing elsewhere.
    case listeners
  }
}
