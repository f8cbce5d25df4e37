import Foundation
import Testing

/// The release that is announced and not out yet, through the command.
@Suite("The announced release")
struct AnnouncedTests {
  private static let sentence = "Kuma 3.0.0 is announced, not released"

  /// A Pod that runs with its sidecar behind a Service, and reaches another service directly by its name.
  private static let shop = Manifest.documents(
    Manifest.namespace(),
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web-1
      namespace: demo
      uid: pod-1
      labels: {app: web}
      annotations:
        kuma.io/sidecar-injected: "true"
        kuma.io/transparent-proxying: enabled
        kuma.io/transparent-proxying-inbound-port: "15006"
        kuma.io/transparent-proxying-outbound-port: "15001"
        kuma.io/direct-access-services: db_demo_svc_5432
    spec:
      containers: [{name: web, ports: [{containerPort: 8080}]}, {name: kuma-sidecar}]
    status: {podIP: 10.0.0.1, phase: Running}

    """,
    """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: demo}
    spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
    """
  )

  private static let commands = [
    ["preview", "--release", "3.0"], ["reconcile", "--release", "3.0.0"], ["explain", "--release", "v3.0"],
    ["verify", "--release", "3.0"], ["compare", "--from", "2.14.3", "--to", "3.0"],
    ["compare", "--from", "3.0", "--to", "2.14.3"],
  ]

  @Test(arguments: commands)
  func isSaidOnceAsText(_ arguments: [String]) throws {
    let run = try Command(arguments + ["-"]).run(input: Self.shop)
    #expect(run.lines.count { $0.contains(Self.sentence) } == 1, "\(run.output)\(run.errors)")
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: commands)
  func isSaidOnceAsJSON(_ arguments: [String]) throws {
    let run = try Command(arguments + ["--output", "json", "-"]).run(input: Self.shop)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect((answer["announced"] as? String)?.hasPrefix(Self.sentence) == true)
    #expect(run.output.components(separatedBy: Self.sentence).count == 2)
  }

  @Test(arguments: commands)
  func isSaidOnceAsYAML(_ arguments: [String]) throws {
    let run = try Command(arguments + ["--output", "yaml", "-"]).run(input: Self.shop)
    #expect(run.lines.count { $0.hasPrefix("announced: ") && $0.contains(Self.sentence) } == 1)
  }

  @Test(arguments: [
    ["preview", "--release", "2.14.3"], ["preview"], ["verify", "--release", "2.14"],
    ["compare", "--from", "2.13", "--to", "2.14"],
  ])
  func nothingIsSaidOfReleasesThatAreOut(_ arguments: [String]) throws {
    for output in ["text", "json", "yaml"] {
      let run = try Command(arguments + ["--output", output, "-"]).run(input: Self.shop)
      #expect(!run.output.contains("announced"))
    }
  }

  @Test func inboundsHaveNoTags() throws {
    let run = try Command("reconcile", "--release", "3.0", "--output", "json", "-").run(input: Self.shop)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(answer["rules"] as? String == "3.0.0")
    let pod = try #require((answer["pods"] as? [[String: Any]])?.first)
    let resource = (pod["dataplane"] as? [String: Any])?["resource"] as? [String: Any]
    let networking = try #require((resource?["spec"] as? [String: Any])?["networking"] as? [String: Any])
    let inbound = try #require((networking["inbound"] as? [[String: Any]])?.first)
    #expect(inbound["port"] as? Int == 8080)
    #expect(inbound["protocol"] as? String == "tcp")
    #expect(inbound["tags"] == nil)
    #expect((networking["transparentProxying"] as? [String: Any])?.keys.sorted() == ["directAccessServices"])
    let findings = try #require(pod["findings"] as? [[String: Any]])
    #expect(findings.compactMap { $0["code"] as? String }.contains("direct-access-name"))
  }

  @Test func peopleAreToldTheProtocolOfAnInbound() throws {
    let run = try Command("reconcile", "--release", "3.0", "-").run(input: Self.shop)
    #expect(run.lines.contains("    port 8080  tcp  ready"))
  }

  /// Each change names the row that makes it.
  @Test func comparesByRows() throws {
    let run = try Command("compare", "--from", "2.14.3", "--to", "3.0", "--output", "json", "-").run(input: Self.shop)
    #expect(run.status == 1)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let changes = try #require(answer["changes"] as? [[String: Any]])
    func rows(_ path: String) -> [String] {
      let change = changes.first { ($0["path"] as? String) == path }
      return (change?["causes"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
    }
    #expect(rows(#"networking.inbound[8080].tags["kuma.io/service"]"#) == ["inbound-tags-gone"])
    #expect(rows("networking.transparentProxying.redirectPortInbound") == ["proxying-fields-gone"])
    #expect(rows("kuma.io/direct-access-services") == ["direct-access-wildcard"])
    #expect(changes.allSatisfy { ($0["causes"] as? [Any])?.isEmpty == false })
    let releases = changes.flatMap { $0["causes"] as? [[String: Any]] ?? [] }.compactMap { $0["releases"] as? [String] }
    #expect(Set(releases) == [["3.0.0, announced"]])
  }

  @Test func aZoneThatItWouldNotStartIn() throws {
    let run = try Command("preview", "--release", "3.0", "--zone", "East", "-").run(input: Self.shop)
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("meshmap: note: A control plane of this release does not start with the zone \"East\""))
    #expect(try Command("preview", "--release", "2.14", "--zone", "East", "-").run(input: Self.shop).errors.isEmpty)
  }
}
