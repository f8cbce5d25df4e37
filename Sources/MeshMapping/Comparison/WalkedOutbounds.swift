/// How the outbounds that old releases write into Dataplanes are looked at on a way.
///
/// Each Dataplane of a mesh has one for every service, and none of them ever needs attention. So they are left out as long as the
/// validator refuses none: what they do to a verdict then is that something harmless changes.
package enum WalkedOutbounds: Sendable {
  /// Under every release, as it writes them.
  case asWritten
  /// At the end of each line only, of the Pods in which nothing else changes that is harmless.
  case atEnds
  /// Not at all: where only what needs attention is asked for.
  case ignored

  /// A control plane, with the outbounds left out where they are not looked at.
  package func controlPlane(_ controlPlane: ControlPlane) -> ControlPlane {
    guard self != .asWritten else { return controlPlane }
    var without = controlPlane
    without.rules.outbounds.writing = .never
    return without
  }
}
