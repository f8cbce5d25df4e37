/// The rules of what the injector writes on a Pod's metadata.
package struct WrittenMetadataRules: Sendable, Hashable {
  /// Where the mesh is written.
  package var mesh: MeshPlace
  /// Whether the port of Envoy's administration is written, and so read before.
  package var adminPort: AdminPort
  /// How the redirection of IPv6 is written.
  package var ipv6: IPv6Form
  /// What becomes of the IP family mode that the user wrote.
  package var ownFamilyMode: OwnFamilyMode

  /// Where the injector writes the mesh.
  package enum MeshPlace: Sendable, Hashable {
    case annotation
    case label
  }

  /// Whether the injector writes the administration port.
  package enum AdminPort: Sendable, Hashable {
    case notWritten
    case writtenUnlessPresent
  }

  /// How the injector writes what is done with IPv6.
  package enum IPv6Form: Sendable, Hashable {
    /// The port for IPv6.
    case port
    /// The IP family mode.
    case familyMode
  }

  /// What becomes of the IP family mode that the user wrote.
  package enum OwnFamilyMode: Sendable, Hashable {
    case replaced
    case kept
  }
}
