import KubernetesObjects

extension ClusterGenerator {
  /// A Pod as Kuma 2.9's injector leaves it in a cluster with Kuma's CNI: two containers and the sidecar, all running.
  func pod(_ index: Int, of workload: Workload) -> Pod {
    var random = SplitMix(seed: shape.seed, kind: "pod", index: index)
    let address = Self.address(ofPod: index)
    let isReady = random.next() % 50 != 0
    return Pod(
      metadata: ObjectMeta(
        name: podName(index, of: workload),
        namespace: workload.namespace,
        uid: podUID(index),
        labels: workload.labels,
        annotations: annotations(of: workload, address: address),
        ownerReferences: [.controller("ReplicaSet", workload.replicaSetName, uid: workload.replicaSetUID)]
      ),
      spec: PodSpec(
        containers: Self.containers(),
        nodeName: Self.nodeName(Int(random.next() % UInt64(shape.nodes))),
        serviceAccountName: "\(workload.name)-account",
        volumeNames: ["tmp", "token"],
        restartPolicy: "Always"
      ),
      status: PodStatus(
        phase: "Running",
        podIP: address,
        containerStatuses: [
          ContainerStatus(name: "app", isReady: isReady), ContainerStatus(name: "exporter", isReady: true),
          ContainerStatus(name: "kuma-sidecar", isReady: true),
        ]
      )
    )
  }

  /// The name that the ReplicaSet gives a Pod: its own and five characters, no two alike.
  func podName(_ index: Int, of workload: Workload) -> String {
    let alphabet = Array("bcdfghjklmnpqrstvwxz2456789")
    // 7,919 and 27⁵ have no common divisor, so different Pods have different characters.
    var number = (index / shape.workloads * 7_919 + workload.index) % 14_348_907
    var suffix = ""
    for _ in 0..<5 {
      suffix.append(alphabet[number % alphabet.count])
      number /= alphabet.count
    }
    return "\(workload.replicaSetName)-\(suffix)"
  }

  /// The identifier of a Pod, which endpoints name.
  func podUID(_ index: Int) -> String {
    var random = SplitMix(seed: shape.seed, kind: "uid", index: index)
    return random.uid()
  }

  /// The address of a Pod; no two Pods of less than sixteen million have the same.
  static func address(ofPod index: Int) -> String {
    "10.\(index / 65_536 % 256).\(index / 256 % 256).\(index % 256)"
  }

  /// The containers.
  private static func containers() -> [Container] {
    [
      Container(name: "kuma-sidecar", runAsUser: 5678, httpProbes: probes(path: "/ready", port: 9901)),
      Container(
        name: "app",
        ports: [ContainerPort(name: "http", containerPort: 8080), ContainerPort(name: "grpc", containerPort: 8081)],
        httpProbes: probes(path: "/8080/healthz", port: 9000)
      ),
      Container(name: "exporter", ports: [ContainerPort(name: "metrics", containerPort: 9090)]),
    ]
  }

  private static func probes(path: String, port: Int) -> [HTTPProbe] {
    [HTTPProbe(.liveness, port: .number(port), path: path), HTTPProbe(.readiness, port: .number(port), path: path)]
  }

  private func annotations(of workload: Workload, address: String) -> StringMap {
    var annotations: StringMap = [
      "k8s.v1.cni.cncf.io/network-status": """
      [{
          "name": "k8s-pod-network",
          "ips": ["\(address)"],
          "default": true
      }]
      """,
      "kubectl.kubernetes.io/default-container": "app",
      "kuma.io/application-probe-proxy-port": "9000",
      "kuma.io/envoy-admin-port": "9901",
      "kuma.io/sidecar-injected": "true",
      "kuma.io/sidecar-uid": "5678",
      "kuma.io/transparent-proxying": "enabled",
      "kuma.io/transparent-proxying-inbound-port": "15006",
      "kuma.io/transparent-proxying-ip-family-mode": "dualstack",
      "kuma.io/transparent-proxying-outbound-port": "15001",
      "kuma.io/virtual-probes": "enabled",
      "kuma.io/virtual-probes-port": "9000",
    ]
    if workload.index % 50 == 7 {
      annotations["kuma.io/direct-access-services"] = "ledger_billing-team-3_svc_80, cart_storefront-team-0_svc_80"
    }
    return annotations
  }
}

extension Workload {
  /// The labels of the Pods, eight of them; the mesh is the one that the injector adds.
  var labels: StringMap {
    [
      "app.kubernetes.io/instance": instance,
      "app.kubernetes.io/managed-by": "Helm",
      "app.kubernetes.io/name": name,
      "app.kubernetes.io/part-of": product,
      "app.kubernetes.io/version": version,
      "kuma.io/mesh": "default",
      "pod-template-hash": templateHash,
      "team": team,
    ]
  }
}
