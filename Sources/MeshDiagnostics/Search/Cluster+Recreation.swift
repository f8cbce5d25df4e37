import KubernetesObjects
import MeshMapping

extension Cluster {
  /// What has to be recreated for a goal that Pods reach when they are created: one of them is there already, and was created otherwise.
  ///
  /// - Parameters:
  ///   - report: What happens to one of the Pods.
  ///   - goal: The goal.
  func recreation(of report: PodReport, for goal: EditGoal) -> Recreation? {
    let made = report.workload.map { pods(madeBy: $0) } ?? []
    let there = made.isEmpty ? [pod(report.name)].compactMap(\.self) : made
    let isWanted = goal != .notInjected
    guard there.contains(where: { $0.isThere && ($0.sidecarEvidence != nil) != isWanted }) else { return nil }
    return Recreation(of: report)
  }
}

extension Recreation {
  /// What makes the Pod of a report anew.
  init(of report: PodReport) {
    self = report.workload.map { .workload($0) } ?? .pod(report.name)
  }
}

extension Pod {
  /// Whether the Pod was created and is not over: a manifest has no phase.
  fileprivate var isThere: Bool { ["Pending", "Running"].contains { status.phase.hasSameBytes(as: $0) } }
}
