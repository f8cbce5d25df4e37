import KubernetesObjects
import MeshMapping
import TestSupport

/// Small clusters with everything that surprises, the same for the same seed.
struct RandomCluster {
  private var random: SplitMix
  private var count = 0

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  /// The objects of a cluster: a few namespaces with Services, Pods, their owners, Nodes and EndpointSlices.
  mutating func objects() -> [ClusterObject] {
    var objects: [ClusterObject] = []
    for namespace in ["a", "b", "kuma-system"] {
      let labels = pick([[:], ["kuma.io/sidecar-injection": pick(Self.switches)]] as [StringMap])
      objects.append(.kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: namespace, labels: labels)))))
      for index in 0..<Int.random(in: 0...4, using: &random) { objects += service("svc-\(index)", in: namespace) }
      for index in 0..<Int.random(in: 1...4, using: &random) { objects += pod("web-\(index)", in: namespace) }
    }
    for namespace in ["a", "kuma-system"] where pick([true, false]) { objects += workloads(in: namespace) }
    let nodeLabels: StringMap = ["topology.kubernetes.io/zone": "z1", "kubernetes.io/hostname": "node-a"]
    let addresses = pick([[], [NodeAddress(type: "InternalIP", address: "192.168.0.1")]])
    objects.append(
      .kubernetes(.node(Node(metadata: ObjectMeta(name: "node-a", labels: nodeLabels), addresses: addresses))))
    return objects
  }

  private static let switches = ["enabled", "true", "disabled", "yes", "Enabled", ""]
  private static let values = ["web", "web", "web", "v1", "", "x_y.z", "a b"]
  private static let keys = ["app", "version", "team", "kuma.io/service", "my-kuma.io/x", "app.kuma.io", "kuma.io/zone"]

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func map(_ keys: [String], of values: [String], upTo most: Int) -> StringMap {
    var map = StringMap()
    for _ in 0..<Int.random(in: 0...most, using: &random) { map[pick(keys)] = pick(values) }
    return map
  }

  private mutating func service(_ name: String, in namespace: String) -> [ClusterObject] {
    let targets: [PortReference] = [8080, "http", "absent", 0, 9090]
    let ports = (0..<Int.random(in: 0...3, using: &random)).map { index in
      ServicePort(
        name: "p\(index)",
        transportProtocol: pick([.tcp, .tcp, .tcp, .udp]),
        appProtocol: pick([nil, nil, "http", "HTTP2", "weird", ""]),
        port: 80 + index,
        targetPort: pick(targets)
      )
    }
    let metadata = ObjectMeta(
      name: name,
      namespace: namespace,
      annotations: map(["80.service.kuma.io/protocol", "kuma.io/ignore"], of: ["grpc", "true", "weird"], upTo: 1)
    )
    let service = Service(
      metadata: metadata,
      type: pick(["ClusterIP", "ClusterIP", "ExternalName", "NodePort", "LoadBalancer"]),
      clusterIP: pick(["10.96.0.1", "None"]),
      selector: pick([["app": "web"], map(["app", "version"], of: Self.values, upTo: 2)]),
      ports: ports,
      loadBalancer: pick([[], [LoadBalancerIngress(ip: "1.2.3.4")]])
    )
    return [.kubernetes(.service(service))]
  }

  /// Workloads that have Pods or not, by the names of Pods that there may be.
  private mutating func workloads(in namespace: String) -> [ClusterObject] {
    func metadata(_ name: String) -> ObjectMeta { ObjectMeta(name: name, namespace: namespace) }
    let labels = map(Self.keys, of: Self.values, upTo: 3)
    let template = PodTemplateSpec(labels: labels, spec: PodSpec(containers: [Container(name: "app")]))
    let custom = CustomWorkload(
      type: ObjectType(apiVersion: "example.org/v1", kind: "Engine"), metadata: metadata("engine"), template: template)
    let objects: [KubernetesObject] = [
      .deployment(Deployment(metadata: metadata("web-0"), replicas: pick([0, 1, 3]), template: template)),
      .statefulSet(StatefulSet(metadata: metadata(pick(["web-1-rs", "db"])), template: template)),
      .daemonSet(DaemonSet(metadata: metadata("agent"), template: pick([template, nil]))),
      .cronJob(CronJob(metadata: metadata("backup"), jobSpec: JobSpec(template: template))),
      .rollout(Rollout(metadata: metadata("canary"), templateSource: Deployment(metadata: metadata("web-0")).reference)),
      .replicationController(ReplicationController(metadata: metadata("old"), template: template)),
      .podTemplate(PodTemplate(metadata: metadata("base"), template: template)), .customWorkload(custom),
    ]
    return objects.map { .kubernetes($0) }
  }

  private mutating func pod(_ name: String, in namespace: String) -> [ClusterObject] {
    count += 1
    let containers = [
      Container(name: "app", ports: [ContainerPort(name: "http", containerPort: 8080)]), Container(name: "kuma-sidecar"),
    ]
    var annotations: StringMap = [
      "kuma.io/sidecar-injected": "true", "kuma.io/transparent-proxying": "enabled",
      "kuma.io/transparent-proxying-inbound-port": "15006", "kuma.io/transparent-proxying-outbound-port": "15001",
    ]
    let others: [(key: String, values: [String])] = [
      ("kuma.io/direct-access-services", ["*", "a, b", ""]), ("kuma.io/mesh", ["enabled", "*", ""]),
      ("kuma.io/gateway", ["enabled", "provided", "provided", "*", "builtin", "builtin"]),
      ("kuma.io/tags", [#"{"kuma.io/service": "edge"}"#, "null", "x"]),
    ]
    for other in others where Int.random(in: 0...3, using: &random) == 0 { annotations[other.key] = pick(other.values) }
    if namespace == "kuma-system", Int.random(in: 0...2, using: &random) == 0 {
      annotations[pick(["kuma.io/ingress", "kuma.io/egress"])] = pick(["enabled", "true", "x"])
    }
    let owner = OwnerReference(
      apiVersion: "apps/v1", kind: pick(["ReplicaSet", "ReplicaSet", "StatefulSet"]), name: "\(name)-rs", uid: "rs")
    var labels = map(Self.keys, of: Self.values, upTo: 5)
    if pick([true, false]) { labels["app"] = "web" }
    var pod = Pod.fixture(
      name: name,
      namespace: namespace,
      uid: "uid-\(namespace)-\(name)",
      labels: labels,
      annotations: annotations,
      owners: pick([[], [owner]]),
      containers: pick([containers, Array(containers.prefix(1))]),
      nodeName: pick(["", "node-a"]),
      phase: pick(["Running", "Running", "Succeeded", "Failed", "Pending"]),
      podIP: pick(["10.0.0.\(count)", "10.0.0.\(count)", ""]),
      statuses: pick([
        [], [ContainerStatus(name: "app", isReady: true)],
        [
          ContainerStatus(name: "app", isReady: false, isTerminated: true, exitCode: pick([0, 1])),
          ContainerStatus(name: "kuma-sidecar", isReady: true),
        ],
      ])
    )
    pod.spec.restartPolicy = pick(["", "Always", "OnFailure", "Never"])
    pod.spec.runAsUser = pick([nil, nil, 5678])
    pod.spec.network = pick([.pod, .pod, .host])
    let deployment = OwnerReference(apiVersion: "apps/v1", kind: "Deployment", name: name)
    let replicaSet = ReplicaSet(
      metadata: ObjectMeta(
        name: "\(name)-rs",
        namespace: namespace,
        ownerReferences: pick([[], [deployment], [deployment]])
      )
    )
    return [.kubernetes(.pod(pod)), .kubernetes(.replicaSet(replicaSet))]
  }
}
