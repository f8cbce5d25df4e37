import KubernetesObjects
import MeshMapping

/// Clusters made up of a number, with all that Pods refer to: Nodes, owners of every kind, Meshes, ContainerPatches, templates; as a control
/// plane would see them.
struct RandomFleet {
  private var numbers: RandomNumbers
  private var addresses = 0

  /// The objects of a number.
  static func objects(_ seed: UInt64) throws -> [ClusterObject] {
    var random = RandomFleet(numbers: RandomNumbers(seed))
    for _ in 0..<8 { _ = random.next(2) }
    let text = random.documents().joined(separator: "\n---\n")
    let template = PodTemplateSpec(labels: ["app": "a0"], spec: PodSpec(containers: [Container(name: "app")]))
    let engine = CustomWorkload(
      type: ObjectType(apiVersion: "example.org/v1", kind: "Engine"),
      metadata: ObjectMeta(name: "engine", namespace: "n0"), template: template)
    return try Manifests(text).objects() + [.kubernetes(.customWorkload(engine))]
  }

  private mutating func next(_ bound: Int) -> Int { numbers.next(bound) }

  private mutating func one(of choices: String...) -> String { choices[next(choices.count)] }

  private mutating func documents() -> [String] {
    let constraints = one(
      of: "", "", "constraints: {dataplaneProxy: {requirements: [{tags: {team: x}}]}}",
      "constraints: {dataplaneProxy: {requirements: [{tags: {topology.kubernetes.io/zone: z1}}]}}",
      "constraints: {dataplaneProxy: {restrictions: [{tags: {version: v1}}]}}")
    let mode = one(of: "", "meshServices: {mode: Everywhere}", "meshServices: {mode: Exclusive}")
    var documents = [
      "{apiVersion: v1, kind: Node, metadata: {name: node-a, labels: {topology.kubernetes.io/zone: z1, kubernetes.io/hostname: node-a}}}",
      "{apiVersion: v1, kind: Node, metadata: {name: node-b, labels: {topology.kubernetes.io/zone: z2, topology.kubernetes.io/region: r}}}",
      "{apiVersion: kuma.io/v1alpha1, kind: Mesh, metadata: {name: default}, spec: {\(one(of: "", mode))}}",
      "{apiVersion: kuma.io/v1alpha1, kind: Mesh, metadata: {name: blue}, spec: {\(constraints)}}",
      "{apiVersion: kuma.io/v1alpha1, kind: ContainerPatch, metadata: {name: p0, namespace: kuma-system}}",
      "{apiVersion: kuma.io/v1alpha1, kind: ContainerPatch, metadata: {name: p1, namespace: kuma-system}}",
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: kuma-system}, data: {a: b}}",
    ]
    if next(2) == 0 { documents.append(policy()) }
    for index in 0...next(2) { documents += namespace("n\(index)") }
    return documents
  }

  private mutating func policy() -> String {
    one(
      of:
        "{apiVersion: kuma.io/v1alpha1, kind: TrafficPermission, mesh: default, metadata: {name: all}, spec: {sources: [{match: {kuma.io/service: a0_n0_svc}}], destinations: [{match: {kuma.io/service: '*'}}]}}",
      "{apiVersion: kuma.io/v1alpha1, kind: MeshTimeout, metadata: {name: slow, namespace: kuma-system}, spec: {targetRef: {kind: MeshSubset, tags: {app: a0}}}}"
    )
  }

  private mutating func namespace(_ name: String) -> [String] {
    let labels = one(
      of: "{}", "{kuma.io/sidecar-injection: enabled}", "{kuma.io/sidecar-injection: enabled}",
      "{kuma.io/sidecar-injection: enabled}", "{kuma.io/sidecar-injection: disabled}",
      "{kuma.io/sidecar-injection: 'true'}", "{kuma.io/sidecar-injection: enabled, kuma.io/mesh: blue}")
    let annotations = one(of: "{}", "{}", "{}", "{kuma.io/sidecar-injection: enabled}", "{kuma.io/mesh: blue}")
    var documents = [
      "{apiVersion: v1, kind: Namespace, metadata: {name: \(name), labels: \(labels), annotations: \(annotations)}}",
      "{apiVersion: v1, kind: PodTemplate, metadata: {name: base, namespace: \(name)}, template: \(template("base", podSpec()))}",
    ]
    for index in 0..<(1 + next(4)) { documents += workload("a\(index)", in: name) }
    for index in 0..<next(4) { documents += service("s\(index)", in: name) }
    return documents
  }

  // MARK: - What makes Pods

  private mutating func metadata(_ app: String) -> String {
    let labels = one(
      of: "", "", ", kuma.io/sidecar-injection: enabled", ", kuma.io/mesh: blue", ", version: v1, team: x",
      ", kuma.io/workload: shop", ", kuma.io/foo: bar")
    let annotations = one(
      of: "", "", "", "kuma.io/sidecar-injection: enabled", "kuma.io/sidecar-injection: disabled",
      "kuma.io/direct-access-services: '*'", "kuma.io/direct-access-services: s0_n0_svc_80", "kuma.io/gateway: enabled",
      "kuma.io/container-patches: p0", "kuma.io/container-patches: 'p0,p9'", "kuma.io/mesh: blue", "kuma.io/mesh: green",
      "kuma.io/virtual-probes: disabled", "kuma.io/transparent-proxying-reachable-services: s0_n0_svc_80")
    return "labels: {app: \(app)\(labels)}, annotations: {\(annotations)}"
  }

  private mutating func podSpec() -> String {
    let port = "{\(one(of: "name: http, ", "name: web, ", ""))containerPort: \(one(of: "80", "8080", "9001"))}"
    let probe = one(of: "", "", ", readinessProbe: {httpGet: {port: 8080, path: /}}")
    return "{containers: [{name: app, ports: [\(port)]\(probe)}]}"
  }

  private func template(_ app: String, _ spec: String, _ metadata: String? = nil) -> String {
    "{metadata: {\(metadata ?? "labels: {app: \(app)}")}, spec: \(spec)}"
  }

  private mutating func pod(
    _ name: String, _ namespace: String, _ metadata: String, _ spec: String, ownedBy owner: String = "", injected: Bool
  ) -> String {
    addresses += 1
    var (metadata, spec) = (metadata, spec)
    if injected {
      metadata = metadata.replacing(
        "annotations: {",
        with:
          "annotations: {kuma.io/sidecar-injected: 'true', kuma.io/transparent-proxying: enabled, kuma.io/transparent-proxying-inbound-port: '15006', kuma.io/transparent-proxying-outbound-port: '15001', "
      )
      spec = spec.replacing("{containers: [", with: "{containers: [{name: kuma-sidecar}, ")
    }
    spec = spec.replacing("{containers:", with: "{\(one(of: "", "nodeName: node-a, ", "nodeName: node-b, "))containers:")
    let phase = one(of: "Running", "Running", "Running", "Pending", "Succeeded")
    let address = one(of: "podIP: 10.0.0.\(addresses), ", "podIP: 10.0.0.\(addresses), ", "")
    return
      "{apiVersion: v1, kind: Pod, metadata: {name: \(name), namespace: \(namespace), uid: u\(addresses), \(metadata)\(owner)}, spec: \(spec), status: {\(address)phase: \(phase)}}"
  }

  private func owner(_ version: String, _ kind: String, _ name: String) -> String {
    ", ownerReferences: [{apiVersion: \(version), kind: \(kind), name: \(name), uid: o, controller: true}]"
  }

  private mutating func workload(_ name: String, in namespace: String) -> [String] {
    let (metadata, spec) = (metadata(name), podSpec())
    let template = template(name, spec, metadata)
    let injected = next(3) > 0
    func object(_ version: String, _ kind: String, _ name: String, _ fields: String, owner: String = "") -> String {
      "{apiVersion: \(version), kind: \(kind), metadata: {name: \(name), namespace: \(namespace)\(owner)}, spec: {\(fields)}}"
    }
    let hasPods = next(3) > 0
    func pods(_ prefix: String, _ owner: String) -> [String] {
      hasPods
        ? (0...next(2)).map { pod("\(prefix)-\($0)", namespace, metadata, spec, ownedBy: owner, injected: injected) } : []
    }
    switch next(9) {
    case 0, 1:
      let made = owner("apps/v1", "ReplicaSet", "\(name)-5")
      let labelled = metadata.replacing("labels: {", with: "labels: {pod-template-hash: '5', ")
      let set = object(
        "apps/v1", "ReplicaSet", "\(name)-5", "template: \(template)", owner: owner("apps/v1", "Deployment", name))
      let all =
        hasPods
        ? (0...next(2)).map { pod("\(name)-5-\($0)", namespace, labelled, spec, ownedBy: made, injected: injected) } + [set]
        : []
      return [object("apps/v1", "Deployment", name, "replicas: 2, template: \(template)")] + all
    case 2:
      return [object("apps/v1", "StatefulSet", name, "template: \(template)")]
        + pods(name, owner("apps/v1", "StatefulSet", name))
    case 3:
      return [object("apps/v1", "DaemonSet", name, "template: \(template)")]
        + pods("\(name)-x", owner("apps/v1", "DaemonSet", name))
    case 4:
      return [object("batch/v1", "Job", name, "template: \(template)")] + pods("\(name)-j", owner("batch/v1", "Job", name))
    case 5, 6:
      let job = object("batch/v1", "Job", "\(name)-1", "template: \(template)", owner: owner("batch/v1", "CronJob", name))
      return [object("batch/v1", "CronJob", name, "jobTemplate: {spec: {template: \(template)}}")]
        + (hasPods ? [job] : []) + pods("\(name)-1-x", owner("batch/v1", "Job", "\(name)-1"))
    case 7:
      return [
        object("argoproj.io/v1alpha1", "Rollout", name, "workloadRef: {apiVersion: v1, kind: PodTemplate, name: base}")
      ]
    default: return [pod(name, namespace, metadata, spec, injected: injected)]
    }
  }

  // MARK: - Services

  private mutating func service(_ name: String, in namespace: String) -> [String] {
    let target = one(of: "", "targetPort: http, ", "targetPort: web, ", "targetPort: 8080, ")
    let annotations = one(of: "{}", "{}", "{80.service.kuma.io/protocol: htp}", "{80.service.kuma.io/protocol: http}")
    if next(5) == 0 {
      return [
        "{apiVersion: v1, kind: Service, metadata: {name: \(name), namespace: \(namespace)}, spec: {clusterIP: 10.96.0.9, ports: [{port: 80}]}}",
        "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: \(name)-x, namespace: \(namespace), labels: {kubernetes.io/service-name: \(name)}}, endpoints: [{targetRef: {kind: Pod, name: x, namespace: \(namespace), uid: u\(1 + next(4))}}]}",
      ]
    }
    return [
      "{apiVersion: v1, kind: Service, metadata: {name: \(name), namespace: \(namespace), annotations: \(annotations)}, spec: {clusterIP: 10.96.0.1, selector: {app: a\(next(4))}, ports: [{\(target)port: 80}]}}"
    ]
  }
}
