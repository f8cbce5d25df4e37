import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What workloads will make is looked up by label and kept from one change to the next: in a cluster that is prepared as in one that is not.
@Suite("Looking up what workloads will make")
struct PlannedLookupTests {
  private static func deployment(_ name: String, _ labels: StringMap, replicas: Int = 1) -> ClusterObject {
    let template = PodTemplateSpec(labels: labels, spec: PodSpec(containers: [Container(name: "app")]))
    return .kubernetes(
      .deployment(Deployment(metadata: ObjectMeta(name: name, namespace: "demo"), replicas: replicas, template: template)))
  }

  private static func service(_ selector: StringMap) -> ClusterObject {
    .kubernetes(.service(Service(metadata: ObjectMeta(name: "s", namespace: "demo"), selector: selector)))
  }

  private static let workloads: [ClusterObject] = [
    deployment("a", ["app": "a", "tier": "web"]), deployment("b", ["app": "b", "tier": "web"]),
    deployment("c", ["app": "c"]), deployment("d", ["app": "d", "tier": "data"]), deployment("e", [:]),
  ]

  private static let selectors: [(selector: StringMap, names: [String])] = [
    (["app": "a"], ["a-*", "e-*"]), (["app": "x"], ["e-*"]), (["tier": "web"], ["a-*", "b-*", "c-*", "e-*"]),
    (["app": "b", "tier": "web"], ["b-*", "e-*"]), (["app": "b", "tier": "data"], ["e-*"]),
    (["statefulset.kubernetes.io/pod-name": "a-0"], ["a-*", "b-*", "c-*", "d-*", "e-*"]),
    (["app": "c", "controller": "x"], ["c-*", "e-*"]), ([:], ["a-*", "b-*", "c-*", "d-*", "e-*"]),
  ]

  private static func cluster(_ objects: [ClusterObject]) -> Cluster {
    Cluster(objects + [.kubernetes(.namespace(.fixture()))], under: ControlPlane(rules: .documented))
  }

  /// A selector may want labels that controllers add, and what a template says has to be the same.
  @Test(arguments: selectors)
  func bySelector(_ selector: StringMap, _ names: [String]) {
    for cluster in [Self.cluster(Self.workloads), Self.cluster(Self.workloads).preparedForPreviews()] {
      #expect(cluster.previewNames(touchedBy: [Self.service(selector)]).map(\.name) == names)
    }
  }

  /// Only labels that a template has are sure to be on its Pods.
  @Test func bySelectorForSure() {
    let cluster = Self.cluster(Self.workloads).preparedForPreviews()
    #expect(cluster.plansPod(in: "demo", selectedBy: ["app": "b", "tier": "web"]))
    #expect(!cluster.plansPod(in: "demo", selectedBy: ["app": "e"]))
    #expect(!cluster.plansPod(in: "other", selectedBy: ["app": "b"]))
  }

  /// A workload that takes the place of itself makes other Pods, and the others make the same.
  @Test(arguments: [
    deployment("b", ["app": "z"]), deployment("b", ["app": "b", "tier": "web", "x": "y"]), deployment("b", ["app": "b"]),
    deployment("b", ["app": "b"], replicas: 0), deployment("f", ["app": "a"]), deployment("b", ["tier": "web"]),
    deployment("e", ["app": "a"]),
  ])
  func afterAChange(_ change: ClusterObject) {
    let prepared = Self.cluster(Self.workloads).preparedForPreviews().replacing([change])
    let anew = Self.cluster(Self.workloads + [change])
    #expect(prepared.previews() == anew.previews())
    for (selector, _) in Self.selectors {
      let service = Self.service(selector)
      #expect(prepared.previewNames(touchedBy: [service]) == anew.previewNames(touchedBy: [service]))
    }
    let back = prepared.replacing(Self.workloads)
    #expect(back.previews() == Self.cluster(Self.workloads + [change] + Self.workloads).previews())
  }

