import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Which Pods a preview of some objects tells of.
struct ToldWorkloadsCase: SpecificationCase {
  let statement = "WORK-3"
  let title: String
  let rules: RulesName = .newest
  let objects: [KubernetesObject]
  /// The namespace and name of each entry, what makes it and how many Pods are wanted.
  let expected: [String]

  init(_ title: String, _ objects: [KubernetesObject], expect expected: [String]) {
    self.title = title
    self.objects = objects
    self.expected = expected
  }
}

/// What becomes of the Pods of a workload that has none yet.
struct PlannedPodsCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let workload: KubernetesObject
  let services: [Service]
  let meshes: [Mesh]
  let settings: SettingsChange?
  let expected: Expectation

  /// What is pinned: what happens, the tags of the inbounds as far as they are known, and where what is unknown stands.
  struct Expectation: Hashable {
    var action: DataplaneVerdict.Action
    var tags: [StringMap]
    var unknown: [String]
    var injection = InjectionDecision.Verdict.inject

    init(
      _ action: DataplaneVerdict.Action,
      _ tags: [StringMap] = [],
      unknown: [String] = [],
      injection: InjectionDecision.Verdict = .inject
    ) {
      self.action = action
      self.tags = tags
      self.unknown = unknown
      self.injection = injection
    }
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "2.10.0",
    _ workload: KubernetesObject,
    _ services: [Service] = [],
    meshes: [Mesh] = [],
    settings: SettingsChange? = nil,
    expect expected: Expectation
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.workload = workload
    self.services = services
    self.meshes = meshes
    self.settings = settings
    self.expected = expected
  }
}

enum PlannedPodsTable {
  private static func metadata(_ name: String, owners: [OwnerReference] = []) -> ObjectMeta {
    ObjectMeta(name: name, namespace: "demo", ownerReferences: owners)
  }

  private static func template(labels: StringMap = ["app": "web"], annotations: StringMap = [:]) -> PodTemplateSpec {
    let app = Container(name: "app", ports: [ContainerPort(name: "http", containerPort: 8080)])
    return PodTemplateSpec(labels: labels, annotations: annotations, spec: PodSpec(containers: [app]))
  }

  private static func owner(_ kind: String, _ name: String) -> OwnerReference {
    OwnerReference(apiVersion: "apps/v1", kind: kind, name: name, controller: true)
  }

  private static func deployment(
    _ name: String = "web",
    replicas: Int = 1,
    of template: PodTemplateSpec = template()
  ) -> KubernetesObject {
    .deployment(Deployment(metadata: metadata(name), replicas: replicas, template: template))
  }

  private static func replicaSet(_ name: String, replicas: Int = 1, owners: OwnerReference...) -> KubernetesObject {
    .replicaSet(ReplicaSet(metadata: metadata(name, owners: owners), replicas: replicas, template: template()))
  }

  private static func statefulSet(_ name: String = "db", replicas: Int = 2) -> KubernetesObject {
    .statefulSet(
      StatefulSet(metadata: metadata(name), replicas: replicas, template: template(labels: ["app": "db"])))
  }

  private static func job(_ name: String, owners: OwnerReference...) -> KubernetesObject {
    .job(Job(metadata: metadata(name, owners: owners), spec: JobSpec(template: template())))
  }

  private static let cronJob = KubernetesObject.cronJob(
    CronJob(metadata: metadata("backup"), jobSpec: JobSpec(template: template())))

  private static func engine(_ name: String = "web") -> KubernetesObject {
    .customWorkload(
      CustomWorkload(
        type: ObjectType(apiVersion: "example.org/v1", kind: "Engine"), metadata: metadata(name), template: template()))
  }

  private static func pod(_ name: String, labels: StringMap = [:], owners: OwnerReference...) -> KubernetesObject {
    .pod(.fixture(name: name, labels: labels, owners: owners))
  }

  private static func rollout(
    source: ObjectReference? = nil, strategy: RolloutStrategy = RolloutStrategy()
  ) -> KubernetesObject {
    .rollout(
      Rollout(
        metadata: metadata("web"), replicas: 2, template: source == nil ? template() : nil, templateSource: source,
        strategy: strategy))
  }

