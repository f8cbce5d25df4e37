import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// Every fix, applied, removes its finding, adds none of its severity or above, and changes only the Pods that it names.
@Suite("Fixes")
struct FixTests {
  private static let releases = ["documented", "1.8.1", "2.1.0", "2.5.11", "2.9.4", "2.11.0", "2.13.0", "3.0.0"]

  /// Holds the property over all that is found in a cluster, by looking at all of it once more.
  ///
  /// - Returns: The codes of the findings that have a fix.
  @discardableResult
  private func check(_ cluster: Cluster) -> Set<String> {
    let diagnostics = Diagnostics(of: cluster)
    let before = diagnostics.findings()
    let fates = Self.fates(in: cluster)
    var codes: Set<String> = []
    for (finding, fixes) in zip(before, diagnostics.fixes(for: before)) {
      #expect(fixes == diagnostics.fixes(for: finding))
      for fix in fixes {
        codes.insert(finding.code)
        guard let changed = cluster.applying(fix.edits) else {
          Issue.record("\(fix.message) cannot be applied")
          continue
        }
        let after = Diagnostics(of: changed).findings()
        let gone = !after.contains { $0.code == finding.code && $0.field == finding.field && $0.message == finding.message }
        #expect(gone, "\(finding.code) is still there after: \(fix.message)")
        let new = after.filter { found in
          !before.contains { $0.code == found.code && $0.field == found.field && $0.message == found.message }
        }
        #expect(
          new.allSatisfy { $0.severity < finding.severity }, "\(finding.code), \(fix.message): \(new.map(\.message))")
        let others = Self.fates(in: changed)
        let changedPods = Set(fates.keys).union(others.keys).filter { fates[$0] != others[$0] }
        #expect(
          changedPods.isSubset(of: Set(fix.pods)),
          "\(finding.code), \(fix.message) names \(fix.pods), and changes \(changedPods)")
        #expect(!fix.message.hasSuffix("."))
      }
    }
    return codes
  }

  /// What the fixes of a finding are, by their messages.
  private static func fixes(of code: String, in manifests: Manifests) throws -> [[String]] {
    let diagnostics = Diagnostics(of: try manifests.cluster(under: "2.9.4", nil))
    return diagnostics.fixes(for: diagnostics.findings().filter { $0.code == code }).map { $0.map(\.message) }
  }

  private static func services(_ ports: String...) -> Manifests {
    let services = ports.enumerated().map { ProtocolRows.service($1, name: "web-\($0)") }
    return .inMesh((services + [ProtocolRows.deployment()]).joined(separator: "\n---\n"))
  }

  /// Where several Services lead to one port, a protocol on one of them alone is a conflict: all of them are given it.
  @Test func servicesThatShareAPortAreMendedTogether() throws {
    let named = "{name: http, port: 80, targetPort: 8080}"
    #expect(
      try Self.fixes(of: "protocol-by-port-name", in: Self.services(named, "{port: 81, targetPort: 8080}"))
        == [["set appProtocol: http on port 80 of Service web-0 and port 81 of Service web-1"]])
    let said = "{port: 80, targetPort: 8080, appProtocol: http}"
    #expect(
      try Self.fixes(
        of: "conflicting-protocols", in: Self.services(said, "{port: 81, targetPort: 8080}", "{port: 82, targetPort: 8080}"))
        == [["set appProtocol: http on port 81 of Service web-1 and port 82 of Service web-2"]])
    #expect(
      try Self.fixes(of: "conflicting-protocols", in: Self.services(said, "{port: 81, targetPort: 8080}"))
        == [["set appProtocol: http on port 81 of Service web-1"]])
  }

  /// Whitespace around an entry that names nothing even without it: both are mended at once.
  @Test(arguments: ["kuma.io/direct-access-services", "kuma.io/transparent-proxying-reachable-services"])
  func whitespaceAndAName(_ key: String) throws {
    let pod = ProtocolRows.deployment(more: ", annotations: {\(key): 'web_demo_svc_80, weeb_demo_svc_81'}")
    let service = ProtocolRows.service("{port: 80, targetPort: 8080}, {name: b, port: 81, targetPort: 8080}")
    let code = key.contains("direct") ? "direct-access-entry" : "reachable-service-entry"
    #expect(
      try Self.fixes(of: code, in: .inMesh("\(service)\n---\n\(pod)"))
        == [["write the list without whitespace, and web_demo_svc_81 for weeb_demo_svc_81"]])
  }

  /// What is in a list already is not written once more.
  @Test func anEntryThatIsThereAlready() throws {
    let pod = ProtocolRows.deployment(
      more: ", annotations: {kuma.io/direct-access-services: 'web_demo_svc_8080,web_demo_svc_80'}")
    let service = ProtocolRows.service("{port: 80, targetPort: 8080}")
    #expect(
      try Self.fixes(of: "direct-access-to-nothing", in: .inMesh("\(service)\n---\n\(pod)"))
        == [["take \"web_demo_svc_8080\" away, since web_demo_svc_80 is in the list"]])
  }

  /// What becomes of all Pods, but for the outbounds that old releases write for others, and for what waits for them.
  private static func fates(in cluster: Cluster) -> [ObjectName: [String]] {
    Dictionary(
      cluster.previews().map { report in
        let verdict = report.outcome.verdict.action
        let action = verdict == .pending ? .apply : verdict
        var dataplane = report.outcome.dataplane
        dataplane?.networking.outbound = []
        let hasSidecar =
          switch report.admission.decision {
          case .inject, .skip(.alreadyInjected): true
          default: false
          }
        return (
          report.name,
          ["\(hasSidecar) \(report.mesh?.name ?? "") \(action) \(String(describing: dataplane))"]
        )
      }, uniquingKeysWith: +)
  }

  @Test(arguments: 0..<120)
  func holdsInRandomClusters(_ seed: Int) throws {
    for release in [Self.releases[seed % Self.releases.count], "2.9.4"] {
      check(try RandomManifests.of(UInt64(seed)).cluster(under: release))
    }
  }

  /// The random clusters are worth it.
  @Test func findsFixesInRandomClusters() throws {
    var codes: Set<String> = []
    for seed in 0..<60 {
      codes.formUnion(check(try RandomManifests.of(UInt64(seed)).cluster(under: Self.releases[seed % Self.releases.count])))
    }
    for code in ["service-refused", "unresolved-target-port", "switch-by-annotation", "would-get-no-sidecar"] {
      #expect(codes.contains(code), "no fix of \(code) among \(codes.sorted())")
    }
  }

  @Test(arguments: FindingRowTests.rows)
  func holdsInRows(_ row: FindingRow) throws {
    check(try row.manifests.cluster(under: row.release, row.settings))
  }

  @Test(arguments: releases)
  func holdsInSamples(_ release: String) throws {
    for objects in try SampleClusters.objects() {
      let kuma =
        release == "documented" ? ControlPlane(rules: .documented) : ControlPlane(release: try KumaRelease(parsing: release))
      check(Cluster(objects, under: kuma))
    }
  }
}

