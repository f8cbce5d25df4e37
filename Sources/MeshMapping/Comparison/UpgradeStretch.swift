/// A stretch of the way from one release to another: whole lines of releases.
package struct UpgradeStretch: Sendable {
  /// The release before.
  package let old: KumaRelease
  /// The releases behind it, line by line.
  let lines: [[KumaRelease]]
  /// The settings under the release before.
  package let settings: ControlPlaneSettings
  /// The settings under those behind it.
  package let newSettings: ControlPlaneSettings
}

extension UpgradeStretch {
  /// How many steps it has.
  package var count: Int { lines.count }

  /// The whole way from one release to another. What is announced is on it only where it is the end.
  ///
  /// - Parameters:
  ///   - old: The release before.
  ///   - new: The release after, a later one.
  ///   - settings: The settings under the release before.
  ///   - newSettings: The settings under those behind it.
  package init(
    from old: KumaRelease, to new: KumaRelease, settings: ControlPlaneSettings, newSettings: ControlPlaneSettings
  ) {
    let releases = (new.isAnnounced ? KumaRelease.known : KumaRelease.all).filter { $0 > old && $0 <= new }
    var lines: [[KumaRelease]] = []
    for release in releases {
      if let last = lines.last?.last, (last.major, last.minor) == (release.major, release.minor) {
        lines[lines.count - 1].append(release)
      } else {
        lines.append([release])
      }
    }
    self.init(old: old, lines: lines, settings: settings, newSettings: newSettings)
  }

  /// The stretch in parts that can be walked at the same time, in order, as equal as may be; each begins with the release that the one
  /// before it ends with, which is mapped twice.
  ///
  /// - Parameter count: How many there are at most.
  package func parts(_ count: Int) -> [UpgradeStretch] {
    guard count > 1, lines.count > 1 else { return [self] }
    let weights = lines.map(Self.weight)
    let share = (weights.reduce(0, +) + count - 1) / count
    var parts: [UpgradeStretch] = []
    var (start, weight) = (0, 0)
    for index in lines.indices {
      weight += weights[index]
      guard weight >= share || index == lines.indices.last else { continue }
      let first = start == 0 ? old : lines[start - 1].last ?? old
      parts.append(
        UpgradeStretch(
          old: first, lines: Array(lines[start...index]), settings: start == 0 ? settings : newSettings,
          newSettings: newSettings))
      (start, weight) = (index + 1, 0)
    }
    return parts
  }

  /// How much there is to do for a line: a comparison, and a mapping for each release with other rules.
  private static func weight(of line: [KumaRelease]) -> Int {
    var (weight, rules) = (2, [MappingRules]())
    for release in line {
      let own = ReleaseHistory.rules(of: release)
      if rules.last != own { weight += 1 }
      rules = [own]
    }
    return weight
  }
}