  private static func unnamed(_ beginning: String = "web-") -> KubernetesObject {
    let template = template()
    var metadata = metadata("")
    metadata.labels = template.labels
    return .unnamedPod(UnnamedPod(generateName: beginning, metadata: metadata, spec: template.spec))
  }

  private static func reference(_ group: String, _ kind: String) -> ObjectReference {
    ObjectReference(apiGroup: group, kind: kind, namespace: "demo", name: "base")
  }

  static let told: [ToldWorkloadsCase] = [
    ToldWorkloadsCase("a Deployment alone", [deployment(replicas: 3)], expect: ["demo/web-* Deployment web 3"]),
    ToldWorkloadsCase("a StatefulSet too is told once", [statefulSet()], expect: ["demo/db-* StatefulSet db 2"]),
    ToldWorkloadsCase(
      "one of an unknown number", [.daemonSet(DaemonSet(metadata: metadata("agent"), template: template()))],
      expect: ["demo/agent-* DaemonSet agent ?"]),
    ToldWorkloadsCase("one of an operator", [engine()], expect: ["demo/web-* Engine web ?"]),
    ToldWorkloadsCase("a Pod without a name", [unnamed()], expect: ["demo/web-* 1"]),
    ToldWorkloadsCase(
      "two Pods without a name are two, and neither is of a Deployment", [unnamed(), deployment(), unnamed()],
      expect: ["demo/web-* Deployment web 1", "demo/web-* 1", "demo/web-* 1"]),
    ToldWorkloadsCase("a CronJob", [cronJob], expect: ["demo/backup-* CronJob backup 1"]),
    ToldWorkloadsCase("one that is scaled to zero is not told of", [deployment(replicas: 0)], expect: []),
    ToldWorkloadsCase(
      "nor is one that says nothing of Pods", [.deployment(Deployment(metadata: metadata("web")))], expect: []),
    ToldWorkloadsCase(
      "two workloads of one name are two", [statefulSet("web"), deployment()],
      expect: ["demo/web-* Deployment web 1", "demo/web-* StatefulSet web 2"]),
    ToldWorkloadsCase(
      "Pods and workloads by name", [pod("web-0"), deployment("api"), pod("a")],
      expect: ["demo/a", "demo/api-* Deployment api 1", "demo/web-0"]),
    ToldWorkloadsCase(
      "one that owns a Pod is told by it", [statefulSet(), pod("db-0", owners: owner("StatefulSet", "db"))],
      expect: ["demo/db-0 StatefulSet db"]),
    ToldWorkloadsCase(
      "of a Deployment that owns a Pod through its ReplicaSet neither is told",
      [
        deployment(), replicaSet("web-7d4", owners: owner("Deployment", "web")),
        pod("web-7d4-x", owners: owner("ReplicaSet", "web-7d4")),
      ],
      expect: ["demo/web-7d4-x Deployment web"]),
    ToldWorkloadsCase(
      "the ReplicaSet of a Deployment is told by it",
      [deployment(), replicaSet("web-7d4", owners: owner("Deployment", "web"))],
      expect: ["demo/web-* Deployment web 1"]),
    ToldWorkloadsCase(
      "an old ReplicaSet without Pods is not told of beside one with Pods",
      [
        replicaSet("web-1", replicas: 0, owners: owner("Deployment", "web")),
        replicaSet("web-2", owners: owner("Deployment", "web")), pod("web-2-x", owners: owner("ReplicaSet", "web-2")),
      ],
      expect: ["demo/web-2-x Deployment web"]),
    ToldWorkloadsCase(
      "a ReplicaSet whose owner is not there", [replicaSet("web-7d4", owners: owner("Deployment", "web"))],
      expect: ["demo/web-7d4-* ReplicaSet web-7d4 1"]),
    ToldWorkloadsCase(
      "a Deployment whose ReplicaSet is not there owns the Pods that it labels",
      [deployment(), pod("web-7d4-x", labels: ["pod-template-hash": "7d4"], owners: owner("ReplicaSet", "web-7d4"))],
      expect: ["demo/web-7d4-x Deployment web"]),
    ToldWorkloadsCase(
      "so does a Rollout",
      [rollout(), pod("web-7d4-x", labels: ["rollouts-pod-template-hash": "7d4"], owners: owner("ReplicaSet", "web-7d4"))],
      expect: ["demo/web-7d4-x ReplicaSet web-7d4"]),
    ToldWorkloadsCase(
      "a CronJob whose Job has a Pod",
      [
        cronJob, job("backup-28", owners: owner("CronJob", "backup")), pod("backup-28-x", owners: owner("Job", "backup-28")),
      ],
      expect: ["demo/backup-28-x CronJob backup"]),
    ToldWorkloadsCase(
      "a CronJob whose Job has none", [cronJob, job("backup-28", owners: owner("CronJob", "backup"))],
      expect: ["demo/backup-* CronJob backup 1"]),
    ToldWorkloadsCase(
      "Pods of the same name in another namespace are others",
      [
        deployment(),
        .pod(.fixture(name: "web-x", namespace: "other", owners: [owner("Deployment", "web")])),
      ],
      expect: ["demo/web-* Deployment web 1", "other/web-x Deployment web"]),
    ToldWorkloadsCase(
      "a Rollout with the template of a Deployment that is scaled to zero",
      [rollout(source: reference("apps", "Deployment")), deployment("base", replicas: 0)],
      expect: ["demo/web-* Rollout web 2"]),
    ToldWorkloadsCase(
      "a Rollout with a PodTemplate",
      [
        rollout(source: reference("", "PodTemplate")),
        .podTemplate(PodTemplate(metadata: metadata("base"), template: template())),
      ],
      expect: ["demo/web-* Rollout web 2"]),
    ToldWorkloadsCase(
      "a Rollout with the template of a ReplicaSet",
      [rollout(source: reference("apps", "ReplicaSet")), replicaSet("base", replicas: 0)],
      expect: ["demo/web-* Rollout web 2"]),
    ToldWorkloadsCase(
      "a Rollout whose template is not there", [rollout(source: reference("apps", "Deployment"))],
      expect: ["demo/web-* Rollout web 2 unknown"]),
  ]

