import Foundation
import Testing

/// All that `meshmap lint --fix` writes at once: every fix holds when the files are read again, and none is taken back.
@Suite struct MendingTogetherTests {
  /// Something that is found, and what tells it from other things.
  private struct Found: Decodable, Hashable {
    struct Object: Decodable, Hashable {
      let kind: String
      let namespace: String?
      let name: String
    }
    struct Fix: Decodable, Hashable {
      struct Edit: Decodable, Hashable {}
      let edits: [Edit]
    }
    let code: String
    let severity: String
    let message: String
    let object: Object
    let field: String?
    let fixes: [Fix]

    var identity: String { "\(code) \(object) \(field ?? "") \(message)" }
    var weight: Int { ["info", "warning", "error"].firstIndex(of: severity) ?? 3 }
    var isWritten: Bool { fixes.first.map { !$0.edits.isEmpty } ?? false }
  }

  private struct Findings: Decodable {
    let findings: [Found]
  }

  private static func findings(under release: String, in folder: URL) throws -> [Found] {
    let run = try Command("lint", ".", "--release", release, "--output", "json").run(in: folder)
    return try JSONDecoder().decode(Findings.self, from: Data(run.output.utf8)).findings
  }

  /// Holds the property over some files.
  ///
  /// - Parameter contradictions: How many of the findings that a fix is shown for are not mended, since another fix says otherwise.
  private static func check(_ files: [String: String], under release: String, contradictions: Int = 0) throws {
    try Command.withFolder(holding: files) { (folder: URL) throws in
      let before = try findings(under: release, in: folder)
      let run = try Command("lint", ".", "--release", release, "--fix").run(in: folder)
      let after = try findings(under: release, in: folder)
      let left = Set(after.map(\.identity))
      let stays = before.filter { $0.isWritten && left.contains($0.identity) }
      #expect(stays.count == contradictions, "\(release): \(stays.map(\.identity))\n\(run.errors)")
      let known = Set(before.map(\.identity))
      let worst = before.filter { !left.contains($0.identity) }.map(\.weight).max() ?? -1
      // Pods of a Namespace whose switch is written right are to be recreated.
      let new = after.filter { !known.contains($0.identity) && $0.code != "runs-without-sidecar" && $0.weight >= worst }
      #expect(new.isEmpty, "\(release): \(new.map(\.identity))")
      let texts = { try files.keys.sorted().map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) } }
      let written = try texts()
      _ = try Command("lint", ".", "--release", release, "--fix").run(in: folder)
      #expect(try texts() == written, "\(release): a second run writes once more")
    }
  }

  @Test(arguments: ["market.yaml", "bakery", "broken", "documentation"])
  func holdsInSamples(_ sample: String) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Command.samples.path)
      .filter { $0 == sample || $0.hasPrefix("\(sample)/") }.filter { $0.hasSuffix(".yaml") }
    try #require(!names.isEmpty)
    var files: [String: String] = [:]
    for name in names {
      let text = try String(contentsOf: Command.samples.appending(path: name), encoding: .utf8)
      files[name.replacing("/", with: "-")] = text
    }
    try Self.check(files, under: "2.9.4")
  }

  private static func deployment(_ name: String, labels: String = "", annotations: String = "", ports: String = "") -> String
  {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name), namespace: demo}
    spec:
      template:
        metadata: {labels: {app: \(name)\(labels)}, annotations: {\(annotations)}}
        spec: {containers: [{name: app, ports: [\(ports)]}]}

    """
  }

  private static func namespace(_ metadata: String) -> String {
    "apiVersion: v1\nkind: Namespace\nmetadata: {name: demo\(metadata)}\n---\n"
  }

  private static let enabled = namespace(", labels: {kuma.io/sidecar-injection: enabled}")

  private static func pod(_ name: String, metadata: String = "", containers: String = ", {name: kuma-sidecar}") -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name), namespace: demo\(metadata)}
    spec: {containers: [{name: app}\(containers)]}
    status: {phase: Running, podIP: 10.0.0.1}
    ---

    """
  }

  private static func service(_ name: String, _ ports: String, metadata: String = "") -> String {
    """
    apiVersion: v1
    kind: Service
    metadata: {name: \(name), namespace: demo\(metadata)}
    spec: {selector: {app: web}, ports: [\(ports)]}
    ---

    """
  }

  /// Mistakes whose fixes are about one field, or about the Namespace and its Pods.
  private static let pairs: [(String, Int)] = [
    // Two keys that are nearly the same one, with the same value and with another one each. A label that is left is removed: it is a tag.
    (enabled + deployment("web", labels: ", kuma.io/sidecar_injection: enabled, kuma.io/sidecar-injections: enabled"), 0),
    (enabled + deployment("web", labels: ", kuma.io/sidecar_injection: enabled, kuma.io/sidecar-injections: disabled"), 0),
    (enabled + deployment("web", annotations: "kuma.io/virtual-probe: enabled, kuma.io/virtual_probes: disabled"), 1),
    (
      namespace(", labels: {kuma.io/sidecar_injection: enabled, kuma.io/sidecar-injections: disabled}") + deployment("web"),
      1
    ),
    (
      enabled
        + deployment("web", labels: ", kuma.io/virtual-probes: enabled", annotations: "kuma.io/virtual-probe: disabled"), 0
    ),
    // The Namespace and a Pod, each with a switch that nobody reads as it stands.
    (
      namespace(", annotations: {kuma.io/sidecar-injection: enabled}")
        + deployment("web", annotations: "kuma.io/sidecar-injection: disabled"), 0
    ),
    (namespace(", labels: {kuma.io/sidecar-injection: Enabled}") + pod("a") + pod("b"), 0),
    // Pods that would lose their sidecars, each of which may be labelled, and their Namespace too.
    (namespace("") + pod("a") + pod("b"), 0),
    (namespace("") + pod("a", metadata: ", labels: {kuma.io/sidecar-injection: enabled}") + pod("b"), 0),
    // Three ways to one port.
    (
      enabled + service("a", "{name: http, port: 80, targetPort: 8080}")
        + service("b", "{name: grpc, port: 80, targetPort: 8080}")
        + service("c", "{port: 80, targetPort: 8080, appProtocol: htp}")
        + deployment("web", ports: "{containerPort: 8080}"), 0
    ),
    // Entries of one list, each of which is rewritten with the list.
    (
      enabled + service("web", "{port: 80, targetPort: 8080}") + deployment("web", ports: "{containerPort: 8080}") + "---\n"
        + deployment(
          "client",
          annotations: "kuma.io/direct-access-services: 'web_demo_svc_81, web.demo.svc,weeb_demo_svc_80,web_demo_svc_80'"), 0
    ),
    (
      enabled + service("web", "{port: 80, targetPort: htp}, {port: 80, name: b, targetPort: '8080'}")
        + deployment("web", annotations: "kuma.io/ingnore: 'true'", ports: "{name: http, containerPort: 8080}"), 0
    ),
  ]

  @Test(arguments: pairs.indices) func holdsForFixesOfOneField(_ index: Int) throws {
    let (text, contradictions) = Self.pairs[index]
    try Self.check(["all.yaml": text], under: "2.9.4", contradictions: contradictions)
  }

  /// What somebody wrote under the right key is not written over by what stands under one that is nearly the same.
  @Test func whatIsWrittenStays() throws {
    let text =
      Self.enabled
      + Self.deployment("web", labels: ", kuma.io/sidecar-injection: enabled, kuma.io/sidecar-injections: disabled")
    try Command.withFolder(holding: ["all.yaml": text]) { (folder: URL) throws in
      let found = try Self.findings(under: "2.9.4", in: folder)
      #expect(found.filter { $0.code == "key-mistyped" }.map(\.fixes) == [[]])
      _ = try Command("lint", ".", "--release", "2.9.4", "--fix").run(in: folder)
      let written = try String(contentsOf: folder.appending(path: "all.yaml"), encoding: .utf8)
      #expect(
        written.contains("kuma.io/sidecar-injection: enabled") && !written.contains("injection: disabled"), "\(written)")
    }
  }

  /// Many fixes of one file are put together in one go: of as many workloads, and of as many keys of one as are tried.
  @Test func manyAreMendedInOneRun() throws {
    let deployments = (0..<60).map { Self.deployment("web-\($0)", annotations: "kuma.io/virtual-probe: disabled") }
    let text = Self.enabled + deployments.joined(separator: "---\n")
    try Command.withFolder(holding: ["all.yaml": text]) { (folder: URL) throws in
      let run = try Command("lint", ".", "--release", "2.9.4", "--fix").run(in: folder)
      #expect(run.errors.contains("all.yaml, 60 changes"), "\(run.errors)")
      let mended = try String(contentsOf: folder.appending(path: "all.yaml"), encoding: .utf8)
      #expect(mended == text.replacing("virtual-probe:", with: "virtual-probes:"))
    }
  }
}
