import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Which Deployment makes a Pod, by the name of its ReplicaSet and the hash that it is labelled with, where neither object is in the input.
@Suite("Deployments behind the names of ReplicaSets")
struct ReplicaSetNameTests {
  @Test(arguments: [
    ("web-6d5", "6d5", "Deployment web"), ("a-6d5", "6d5", "Deployment a"), ("web-6d5-6d5", "6d5", "Deployment web-6d5"),
    // The name has to end with a hyphen and the hash, and something has to stand before them.
    ("web-6d5", "7d4", "ReplicaSet web-6d5"), ("web-6d5", "", "ReplicaSet web-6d5"), ("web6d5", "6d5", "ReplicaSet web6d5"),
    ("-6d5", "6d5", "ReplicaSet -6d5"), ("6d5", "6d5", "ReplicaSet 6d5"), ("d5", "6d5", "ReplicaSet d5"),
  ])
  func deploymentsAreNamedByReplicaSets(_ name: String, _ hash: String, _ expected: String) throws {
    let owner = OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: name, controller: true)
    let pod = Pod.fixture(labels: hash.isEmpty ? [:] : ["pod-template-hash": hash], owners: [owner])
    let cluster = Cluster(
      [.kubernetes(.namespace(.fixture())), .kubernetes(.pod(pod))], under: ControlPlane(release: .newest))
    let workload = try #require(cluster.previews().first?.workload)
    #expect("\(workload.kind) \(workload.name)" == expected)
  }
}
