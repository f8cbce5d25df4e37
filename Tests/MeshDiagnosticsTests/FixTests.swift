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
        // Pods of a Namespace whose switch is written right are to be recreated.
        let isOfNamespace = finding.field.object.kind == "Namespace"
        #expect(
          new.allSatisfy { $0.severity < finding.severity || isOfNamespace && $0.code == "runs-without-sidecar" },
          "\(finding.code), \(fix.message): \(new.map(\.message))")
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

  /// What somebody wrote under the right key is not written over by what stands under one that is nearly the same, nor by a label that
  /// should be an annotation: which of the two is meant nobody knows.
  @Test(arguments: [
    ("key-mistyped", "labels: {kuma.io/sidecar-injection: enabled, kuma.io/sidecar-injections: enabled}", 1),
    ("key-mistyped", "labels: {kuma.io/sidecar-injection: enabled, kuma.io/sidecar-injections: disabled}", 0),
    ("key-misplaced", "labels: {kuma.io/virtual-probes: enabled}, annotations: {kuma.io/virtual-probes: enabled}", 1),
    ("key-misplaced", "labels: {kuma.io/virtual-probes: enabled}, annotations: {kuma.io/virtual-probes: disabled}", 0),
  ])
  func whatIsWrittenUnderTheRightKeyStays(_ code: String, _ metadata: String, _ count: Int) throws {
    let template = "{metadata: {\(metadata)}, spec: {containers: [{name: app}]}}"
    let fixes = try fixes(
      code,
      .inMesh(
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo}, spec: {template: \(template)}}"))
    #expect(fixes.count == count, "\(fixes.map(\.message))")
  }

  /// A Deployment whose Service leads to ports that its container does not declare.
  private static func probed(ports: String = "", targets: String...) -> Manifests {
    let served = targets.enumerated().map { "{name: p\($0), port: \(80 + $0), targetPort: \($1)}" }.joined(separator: ", ")
    return .inMesh(
      """
      {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo}, spec: {selector: {app: web}, ports: [\(served)]}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web}},
        spec: {containers: [{name: app, readinessProbe: {exec: {command: [ok]}}\(ports)}]}}}}
      """)
  }

  /// RFC 6902: what a field is added to must be there.
  @Test(arguments: [
    (
      probed(targets: "8080"),
      #"[{"op":"add","path":"/spec/template/spec/containers/0/ports","value":[{"containerPort":8080}]}]"#
    ),
    (
      probed(targets: "8080", "8081"),
      #"[{"op":"add","path":"/spec/template/spec/containers/0/ports","value":[{"containerPort":8080},{"containerPort":8081}]}]"#
    ),
    (
      probed(ports: ", ports: [{containerPort: 9000}]", targets: "8080"),
      #"[{"op":"add","path":"/spec/template/spec/containers/0/ports/-","value":{"containerPort":8080}}]"#
    ),
    (
      probed(ports: ", ports: [{containerPort: 9000}]", targets: "8080", "8081"),
      #"[{"op":"add","path":"/spec/template/spec/containers/0/ports/-","value":{"containerPort":8080}},{"op":"add","path":"/spec/template/spec/containers/0/ports/-","value":{"containerPort":8081}}]"#
    ),
  ])
  func aPortIsDeclaredWithItsList(_ manifests: Manifests, _ patch: String) throws {
    let fixes = try fixes("target-port-undeclared", manifests)
    #expect(fixes.map(\.commands) == [["kubectl patch deployment web -n demo --type json -p '\(patch)'"]])
  }

  /// The injector may put the sidecar before the other containers, which the template counts without it.
  @Test func aPortIsDeclaredInTheContainerAsTheTemplateCountsThem() throws {
    let containers = "{name: app, readinessProbe: {exec: {command: [ok]}}}, {name: helper}"
    let manifests = Manifests.inMesh(
      """
      {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo}, spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [\(containers)]}}}}
      ---
      {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-5, namespace: demo,
       ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web-5-x, namespace: demo, labels: {app: web, pod-template-hash: '5'},
        annotations: {kuma.io/sidecar-injected: 'true'},
        ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-5, controller: true}]},
       spec: {containers: [{name: kuma-sidecar}, \(containers)]}, status: {phase: Running, podIP: 10.0.0.1}}
      """)
    let findings = Diagnostics(of: try manifests.cluster(under: "2.9.4")).findings()
    #expect(
      findings.filter { $0.code == "target-port-undeclared" }.map(\.field.description) == [
        "Deployment demo/web spec.template.spec.containers[0].ports"
      ])
    let fixes = try fixes("target-port-undeclared", manifests)
    #expect(
      fixes.flatMap(\.edits).map(\.field.path.description) == ["spec.template.spec.containers[0].ports[0].containerPort"])
  }

  /// The file of a Pod that nothing makes has the sidecar where the edit would be made.
  @Test func aPodThatHasItsSidecarFirstIsNotEdited() throws {
    func fixes(_ containers: String) throws -> [Fix] {
      try self.fixes(
        "target-port-undeclared",
        .inMesh(
          """
          {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo}, spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}}
          ---
          {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, labels: {app: web}, annotations: {kuma.io/sidecar-injected: 'true'}},
           spec: {containers: [\(containers)]}, status: {phase: Running, podIP: 10.0.0.1}}
          """))
    }
    let app = "{name: app, readinessProbe: {exec: {command: [ok]}}}"
    #expect(try fixes("{name: kuma-sidecar}, \(app)").isEmpty)
    #expect(try fixes("\(app), {name: kuma-sidecar}").count == 1)
  }

  /// The injector reads the annotation as a switch, so that `provided` is refused; up to 1.7 any word of a switch was a gateway.
  @Test(arguments: [
    ("true", ["write kuma.io/gateway=enabled"]), ("false", ["remove the annotation kuma.io/gateway"]), ("x", []),
  ])
  func theKindOfAGatewayIsWrittenAsTheInjectorReadsIt(_ value: String, _ expected: [String]) throws {
    let manifests = Manifests.inMesh(
      """
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web}, annotations: {kuma.io/gateway: '\(value)'}}, spec: {containers: [{name: app}]}}}}
      """)
    guard value != "x" else {
      // The injector refuses what is no word of a switch at all.
      #expect(try fixes("pod-refused", manifests).map(\.message) == ["write kuma.io/gateway=enabled"])
      return
    }
    for release in ["1.8.0", "2.9.4", "2.14.3"] {
      let cluster = try manifests.cluster(under: release)
      let failing = Diagnostics(of: cluster).findings().filter { $0.code == "dataplane-fails" }
      #expect(failing.map { $0.message.hasSuffix("; write enabled, or remove it.") } == [true])
      let fixes = try fixes("dataplane-fails", manifests, under: release)
      #expect(fixes.map(\.message) == expected)
      let changed = try #require(fixes.first.flatMap { cluster.applying($0.edits) })
      #expect(Diagnostics(of: changed).findings().allSatisfy { $0.severity == .info })
    }
  }

  /// In a dump the Pods run without the sidecar that the switch was to give them: they are restarted.
  @Test(arguments: [
    ("switch-value-not-read", "labels: {kuma.io/sidecar-injection: Enabled}"),
    ("key-mistyped", "labels: {kuma.io/sidecar-injections: enabled}"),
    ("switch-without-effect", "labels: {kuma.io/sidecar-injection: 'yes'}"),
    ("switch-not-read", "annotations: {kuma.io/sidecar-injection: enabled}"),
  ])
  func theSwitchOfANamespaceIsFixedWherePodsRun(_ code: String, _ metadata: String) throws {
    let fixes = try fixes(
      code,
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: demo, \(metadata)}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app}]}}}}
      ---
      {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-5, namespace: demo,
       ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web-5-x, namespace: demo, labels: {app: web, pod-template-hash: '5'},
        ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-5, controller: true}]},
       spec: {containers: [{name: app}]}, status: {phase: Running, podIP: 10.0.0.1}}
      """)
    let fix = try #require(fixes.first)
    #expect(fix.commands.last == "kubectl rollout restart deployment/web -n demo")
    #expect(fix.pods == [ObjectName(namespace: "demo", name: "web-5-x")])
    let isLabelled = fix.edits.contains { edit in
      edit.change == .string("enabled")
        && edit.field.path == DocumentPath(["metadata", "labels", "kuma.io/sidecar-injection"])
    }
    #expect(isLabelled)
  }

  /// A Pod that is refused becomes one that runs, though without a sidecar before and after.
  @Test func aPodThatIsNoLongerRefusedIsNamed() throws {
    let fixes = try fixes(
      "pod-refused",
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: demo, labels: {kuma.io/sidecar-injection: disabled}}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web, kuma.io/workload: web}}, spec: {containers: [{name: app}]}}}}
      """, under: "2.13.0")
    #expect(fixes.map(\.pods) == [[ObjectName(namespace: "demo", name: "web-*")]])
  }

  /// One label is not enough where the API server asks only in namespaces that have it, and only about `enabled`.
  @Test(arguments: [
    ("switch-without-effect", "labels: {kuma.io/sidecar-injection: 'true'}"),
    ("switch-value-not-read", "labels: {kuma.io/sidecar-injection: Enabled}"),
    ("switch-not-read", "annotations: {kuma.io/sidecar-injection: enabled}"),
    ("switch-not-read", "annotations: {kuma.io/sidecar-injection: 'true'}"),
  ])
  func theSwitchOfAPodIsFixedWithItsNamespace(_ code: String, _ metadata: String) throws {
    let manifests: Manifests = """
      {apiVersion: v1, kind: Namespace, metadata: {name: demo}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {\(metadata)}, spec: {containers: [{name: app}]}}}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: other, namespace: demo}, spec: {template: {spec: {containers: [{name: app}]}}}}
      """
    let fix = try #require(try fixes(code, manifests, under: "2.13.0").first)
    #expect(
      fix.message.hasSuffix(
        "label Namespace demo kuma.io/sidecar-injection=disabled\(code == "switch-without-effect" ? ", which is enough for this Pod" : "")"
      ))
    // The Pods are made anew as soon as their template changes.
    #expect(fix.commands.first == "kubectl label namespace demo kuma.io/sidecar-injection=disabled --overwrite")
    #expect(fix.commands.count == 2)
    let changed = try #require(try manifests.cluster(under: "2.13.0").applying(fix.edits))
    let verdicts = changed.previews().map { "\($0.name.name) \($0.admission.decision.verdict)" }
    #expect(verdicts == ["other-* skip", "web-* inject"])
  }

  /// Services of one name for each version, and one for all of them: each shares Pods with the last, and none with another.
  @Test func servicesThatShareAPortByOthersAreFixedTogether() throws {
    func service(_ name: String, _ selector: String, _ more: String = "") -> String {
      "{apiVersion: v1, kind: Service, metadata: {name: \(name), namespace: demo}, spec: {selector: {\(selector)}, ports: [{name: http, port: 80, targetPort: 8080\(more)}]}}"
    }
    func deployment(_ version: String) -> String {
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web-\(version), namespace: demo}, spec: {template: {metadata: {labels: {app: web, version: \(version)}}, spec: {containers: [{name: app}]}}}}"
    }
    func fixes(_ more: String = "") throws -> [[String]] {
      let objects =
        [service("web", "app: web"), service("other", "app: other", more)]
        + ["v1", "v2", "v3"].flatMap { [service("web-\($0)", "app: web, version: \($0)"), deployment($0)] }
      let diagnostics = Diagnostics(of: try Manifests.inMesh(objects.joined(separator: "\n---\n")).cluster(under: "2.9.4"))
      let findings = diagnostics.findings().filter { $0.code == "protocol-by-port-name" }
      return diagnostics.fixes(for: findings).map { $0.map(\.message) }
    }
    let all =
      "set appProtocol: http on port 80 of Service web, port 80 of Service web-v1, port 80 of Service web-v2 and port 80 of Service web-v3"
    #expect(try fixes() == [[all], [all], [all], [all]])
  }

  /// Whoever names a Service in a list loses it where the Service is left out.
  @Test(arguments: [("web_demo_svc_80", 0), ("other_demo_svc_80", 1)])
  func aServiceThatSomebodyNamesIsNotLeftOut(_ entry: String, _ count: Int) throws {
    let fixes = try fixes(
      "ignore-not-read",
      .inMesh(
        """
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo, labels: {kuma.io/ignore: 'true'}},
         spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: other, namespace: demo}, spec: {selector: {app: other}, ports: [{port: 80}]}}
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: client, namespace: demo},
         spec: {template: {metadata: {labels: {app: client}, annotations: {kuma.io/direct-access-services: \(entry)}}, spec: {containers: [{name: app}]}}}}
        ---
        \(Self.web)
        """))
    #expect(fixes.count == count)
  }

  /// The line at fault is that of the probe, and probes can be sent elsewhere.
  @Test(arguments: [("2.9.4", 9001, "kuma.io/application-probe-proxy-port"), ("2.8.0", 9000, "kuma.io/virtual-probes-port")])
  func aProbeOfThePortThatProbesAreSentTo(_ release: String, _ port: Int, _ key: String) throws {
    let manifests = Manifests.inMesh(
      """
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web}},
        spec: {initContainers: [{name: side, restartPolicy: Always, ports: [{containerPort: 9010}]}],
         containers: [{name: other, livenessProbe: {tcpSocket: {port: 9011}}},
          {name: app, readinessProbe: {httpGet: {port: \(port), path: /}}}]}}}}
      """)
    let findings = Diagnostics(of: try manifests.cluster(under: release)).findings().filter { $0.code == "pod-refused" }
    #expect(
      findings.map(\.field.description) == ["Deployment demo/web spec.template.spec.containers[1].readinessProbe"])
    #expect(
      try fixes("pod-refused", manifests, under: release).map(\.message) == [
        "annotate the template of Deployment web \(key)=9012"
      ])
  }

  @Test func aContainerThatRunsAsTheUserOfTheSidecarIsShown() throws {
    let manifests = Manifests.inMesh(
      """
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web}},
        spec: {containers: [{name: side}, {name: app, securityContext: {runAsUser: 5678}}]}}}}
      """)
    let findings = Diagnostics(of: try manifests.cluster(under: "2.9.4")).findings().filter { $0.code == "pod-refused" }
    #expect(
      findings.map(\.field.description) == [
        "Deployment demo/web spec.template.spec.containers[1].securityContext.runAsUser"
      ])
  }

  /// What the Mesh wants is shown where it stands.
  @Test(arguments: [
    ("requirements: [{tags: {team: '*'}}, {tags: {a: b, c: d}}]", "requires team=*, or a=b and c=d"),
    ("restrictions: [{tags: {app: web}}]", "restricts app=web"),
  ])
  func aRefusedDataplaneNamesWhatTheMeshWants(_ constraints: String, _ demand: String) throws {
    let manifests = Manifests.inMesh(
      """
      {apiVersion: kuma.io/v1alpha1, kind: Mesh, metadata: {name: default}, spec: {constraints: {dataplaneProxy: {\(constraints)}}}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app}]}}}}
      """)
    let findings = Diagnostics(of: try manifests.cluster(under: "2.9.4")).findings().filter {
      $0.code == "dataplane-refused"
    }
    let related = findings.flatMap(\.related)
    #expect(related.map(\.message) == ["Mesh default \(demand)"])
    let list = demand.hasPrefix("requires") ? "requirements" : "restrictions"
    #expect(related.map(\.field.description) == ["Mesh default spec.constraints.dataplaneProxy.\(list)"])
  }
}