  // MARK: - What becomes of them

  /// What old releases write into Dataplanes.
  private static let outbounds = "spec.networking.outbound"

  /// What is unknown of every Dataplane of Pods that are not there yet.
  private static let always = ["metadata.name", "metadata.ownerReferences"]

  private static func label(_ key: String) -> String { "metadata.labels[\"\(key)\"]" }
  private static func annotation(_ key: String) -> String { "metadata.annotations[\"\(key)\"]" }
  private static func tag(_ key: String, of inbound: Int = 0) -> String {
    "spec.networking.inbound[\(inbound)].tags[\"\(key)\"]"
  }

  /// The tags of the inbound that the Service `web` gives.
  private static func throughService(_ name: String = "web", app: String = "web") -> StringMap {
    [
      "app": app, "k8s.kuma.io/namespace": "demo", "k8s.kuma.io/service-name": name, "k8s.kuma.io/service-port": "80",
      "kuma.io/protocol": "tcp", "kuma.io/service": "\(name)_demo_svc_80",
    ]
  }

  /// The tags of a Pod without a Service.
  private static func placeholder(_ service: String?, app: String = "web") -> StringMap {
    var tags: StringMap = ["app": app, "k8s.kuma.io/namespace": "demo", "kuma.io/protocol": "tcp"]
    if let service { tags["kuma.io/service"] = "\(service)_demo_svc" }
    return tags
  }

  private static let hash = "pod-template-hash"
  private static let instance = "kuma.io/instance"
  private static let serviceTag = "kuma.io/service"

  /// What is unknown of a Deployment's Pods in 2.10: labels become labels of the Dataplane, and annotations hold its name.
  private static func ofDeployment(_ others: String...) -> [String] {
    ["metadata.name", label(hash), annotation("kuma.io/display-name"), "metadata.ownerReferences"] + others
  }

  static let cases = alike + unknown + serviceNames + possible

