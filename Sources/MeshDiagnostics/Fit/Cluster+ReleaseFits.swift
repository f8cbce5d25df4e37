public import KubernetesObjects
public import MeshMapping

extension Cluster {
  /// How well releases fit the Dataplanes that exist, under the settings of this cluster's control plane: the best one first, and of equal
  /// ones the newest.
  ///
  /// A control plane that was upgraded leaves Dataplanes as they are until something changes them, so that the one that runs may not be
  /// the one that fits. O(*n*) for *n* Pods, for each release.
  ///
  /// - Parameters:
  ///   - releases: The releases.
  ///   - isCounted: Whether a Dataplane of a name is counted.
  public func releaseFits(
    among releases: [KumaRelease] = KumaRelease.newestOfEachLine,
    where isCounted: (ObjectName) -> Bool = { _ in true }
  ) -> [ReleaseFit] {
    let fits = releases.map { release in
      let rules = ControlPlane(release: release).rules
      let cluster = Cluster(self, under: ControlPlane(rules: rules, settings: controlPlane.settings))
      let names = Set(cluster.verification().problems.map(\.name).filter(isCounted))
      return ReleaseFit(release: release, differing: names.count)
    }
    return fits.sorted { left, right in
      left.differing == right.differing ? right.release < left.release : left.differing < right.differing
    }
  }
}
