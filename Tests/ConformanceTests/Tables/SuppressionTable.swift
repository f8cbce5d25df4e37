import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// What is told of a Service whose target port is the name of no container port, where its annotation says something about that.
struct SuppressionCase: SpecificationCase {
  let statement = "LINT-1"
  let title: String
  let rules: RulesName = "2.9.4"
  /// The value of the annotation; nil for none.
  let annotation: String?
  /// The codes that are told of the Service.
  let told: [String]
}

enum SuppressionTable {
  static let cases = [
    SuppressionCase(title: "no annotation", annotation: nil, told: ["unresolved-target-port"]),
    SuppressionCase(title: "the code of the finding", annotation: "unresolved-target-port # so", told: []),
    SuppressionCase(
      title: "another code", annotation: "port-not-tcp", told: ["unresolved-target-port", "unused-suppression"]),
    SuppressionCase(title: "no code", annotation: "unresolved", told: ["unresolved-target-port", "unknown-suppression"]),
  ]
}

@Suite("Findings that are suppressed")
struct SuppressionTableTests {
  @Test(arguments: SuppressionTable.cases)
  func told(_ row: SuppressionCase) throws {
    var metadata = ObjectMeta(name: "web", namespace: "demo")
    if let annotation = row.annotation { metadata.annotations["meshmap/ignore"] = annotation }
    let service = Service(
      metadata: metadata, selector: ["app": "web"], ports: [ServicePort(port: 80, targetPort: .name("http"))])
    let pod = Pod(
      metadata: ObjectMeta(name: "web", namespace: "demo", labels: ["app": "web"]),
      spec: PodSpec(containers: [Container(name: "app", ports: [ContainerPort(containerPort: 8080)])]),
      status: PodStatus(podIP: "10.0.0.1"))
    let namespace = Namespace(metadata: ObjectMeta(name: "demo", labels: ["kuma.io/sidecar-injection": "enabled"]))
    let cluster = Cluster(
      [.kubernetes(.service(service)), .kubernetes(.pod(pod)), .kubernetes(.namespace(namespace))],
      under: try row.rules.controlPlane())
    let diagnostics = Diagnostics(of: cluster)
    let told: [Finding] = diagnostics.suppressing(diagnostics.findings()).told
    #expect(told.filter { $0.field.object.kind == "Service" }.map(\.code) == row.told)
  }
}