  private static let alike: [PlannedPodsCase] = [
    PlannedPodsCase(
      "WORK-4", "through a Service", deployment(), [.fixture()],
      expect: .init(.pending, [throughService()], unknown: ofDeployment(tag(hash)))),
    PlannedPodsCase(
      "WORK-4", "target ports are filled in", deployment(),
      [.fixture(ports: [ServicePort(port: 8080)])],
      expect: .init(
        .pending,
        [throughService().changing("k8s.kuma.io/service-port", to: "8080").changing(serviceTag, to: "web_demo_svc_8080")],
        unknown: ofDeployment(tag(hash)))),
    PlannedPodsCase(
      "WORK-4", "a template that opts out", deployment(of: template(labels: ["kuma.io/sidecar-injection": "disabled"])),
      expect: .init(.leave, injection: .skip)),
    PlannedPodsCase(
      "WORK-4", "a template that the injector refuses",
      deployment(of: template(annotations: ["kuma.io/envoy-admin-port": "x", "kuma.io/sidecar-injection": "enabled"])),
      expect: .init(.leave, injection: .reject)),
    PlannedPodsCase(
      "WORK-4", "a Service that no container port is meant by", under: "2.7.0", deployment(),
      [.fixture(ports: [ServicePort(port: 80, targetPort: "admin")])], expect: .init(.fail)),
  ]

  private static let unknown: [PlannedPodsCase] = [
    PlannedPodsCase(
      "WORK-5", "the instance", deployment(), [.fixture(clusterIP: "None")],
      expect: .init(.pending, [throughService()], unknown: ofDeployment(tag(instance), tag(hash)))),
    PlannedPodsCase(
      "WORK-5", "labels of an older release", under: "1.2.0", deployment(), [.fixture()],
      expect: .init(
        .pending, [["app": "web", "kuma.io/protocol": "tcp", serviceTag: "web_demo_svc_80"]],
        unknown: always + [tag(hash), outbounds, outbounds])),
    PlannedPodsCase(
      "WORK-5", "a label of the template that a controller overwrites",
      deployment(of: template(labels: ["app": "web", hash: "mine"])), [.fixture()],
      expect: .init(.pending, [throughService()], unknown: ofDeployment(tag(hash)))),
    PlannedPodsCase(
      "WORK-5", "labels whose values are known are tags", job("web"), [.fixture()],
      expect: .init(
        .pending,
        [throughService().changing("job-name", to: "web").changing("batch.kubernetes.io/job-name", to: "web")],
        unknown: [
          "metadata.name", label("batch.kubernetes.io/controller-uid"), label("controller-uid"),
          annotation("kuma.io/display-name"), "metadata.ownerReferences", tag("batch.kubernetes.io/controller-uid"),
          tag("controller-uid"),
        ])),
    PlannedPodsCase(
      "WORK-5", "what an older Kubernetes adds", job("web"), [.fixture()],
      settings: { $0.kubernetesVersion = KubernetesVersion(1, 26) },
      expect: .init(
        .pending, [throughService().changing("job-name", to: "web")],
        unknown: [
          "metadata.name", label("controller-uid"), annotation("kuma.io/display-name"), "metadata.ownerReferences",
          tag("controller-uid"),
        ])),
    PlannedPodsCase(
      "WORK-5", "an exception whatever the value", deployment(), settings: { $0.exceptionLabels = [hash: "*"] },
      expect: .init(.leave, injection: .skip)),
    PlannedPodsCase(
      "WORK-5", "an exception that depends on the value", deployment(), settings: { $0.exceptionLabels = [hash: "7d4f"] },
      expect: .init(.unknown, injection: .unknown)),
    PlannedPodsCase(
      "WORK-5", "an exception with a value that it never gets", statefulSet(),
      settings: { $0.exceptionLabels = ["controller-revision-hash": "web-7d4"] },
      expect: .init(
        .pending, [placeholder("db", app: "db").changing("kuma.io/mesh", to: "default")],
        unknown: [
          "metadata.name", label("apps.kubernetes.io/pod-index"), label("controller-revision-hash"),
          label("statefulset.kubernetes.io/pod-name"), annotation("kuma.io/display-name"), "metadata.ownerReferences",
          tag("apps.kubernetes.io/pod-index"), tag("controller-revision-hash"), tag(instance),
          tag("statefulset.kubernetes.io/pod-name"),
        ])),
  ]

