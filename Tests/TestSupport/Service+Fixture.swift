package import KubernetesObjects

extension Service {
  /// The Service `demo/web` that selects `app=web`, with the given values.
  package static func fixture(
    name: String = "web",
    namespace: String = "demo",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    type: String = "ClusterIP",
    clusterIP: String = "10.96.0.1",
    selector: StringMap = ["app": "web"],
    ports: [ServicePort] = [ServicePort(port: 80, targetPort: 8080)]
  ) -> Service {
    Service(
      metadata: ObjectMeta(name: name, namespace: namespace, labels: labels, annotations: annotations),
      type: type,
      clusterIP: clusterIP,
      selector: selector,
      ports: ports
    )
  }
}
