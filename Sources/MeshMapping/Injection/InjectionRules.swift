/// The rules of the injection: who is asked, what decides, what is written.
public struct InjectionRules: Sendable, Hashable {
  /// Which Pods the API server sends to the injector under the release's Helm chart (GATE-1 …).
  public var webhooks: [InjectionWebhook]
  /// Where the switch is read; the first place that has it decides (INJ-1).
  public var switchPlaces: [MetadataPlace]
  /// Where a sidecar that is there already is looked for (INJ-6).
  public var existingSidecar: ExistingSidecarSearch
  /// What a container that runs as the sidecar's user means (INJ-8).
  public var sidecarUser: SidecarUserCheck
  /// What a mesh that does not exist means (INJ-7).
  public var missingMesh: MissingMeshAnswer
  /// What the injector writes on the Pod, as far as the mapping reads it (WRITE-1 …).
  public var written: WrittenMetadata
}

/// Where the injector looks for a sidecar that is there already.
public enum ExistingSidecarSearch: Sendable, Hashable {
  case nowhere
  case containers
  case containersAndInitContainers
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
    /// The IP family mode, over what the user wrote.
    case familyMode
    /// The IP family mode, unless the user wrote one.
    case familyModeUnlessPresent
  }
}