  /// The Pods of a workload without a Service.
  private static func named(
    _ title: String,
    under rules: RulesName = "2.1.0",
    _ workload: KubernetesObject,
    _ service: String?,
    app: String = "web",
    labels: [String] = []
  ) -> PlannedPodsCase {
    let tags = (labels + [instance] + (service == nil ? [serviceTag] : [])).sorted()
    return PlannedPodsCase(
      "WORK-6", title, under: rules, workload,
      expect: .init(.pending, [placeholder(service, app: app)], unknown: always + tags.map { tag($0) } + [outbounds]))
  }

  private static let hashes = [hash]
  private static let ofStatefulSet = [
    "apps.kubernetes.io/pod-index", "controller-revision-hash", "statefulset.kubernetes.io/pod-name",
  ]

  private static let serviceNames: [PlannedPodsCase] = [
    named("a Deployment", deployment(), "web", labels: hashes),
    named("a ReplicaSet", replicaSet("web"), "web"),
    named("a StatefulSet", statefulSet(), "db", app: "db", labels: ofStatefulSet),
    named("a Rollout gives no name to its ReplicaSets", rollout(), nil, labels: ["rollouts-pod-template-hash"]),
    named("what an operator names", engine(), nil),
    named("the Pod's name before 2.1, for a Deployment", under: "2.0.0", deployment(), "web", labels: hashes),
    named(
      "the Pod's name before 2.1, for a Deployment whose name has a hyphen", under: "2.0.0", deployment("my-web"), "my-web",
      labels: hashes),
    named(
      "the Pod's name before 2.1, for a Deployment of a name that may be cut", under: "2.0.0",
      deployment(String(repeating: "a", count: 50)), nil, labels: hashes),
    named("the Pod's name before 2.1, for a ReplicaSet", under: "2.0.0", replicaSet("web"), nil),
    named("what is left of it where the ReplicaSet's name has a hyphen", under: "2.0.0", replicaSet("my-web"), "my"),
    named(
      "the Pod's name before 2.1, for a StatefulSet", under: "2.0.0", statefulSet(), nil, app: "db", labels: ofStatefulSet),
    named("the Pod's name before 2.1, for what an operator names", under: "2.0.0", engine("my-web"), nil),
  ]

  private static func external(_ pod: String) -> Service {
    .fixture(name: pod, selector: ["app": "db", "statefulset.kubernetes.io/pod-name": pod])
  }

  private static let unknownOfStatefulSet = [
    "metadata.name", label("apps.kubernetes.io/pod-index"), label("controller-revision-hash"),
    label("statefulset.kubernetes.io/pod-name"), annotation("kuma.io/display-name"), "metadata.ownerReferences",
  ]

  private static let rolloutHash = "rollouts-pod-template-hash"

  /// What is unknown of a Rollout's Pods in 2.10.
  private static func ofRollout(_ labels: String..., others: [String]) -> [String] {
    ["metadata.name"] + labels.map { label($0) } + [annotation("kuma.io/display-name"), "metadata.ownerReferences"] + others
  }

  private static func restricting(_ tags: StringMap) -> Mesh {
    Mesh(name: "default", constraints: MeshConstraints(restrictions: [tags]))
  }

