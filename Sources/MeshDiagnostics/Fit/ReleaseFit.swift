import KubernetesObjects
public import MeshMapping

/// How well the rules of a release fit the Dataplanes that exist.
public struct ReleaseFit: Sendable, Hashable {
  /// The release.
  public let release: KumaRelease
  /// How many Dataplanes, or Pods that should have one, are not as its rules give.
  public let differing: Int

  /// A release under which so many differ.
  public init(release: KumaRelease, differing: Int) {
    self.release = release
    self.differing = differing
  }
}

extension ReleaseFit: Identifiable {
  /// The release.
  public var id: KumaRelease { release }
}
