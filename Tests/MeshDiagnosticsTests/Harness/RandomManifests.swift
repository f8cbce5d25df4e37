import KubernetesObjects

/// Manifests of a small cluster, made up of a number: mostly well, with mistakes that people make.
struct RandomManifests {
  private var numbers: RandomNumbers

  /// The manifests of a number.
  static func of(_ seed: UInt64) -> Manifests {
    var random = RandomManifests(numbers: RandomNumbers(seed))
    return Manifests(stringLiteral: random.namespaces())
  }

  private mutating func next(_ bound: Int) -> Int { numbers.next(bound) }

  private mutating func one(of choices: String...) -> String { choices[next(choices.count)] }

  private mutating func namespaces() -> String {
    (0...next(2)).map { namespace("n\($0)") }.joined(separator: "---\n")
  }

  private mutating func namespace(_ name: String) -> String {
    let labels = one(
      of: "{}", "{kuma.io/sidecar-injection: enabled}", "{kuma.io/sidecar-injection: enabled}",
      "{kuma.io/sidecar-injection: disabled}")
    let annotations = one(of: "{}", "{}", "{}", "{kuma.io/sidecar-injection: enabled}", "{kuma.io/mesh: blue}")
    var documents = [
      "{apiVersion: v1, kind: Namespace, metadata: {name: \(name), labels: \(labels), annotations: \(annotations)}}"
    ]
    for index in 0..<(1 + next(4)) { documents += workload("a\(index)", in: name) }
    for index in 0..<next(4) { documents.append(service("s\(index)", in: name)) }
    return documents.joined(separator: "\n---\n") + "\n"
  }

  private mutating func workload(_ name: String, in namespace: String) -> [String] {
    let labels =
      "app: \(name)" + one(of: "", "", ", kuma.io/sidecar-injection: enabled", ", kuma.io/foo: bar", ", empty: ''")
    let annotations = one(
      of: "", "", "kuma.io/sidecar-injection: enabled", "kuma.io/sidecar-injection: disabled",
      "kuma.io/direct-access-services: '*'", "kuma.io/direct-access-services: s0_n0_svc_80", "kuma.io/gateway: enabled")
    let container =
      "{name: app, ports: [{\(one(of: "name: http, ", "name: web, ", ""))containerPort: \(one(of: "80", "8080"))}]}"
    let sidecar = one(of: "", "", ", {name: kuma-sidecar}")
    let metadata = "labels: {\(labels)}, annotations: {\(annotations)}"
    let workload =
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: \(name), namespace: \(namespace)}, spec: {replicas: 2, template: {metadata: {\(metadata)}, spec: {containers: [\(container)]}}}}"
    if next(3) == 0 { return [workload] }
    let owner = "ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: \(name)-5, controller: true}]"
    let pods = (0...next(2)).map { index in
      "{apiVersion: v1, kind: Pod, metadata: {name: \(name)-5-\(index), namespace: \(namespace), labels: {pod-template-hash: '5', \(labels)}, annotations: {\(annotations)}, \(owner)}, spec: {containers: [\(container)\(sidecar)]}, status: {phase: Running, podIP: 10.0.0.\(index + 1)}}"
    }
    return next(4) == 0 ? pods : [workload] + pods
  }

  private mutating func service(_ name: String, in namespace: String) -> String {
    let target = one(of: "", "targetPort: http, ", "targetPort: web, ", "targetPort: htpp, ", "targetPort: 8080, ")
    let annotations = one(of: "{}", "{}", "{80.service.kuma.io/protocol: htp}", "{80.service.kuma.io/protocol: http}")
    let type = one(of: "", "", "type: ExternalName, externalName: a.b, ")
    return
      "{apiVersion: v1, kind: Service, metadata: {name: \(name), namespace: \(namespace), annotations: \(annotations)}, spec: {\(type)selector: {app: a\(next(4))}, ports: [{\(target)port: 80}]}}"
  }
}
