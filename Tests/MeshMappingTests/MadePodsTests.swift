import KubernetesObjects
import MeshMapping
import Testing

/// What was worked out once of the Pods that workloads make is what a look at all Pods gives.
@Suite("Pods that workloads make")
struct MadePodsTests {
  private static func owner(_ kind: String, _ name: String) -> [OwnerReference] {
    [OwnerReference(apiVersion: "apps/v1", kind: kind, name: name, controller: true)]
  }

  private static func pod(_ name: String, _ labels: StringMap = [:], _ owners: [OwnerReference] = []) -> Pod {
    Pod(metadata: ObjectMeta(name: name, namespace: "demo", labels: labels, ownerReferences: owners))
  }

  private static let workloads = [
    ("Deployment", "web"), ("Deployment", "gone"), ("ReplicaSet", "web-1"), ("ReplicaSet", "bare"), ("StatefulSet", "db"),
    ("CronJob", "night"), ("Job", "night-1"), ("Job", "once"), ("Deployment", "nobody"),
  ].map { WorkloadReference(kind: $0.0, namespace: "demo", name: $0.1) }

  private static let cluster: Cluster = {
    let pods = [
      pod("web-1-b", ["pod-template-hash": "1"], owner("ReplicaSet", "web-1")),
      pod("web-1-a", [:], owner("ReplicaSet", "web-1")),
      pod("gone-7-a", ["pod-template-hash": "7"], owner("ReplicaSet", "gone-7")),
      pod("bare-a", [:], owner("ReplicaSet", "bare")), pod("db-0", [:], owner("StatefulSet", "db")),
      pod("night-1-a", [:], owner("Job", "night-1")), pod("once-a", [:], owner("Job", "once")), pod("alone"),
    ]
    let replicaSet = ReplicaSet(
      metadata: ObjectMeta(name: "web-1", namespace: "demo", ownerReferences: owner("Deployment", "web")), replicas: 2,
      template: PodTemplateSpec())
    let job = Job(
      metadata: ObjectMeta(name: "night-1", namespace: "demo", ownerReferences: owner("CronJob", "night")))
    return Cluster(
      pods.map { .kubernetes(.pod($0)) } + [.kubernetes(.replicaSet(replicaSet)), .kubernetes(.job(job))],
      under: ControlPlane(rules: .documented))
  }()

  /// The names of the Pods of each workload, as one looks at all Pods.
  private static func plain(in cluster: Cluster) -> [[String]] {
    workloads.map { cluster.pods(madeBy: $0).map(\.metadata.name) }
  }

  @Test func whatIsWorkedOutOnceIsWhatALookGives() {
    var made = MadePods()
    let names = Self.workloads.map { made.names(madeBy: $0, in: Self.cluster).map(\.name) }
    #expect(
      names == [["web-1-a", "web-1-b"], ["gone-7-a"], [], ["bare-a"], ["db-0"], ["night-1-a"], [], ["once-a"], []])
    #expect(names == Self.plain(in: Self.cluster))
  }

  /// The label that tells of a Deployment whose ReplicaSet is not there may become another one; other labels tell nothing.
  @Test(arguments: ["7", "8"]) func whatIsNotedIsLookedAtAgain(_ hash: String) {
    var made = MadePods()
    _ = made.names(madeBy: Self.workloads[1], in: Self.cluster)
    let old = Self.pod("gone-7-a", ["pod-template-hash": "7"], Self.owner("ReplicaSet", "gone-7"))
    let new = Self.pod("gone-7-a", ["pod-template-hash": hash, "app": "x"], Self.owner("ReplicaSet", "gone-7"))
    made.note(new, insteadOf: old)
    let cluster = Self.cluster.replacing([.kubernetes(.pod(new))])
    #expect(Self.workloads.map { made.names(madeBy: $0, in: cluster).map(\.name) } == Self.plain(in: cluster))
  }
}
