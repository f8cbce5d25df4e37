import Foundation
import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// The code of the guides compiles here and is the code that stands in them.
@Suite("Guides")
struct GuideTests {
  private static let json = Data(
    """
    {"apiVersion": "v1", "kind": "List", "items": [
      {"apiVersion": "v1", "kind": "Namespace",
       "metadata": {"name": "demo", "labels": {"kuma.io/sidecar-injection": "enabled"}}},
      {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "demo"},
       "spec": {"selector": {"app": "web"}, "ports": [{"port": 80, "targetPort": 8080}]}},
      {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "bad", "namespace": "demo"},
       "spec": {"ports": [{"port": "eighty"}]}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web-1", "namespace": "demo", "labels": {"app": "web"}},
       "spec": {"containers": [{"name": "app"}], "nodeName": "node-a"}, "status": {"podIP": "10.0.0.7"}},
      {"apiVersion": "v1", "kind": "Pod",
       "metadata": {"name": "web-2", "namespace": "demo", "labels": {"kuma.io/sidecar-injection": "no"}}},
      {"apiVersion": "v1", "kind": "Node",
       "metadata": {"name": "node-a", "labels": {"topology.kubernetes.io/zone": "eu-1a"}}}
    ]}
    """.utf8
  )

  /// The example of the guide with `print` collected.
  private func embedding() throws -> [String] {
    let json = Self.json
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    // Embedding begin
    let list = try JSONReader.decode(ObjectList<ClusterObject>.self, from: json)
    for failure in list.failures { print("cannot be read:", failure) }
    //
    let release = try KumaRelease(parsing: "2.9.4")
    var kuma = ControlPlane(release: release, zone: "east")
    kuma.settings.ignoredSelectorLabels = ["version"]
    //
    let cluster = Cluster(list.objects, under: kuma)
    for report in cluster.previews() {
      switch report.outcome.verdict {
      case .apply, .pending:
        let inbounds = report.outcome.dataplane?.networking.inbound ?? []
        print(report.name, "is", inbounds.compactMap { $0.tags["kuma.io/service"] }.joined(separator: ", "))
      case .delete, .leave, .fail: print(report.name, "has no Dataplane:", report.outcome.verdict)
      case .unknown: print(report.name, "may have a Dataplane:", report.outcome.verdict)
      }
      for finding in cluster.findings(on: report) { print("  \(finding.severity):", finding.message) }
    }
    // Embedding end
    return printed
  }

