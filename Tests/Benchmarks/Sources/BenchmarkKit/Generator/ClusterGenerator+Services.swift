import KubernetesObjects

extension ClusterGenerator {
  /// The Services that select the Pods of a workload: one or two, by one label or by a common and a rare one.
  func services(of workload: Workload) -> [Service] {
    let instance: StringMap = ["app.kubernetes.io/instance": workload.instance]
    let nameAndProduct: StringMap = [
      "app.kubernetes.io/name": workload.name, "app.kubernetes.io/part-of": workload.product,
    ]
    let isEven = workload.index.isMultiple(of: 2)
    let first = service(workload.name, of: workload, clusterIP: clusterIP(of: workload), isEven ? instance : nameAndProduct)
    guard shape.hasHeadlessService(workload: workload.index) else { return [first] }
    return [
      first, service("\(workload.name)-headless", of: workload, clusterIP: "None", isEven ? nameAndProduct : instance),
    ]
  }

  private func service(_ name: String, of workload: Workload, clusterIP: String, _ selector: StringMap) -> Service {
    var random = SplitMix(seed: shape.seed, kind: "service", index: workload.index * 2 + (clusterIP == "None" ? 1 : 0))
    return Service(
      metadata: ObjectMeta(
        name: name,
        namespace: workload.namespace,
        uid: random.uid(),
        labels: [
          "app.kubernetes.io/managed-by": "Helm", "app.kubernetes.io/name": workload.name,
          "app.kubernetes.io/part-of": workload.product,
        ],
        annotations: ["meta.helm.sh/release-name": workload.instance]
      ),
      type: "ClusterIP",
      clusterIP: clusterIP,
      selector: selector,
      ports: [
        ServicePort(name: "http", appProtocol: "http", port: 80, targetPort: .name("http")),
        ServicePort(name: "metrics", port: 9090, targetPort: .number(9090)),
      ]
    )
  }

  private func clusterIP(of workload: Workload) -> String {
    "172.20.\(workload.index / 256 % 256).\(workload.index % 256)"
  }

  /// The EndpointSlices of a Service, of at most a hundred endpoints each, as Kubernetes makes them.
  func endpointSlices(of service: Service, workload: Workload) -> [EndpointSlice] {
    let pods = shape.pods(ofWorkload: workload.index)
    return stride(from: 0, to: pods.count, by: 100).map { start in
      let name = "\(service.metadata.name)-\(start / 100)"
      return EndpointSlice(
        metadata: ObjectMeta(
          name: name,
          namespace: workload.namespace,
          uid: "slice-\(workload.namespace)-\(name)",
          labels: [
            "endpointslice.kubernetes.io/managed-by": "endpointslice-controller.k8s.io",
            EndpointSlice.serviceNameLabel: service.metadata.name,
          ],
          ownerReferences: [
            OwnerReference(
              apiVersion: "v1",
              kind: "Service",
              name: service.metadata.name,
              uid: service.metadata.uid,
              controller: true,
              blockOwnerDeletion: true
            )
          ]
        ),
        endpoints: pods[start..<min(start + 100, pods.count)].map { .init(targetRef: .init(uid: podUID($0), kind: "Pod")) }
      )
    }
  }
}
