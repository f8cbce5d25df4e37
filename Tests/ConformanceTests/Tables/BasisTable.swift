import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// What a verdict on the step from 2.14.3 to 3.0.0 rests on that the input does not hold.
struct BasisCase: SpecificationCase {
  let statement = "UPG-4"
  let title: String
  let rules: RulesName = "3.0.0"
  let objects: [ClusterObject]
  let completeness: Completeness?
  /// The premises, the kinds that are unknown and harmless either way, and what of workloads is counted.
  let expected: [String]

  init(
    _ title: String, _ objects: [ClusterObject], knowing completeness: Completeness? = nil, rests expected: String...
  ) {
    self.title = title
    self.objects = objects
    self.completeness = completeness
    self.expected = expected
  }
}

enum BasisTable {
  private static let namespace = ClusterObject.kubernetes(
    .namespace(Namespace(metadata: ObjectMeta(name: "demo", labels: [KumaKey.sidecarInjection: "enabled"]))))
  private static let pod = ClusterObject.kubernetes(
    .pod(.fixture(name: "web-1", namespace: "demo", labels: ["app": "web"], containers: [Container(name: "app")])))
  private static let refused = ClusterObject.kubernetes(
    .pod(
      .fixture(
        name: "web-1", namespace: "demo", labels: ["app": "web", KumaKey.workload: "x"],
        containers: [Container(name: "app")])))
  private static let deployment = ClusterObject.kubernetes(
    .deployment(
      Deployment(
        metadata: ObjectMeta(name: "web", namespace: "demo"),
        template: PodTemplateSpec(labels: ["app": "web"], spec: PodSpec(containers: [Container(name: "app")])))))
  private static let idle = ClusterObject.kubernetes(
    .deployment(
      Deployment(
        metadata: ObjectMeta(name: "idle", namespace: "demo"), replicas: 0,
        template: PodTemplateSpec(labels: ["app": "web"], spec: PodSpec(containers: [Container(name: "app")])))))
  private static let service = ClusterObject.kubernetes(
    .service(
      Service(
        metadata: ObjectMeta(name: "web", namespace: "other"), clusterIP: "10.96.0.1", selector: ["app": "web"],
        ports: [ServicePort(port: 80, targetPort: 8080)])))
  private static let mesh = ClusterObject.mesh(Mesh(name: "default"))

  private static func resource(_ group: String, _ kind: String) -> ClusterObject {
    .resource(
      MeshResource(
        type: ObjectType(apiVersion: group, kind: kind), metadata: ObjectMeta(name: "x", namespace: "demo"),
        fields: .object([])))
  }

  private static func lacking(_ kind: String, _ group: String = "kuma.io") -> Completeness {
    Completeness(known: [], unreadable: [ObjectReference(apiGroup: group, kind: kind, namespace: "", name: "")])
  }

  static let cases: [BasisCase] = [
    BasisCase("Pods and nothing else", [namespace, pod], rests: "no-services", "default-mesh", "no-policies"),
    BasisCase(
      "a template of Pods and nothing else", [namespace, deployment],
      rests: "no-services", "default-mesh", "no-policies", "nodes"),
    BasisCase("no Pods, and nothing that makes some", [namespace]),
    BasisCase("a Service, of whatever namespace", [namespace, pod, service], rests: "default-mesh", "no-policies"),
    BasisCase("a Mesh", [namespace, pod, mesh], rests: "no-services", "no-policies"),
    BasisCase(
      "a policy", [namespace, pod, resource("kuma.io/v1alpha1", "MeshRetry")], rests: "no-services", "default-mesh"),
    BasisCase(
      "a quota is no policy", [namespace, pod, resource("v1", "ResourceQuota")],
      rests: "no-services", "default-mesh", "no-policies"),
    BasisCase("an input that is said to hold everything", [namespace, pod], knowing: .complete),
    BasisCase(
      "labels that are assumed", [pod], knowing: Completeness(known: [], namespaceLabels: [:]),
      rests: "namespace-labels", "no-services", "default-mesh", "no-policies"),
    BasisCase(
      "labels that are assumed and not needed", [namespace, pod], knowing: Completeness(known: [], namespaceLabels: [:]),
      rests: "no-services", "default-mesh", "no-policies"),
    BasisCase(
      "policies that a list left out", [namespace, pod], knowing: lacking("MeshTimeout"),
      rests: "no-services", "default-mesh"),
    BasisCase(
      "Services that a list left out", [namespace, pod], knowing: lacking("Service", ""),
      rests: "default-mesh", "no-policies"),
    BasisCase(
      "a Pod that is refused before and after",
      [namespace, refused, service, mesh, resource("kuma.io/v1alpha1", "MeshRetry")],
      rests: "failing"),
    BasisCase("a workload that is scaled to zero", [namespace, idle], rests: "idle"),
    BasisCase(
      "a workload that is scaled to zero beside a Pod", [namespace, pod, service, mesh, idle], rests: "no-policies", "idle"),
    BasisCase("objects of any kind that a list left out", [namespace, pod], knowing: lacking("", "")),
  ]
}

@Suite("What verdicts rest on")
struct BasisTests {
  @Test(arguments: BasisTable.cases)
  func basis(_ row: BasisCase) throws {
    let (old, new) = try (KumaRelease(parsing: "2.14.3"), KumaRelease(parsing: "3.0.0"))
    let cluster = Cluster(row.objects, under: ControlPlane(release: old), completeness: row.completeness)
    let path = UpgradePath(of: cluster, from: old, to: new)
    let comparison = UpgradeComparison(of: cluster, from: old, to: new)
    for basis in [path.basis, comparison.basis] {
      let counts = (basis.failing > 0 ? ["failing"] : []) + (basis.idle > 0 ? ["idle"] : [])
      let unknown = basis.harmlessUnknowns.map(\.needs.rawValue) + counts
      #expect(basis.premises.map(\.rawValue) + unknown == row.expected)
      #expect(basis.sentences.count == row.expected.count)
      #expect(basis.isEmpty == row.expected.isEmpty)
    }
  }
}
