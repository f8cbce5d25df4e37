import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// What nobody wants to hear of (LINT-1), and what is said of wishes that suppress nothing.
@Suite("Suppressions")
struct SuppressionTests {
  /// A Service with a finding and a Deployment with another one, with what is suppressed at each place.
  private static func manifests(
    service: String = "",
    deployment: String = "",
    template: String = "",
    others: String = ""
  ) -> Manifests {
    func ignoring(_ value: String) -> String { value.isEmpty ? "{}" : "{meshmap/ignore: '\(value)'}" }
    return .inMesh(
      """
      {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo, annotations: \(ignoring(service))},
       spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo, annotations: \(ignoring(deployment))},
       spec: {template: {metadata: {labels: {app: web, empty: ''}, annotations: \(ignoring(template))},
        spec: {containers: [{name: app, ports: [{containerPort: 8080}]}]}}}}
      \(others)
      """)
  }

  private func told(_ manifests: Manifests) throws -> [String] {
    let diagnostics = Diagnostics(of: try manifests.cluster(under: "2.9.4"))
    return diagnostics.suppressing(diagnostics.findings()).told.map { "\($0.code) \($0.field)" }.filter {
      ["unres", "empty", "unused", "unknown"].contains(where: $0.hasPrefix)
    }
  }

  private static let unresolved = "unresolved-target-port Service demo/web spec.ports[0].targetPort"
  private static let empty = "empty-label Deployment demo/web spec.template.metadata.labels.empty"

  @Test func nothingIsSuppressedUnasked() throws {
    #expect(try told(Self.manifests()) == [Self.empty, Self.unresolved])
  }

  @Test(arguments: ["unresolved-target-port", " unresolved-target-port, # since", "unresolved-target-port#x,y"])
  func atAService(_ value: String) throws {
    #expect(try told(Self.manifests(service: value)) == [Self.empty])
  }

  @Test func atAWorkloadAndItsTemplate() throws {
    #expect(try told(Self.manifests(deployment: "empty-label")) == [Self.unresolved])
    #expect(try told(Self.manifests(template: "empty-label # on purpose")) == [Self.unresolved])
  }

  @Test func whatIsNotFoundThereIsTold() throws {
    #expect(
      try told(Self.manifests(service: "empty-label, unresolved-target-port")) == [
        Self.empty, #"unused-suppression Service demo/web metadata.annotations["meshmap/ignore"]"#,
      ])
  }

  @Test func whatIsNoCodeIsTold() throws {
    let diagnostics = Diagnostics(of: try Self.manifests(service: "unresolved-taget-port").cluster(under: "2.9.4"))
    let last = diagnostics.suppressing(diagnostics.findings()).told.last
    #expect(last?.code == "unknown-suppression")
    #expect(last?.message == #""unresolved-taget-port" is no code of a finding; unresolved-target-port is."#)
  }

  /// Pods and ReplicaSets of a Deployment have its template's annotation, and are not edited.
  @Test func copiesOfATemplateSayNothing() throws {
    let copy = "metadata: {labels: {app: web, empty: ''}, annotations: {meshmap/ignore: empty-label}}"
    let owner = "ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]"
    let others = """
      ---
      {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-5, namespace: demo, \(owner)}, spec: {template: {\(copy),
        spec: {containers: [{name: app}]}}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web-5-x, namespace: demo, labels: {app: web, empty: ''},
        annotations: {meshmap/ignore: empty-label},
        ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-5, controller: true}]},
       spec: {containers: [{name: app, ports: [{containerPort: 8080}]}]}, status: {podIP: 10.0.0.1}}
      """
    #expect(try told(Self.manifests(template: "empty-label", others: others)) == [Self.unresolved])
  }

  @Test func partOfTheFindingsTellsNothingOfWhatIsUnused() throws {
    let diagnostics = Diagnostics(of: try Self.manifests(service: "empty-label, nonsense").cluster(under: "2.9.4"))
    let told = diagnostics.suppressing([], by: diagnostics.suppressions, in: .part).told
    #expect(told.map(\.code) == ["unknown-suppression"])
  }

  @Test func aWishIsReadAsItIsWritten() {
    let field = ObjectField(ObjectReference(apiGroup: "", kind: "Service", namespace: "demo", name: "web"), DocumentPath([]))
    let wish = Suppression(parsing: " a, b a\tc,# why: a # b ", at: field)
    #expect(wish.codes == ["a", "b", "c"])
    #expect(wish.reason == "why: a # b")
    #expect(Suppression(parsing: "#", at: field).codes.isEmpty)
  }
}
