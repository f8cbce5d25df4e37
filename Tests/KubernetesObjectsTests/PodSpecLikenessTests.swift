import KubernetesObjects
import Testing

/// Specifications that are the same but for the Node: every other field counts.
@Suite("Specifications apart from the Node")
struct PodSpecLikenessTests {
  private static let changes: [(name: String, change: @Sendable (inout PodSpec) -> Void)] = [
    ("containers", { $0.containers = [Container(name: "b")] }),
    ("initContainers", { $0.initContainers = [Container(name: "b")] }),
    ("nodeName", { $0.nodeName = "two" }),
    ("serviceAccountName", { $0.serviceAccountName = "b" }),
    ("restartPolicy", { $0.restartPolicy = "Never" }),
    ("volumeNames", { $0.volumeNames = ["b"] }),
    ("runAsUser", { $0.runAsUser = 1 }),
    ("network", { $0.network = .host }),
  ]

  private static let spec = PodSpec(
    containers: [Container(name: "a")], nodeName: "one", serviceAccountName: "a", volumeNames: ["a"],
    restartPolicy: "Always")

  @Test func onlyTheNodeMayDiffer() {
    for (name, change) in Self.changes {
      var other = Self.spec
      change(&other)
      #expect(other != Self.spec, "\(name)")
      #expect(Self.spec.isSameApartFromNode(as: other) == (name == "nodeName"), "\(name)")
    }
  }

  /// A field that is added has to be among those that are tried here.
  @Test func everyFieldIsTried() {
    let fields = Mirror(reflecting: Self.spec).children.compactMap(\.label)
    #expect(Set(fields.map { $0.hasPrefix("_") ? String($0.dropFirst()) : $0 }) == Set(Self.changes.map(\.name)))
  }
}