  /// A Rollout takes the template of another workload, which is another one then.
  @Test func afterAChangeOfATemplateOfOthers() {
    let rollout = Rollout(
      metadata: ObjectMeta(name: "r", namespace: "demo"), replicas: 1, template: nil,
      templateSource: ObjectReference(apiGroup: "apps", kind: "Deployment", namespace: "demo", name: "b"))
    let objects = Self.workloads + [.kubernetes(.rollout(rollout))]
    let change = Self.deployment("b", ["app": "z"])
    let prepared = Self.cluster(objects).preparedForPreviews().replacing([change])
    #expect(prepared.previews() == Self.cluster(objects + [change]).previews())
  }

  /// The Rollouts that an edit of a template touches are those that take it, whatever others there are.
  @Test func rolloutsThatTakeATemplate() {
    func rollout(_ name: String, of source: String?) -> ClusterObject {
      let template = source == nil ? PodTemplateSpec(labels: ["app": ExactString(name).string]) : nil
      let source = source.map { ObjectReference(apiGroup: "apps", kind: "Deployment", namespace: "demo", name: $0) }
      return .kubernetes(
        .rollout(
          Rollout(
            metadata: ObjectMeta(name: name, namespace: "demo"), replicas: 1, template: template, templateSource: source)))
    }
    let objects = Self.workloads + [rollout("r", of: "b"), rollout("s", of: "c"), rollout("t", of: nil)]
    var cluster = Self.cluster(objects).preparedForPreviews()
    let change = Self.deployment("b", ["app": "z"])
    #expect(cluster.previewNames(touchedBy: [change]).map(\.name) == ["b-*", "r-*"])
    // What it takes is another one then.
    cluster = cluster.replacing([rollout("r", of: "c")])
    #expect(cluster.previewNames(touchedBy: [change]).map(\.name) == ["b-*"])
    #expect(cluster.previewNames(touchedBy: [Self.deployment("c", [:])]).map(\.name) == ["c-*", "r-*", "s-*"])
    // What takes no other template is kept.
    let changed = cluster.replacing([change])
    #expect(changed.previews() == Self.cluster(objects + [rollout("r", of: "c"), change]).previews())
  }

  private static func pod(_ name: String, hash: String = "5", app: String = "b") -> ClusterObject {
    let owner = OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "b-5", controller: true)
    let labels: StringMap = ["app": app, "pod-template-hash": hash]
    let metadata = ObjectMeta(name: name, namespace: "demo", labels: labels, ownerReferences: [owner])
    return .kubernetes(.pod(Pod(metadata: metadata, spec: PodSpec(containers: [Container(name: "app")]))))
  }

  private static func replicaSet(_ labels: StringMap) -> ClusterObject {
    let template = PodTemplateSpec(labels: labels, spec: PodSpec(containers: [Container(name: "app")]))
    return .kubernetes(
      .replicaSet(ReplicaSet(metadata: ObjectMeta(name: "rs", namespace: "demo"), replicas: 1, template: template)))
  }

  /// A Pod tells what makes it, and ReplicaSets make Pods too: whatever is replaced, the answers are those of a cluster that is put
  /// together afresh.
  @Test(arguments: [
    pod("b-5-x", app: "c"), pod("b-5-x", hash: "6"), pod("b-5-y"), replicaSet(["app": "rs"]), replicaSet([:]),
  ])
  func afterAChangeOfAPodOrAReplicaSet(_ change: ClusterObject) {
    let objects = Self.workloads + [Self.pod("b-5-x"), Self.replicaSet(["app": "a"])]
    let prepared = Self.cluster(objects).preparedForPreviews().replacing([change])
    let anew = Self.cluster(objects + [change])
    #expect(prepared.previews() == anew.previews())
    for (selector, _) in Self.selectors {
      let service = Self.service(selector)
      #expect(prepared.previewNames(touchedBy: [service]) == anew.previewNames(touchedBy: [service]))
    }
    #expect(prepared.replacing(objects).previews() == Self.cluster(objects + [change] + objects).previews())
  }
}
