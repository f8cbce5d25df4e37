import KubernetesObjects
import MeshMapping

extension Diagnostics {
  /// What mends a finding, the least change first: edits that were tried.
  ///
  /// Each was applied, and what it may touch was mapped again: the finding vanished, no other of its severity or above appeared, no Pod
  /// loses its sidecar, and no Pods become others than those that the fix names. That Pods run without a sidecar which a corrected
  /// Namespace gives them once they are recreated does not count. What somebody wrote under the right key is not written over by what
  /// stands under a wrong one. Empty where nothing that can be written into an object does that. For many findings ask for all of them at once: equal edits are tried once.
  ///
  /// - Complexity: O(*n*) for *n* objects of the namespaces of the edits.
  public func fixes(for finding: Finding) -> [Fix] {
    fixes(for: [finding]).first ?? []
  }

  /// How many different edits of one object are tried at most by one call: whoever mends so many finds the others afterwards.
  public static let mostTrials = 32

  /// What mends each of some findings: an answer for each, in their order. Of one object 32 different edits are tried, those of the first
  /// findings, so that an object with ever more mistakes does not take ever longer for each.
  ///
  /// - Complexity: O(*n*) for *n* objects of the namespaces of the edits, for each that is different.
  public func fixes(for findings: some Sequence<Finding>) -> [[Fix]] {
    let ground = TrialGround(self)
    let namers = ServiceNamers(in: cluster)
    var trials: [[Edit]: Trial?] = [:]
    var counts: [ObjectReference: Int] = [:]
    func trial(_ edits: [Edit]) -> Trial? {
      if let known = trials[edits] { return known }
      let objects = Set(edits.map(\.field.object))
      guard objects.allSatisfy({ counts[$0, default: 0] < Self.mostTrials }) else { return nil }
      for object in objects { counts[object, default: 0] += 1 }
      let trial = Trial(edits, on: ground, and: namers.pods(losing: edits))
      trials[edits] = .some(trial)
      return trial
    }
    return findings.map { finding in
      finding.remedies.compactMap { remedy in
        guard !remedy.writesOver(entriesOf: cluster), let trial = trial(remedy.edits), trial.mends(finding) else {
          return nil
        }
        return Fix(remedy.message, remedy.edits, pods: trial.pods, restarts: trial.restarts(after: remedy.edits))
      }
    }
  }
}

extension Trial {
  /// Whether the edits do away with a finding, and with nothing that matters as much in its place.
  ///
  /// Whoever wrote the switch of a Namespace wrongly wanted its Pods to have sidecars: those that run without have to be recreated,
  /// which the fix says, and that is no new mistake.
  fileprivate func mends(_ finding: Finding) -> Bool {
    let worst = finding.field.object.kind == Namespace.kind ? worstNewOnceRecreated : worstNew
    return gone.contains(finding.identity) && !losesSidecar && (worst.map { $0 < finding.severity } ?? true)
  }

  /// The workloads whose Pods have to be made anew: what is written on a Namespace counts when a Pod is created. What is written on a
  /// template makes its Pods anew, and what is written on a Service needs no new ones.
  fileprivate func restarts(after edits: [Edit]) -> [WorkloadReference] {
    let edited = Set(edits.map { WorkloadReference(of: $0.field.object) })
    guard edits.contains(where: { $0.field.object.kind == Namespace.kind }) else { return [] }
    return workloads.filter { !edited.contains($0) }
  }
}

extension WorkloadReference {
  fileprivate init(of object: ObjectReference) {
    self.init(kind: object.kind, namespace: object.namespace, name: object.name)
  }
}
