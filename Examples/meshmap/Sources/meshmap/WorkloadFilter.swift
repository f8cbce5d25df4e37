import ArgumentParser
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// A workload by its kind and name, as people name one to `kubectl`: `deployment/web`, `deploy/web`, `Deployment/web`.
struct WorkloadFilter: Sendable {
  private let kind: String
  private let name: String

  /// Reads a kind and name.
  init(_ string: String) throws {
    let parts = string.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw ValidationError("\(string.quotedSafely) does not name a workload; write kind/name, such as deployment/web.")
    }
    kind = parts[0].lowercased()
    name = parts[1]
  }

  /// A workload that the first argument of a command names; nil where that names something else.
  init?(argument: String) {
    let kinds = Self.kinds.flatMap(Self.names)
    guard let filter = try? WorkloadFilter(argument), kinds.contains(filter.kind) else { return nil }
    self = filter
  }

  private static let kinds = [
    Deployment.kind, ReplicaSet.kind, ReplicationController.kind, StatefulSet.kind, DaemonSet.kind, Job.kind, CronJob.kind,
    Rollout.kind, "DeploymentConfig",
  ]

  private static let shortNames = [
    Deployment.kind: "deploy", ReplicaSet.kind: "rs", ReplicationController.kind: "rc", StatefulSet.kind: "sts",
    DaemonSet.kind: "ds", CronJob.kind: "cj", Rollout.kind: "ro", "DeploymentConfig": "dc",
  ]

  /// What a kind may be called.
  private static func names(of kind: String) -> [String] {
    [kind.lowercased(), "\(kind.lowercased())s"] + (shortNames[kind].map { [$0] } ?? [])
  }

  /// Whether a workload is the one that is meant.
  func matches(_ workload: WorkloadReference?) -> Bool {
    guard let workload else { return false }
    return ExactString(workload.name) == ExactString(name) && Self.names(of: workload.kind).contains(kind)
  }

  /// The names of the Pods of the workload, in whatever namespace.
  func names(in cluster: Cluster) throws -> Set<ObjectName> {
    let groups = cluster.workloadGroups
    let names = groups.filter { matches($0.workload) }.flatMap(\.names)
    guard names.isEmpty else { return Set(names) }
    let known = Set(groups.map { "\($0.workload.kind.lowercased())/\($0.workload.name)".printedSafely }).sorted()
    let there = known.isEmpty ? "there is none" : "there are \(known.prefix(10).joined(separator: ", "))"
    let more = known.count > 10 ? " and \(known.count - 10) more" : ""
    throw SharedOptions.failure("workload \("\(kind)/\(name)".printedSafely) has no Pods in the input; \(there)\(more)")
  }
}