  private static let possible: [PlannedPodsCase] = [
    PlannedPodsCase(
      "WORK-7", "the Services that a Rollout patches",
      rollout(strategy: RolloutStrategy(services: ["stable", "canary"])),
      [.fixture(name: "stable"), .fixture(name: "canary")],
      expect: .init(.pending, unknown: ofRollout(rolloutHash, others: ["spec.networking.inbound"]))),
    PlannedPodsCase(
      "WORK-7", "beside a Service that it leaves alone", rollout(strategy: RolloutStrategy(services: ["stable"])),
      [.fixture(name: "stable"), .fixture(name: "all")],
      expect: .init(
        .pending, [throughService("all")],
        unknown: ofRollout(rolloutHash, others: ["spec.networking.inbound", tag(rolloutHash)]))),
    PlannedPodsCase(
      "WORK-5", "a label of one role",
      rollout(strategy: RolloutStrategy(nextMetadata: EphemeralMetadata(labels: ["role": "next"]))), [.fixture()],
      expect: .init(
        .pending, [throughService()],
        unknown: ofRollout("role", rolloutHash, others: [tag("role"), tag(rolloutHash)]))),
    PlannedPodsCase(
      "WORK-7", "a Service of one role",
      rollout(strategy: RolloutStrategy(nextMetadata: EphemeralMetadata(labels: ["role": "next"]))),
      [.fixture(selector: ["app": "web", "role": "next"])],
      expect: .init(.pending, unknown: ofRollout("role", rolloutHash, others: ["spec.networking.inbound"]))),
    PlannedPodsCase(
      "WORK-5", "a Pod without a name", unnamed(), [.fixture()],
      expect: .init(
        .pending, [throughService()],
        unknown: ["metadata.name", annotation("kuma.io/display-name"), "metadata.ownerReferences"])),
    PlannedPodsCase(
      "WORK-7", "a Service of one Pod of a StatefulSet", statefulSet(), [external("db-0")],
      expect: .init(.pending, unknown: unknownOfStatefulSet + ["spec.networking.inbound"])),
    PlannedPodsCase(
      "WORK-7", "beside a Service of all", statefulSet(), [external("db-0"), .fixture(name: "z", selector: ["app": "db"])],
      expect: .init(
        .pending, [throughService("z", app: "db")],
        unknown: unknownOfStatefulSet + [
          tag("apps.kubernetes.io/pod-index"), tag("controller-revision-hash"), tag("statefulset.kubernetes.io/pod-name"),
          "spec.networking.inbound",
        ])),
    PlannedPodsCase(
      "WORK-7", "a value that no Pod of it gets", statefulSet(), [external("web-0")],
      expect: .init(
        .pending, [placeholder("db", app: "db").changing("kuma.io/mesh", to: "default")],
        unknown: unknownOfStatefulSet + [
          tag("apps.kubernetes.io/pod-index"), tag("controller-revision-hash"), tag(instance),
          tag("statefulset.kubernetes.io/pod-name"),
        ])),
    PlannedPodsCase(
      "WORK-7", "a Service that wants another label too", statefulSet(),
      [.fixture(selector: ["app": "web", "statefulset.kubernetes.io/pod-name": "db-0"])],
      expect: .init(
        .pending, [placeholder("db", app: "db").changing("kuma.io/mesh", to: "default")],
        unknown: unknownOfStatefulSet + [
          tag("apps.kubernetes.io/pod-index"), tag("controller-revision-hash"), tag(instance),
          tag("statefulset.kubernetes.io/pod-name"),
        ])),
    PlannedPodsCase(
      "WORK-7", "a restriction of one Pod of a StatefulSet", statefulSet(), [.fixture(selector: ["app": "db"])],
      meshes: [restricting(["statefulset.kubernetes.io/pod-name": "db-0"])], expect: .init(.unknown)),
    PlannedPodsCase(
      "WORK-7", "a requirement that one Pod of a StatefulSet meets", statefulSet(), [.fixture(selector: ["app": "db"])],
      meshes: [Mesh(name: "default", constraints: .init(requirements: [["statefulset.kubernetes.io/pod-name": "db-1"]]))],
      expect: .init(.unknown)),
    PlannedPodsCase(
      "WORK-7", "a restriction of a value that no Pod of it gets", statefulSet(), [.fixture(selector: ["app": "db"])],
      meshes: [restricting(["statefulset.kubernetes.io/pod-name": "web-0"])],
      expect: .init(
        .pending, [throughService(app: "db")],
        unknown: unknownOfStatefulSet + [
          tag("apps.kubernetes.io/pod-index"), tag("controller-revision-hash"), tag("statefulset.kubernetes.io/pod-name"),
        ])),
    PlannedPodsCase(
      "WORK-7", "a label whose value is known selects", job("web"), [.fixture(selector: ["job-name": "web"])],
      expect: .init(
        .pending,
        [throughService().changing("job-name", to: "web").changing("batch.kubernetes.io/job-name", to: "web")],
        unknown: [
          "metadata.name", label("batch.kubernetes.io/controller-uid"), label("controller-uid"),
          annotation("kuma.io/display-name"), "metadata.ownerReferences", tag("batch.kubernetes.io/controller-uid"),
          tag("controller-uid"),
        ])),
    PlannedPodsCase(
      "WORK-7", "a Service that would be a failure", under: "2.7.0", deployment(),
      [.fixture(selector: ["app": "web", hash: "7d4"], ports: [ServicePort(port: 80, targetPort: "admin")])],
      expect: .init(.unknown)),
    PlannedPodsCase(
      "WORK-7", "a label that does not count in selectors", under: .newest, deployment(),
      [.fixture(selector: ["app": "web", hash: "7d4"])],
      settings: {
        $0.ignoredSelectorLabels = [hash]
        $0.nodeLabels = []
      },
      expect: .init(
        .pending, [throughService()],
        unknown: ofDeployment(tag(hash), "spec.networking.inbound[0].state", "spec.networking.inbound[0].health"))),
  ]
}

