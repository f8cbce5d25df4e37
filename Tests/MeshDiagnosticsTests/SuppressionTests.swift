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

  // MARK: - What is at a Namespace or a Service

  /// Two Pods that run without the sidecar that their Namespace gives them, with what is suppressed at each place.
  private static func running(namespace: String = "", first: String = "", second: String = "") -> Manifests {
    func ignoring(_ value: String) -> String { value.isEmpty ? "" : ", annotations: {meshmap/ignore: '\(value)'}" }
    func pod(_ name: String, _ value: String) -> String {
      "{apiVersion: v1, kind: Pod, metadata: {name: \(name), namespace: demo\(ignoring(value))}, spec: {containers: [{name: app}]}, status: {phase: Running, podIP: 10.0.0.1}}"
    }
    return Manifests(
      stringLiteral: """
        {apiVersion: v1, kind: Namespace, metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled}\(ignoring(namespace))}}
        ---
        \(pod("a", first))
        ---
        \(pod("b", second))
        """)
  }

  private static let code = "runs-without-sidecar"

  private func suppressed(_ manifests: Manifests, ofPods pods: [String]? = nil) throws -> SuppressedFindings {
    let diagnostics = Diagnostics(of: try manifests.cluster(under: "2.9.4"))
    let names = pods?.map { ObjectName(namespace: "demo", name: $0) }
    return diagnostics.suppressing(
      diagnostics.findings(), by: diagnostics.suppressions, in: pods == nil ? .all : .part, ofPods: names)
  }

  @Test(
    arguments: [
      (running(), [code], [], nil),
      (running(first: code), [code], [], ["b"]),
      (running(second: code), [code], [], ["a"]),
      (running(first: code, second: code), [], [code], nil),
      (running(namespace: code), [], [code], nil),
      // Each of them holds, whether or not the other does.
      (running(namespace: code, first: code), [], [code], nil),
      (running(first: "named-after-pod"), [code, "unused-suppression"], [], nil),
    ] as [(Manifests, [String], [String], [String]?)])
  func atTheNamespaceOfAPod(_ manifests: Manifests, _ told: [String], _ silent: [String], _ subjects: [String]?) throws {
    let found = try suppressed(manifests)
    let codes = [Self.code, "unused-suppression"]
    #expect(found.told.map(\.code).filter(codes.contains) == told)
    #expect(found.suppressed.map(\.code).filter(codes.contains) == silent)
    let finding = found.told.first { $0.code == Self.code }
    #expect(finding.flatMap { found.subjects[$0] }?.map(\.name) == subjects)
  }

  /// Where only some Pods are looked at, the others do not count.
  @Test func ofSomePods() throws {
    let manifests = Self.running(first: Self.code)
    #expect(try suppressed(manifests, ofPods: ["a"]).told.allSatisfy { $0.code != Self.code })
    #expect(try suppressed(manifests, ofPods: ["b"]).told.contains { $0.code == Self.code })
  }

  /// Two Services that give one port two protocols: that is found of the Pod, and is at one of the Services.
  private static func conflict(of workload: String, and service: String = "") -> Manifests {
    let note = service.isEmpty ? "" : ", annotations: {meshmap/ignore: \(service)}"
    return .inMesh(
      """
      {apiVersion: v1, kind: Service, metadata: {name: a, namespace: demo}, spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080, appProtocol: http}]}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: b, namespace: demo\(note)}, spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080, appProtocol: grpc}]}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo, annotations: {meshmap/ignore: \(workload)}},
       spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, ports: [{containerPort: 8080}]}]}}}}
      """)
  }

  @Test func atAServiceForTheSakeOfAPod() throws {
    let code = "conflicting-protocols"
    let found = try suppressed(Self.conflict(of: code))
    #expect(found.suppressed.map { "\($0.code) \($0.field.object)" } == ["\(code) Service demo/b"])
    #expect(!found.told.contains { $0.code == code || $0.code == "unused-suppression" })
    #expect(try suppressed(Self.conflict(of: code, and: code)).told.allSatisfy { $0.code != "unused-suppression" })
  }

  /// What is wrong with a Service is not suppressed by a Pod that it selects.
  @Test func whatIsOfAServiceIsItsOwn() throws {
    #expect(
      try told(Self.manifests(template: "unresolved-target-port")) == [
        Self.empty, Self.unresolved,
        #"unused-suppression Deployment demo/web spec.template.metadata.annotations["meshmap/ignore"]"#,
      ])
  }

  @Test func aWishIsReadAsItIsWritten() {
    let field = ObjectField(ObjectReference(apiGroup: "", kind: "Service", namespace: "demo", name: "web"), DocumentPath([]))
    let wish = Suppression(parsing: " a, b a\tc,# why: a # b ", at: field)
    #expect(wish.codes == ["a", "b", "c"])
    #expect(wish.reason == "why: a # b")
    #expect(Suppression(parsing: "#", at: field).codes.isEmpty)
  }
}
