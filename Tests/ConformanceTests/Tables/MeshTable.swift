import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The mesh of the Pod `demo/web-1`: the controller's, the injector's where that differs, and whether it has to exist.
struct MeshCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let namespace: Namespace
  let meshes: MeshCatalog
  let expected: MeshChoice
  let injector: MeshChoice
  let failure: MappingFailure?

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    podLabels: StringMap = [:],
    podAnnotations: StringMap = [:],
    namespaceLabels: StringMap = [:],
    namespaceAnnotations: StringMap = [:],
    meshes: MeshCatalog = .every,
    expect expected: MeshChoice,
    injector: MeshChoice? = nil,
    failure: MappingFailure? = nil
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(labels: podLabels, annotations: podAnnotations)
    namespace = .fixture(labels: namespaceLabels, annotations: namespaceAnnotations)
    self.meshes = meshes
    self.expected = expected
    self.injector = injector ?? expected
    self.failure = failure
  }
}

enum MeshTable {
  private static let key = "kuma.io/mesh"

  private static func named(_ name: String, by place: EvidencePlace) -> MeshChoice {
    MeshChoice(name: name, evidence: Evidence(place, key: key, value: name))
  }

  static let cases = places + defaults + existence

  private static let places: [MeshCase] = [
    MeshCase("MESH-1", "the Pod's annotation", podAnnotations: [key: "red"], expect: named("red", by: .podAnnotation)),
    MeshCase(
      "MESH-1", "the Namespace's annotation", namespaceAnnotations: [key: "blue"],
      expect: named("blue", by: .namespaceAnnotation)
    ),
    MeshCase(
      "MESH-1", "the Pod's annotation before the Namespace's", podAnnotations: [key: "red"],
      namespaceAnnotations: [key: "blue"], expect: named("red", by: .podAnnotation)
    ),
    MeshCase(
      "MESH-1", "an empty annotation of the Pod is passed over", podAnnotations: [key: ""],
      namespaceAnnotations: [key: "blue"], expect: named("blue", by: .namespaceAnnotation)
    ),
    MeshCase("MESH-1", "a blank is a name", podAnnotations: [key: " "], expect: named(" ", by: .podAnnotation)),
    MeshCase(
      "MESH-1", "labels are not read as documented", podLabels: [key: "red"], namespaceLabels: [key: "green"],
      namespaceAnnotations: [key: "blue"], expect: named("blue", by: .namespaceAnnotation)
    ),
    MeshCase(
      "MESH-1", "at first only the injector reads the Namespace", under: "1.2.0", namespaceAnnotations: [key: "blue"],
      expect: .defaultMesh, injector: named("blue", by: .namespaceAnnotation)
    ),
    MeshCase(
      "MESH-1", "the Namespace is not read by the controller before 1.5", under: "1.4.1",
      namespaceAnnotations: [key: "blue"], expect: .defaultMesh, injector: named("blue", by: .namespaceAnnotation)
    ),
    MeshCase(
      "MESH-1", "an empty annotation of the Pod is a name for the injector before 1.5", under: "1.4.1",
      podAnnotations: [key: ""], namespaceAnnotations: [key: "blue"], expect: .defaultMesh,
      injector: named("", by: .podAnnotation)
    ),
    MeshCase(
      "MESH-1", "an empty annotation of the Namespace is a name for the injector before 1.5", under: "1.4.1",
      namespaceAnnotations: [key: ""], expect: .defaultMesh, injector: named("", by: .namespaceAnnotation)
    ),
    MeshCase(
      "MESH-1", "injector and controller agree on the Pod's annotation", under: "1.4.1", podAnnotations: [key: "red"],
      namespaceAnnotations: [key: "blue"], expect: named("red", by: .podAnnotation)
    ),
    MeshCase(
      "MESH-1", "the Namespace is read by both from 1.5", under: "1.5.0", namespaceAnnotations: [key: "blue"],
      expect: named("blue", by: .namespaceAnnotation)
    ),
    MeshCase(
      "MESH-1", "an empty annotation of the Pod is passed over by both from 1.5", under: "1.5.0", podAnnotations: [key: ""],
      namespaceAnnotations: [key: "blue"], expect: named("blue", by: .namespaceAnnotation)
    ),
    MeshCase(
      "MESH-1", "labels are not read before 2.9", under: "2.8.0", podLabels: [key: "red"],
      namespaceLabels: [key: "green"], namespaceAnnotations: [key: "blue"], expect: named("blue", by: .namespaceAnnotation)
    ),
    MeshCase(
      "MESH-1", "the Pod's label comes first from 2.9", under: "2.9.0", podLabels: [key: "red"],
      podAnnotations: [key: "blue"], namespaceLabels: [key: "green"], namespaceAnnotations: [key: "yellow"],
      expect: named("red", by: .podLabel)
    ),
    MeshCase(
      "MESH-1", "the Pod's annotation comes second from 2.9", under: "2.9.0", podLabels: [key: ""],
      podAnnotations: [key: "blue"], namespaceLabels: [key: "green"], namespaceAnnotations: [key: "yellow"],
      expect: named("blue", by: .podAnnotation)
    ),
    MeshCase(
      "MESH-1", "the Namespace's label comes third from 2.9", under: "2.9.0", podAnnotations: [key: ""],
      namespaceLabels: [key: "green"], namespaceAnnotations: [key: "yellow"], expect: named("green", by: .namespaceLabel)
    ),
    MeshCase(
      "MESH-1", "the Namespace's annotation comes last from 2.9", under: "2.9.0", namespaceLabels: [key: ""],
      namespaceAnnotations: [key: "yellow"], expect: named("yellow", by: .namespaceAnnotation)
    ),
    MeshCase(
      "MESH-1", "annotations still count in the newest release", under: .newest, podAnnotations: [key: "blue"],
      namespaceLabels: [key: "green"], expect: named("blue", by: .podAnnotation)
    ),
  ]