  private func upgrading() throws -> [String] {
    let objects = try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: Self.upgraded).objects
    let unlabelled = Namespace(metadata: ObjectMeta(name: "demo"))
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    // Upgrading begin
    let (running, next) = try (KumaRelease(parsing: "2.6.15"), KumaRelease(parsing: "2.11.18"))
    let cluster = Cluster(objects, under: ControlPlane(release: running))
    let path = UpgradePath(of: cluster, from: running, to: next)
    print(path.message)
    print(path.reach)
    for step in path.steps {
      for trouble in step.troubles { print("\(step.new): \(trouble.message), \(trouble.releases)") }
    }
    //
    for sentence in path.basis.sentences { print(sentence) }
    //
    for trouble in path.steps.flatMap(\.lasting) {
      for fix in trouble.fixes {
        print(fix.isHarmlessNow ? "today:" : "with the upgrade:", fix.fix.message)
        for command in fix.fix.commands { print("  \(command)") }
      }
      if trouble.fixes.isEmpty { print(trouble.advice) }
    }
    //
    let manifests = [ClusterObject.kubernetes(.namespace(unlabelled))]
    let edits = UpgradeComparison(of: cluster, from: running, to: running, edited: cluster.applying(manifests))
    print(edits.step.verdict.heading)
    //
    let comparison = ReleaseComparison(of: cluster, from: running, to: next)
    for change in comparison.changes where change.needsAttention {
      print("\(change.pod): \(change.difference.message) [\(change.causes.map(\.id).joined(separator: ", "))]")
    }
    // Upgrading end
    return printed
  }

  /// A Pod in the mesh by its Namespace, and one by its own label in a Namespace without one.
  private static let upgraded = Data(
    """
    {"apiVersion": "v1", "kind": "List", "items": [
      {"apiVersion": "v1", "kind": "Namespace",
       "metadata": {"name": "demo", "labels": {"kuma.io/sidecar-injection": "enabled"}}},
      {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "bare"}},
      {"apiVersion": "kuma.io/v1alpha1", "kind": "Mesh", "metadata": {"name": "default"}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web-1", "namespace": "demo"},
       "spec": {"containers": [{"name": "app"}]}, "status": {"podIP": "10.0.0.7"}},
      {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "api", "namespace": "bare"},
       "spec": {"template": {"metadata": {"labels": {"app": "api", "kuma.io/sidecar-injection": "enabled"}},
                             "spec": {"containers": [{"name": "app"}]}}}}
    ]}
    """.utf8
  )

  /// The example of the guide, for objects without the Namespace and the Node.
  private func whatIsUnknown() throws -> [String] {
    var list = try JSONReader.decode(ObjectList<ClusterObject>.self, from: Self.json)
    list.objects.removeAll { ["Namespace", "Node"].contains($0.reference.kind) }
    let kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"), zone: "east")
    let (old, new) = try (KumaRelease(parsing: "2.6.15"), KumaRelease(parsing: "2.9.4"))
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    // WhatIsUnknown begin
    var cluster = Cluster(list.objects, under: kuma)
    cluster.completeness.unreadable = Set(list.failures.compactMap(\.reference))
    //
    for report in cluster.previews() {
      print(report.name, report.outcome.verdict.action)
      for alternative in report.alternatives {
        print("  \(alternative.condition.phrase): \(alternative.decision.verdict), \(alternative.outcome.verdict.action)")
      }
      for value in report.outcome.unknownValues { print("  \(value.path) needs \(value.needs.phrase)") }
    }
    //
    for lack in Incompleteness.of(cluster.previews()) { print(lack.message) }
    //
    let comparison = ReleaseComparison(of: cluster, from: old, to: new)
    for pod in comparison.undecided {
      print("\(pod.pod) may change \(pod.mayNeedAttention ? "in a way that needs attention" : "harmlessly")")
    }
    for dataplane in cluster.verification().unchecked { print("\(dataplane.name): \(dataplane.reason.message)") }
    // WhatIsUnknown end
    return printed
  }

  private func clusters() async throws -> [String] {
    var objects = try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: Self.json).objects
    for index in objects.indices {
      guard case .kubernetes(.pod(var pod)) = objects[index] else { continue }
      pod.metadata.annotations["kuma.io/sidecar-injected"] = "true"
      objects[index] = .kubernetes(.pod(pod))
    }
    let kuma = ControlPlane(rules: .documented)
    let port = ServicePort(port: 8080, targetPort: 8080)
    let service = Service(
      metadata: ObjectMeta(name: "web", namespace: "demo"), selector: ["app": "web"], ports: [port])
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    // Clusters begin
    var cluster = Cluster(objects, under: kuma)
    for element in cluster.plan() { print(element) }
    //
    let event = ClusterEvent.modified(.kubernetes(.service(service)))
    for change in cluster.apply(event) {
      for effect in change.effects {
        switch effect {
        case .created: print(change.name, "is created, by", event.reference)
        case .updated(_, let fields): print(change.name, "changes", fields.map(\.path), "by", event.reference)
        case .deleted: print(change.name, "is deleted, by", event.reference)
        case .noLongerCreated: print(change.name, "is not created any more; one that exists would be deleted")
        case .failureBegan(let failure): print(change.name, "fails from now on:", failure)
        case .failureEnded: print(change.name, "no longer fails")
        @unknown default: print(change.name, "changes")
        }
      }
    }
    //
    if let name = try? ServiceName(parsing: "web_demo_svc_8080") {
      print("web_demo_svc_8080 is", cluster.pods(behind: name).map(\.name))
    }
    //
    let reports = await withTaskGroup(of: [PodReport].self) { group in
      for part in cluster.partitions(4) { group.addTask { part.reconciliations() } }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.name < $1.name }
    }
    print(reports.count, "Pods")
    // Clusters end
    return printed
  }

  private func landingPages() throws -> [String] {
    let json = Self.json
    let objects = try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: json).objects
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    try mapping()
    try diagnostics()
    try reading()
    func mapping() throws {
      // MeshMapping begin
      let kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"), zone: "east")
      let cluster = Cluster(objects, under: kuma)
      for report in cluster.previews() { print(report.name, report.outcome.verdict) }
      // MeshMapping end
    }
    func diagnostics() throws {
      // MeshDiagnostics begin
      let cluster = Cluster(objects, under: ControlPlane(rules: .documented))
      for finding in Diagnostics(of: cluster).findings() where finding.severity >= .warning {
        print(finding.field, finding.code, finding)
      }
      // MeshDiagnostics end
    }
    func reading() throws {
      // KubernetesObjects begin
      let list = try JSONDecoder().decode(ObjectList<KubernetesObject>.self, from: json)
      for failure in list.failures { print(failure) }
      for case .pod(let pod) in list.objects { print(pod.metadata.name, pod.metadata.labels) }
      // KubernetesObjects end
    }
    return printed
  }

  @Test func theLandingPagesPrintWhatTheySay() throws {
    let printed = try landingPages()
    #expect(printed.contains("demo/web-1 The Dataplane is applied."))
    #expect(printed.contains { $0.contains("demo/bad") && $0.contains("port") }, "\(printed)")
    #expect(printed.last == #"web-2 ["kuma.io/sidecar-injection": "no"]"#, "\(printed)")
  }

  @Test func theGuideToClustersPlansAndFollows() async throws {
    let printed = try await clusters()
    #expect(printed.contains("demo/web-1: The Dataplane is created."))
    #expect(printed.contains { $0.hasPrefix("demo/web-1 changes ") && $0.hasSuffix(" by Service demo/web") })
    #expect(printed.contains("web_demo_svc_8080 is [\"web-1\"]"))
    #expect(printed.last == "2 Pods")
  }

  @Test func theGuideToEmbeddingReadsAndMaps() throws {
    let printed = try embedding()
    #expect(printed.contains { $0.hasPrefix("cannot be read: ") && $0.contains("bad") })
    #expect(printed.contains("demo/web-1 is web_demo_svc_80"))
    #expect(printed.contains { $0.hasPrefix("demo/web-2 has no Dataplane: ") })
  }

  @Test func theGuideToUpgradesTellsTroubleAndMendsIt() throws {
    let printed = try upgrading()
    let expected = [
      "NOT READY: 1 of 2 workloads needs attention", "safe up to 2.10.11; first trouble 2.11.0",
      "2.11.18: 1 workload loses its sidecar once its Pods are recreated, from 2.11.0 on",
      "The input has no Service, so no Pod is taken to be behind one.",
      "The input has no policies, so nothing is taken to select by tags or labels.",
      "Harmless either way: the input has no nodes for 1 Pod.",
      "today: label the Namespace kuma.io/sidecar-injection=disabled, so that the label of its Pods is looked at",
      "  kubectl label namespace bare kuma.io/sidecar-injection=disabled --overwrite", "NOT READY",
    ]
    #expect(Array(printed.prefix(9)) == expected, "\(printed)")
    #expect(printed.count == 10 && (printed.last?.hasSuffix("[webhook-namespace-label]") ?? false), "\(printed)")
  }

  @Test func theGuideToWhatIsUnknownTellsWhatIsLacking() throws {
    let printed = try whatIsUnknown()
    #expect(printed.contains("demo/web-1 unknown"), "\(printed)")
    #expect(
      printed.contains("  if the Namespace is labelled kuma.io/sidecar-injection=enabled: inject, apply"), "\(printed)")
    #expect(printed.contains("  if the Namespace has no label of Kuma: skip, leave"), "\(printed)")
    #expect(printed.contains { $0.hasSuffix("add namespaces to it.") }, "\(printed)")
    #expect(printed.contains("demo/web-2 may change in a way that needs attention"), "\(printed)")
    #expect(printed.last?.hasPrefix("demo/web-2: The input has no Dataplanes") ?? false, "\(printed)")
  }

  @Test(
    arguments: [
      "Embedding", "Clusters", "Upgrading", "WhatIsUnknown", "MeshMapping", "MeshDiagnostics", "KubernetesObjects",
    ])
  func theCodeIsTheOneThatRunsHere(_ guide: String) throws {
    let source = Self.lines(of: try String(contentsOfFile: #filePath, encoding: .utf8))
    let begin = try #require(source.firstIndex { $0.hasSuffix("// \(guide) begin") })
    let end = try #require(source.firstIndex { $0.hasSuffix("// \(guide) end") })
    // Blocks are divided by an empty comment.
    let indentation = source[begin].prefix { $0 == " " }.count
    let code = source[(begin + 1)..<end].map { String($0.dropFirst(indentation)) }.split(separator: "//").map(Array.init)
    #expect(try Self.blocks(of: guide) == code)
  }

  /// The blocks of Swift in a guide.
  private static func blocks(of guide: String) throws -> [[String]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let library =
      guide.hasPrefix("MeshD") || guide.hasPrefix("Kub") ? guide : guide == "Upgrading" ? "MeshDiagnostics" : "MeshMapping"
    let file = root.appending(path: "Sources/\(library)/\(library).docc/\(guide).md")
    let lines = Self.lines(of: try String(contentsOf: file, encoding: .utf8))
    return lines.indices.filter { lines[$0] == "```swift" }.map { begin in
      Array(lines[(begin + 1)...].prefix { $0 != "```" })
    }
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
