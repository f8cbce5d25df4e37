package import KubernetesObjects

/// The rules of inbounds.
package struct InboundRules: Sendable, Hashable {
  /// Which protocols are known by name.
  @ByteExactList package var knownProtocols: [String]
  /// Whether the protocol is written as found or in lower case (TAG-12).
  package var protocolCase: ProtocolCase
  /// Which `appProtocol` counts (TAG-13).
  package var appProtocol: AppProtocolReading
  /// How readiness is written (INB-2, INB-4).
  package var readiness: Readiness
  /// What the deletion of a Pod means for its inbounds (INB-3).
  package var deletion: Deletion
  /// Whether the sidecar's status is also looked for among the init containers (INB-8).
  package var nativeSidecarStatus: Reading
  /// What a Service of type ExternalName gives (SVC-6).
  package var externalName: ExternalName
  /// What happens where Services give no inbound (PORT-4).
  package var withoutInbound: WithoutInbound
  /// Whether an inbound has a name (INB-5).
  package var name: Presence
  /// What names it (INB-5).
  package var nameSource: NameSource
  /// Whether the inbound has the protocol as a field (INB-6).
  package var protocolField: Presence
  /// Whether inbounds of the same port are merged (INB-7).
  package var merging: Merging
  /// Whether that is so for inbounds with tags too (INB-7).
  package var taggedMerging: Merging
  /// What makes inbounds the same for merging (INB-7).
  package var mergingKey: MergingKey
  /// Which of the inbounds that are merged stays (INB-7).
  package var survivor: Survivor
  /// What an inbound is like if its Service belongs to the Pod only because labels are left out of its selector (SVC-4).
  package var unselected: Unselected
  /// What Services of zone proxies give (LSN-1).
  package var zoneProxyServices: ZoneProxyServices
  /// What the sidecar does with connections to ports of the Pod without an inbound (INB-9).
  package var undeclaredPorts: UndeclaredPorts

  /// How the protocol's name is written.
  package enum ProtocolCase: Sendable, Hashable {
    case asWritten
    case lowercased
  }

  /// Which `appProtocol` counts.
  package enum AppProtocolReading: Sendable, Hashable {
    /// Whatever the port says, the empty string included.
    case whateverIsWritten
    /// Only a protocol that Kuma knows; otherwise the annotation is read.
    case onlyKnown
  }

  /// How readiness is written.
  package enum Readiness: Sendable, Hashable {
    /// As health, where a status was found.
    case healthWhereKnown
    /// As state and health, always.
    case state
  }

  /// What the deletion of a Pod means.
  package enum Deletion: Sendable, Hashable {
    case ignored
    /// Inbounds of Services are not ready.
    case notReady
  }

  /// What a Service of type ExternalName gives.
  package enum ExternalName: Sendable, Hashable {
    case inbounds
    case nothing
  }

  /// What happens where Services give no inbound.
  package enum WithoutInbound: Sendable, Hashable {
    case failure
    /// The Pod is mapped as one without a Service.
    case placeholder
  }

  /// What names an inbound.
  package enum NameSource: Sendable, Hashable {
    case servicePort
    case containerPort
  }

  /// Whether inbounds of the same port are merged.
  package enum Merging: Sendable, Hashable {
    case kept
    /// They are, where the mesh uses MeshServices exclusively.
    case merged
    /// They are, in every mesh.
    case mergedEverywhere
  }

  /// Which of the inbounds that are merged stays, always in the place of the first.
  package enum Survivor: Sendable, Hashable {
    case first
    /// The one with the best state, Ready before NotReady before Ignored; of several the first.
    case readiest
  }

  /// What an inbound of a Service whose whole selector does not match is like.
  package enum Unselected: Sendable, Hashable {
    case ignored
    /// As any other.
    case asSelected
  }

  /// What makes inbounds the same.
  package enum MergingKey: Sendable, Hashable {
    case port
    case portAndState
  }

  /// What Services with the label of zone proxies give.
  package enum ZoneProxyServices: Sendable, Hashable {
    case inbounds
    /// Listeners where the mesh uses MeshServices exclusively, nothing elsewhere.
    case listeners
    /// Listeners in every mesh.
    case listenersEverywhere
  }
  /// What becomes of connections to ports without an inbound.
  package enum UndeclaredPorts: Sendable, Hashable {
    /// They are passed on to the application.
    case passedOn
    case refused
  }
}