  private static let defaults: [MeshCase] = [
    MeshCase("MESH-2", "nothing names a mesh", expect: .defaultMesh),
    MeshCase(
      "MESH-2", "everything that is read is empty", podAnnotations: [key: ""], namespaceAnnotations: [key: ""],
      expect: .defaultMesh
    ),
    MeshCase("MESH-2", "another key does not count", podAnnotations: ["k8s.kuma.io/mesh": "red"], expect: .defaultMesh),
    MeshCase("MESH-2", "nothing names a mesh in the first release", under: "1.2.0", expect: .defaultMesh),
    MeshCase(
      "MESH-2", "everything that is read is empty from 2.9", under: "2.9.0", podLabels: [key: ""],
      podAnnotations: [key: ""], namespaceLabels: [key: ""], namespaceAnnotations: [key: ""], expect: .defaultMesh
    ),
    MeshCase("MESH-2", "nothing names a mesh in the newest release", under: .newest, expect: .defaultMesh),
  ]

  private static let existence: [MeshCase] = [
    MeshCase(
      "MESH-3", "a mesh that does not exist is taken all the same as documented", podAnnotations: [key: "red"],
      meshes: .only([Mesh(name: "default")]), expect: named("red", by: .podAnnotation)
    ),
    MeshCase(
      "MESH-3", "a mesh that does not exist is taken all the same before 2.11", under: "2.10.0", podLabels: [key: "red"],
      meshes: .only([Mesh(name: "default")]), expect: named("red", by: .podLabel)
    ),
    MeshCase(
      "MESH-3", "a mesh that does not exist is a failure from 2.11", under: "2.11.0", podLabels: [key: "red"],
      meshes: .only([Mesh(name: "default")]), expect: named("red", by: .podLabel), failure: .meshNotFound("red")
    ),
    MeshCase(
      "MESH-3", "a mesh that exists is none", under: "2.11.0", podLabels: [key: "red"],
      meshes: .only([Mesh(name: "default"), Mesh(name: "red")]), expect: named("red", by: .podLabel)
    ),
    MeshCase(
      "MESH-3", "where no mesh is known, every one exists", under: "2.11.0", podLabels: [key: "red"],
      meshes: MeshCatalog([]),
      expect: named("red", by: .podLabel)
    ),
    MeshCase(
      "MESH-3", "the default mesh has to exist too", under: "2.11.0", meshes: .only([Mesh(name: "red")]),
      expect: .defaultMesh, failure: .meshNotFound("default")
    ),
    MeshCase(
      "MESH-3", "names that look alike but differ in bytes are two meshes", under: "2.11.0", podLabels: [key: "caf\u{E9}"],
      meshes: .only([Mesh(name: "cafe\u{301}")]), expect: named("caf\u{E9}", by: .podLabel),
      failure: .meshNotFound("caf\u{E9}")
    ),
    MeshCase(
      "MESH-3", "the controller does not spare zone proxies", under: .newest,
      podLabels: [key: "red", "k8s.kuma.io/zone-proxy-type": "ingress"], meshes: .only([Mesh(name: "default")]),
      expect: named("red", by: .podLabel), failure: .meshNotFound("red")
    ),
  ]
}

@Suite("Mesh")
struct MeshTests {
  @Test(arguments: MeshTable.cases)
  func mesh(_ row: MeshCase) throws {
    let kuma = try row.rules.controlPlane()
    #expect(kuma.mesh(of: row.pod, in: row.namespace) == row.expected)
    #expect(kuma.injectorMesh(of: row.pod, in: row.namespace) == row.injector)
    let mapping = kuma.dataplane(of: row.pod, in: row.namespace, among: ObjectCatalog(meshes: row.meshes))
    #expect(mapping.mesh == row.expected)
    #expect(mapping.failure == row.failure)
    #expect(mapping.dataplane?.mesh == (row.failure == nil ? row.expected.name : nil))
  }
}
