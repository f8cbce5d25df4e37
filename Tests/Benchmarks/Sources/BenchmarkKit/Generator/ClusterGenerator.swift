package import KubernetesObjects
package import MeshMapping

/// Makes the objects of a cluster as a live cluster has them: injected Pods that run, owned by ReplicaSets, behind Services,
/// on Nodes. Every object depends on the shape and its own place alone, so they can be made one by one.
package struct ClusterGenerator: Sendable {
  /// How large the cluster is.
  package let shape: ClusterShape

  /// A generator of the cluster of a shape.
  package init(_ shape: ClusterShape) {
    self.shape = shape
  }

  /// All objects, in the order in which `visit` gives them.
  package func objects() -> [ClusterObject] {
    var objects: [ClusterObject] = []
    objects.reserveCapacity(shape.pods + shape.namespaces + shape.nodes + shape.services * 3)
    visit { objects.append(.kubernetes($0)) }
    return objects
  }

  /// Gives the objects one by one, kind after kind in the order of
  /// `kubectl get namespaces,pods,services,replicasets,nodes,endpointslices -A`, and those of a kind in the order in which the API
  /// server lists them: by namespace and name.
  package func visit(_ body: (KubernetesObject) throws -> Void) rethrows {
    let workloads = (0..<shape.workloads).map { Workload($0, in: shape) }
    func workload(ofPod index: Int) -> Workload { workloads[index % workloads.count] }
    let namespaces = (0..<shape.namespaces).map(namespace)
    for namespace in Self.listed(namespaces, by: { ("", $0.metadata.name) }) { try body(.namespace(namespace)) }
    let pods = Self.listed(0..<shape.pods) { (workload(ofPod: $0).namespace, podName($0, of: workload(ofPod: $0))) }
    for index in pods { try body(.pod(pod(index, of: workload(ofPod: index)))) }
    let unlisted = workloads.flatMap { workload in self.services(of: workload).map { (workload: workload, service: $0) } }
    let services = Self.listed(unlisted) { ($0.workload.namespace, $0.service.metadata.name) }
    for (_, service) in services { try body(.service(service)) }
    for workload in Self.listed(workloads, by: { ($0.namespace, $0.replicaSetName) }) {
      try body(.replicaSet(replicaSet(of: workload)))
    }
    for node in Self.listed((0..<shape.nodes).map(node), by: { ("", $0.metadata.name) }) { try body(.node(node)) }
    // A slice is named after its Service.
    for (workload, service) in services {
      for slice in endpointSlices(of: service, workload: workload) { try body(.endpointSlice(slice)) }
    }
  }

  /// Elements in the order of their namespaces and names.
  private static func listed<Element>(
    _ elements: some Sequence<Element>,
    by name: (Element) -> (namespace: String, name: String)
  ) -> [Element] {
    elements.map { (element: $0, name: name($0)) }.sorted { $0.name < $1.name }.map(\.element)
  }

  private func namespace(_ index: Int) -> Namespace {
    var random = SplitMix(seed: shape.seed, kind: "namespace", index: index)
    let name = Workload.namespace(index)
    let labels: StringMap = ["kubernetes.io/metadata.name": name, "kuma.io/sidecar-injection": "enabled"]
    return Namespace(metadata: ObjectMeta(name: name, uid: random.uid(), labels: labels), phase: "Active")
  }

  private func replicaSet(of workload: Workload) -> ReplicaSet {
    ReplicaSet(
      metadata: ObjectMeta(
        name: workload.replicaSetName,
        namespace: workload.namespace,
        uid: workload.replicaSetUID,
        labels: workload.labels,
        annotations: [
          "deployment.kubernetes.io/desired-replicas": "15", "deployment.kubernetes.io/revision": "7",
        ],
        ownerReferences: [.controller("Deployment", workload.name, uid: workload.deploymentUID)]
      ),
      replicas: 15,
      template: PodTemplateSpec(labels: workload.labels, spec: PodSpec(containers: [Container(name: "app")]))
    )
  }

  private func node(_ index: Int) -> Node {
    var random = SplitMix(seed: shape.seed, kind: "node", index: index)
    let name = Self.nodeName(index)
    let labels: StringMap = [
      "beta.kubernetes.io/arch": "amd64", "kubernetes.io/arch": "amd64", "kubernetes.io/hostname": name,
      "kubernetes.io/os": "linux", "node.kubernetes.io/instance-type": "m6i.4xlarge",
      "topology.kubernetes.io/region": "eu-central-1",
      "topology.kubernetes.io/zone": "eu-central-1\(["a", "b", "c"][index % 3])",
    ]
    return Node(metadata: ObjectMeta(name: name, uid: random.uid(), labels: labels), kubeletVersion: "v1.31.2")
  }

  /// The name of a Node, made of its address.
  static func nodeName(_ index: Int) -> String {
    "ip-10-\(index / 65_536)-\(index / 256 % 256)-\(index % 256).eu-central-1.compute.internal"
  }
}

extension OwnerReference {
  /// A reference to the object of group `apps` that manages another.
  static func controller(_ kind: String, _ name: String, uid: String) -> OwnerReference {
    OwnerReference(apiVersion: "apps/v1", kind: kind, name: name, uid: uid, controller: true, blockOwnerDeletion: true)
  }
}
