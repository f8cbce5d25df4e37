import KubernetesObjects
import MeshMapping

extension UpgradeWork {
  /// Some steps of the way.
  public struct Piece: Sendable {
    let cluster: Cluster
    let stretch: UpgradeStretch
    let workloads: WorkloadsOfPods
    /// The Pods that are looked at; nil for all.
    var names: [ObjectName]?
    var outbounds: WalkedOutbounds
    let extent: ComparisonExtent
    /// What is known of each step already; nil where nothing is.
    var known: [Set<KnownTrouble>]?
    /// Whose Pods notes are told of; nil where nobody asks for notes.
    var notes: Representatives?
  }

  /// What was found out about some steps of the way.
  public struct Result: Sendable {
    let steps: [UpgradeStep]
    let podsWithDataplane: Set<ObjectName>
    /// The services that Pods offer.
    let offers: [ExactString: Set<ObjectName>]
    let outbounds: WalkedOutbounds
  }
}

extension UpgradeWork.Piece {
  /// Does the work.
  ///
  /// - Complexity: O(*w* · *r*) for *w* workloads and *r* releases with different rules.
  public func result() -> UpgradeWork.Result {
    var walk = UpgradeWalk(in: cluster, along: stretch, of: names, outbounds: outbounds, looking: extent)
    var steps: [UpgradeStep] = []
    var noted: NotedPods?
    while !walk.areOutboundsRefused, let (step, ground) = walk.next() {
      let settings = steps.isEmpty ? stretch.settings : stretch.newSettings
      let before = ControlPlane(rules: ReleaseHistory.rules(of: step.old), settings: settings)
      let after = ControlPlane(rules: ReleaseHistory.rules(of: step.new), settings: stretch.newSettings)
      var onObjects = FoundNotes()
      if let notes {
        // What the objects show does not depend on what Pods reach.
        let around = Cluster(cluster, under: WalkedOutbounds.ignored.controlPlane(before))
        if settings.kubernetesVersion != noted?.version { noted = nil }
        onObjects = around.notes(from: step.old, to: step.new, on: pods(of: around, &noted, counting: notes.count(like:)))
      }
      var told = UpgradeStep(step, of: workloads, noting: onObjects)
      if let known { told.leaveOut(known[steps.count]) }
      told = told.withFixes(in: cluster, from: before, to: after, on: ground)
      told.addNoteFixes(in: cluster, from: before, to: after, on: ground)
      steps.append(told)
    }
    guard walk.areOutboundsRefused else {
      return UpgradeWork.Result(
        steps: steps, podsWithDataplane: walk.podsWithDataplane, offers: walk.offers, outbounds: outbounds)
    }
    var written = self
    (written.outbounds, written.names) = (.asWritten, nil)
    return written.result()
  }

  /// The Pods that notes are told of, worked out once for all steps.
  private func pods(of cluster: Cluster, _ known: inout NotedPods?, counting count: (ObjectName) -> Int) -> NotedPods {
    let pods = known ?? NotedPods(of: cluster, counting: count)
    known = pods
    return pods
  }
}