extension StringMap {
  /// The map with another value of a key.
  fileprivate func changing(_ key: String, to value: String) -> StringMap {
    var map = self
    map[key] = value
    return map
  }
}

@Suite("Pods that workloads will make")
struct PlannedPodsTests {
  private static let namespace = Namespace.fixture(
    labels: ["kuma.io/sidecar-injection": "enabled"], annotations: ["kuma.io/sidecar-injection": "enabled"])

  @Test(arguments: PlannedPodsTable.told)
  func told(_ row: ToldWorkloadsCase) throws {
    let namespaces = [Self.namespace, Namespace.fixture(name: "other")].map(KubernetesObject.namespace)
    let cluster = Cluster((namespaces + row.objects).map { .kubernetes($0) }, under: try row.rules.controlPlane())
    let reports = cluster.previews()
    let told = reports.map { report in
      let workload = report.workload.map { " \($0.kind) \($0.name)" } ?? ""
      let count = report.planned.map { " \($0.count.number.map { "\($0)" } ?? "?")" } ?? ""
      let isUnknown = report.admission.decision == .unknown(needs: [.templates])
      return "\(report.name)\(workload)\(count)\(isUnknown ? " unknown" : "")"
    }
    #expect(told == row.expected)
    #expect(cluster.reconciliations().count == cluster.podNames.count)
    #expect(Set(cluster.previewNames) == Set(reports.map(\.name)))
    let groups = cluster.workloadGroups
    let grouped = groups.flatMap { group in group.names.map { "\($0) \(group.workload.kind) \(group.workload.name)" } }
    let expected = reports.compactMap { report in report.workload.map { "\(report.name) \($0.kind) \($0.name)" } }
    #expect(grouped.sorted() == expected.sorted())
  }

  @Test(arguments: PlannedPodsTable.cases)
  func mapping(_ row: PlannedPodsCase) throws {
    let kuma = try row.rules.controlPlane {
      $0.nodeLabels = []
      $0.zone = ""
      row.settings?(&$0)
    }
    let pods = try #require(row.workload.workload?.pods)
    let catalog = ObjectCatalog(services: row.services, meshes: MeshCatalog(row.meshes))
    let report = kuma.preview(of: pods, in: Self.namespace, among: catalog)
    #expect(report.name.name == "\(pods.name)")
    #expect(report.planned == pods)
    let networking = report.outcome.dataplane?.networking
    let told = PlannedPodsCase.Expectation(
      report.outcome.verdict.action,
      (networking?.inbound.map(\.tags) ?? []).map { StringMap($0.dictionary) },
      unknown: report.outcome.unknownValues.map(\.path), injection: report.admission.decision.verdict)
    #expect(told == row.expected)
    // Outbounds of virtual IPs are unknown of Pods that run, too.
    let others = report.outcome.unknownValues.filter { $0.needs != .pods }
    #expect(others == (row.rules == "1.2.0" ? [Unknown(path: "spec.networking.outbound", needs: .controlPlane)] : []))
    // A cluster gives the same.
    let objects = [row.workload, .namespace(Self.namespace)] + row.services.map(KubernetesObject.service)
    let cluster = Cluster(objects.map { .kubernetes($0) } + row.meshes.map(ClusterObject.mesh), under: kuma)
    #expect(cluster.previews() == [report])
    #expect(cluster.preview(of: report.name) == report)
  }
}
