import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Where the sidecar stands once a Pod is injected: the names of its init containers, and those of its containers.
struct SidecarPositionCase: SpecificationCase {
  let statement = "WRITE-6"
  let title: String
  let rules: RulesName
  let settings: SettingsChange?
  let initContainers: [String]
  let containers: [String]

  init(
    _ title: String,
    under rules: RulesName = "documented",
    settings: SettingsChange? = nil,
    _ initContainers: [String],
    _ containers: [String]
  ) {
    self.title = title
    self.rules = rules
    self.settings = settings
    self.initContainers = initContainers
    self.containers = containers
  }
}

enum SidecarPositionTable {
  private static let native: SettingsChange = { $0.injector.nativeSidecars = .enabled }

  static let cases: [SidecarPositionCase] = [
    SidecarPositionCase("the last container", ["setup"], ["app", "kuma-sidecar"]),
    SidecarPositionCase("the last container", under: "2.0.8", ["setup"], ["app", "kuma-sidecar"]),
    SidecarPositionCase("the first container", under: "2.1.0", ["setup"], ["kuma-sidecar", "app"]),
    SidecarPositionCase("the setting is not known", under: "2.6.15", settings: native, ["setup"], ["kuma-sidecar", "app"]),
    SidecarPositionCase("no init container by default", under: "2.13.0", ["setup"], ["kuma-sidecar", "app"]),
    SidecarPositionCase(
      "an init container where it is set so", under: "2.7.0", settings: native, ["kuma-sidecar", "setup"], ["app"]),
    SidecarPositionCase("an init container by default", under: "2.14.0", ["kuma-sidecar", "setup"], ["app"]),
    SidecarPositionCase(
      "none where it is set so", under: "2.14.0", settings: { $0.injector.nativeSidecars = .disabled },
      ["setup"], ["kuma-sidecar", "app"]
    ),
    SidecarPositionCase(
      "none where Kubernetes does not know it", under: .newest,
      settings: { $0.kubernetesVersion = KubernetesVersion(1, 28) },
      ["setup"], ["kuma-sidecar", "app"]
    ),
  ]
}

@Suite("The sidecar's position")
struct SidecarPositionTests {
  @Test(arguments: SidecarPositionTable.cases)
  func position(_ row: SidecarPositionCase) throws {
    let pod = Pod.fixture(initContainers: [Container(name: "setup")])
    let injected = try row.rules.controlPlane(row.settings).injectedPod(pod, in: .fixture())
    #expect(injected.spec.initContainers.map(\.name) == row.initContainers)
    #expect(injected.spec.containers.map(\.name) == row.containers)
    let sidecar = (injected.spec.initContainers + injected.spec.containers).first { $0.name == "kuma-sidecar" }
    #expect(sidecar?.ports == [])
    #expect(sidecar?.restartPolicy == (row.initContainers.contains("kuma-sidecar") ? "Always" : ""))
  }

  @Test(arguments: [("1.29", 1, 29), ("v1.31.2", 1, 31), ("v1.28.5-gke.1217000", 1, 28)])
  func versions(_ string: String, _ major: Int, _ minor: Int) {
    #expect(KubernetesVersion(string) == KubernetesVersion(major, minor))
  }

  @Test(arguments: ["", "1", "x.1", "1.x", "1.", "v"])
  func noVersions(_ string: String) {
    #expect(KubernetesVersion(string) == nil)
  }
}
