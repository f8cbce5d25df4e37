/// Objects as people write them down, for tests that need only a few.
enum Manifest {
  /// Several documents of one YAML file.
  static func documents(_ documents: String...) -> String {
    documents.joined(separator: "---\n")
  }

  /// The Namespace demo; unless its labels say otherwise, it asks for a sidecar.
  static func namespace(
    _ name: String = "demo",
    labels: String = "kuma.io/sidecar-injection: enabled",
    phase: String = "Active"
  ) -> String {
    """
    apiVersion: v1
    kind: Namespace
    metadata: {name: \(name), labels: {\(labels)}}
    status: {phase: \(phase)}

    """
  }

  /// The Pod web-1 of the Namespace demo, which listens on port 8080.
  static func pod(
    _ name: String = "web-1",
    namespace: String = "demo",
    labels: String = "app: web",
    annotations: String = "",
    spec: String = "containers: [{name: web, ports: [{containerPort: 8080}]}]",
    status: String = "phase: Pending, podIP: 10.0.0.1"
  ) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name), namespace: \(namespace), labels: {\(labels)}, annotations: {\(annotations)}}
    spec: {\(spec)}
    status: {\(status)}

    """
  }

  /// The same Pod after injection, running.
  static func injectedPod(
    _ name: String = "web-1",
    namespace: String = "demo",
    labels: String = "app: web",
    annotations: String = "",
    mark: String = #""true""#,
    status: String = "phase: Running, podIP: 10.0.0.1, containerStatuses: [{name: web, ready: true, state: {running: {}}}]"
  ) -> String {
    let written = [
      "kuma.io/sidecar-injected: \(mark)",
      "kuma.io/transparent-proxying: enabled",
      #"kuma.io/transparent-proxying-inbound-port: "15006""#,
      #"kuma.io/transparent-proxying-outbound-port: "15001""#,
    ]
    return pod(
      name,
      namespace: namespace,
      labels: labels,
      annotations: (annotations.isEmpty ? written : written + [annotations]).joined(separator: ", "),
      spec: "containers: [{name: web, ports: [{containerPort: 8080}]}, {name: kuma-sidecar}]",
      status: status
    )
  }

  /// The Service web, which leads from port 80 to port 8080 of Pods labelled `app: web`.
  static func service(
    _ name: String = "web",
    namespace: String = "demo",
    selector: String = "app: web",
    ports: String = "{port: 80, targetPort: 8080}"
  ) -> String {
    """
    apiVersion: v1
    kind: Service
    metadata: {name: \(name), namespace: \(namespace)}
    spec: {selector: {\(selector)}, ports: [\(ports)]}

    """
  }

  /// A Mesh.
  static func mesh(_ name: String, spec: String = "") -> String {
    """
    apiVersion: kuma.io/v1alpha1
    kind: Mesh
    metadata: {name: \(name)}
    spec: {\(spec)}

    """
  }
}
