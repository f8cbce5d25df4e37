import KubernetesObjects
import MeshMapping
import TestSupport

/// A workload with its Services, and a Pod that it has made with what owns that: written down after what Kubernetes' controllers do,
/// apart from the library.
struct RandomWorkload {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  /// A workload and a Pod of it.
  struct Example {
    let namespace: Namespace
    let services: [Service]
    let workload: KubernetesObject
    let owners: [KubernetesObject]
    let pod: Pod

    enum Part {
      case workload
      case pod
    }

    /// The objects of a cluster, before or after the Pod is made.
    func objects(having part: Part) -> [ClusterObject] {
      let made = part == .pod ? owners + [.pod(pod)] : []
      return ([.namespace(namespace), workload] + services.map(KubernetesObject.service) + made).map { .kubernetes($0) }
    }
  }

  /// A workload and a Pod of it, with Services that select the Pod or not, by labels of the template and by those that are added.
  mutating func example() -> Example {
    let name = pick(["web", "my-web", String(repeating: "a", count: 50), String(repeating: "b", count: 57)])
    let template = self.template()
    var example = made(name, template)
    example.pod.spec = template.spec
    var labels = template.labels
    for (key, value) in example.added { labels[key] = value }
    example.pod.metadata.labels = labels
    example.pod.metadata.annotations = template.annotations
    let services = (0..<3).map { service("svc-\($0)", template.labels, added: example.added) }
    return Example(
      namespace: Namespace.fixture(
        labels: ["kuma.io/sidecar-injection": "enabled"], annotations: ["kuma.io/sidecar-injection": "enabled"]),
      services: services, workload: example.workload, owners: example.owners, pod: example.pod)
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func template() -> PodTemplateSpec {
    var labels: StringMap = ["app": pick(["web", "api"])]
    if pick([true, false]) { labels["version"] = pick(["v1", ""]) }
    if pick([true, false]) { labels["pod-template-hash"] = "mine" }
    if pick([true, false, false]) { labels["kuma.io/sidecar-injection"] = pick(["enabled", "disabled"]) }
    var annotations = StringMap()
    if pick([true, false, false]) { annotations["kuma.io/gateway"] = pick(["enabled", "provided"]) }
    let app = Container(name: "app", ports: [ContainerPort(name: "http", containerPort: 8080)])
    return PodTemplateSpec(labels: labels, annotations: annotations, spec: PodSpec(containers: [app], nodeName: "n"))
  }

  private mutating func service(_ name: String, _ labels: StringMap, added: [(String, String)]) -> Service {
    var selector: StringMap = ["app": pick(["web", labels["app"] ?? "", labels["app"] ?? ""])]
    if let (key, value) = added.randomElement(using: &random), pick([true, false]) {
      selector[key] = pick([value, value, "other"])
    }
    let port = ServicePort(name: "http", port: pick([80, 8080]), targetPort: pick([8080, "http", 0, "none"]))
    return .fixture(name: name, clusterIP: pick(["10.0.0.1", "None"]), selector: selector, ports: [port])
  }

  private typealias Made = (
    workload: KubernetesObject, owners: [KubernetesObject], pod: Pod, added: [(String, String)]
  )

  private func metadata(_ name: String, owner: OwnerReference? = nil) -> ObjectMeta {
    ObjectMeta(name: name, namespace: "demo", uid: "uid-\(name)", ownerReferences: owner.map { [$0] } ?? [])
  }

  private func owner(_ apiVersion: String, _ kind: String, _ name: String) -> OwnerReference {
    OwnerReference(
      apiVersion: apiVersion, kind: kind, name: name, uid: "uid-\(name)", controller: true, blockOwnerDeletion: true)
  }

  private func pod(_ name: String, _ owner: OwnerReference) -> Pod {
    Pod(metadata: metadata(name, owner: owner))
  }

  /// The name that the API server makes of that of an owner.
  private mutating func generated(_ owner: String) -> String {
    String("\(owner)-".prefix(58)) + pick(["x2z9q", "bbbbb", "q8wnt"])
  }

  private mutating func made(_ name: String, _ template: PodTemplateSpec) -> Made {
    let hash = pick(["7d4f9c88b", "5", "6b8bd45cf7"])
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      let replicaSet = metadata("\(name)-\(hash)", owner: owner("apps/v1", "Deployment", name))
      return (
        .deployment(Deployment(metadata: metadata(name), replicas: 2, template: template)),
        [.replicaSet(ReplicaSet(metadata: replicaSet, template: template))],
        pod(generated(replicaSet.name), owner("apps/v1", "ReplicaSet", replicaSet.name)), [("pod-template-hash", hash)]
      )
    case 1:
      let replicaSet = metadata("\(name)-\(hash)", owner: owner("argoproj.io/v1alpha1", "Rollout", name))
      return (
        .rollout(Rollout(metadata: metadata(name), template: template)),
        [.replicaSet(ReplicaSet(metadata: replicaSet, template: template))],
        pod(generated(replicaSet.name), owner("apps/v1", "ReplicaSet", replicaSet.name)),
        [("rollouts-pod-template-hash", hash)]
      )
    case 2:
      let number = pick([0, 1, 2])
      return (
        .statefulSet(StatefulSet(metadata: metadata(name), replicas: 3, template: template)), [],
        pod("\(name)-\(number)", owner("apps/v1", "StatefulSet", name)),
        [
          ("statefulset.kubernetes.io/pod-name", "\(name)-\(number)"), ("apps.kubernetes.io/pod-index", "\(number)"),
          ("controller-revision-hash", "\(name)-\(hash)"),
        ]
      )
    case 3:
      return (
        .daemonSet(DaemonSet(metadata: metadata(name), template: template)), [],
        pod(generated(name), owner("apps/v1", "DaemonSet", name)),
        [("controller-revision-hash", hash), ("pod-template-generation", "1")]
      )
    case 4:
      return (
        .replicaSet(ReplicaSet(metadata: metadata(name), template: template)), [],
        pod(generated(name), owner("apps/v1", "ReplicaSet", name)), []
      )
    case 5:
      return (
        .job(Job(metadata: metadata(name), spec: JobSpec(template: template))), [],
        pod(generated(name), owner("batch/v1", "Job", name)), jobLabels(name)
      )
    default:
      let job = metadata("\(name)-29012345", owner: owner("batch/v1", "CronJob", name))
      return (
        .cronJob(CronJob(metadata: metadata(name), jobSpec: JobSpec(template: template))),
        [.job(Job(metadata: job, spec: JobSpec(template: template)))],
        pod(generated(job.name), owner("batch/v1", "Job", job.name)), jobLabels(job.name)
      )
    }
  }

  private func jobLabels(_ job: String) -> [(String, String)] {
    [
      ("job-name", job), ("batch.kubernetes.io/job-name", job), ("controller-uid", "uid-\(job)"),
      ("batch.kubernetes.io/controller-uid", "uid-\(job)"),
    ]
  }
}
