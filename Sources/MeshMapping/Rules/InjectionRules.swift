/// The rules of the injection: who is asked, what decides, what is written.
public struct InjectionRules: Sendable, Hashable {
  /// Which Pods the API server sends to the injector under the release's Helm chart (GATE-1 …).
  public var webhooks: WebhookRules
  /// Whether the switch is read as a label (INJ-1).
  public var switchLabels: RuleReading
  /// Whether the switch is read as an annotation, after the label of the same object (INJ-1, INJ-4).
  public var switchAnnotations: RuleReading
  /// Whether a sidecar that is there already is looked for among the containers (INJ-7).
  public var existingSidecar: RuleReading
  /// Whether it is also looked for among the init containers (INJ-7).
  public var existingNativeSidecar: RuleReading
  /// What a container that runs as the sidecar's user means (INJ-9).
  public var sidecarUser: SidecarUserCheck
  /// What a mesh that does not exist means (INJ-8).
  public var missingMesh: MissingMeshAnswer
  /// What the injector writes on the Pod, as far as the mapping reads it (WRITE-1 …).
  public var written: WrittenMetadata
}

extension InjectionRules {
  /// Where the switch is read; the first place that has it decides (INJ-1).
  public var switchPlaces: [MetadataPlace] {
    MetadataPlace.ofPod(labels: switchLabels, annotations: switchAnnotations)
      + MetadataPlace.ofNamespace(labels: switchLabels, annotations: switchAnnotations)
  }
}

/// What the injector makes of a container that runs as the same user as the sidecar.
public enum SidecarUserCheck: Sendable, Hashable {
  case none
  case refused
}

/// What the injector does where the Pod's mesh does not exist.
public enum MissingMeshAnswer: Sendable, Hashable {
  case refused
  /// Refused, but for a zone proxy whose mesh is written down: that one waits for its mesh.
  case refusedUnlessZoneProxy
}

/// What the injector writes on a Pod's metadata.
public struct WrittenMetadata: Sendable, Hashable {
  /// Where the mesh is written.
  public var mesh: MeshMark
  /// Whether the port of Envoy's administration is written, and so read before.
  public var adminPort: AdminPortMark
  /// How the redirection of IPv6 is written.
  public var ipv6: IPv6Mark
  /// What becomes of the IP family mode that the user wrote.
  public var ownFamilyMode: OwnFamilyMode

  /// Where the injector writes the mesh.
  public enum MeshMark: Sendable, Hashable {
    case annotation
    case label
  }

  /// Whether the injector writes the administration port.
  public enum AdminPortMark: Sendable, Hashable {
    case notWritten
    case writtenUnlessPresent
  }

  /// How the injector writes what is done with IPv6.
  public enum IPv6Mark: Sendable, Hashable {
    /// The port for IPv6.
    case port
    /// The IP family mode.
    case familyMode
  }

  /// What becomes of the IP family mode that the user wrote.
  public enum OwnFamilyMode: Sendable, Hashable {
    case replaced
    case kept
  }
}
