/// The rules of what the injector writes on a Pod: its metadata, its probes and the sidecar.
package struct WrittenMetadataRules: Sendable, Hashable {
  /// Where the mesh is written.
  package var mesh: MeshPlace
  /// How transparent proxying is written (WRITE-1, WRITE-4).
  package var proxying: ProxyingForm
  /// Whether the port of Envoy's administration is written, and so read before.
  package var adminPort: AdminPort
  /// How the redirection of IPv6 is written.
  package var ipv6: IPv6Form
  /// What becomes of the IP family mode that the user wrote.
  package var ownFamilyMode: OwnFamilyMode
  /// Whether virtual probes are on where neither the Pod nor the control plane says (WRITE-5).
  package var virtualProbes: InjectorSettings.Switch
  /// Whether there is a proxy of probes (WRITE-5).
  package var probeProxy: ProbeProxy
  /// Where the sidecar stands among the containers (WRITE-6).
  package var sidecarPosition: SidecarPosition
  /// Whether the sidecar can be an init container (WRITE-6).
  package var nativeSidecars: NativeSidecars

  /// What the injector writes where the control plane has a ConfigMap of transparent proxying (WRITE-8).
  package var configMap: ConfigMapForm
  /// What becomes of Pods where that ConfigMap does not exist or cannot be read (WRITE-8).
  package var missingConfigMap: MissingConfigMap
  /// When such a ConfigMap is looked for (WRITE-8).
  package var configMapUse: ConfigMapUse

  /// When the ConfigMap of transparent proxying is looked for.
  package enum ConfigMapUse: Sendable, Hashable {
    /// Where the control plane is set to use one.
    case whereSet
    /// For every Pod: one of a default name where none is set.
    case always
  }

  /// What becomes of Pods where the ConfigMap of transparent proxying does not exist or cannot be read.
  package enum MissingConfigMap: Sendable, Hashable {
    /// They are refused.
    case refused
    /// Kuma's defaults hold.
    case defaults
  }

  /// What the injector writes where the control plane has a ConfigMap of transparent proxying.
  package enum ConfigMapForm: Sendable, Hashable {
    /// What it writes anyway: the release knows no such ConfigMap.
    case notKnown
    /// The annotations of ports and IP family mode, and the whole configuration only for the CNI.
    case annotations
    /// The whole configuration as one annotation, and none of the others.
    case configuration
  }

  /// Where the injector writes the mesh.
  package enum MeshPlace: Sendable, Hashable {
    case annotation
    case label
  }

  /// How the injector writes what is redirected.
  package enum ProxyingForm: Sendable, Hashable {
    /// As annotations, each of one port or mode.
    case annotations
    /// As one annotation that holds the whole configuration, of which the mapping reads nothing.
    case configuration
  }

  /// Whether the injector writes the administration port.
  package enum AdminPort: Sendable, Hashable {
    case notWritten
    case writtenUnlessPresent
    /// Over whatever the Pod has.
    case written
  }

  /// How the injector writes what is done with IPv6.
  package enum IPv6Form: Sendable, Hashable {
    /// The port for IPv6.
    case port
    /// The IP family mode.
    case familyMode
  }

  /// Whether there is a proxy of probes.
  package enum ProbeProxy: Sendable, Hashable {
    case absent
    /// It is, unless virtual probes are off and the Pod does not name its port.
    case withVirtualProbes
    /// It is. A Pod that wants none gets virtual probes.
    case instead
    /// It is, and there are no virtual probes: the probes of a Pod that wants none stay as they are.
    case alone
  }

  /// Where the sidecar stands among the containers.
  package enum SidecarPosition: Sendable, Hashable {
    case last
    case first
  }

  /// Whether the sidecar can be an init container.
  package enum NativeSidecars: Sendable, Hashable {
    case unknown
    /// Where the control plane is set so.
    case offByDefault
    /// Where the control plane is not set otherwise.
    case onByDefault
    /// However the control plane is set.
    case always
  }

  /// What becomes of the IP family mode that the user wrote.
  package enum OwnFamilyMode: Sendable, Hashable {
    case replaced
    case kept
  }
}
