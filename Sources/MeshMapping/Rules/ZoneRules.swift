package import KubernetesObjects

/// The rules of the zone of a control plane.
package struct ZoneRules: Sendable, Hashable {
  /// The zone's name where none is set; empty for none (TAG-5).
  @ByteExact package var defaultName: String
  /// When a control plane is that of a zone (LBL-1, ADM-2, SET-1).
  package var mode: Mode
  /// Whether the length of the name is limited (SET-1).
  package var lengthLimit: Presence

  /// When a control plane is that of a zone, and has to have a name for it.
  package enum Mode: Sendable, Hashable {
    /// Where a zone is set.
    case whereNamed
    /// Always.
    case always
  }
}
