import KubernetesObjects
import MeshMapping
import Testing

/// What the injector decides about a Pod that it is asked about.
struct InjectionCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let namespace: Namespace?
  let settings: SettingsChange?
  let meshes: MeshCatalog
  let expected: InjectionDecision

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    podLabels: StringMap = [:],
    podAnnotations: StringMap = [:],
    namespaceLabels: StringMap = [:],
    namespaceAnnotations: StringMap = [:],
    containers: [Container] = [Container(name: "app")],
    initContainers: [Container] = [],
    withoutNamespace: Bool = false,
    settings: SettingsChange? = nil,
    meshes: MeshCatalog = .every,
    expect expected: InjectionDecision
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(labels: podLabels, annotations: podAnnotations, containers: containers, initContainers: initContainers)
    namespace = withoutNamespace ? nil : .fixture(labels: namespaceLabels, annotations: namespaceAnnotations)
    self.settings = settings
    self.meshes = meshes
    self.expected = expected
  }
}

enum InjectionTable {
  private static let key = "kuma.io/sidecar-injection"

  private static func on(_ place: EvidencePlace, _ value: String = "enabled") -> InjectionDecision {
    .inject(.requested(by: Evidence(place, key: key, value: value)))
  }

  private static func off(_ place: EvidencePlace, _ value: String = "disabled") -> InjectionDecision {
    .skip(.optedOut(Evidence(place, key: key, value: value)))
  }

  private static func unreadable(_ place: EvidencePlace, _ value: String) -> InjectionDecision {
    .reject(.unreadableSwitch(Evidence(place, key: key, value: value)))
  }

  static let cases: [InjectionCase] = [
    InjectionCase("INJ-1", "a label of the Namespace", namespaceLabels: [key: "enabled"], expect: on(.namespaceLabel)),
    InjectionCase(
      "INJ-2", "the Pod opts out of its Namespace", podLabels: [key: "disabled"], namespaceLabels: [key: "enabled"],
      expect: off(.podLabel)
    ),
    InjectionCase("INJ-3", "a capital letter is refused", podLabels: [key: "Enabled"], expect: unreadable(.podLabel, "Enabled")),
    InjectionCase("INJ-5", "no switch anywhere", expect: .skip(.notRequested)),
  ]
}

@Suite("Injection")
struct InjectionTests {
  @Test(arguments: InjectionTable.cases)
  func decision(_ row: InjectionCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let decision = kuma.injection(of: row.pod, in: row.namespace, among: Surroundings(meshes: row.meshes))
    #expect(decision == row.expected)
  }
}