/// What becomes of particular mistakes.
@Suite("Fixes, by manifests")
struct FixCaseTests {
  /// The fixes of the only finding of a code.
  private func fixes(_ code: String, _ manifests: Manifests, under release: String = "2.9.4") throws -> [Fix] {
    let diagnostics = Diagnostics(of: try manifests.cluster(under: release))
    let findings = diagnostics.findings().filter { $0.code == code }
    try #require(findings.count == 1)
    return diagnostics.fixes(for: findings[0])
  }

  private static let web = """
    {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
     spec: {template: {metadata: {labels: {app: web}},
      spec: {containers: [{name: app, ports: [{name: http-web, containerPort: 8080}]}]}}}}
    """

  @Test func aTargetPortIsCalledAsTheContainerPortIs() throws {
    let fixes = try fixes(
      "unresolved-target-port",
      .inMesh(
        """
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo},
         spec: {selector: {app: web}, ports: [{port: 80, targetPort: htp-web}]}}
        ---
        \(Self.web)
        """))
    #expect(
      fixes.map(\.commands) == [
        [
          #"kubectl patch service web -n demo --type json -p '[{"op":"add","path":"/spec/ports/0/targetPort","value":"http-web"}]'"#
        ]
      ])
    #expect(fixes.first?.pods == [ObjectName(namespace: "demo", name: "web-*")])
  }

  @Test func aProtocolIsCalledAsKumaCallsIt() throws {
    let fixes = try fixes(
      "service-refused",
      .inMesh(
        """
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo, annotations: {80.service.kuma.io/protocol: htp}},
         spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}}
        ---
        \(Self.web)
        """))
    #expect(
      fixes.map(\.commands) == [
        ["kubectl annotate service web -n demo 80.service.kuma.io/protocol=http --overwrite"],
        ["kubectl annotate service web -n demo 80.service.kuma.io/protocol- --overwrite"],
      ])
  }

  /// W4: where the API server asks only about labelled namespaces, `disabled` is enough for one Pod, and injects nobody else.
  @Test func aNamespaceIsLabelledNoMoreThanNeeded() throws {
    let manifests: Manifests = """
      {apiVersion: v1, kind: Namespace, metadata: {name: demo}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web, kuma.io/sidecar-injection: enabled}}, spec: {containers: [{name: app}]}}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web-5-x, namespace: demo, labels: {app: web, pod-template-hash: '5',
        kuma.io/sidecar-injection: enabled}, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-5, controller: true}]},
       spec: {containers: [{name: app}, {name: kuma-sidecar}]}, status: {phase: Running, podIP: 10.0.0.1}}
      """
    let fixes = try fixes("would-get-no-sidecar", manifests, under: "2.11.0")
    #expect(fixes.map(\.edits.count) == [2])
    #expect(
      fixes.first?.commands.first == "kubectl label namespace demo kuma.io/sidecar-injection=disabled --overwrite")
  }

  /// A Namespace that is labelled already is not labelled once more, and the template is what is named.
  @Test func aNamespaceThatIsLabelledIsLeftAlone() throws {
    let fixes = try fixes(
      "would-get-no-sidecar",
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: demo, labels: {kuma.io/sidecar-injection: disabled}}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app}]}}}}
      ---
      {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-5, namespace: demo,
       ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web-5-x, namespace: demo, labels: {app: web, pod-template-hash: '5'},
        ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-5, controller: true}]},
       spec: {containers: [{name: app}, {name: kuma-sidecar}]}, status: {phase: Running, podIP: 10.0.0.1}}
      """, under: "2.11.0")
    #expect(fixes.map(\.message) == ["label the template of Deployment web kuma.io/sidecar-injection: enabled"])
  }

  /// W5: what is edited is the template, and an annotation becomes a label in one patch.
  @Test func aSwitchBecomesALabelOfTheTemplate() throws {
    let fixes = try fixes(
      "switch-not-read",
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: demo}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {annotations: {kuma.io/sidecar-injection: enabled}}, spec: {containers: [{name: app}]}}}}
      """)
    #expect(
      fixes.map(\.commands) == [
        [
          #"kubectl patch deployment web -n demo --type merge -p '{"spec":{"template":{"metadata":{"labels":{"kuma.io/sidecar-injection":"enabled"},"annotations":{"kuma.io/sidecar-injection":null}}}}}'"#
        ]
      ])
  }
}
