import Foundation
import Testing

/// The exit status of `compare` and `upgrade`, by what they find and by what it is asked of.
@Suite("Status of verdicts")
struct VerdictStatusTests {
  /// A workload with a sidecar, by the labels of its Namespace and of its Pods.
  private static func shop(_ namespace: String, _ template: String, _ names: [String] = ["till"]) -> String {
    names.map { name in
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: \(name), namespace: shop}
      spec:
        selector: {matchLabels: {app: \(name)}}
        template:
          metadata: {labels: {app: \(name)\(template)}}
          spec: {containers: [{name: app, image: app, ports: [{containerPort: 8080}]}]}
      ---

      """
    }
    .joined() + """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {\(namespace)}}
      ---
      apiVersion: kuma.io/v1alpha1
      kind: Mesh
      metadata: {name: default}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: till, namespace: shop}
      spec: {clusterIP: 10.96.0.1, selector: {app: till}, ports: [{port: 80, targetPort: 8080}]}

      """
  }

  private static let enabled = "kuma.io/sidecar-injection: enabled"
  /// Loses its sidecar with 2.11.
  private static let troubled = shop("", ", \(enabled)")
  /// Its Pods ask for a sidecar, and get it with 2.11 only where their Namespace is labelled too.
  private static let asking = shop(enabled, ", \(enabled)")
  /// Its Dataplane gets annotations with 2.12, and nothing else happens.
  private static let changed = shop(enabled, "")
  /// No Pod of it is in the mesh.
  private static let outside = shop("", "")
  /// Of the rest of the Deployments nobody knows.
  private static let cut = "---\n{apiVersion: apps/v1, kind: DeploymentList, metadata: {continue: x}, items: []}\n"

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let input: String
    let new: String
    let statuses: [String: Int32]

    init(_ name: String, _ input: String, to new: String, attention: Int32, any: Int32) {
      testDescription = name
      self.input = input
      self.new = new
      statuses = ["attention": attention, "any": any, "never": 0]
    }
  }

  @Test(
    arguments: [
      Case("trouble", troubled, to: "2.11.0", attention: 1, any: 1),
      Case("trouble, and something is left out", troubled + cut, to: "2.11.0", attention: 1, any: 1),
      Case("harmless", changed, to: "2.12.0", attention: 0, any: 1),
      Case("harmless, and something is left out", changed + cut, to: "2.12.0", attention: 3, any: 1),
      Case("nothing", outside, to: "2.11.0", attention: 0, any: 0),
      Case("nothing, and something is left out", outside + cut, to: "2.11.0", attention: 3, any: 3),
    ], ["compare", "upgrade"])
  func isByWhatIsAskedOf(_ row: Case, _ command: String) throws {
    let arguments = [command, "--from", "2.10.11", "--to", row.new, "-"]
    #expect(try Command(arguments).run(input: row.input).status == row.statuses["attention"])
    for (threshold, status) in row.statuses {
      for form in ["text", "json"] {
        let run = try Command(arguments + ["--fail-on", threshold, "--output", form]).run(input: row.input)
        #expect(run.status == status, "--fail-on \(threshold): \(run.output.prefix(300))")
      }
      let allowed = try Command(arguments + ["--fail-on", threshold, "--allow-incomplete"]).run(input: row.input)
      #expect(allowed.status == (status == 3 ? 0 : status))
    }
  }

  /// An object that can be read at first and not where it is there again is unknown, whatever it was.
  @Test(arguments: [
    "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: [no map]}}",
    "{apiVersion: kuma.io/v1alpha1, kind: Mesh, metadata: {name: default, labels: [no map]}}",
    "{apiVersion: v1, kind: Service, metadata: {name: till, namespace: shop, labels: [no map]}}",
    "{apiVersion: apps/v1, kind: Deployment, metadata: {name: till, namespace: shop, labels: [no map]}}",
  ])
  func whatCannotBeReadAgainIsUnknown(_ again: String) throws {
    for command in ["compare", "upgrade"] {
      let arguments = [command, "--from", "2.10.11", "--to", "2.11.0", "-"]
      #expect(try Command(arguments).run(input: Self.asking).status == 0)
      let run = try Command(arguments).run(input: Self.asking + "---\n\(again)\n")
      #expect(run.status == 2)
      #expect(run.output.hasPrefix("CANNOT TELL"), "\(again): \(run.output)")
      #expect(!run.lines.contains { $0.contains(": READY") }, "\(run.output)")
      // The other way round the later one holds, and it can be read.
      #expect(try !Command(arguments).run(input: "\(again)\n---\n" + Self.asking).output.contains("NOT READY"))
    }
  }

  /// What happens to several workloads alike is one line with their number, and to several labels alike too.
  @Test func harmlessChangesAreGrouped() throws {
    let input = Self.shop(Self.enabled, "", ["till", "cart", "desk"])
    let run = try Command("compare", "--from", "2.11.0", "--to", "2.12.0", "-").run(input: input)
    #expect(run.status == 0)
    let told = run.lines.drop { $0 != "Changes that need no attention" }.dropFirst().prefix { !$0.isEmpty }
    #expect(
      told == ["  annotation k8s.kuma.io/service-account is added: 3 workloads [service-account-label]"], "\(run.output)")
  }

  /// Either side may have its own settings; those of one side hold over those of both.
  @Test func eachSideHasItsSettings() throws {
    let files = ["east.yaml": "zone: east\n", "west.yaml": "zone: west\n", "input.yaml": Self.changed]
    try Command.withFolder(holding: files) { folder in
      let change = "  tag kuma.io/zone changes: 1 workload [settings]"
      let arguments = ["compare", "--from", "2.10.11", "--to", "2.10.11", "input.yaml"]
      for settings in [
        ["--from-config", "east.yaml"], ["--to-config", "east.yaml"],
        ["--from-config", "east.yaml", "--to-config", "west.yaml"], ["--zone", "west", "--to-config", "east.yaml"],
        ["--config", "west.yaml", "--from-config", "east.yaml"],
      ] {
        let run = try Command(arguments + settings).run(in: folder)
        #expect(run.status == 0, "\(settings)")
        #expect(run.lines.contains { $0 == change }, "\(settings): \(run.output)")
      }
      for settings in [
        ["--from-config", "east.yaml", "--to-config", "east.yaml"], ["--zone", "east", "--to-config", "east.yaml"],
      ] {
        let run = try Command(arguments + settings).run(in: folder)
        #expect(run.lines.first?.hasPrefix("READY: nothing changes") ?? false, "\(settings): \(run.output)")
      }
    }
  }
}
