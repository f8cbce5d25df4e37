import Foundation
import Testing

/// `services`, `direct-access`, `explain --want` and what is shown of Pods, through the built command.
@Suite struct AnswerTests {
  private static func lines(_ arguments: String...) throws -> [String] {
    let run = try Command(arguments + ["--release", "2.9.4", "shop.json"]).run()
    #expect(run.status == 0, "\(run.errors)")
    return run.lines.map(String.init)
  }

  private static let premise =
    "note: The input has no Mesh, so the mesh default is taken to be as an installation creates it."

  @Test func services() throws {
    let lines = try Self.lines("services")
    #expect(lines.first == "mesh default")
    #expect(lines.contains("  backend_shop_svc_9090                tcp by default       port 9090  1 Pod, 1 not ready"))
    #expect(lines.contains("  frontend_shop_svc_80                 http by appProtocol  port 8080  2 Pods"))
    #expect(lines.contains("  postgres_shop_svc_5432               tcp by annotation    port 5432  1 Pod"))
    #expect(lines.suffix(2) == ["8 services under the rules of Kuma 2.9.4", Self.premise])
    let tagged = try Self.lines("services", "--tag", "app=frontend", "--tag", "version=*")
    #expect(tagged.first == "2 Pods have the tags app=frontend and version=*")
    #expect(tagged.suffix(2) == ["  shop/Deployment frontend · 2 Pods  8080 frontend_shop_svc_80", Self.premise])
  }

  /// What can be no tag and no port is wrong usage, and says what to write.
  @Test(arguments: [
    (["services", "--tag", "="], #""=" is not one tag; write key=value"#),
    (["services", "--tag", "=web"], #""=web" is not one tag; write key=value"#),
    (["preview", "--virtual-probes-port", "0"], #""0" is not the number of a port; write one from 1 to 65535."#),
    (["preview", "--virtual-probes-port", "70000"], #""70000" is not the number of a port"#),
  ])
  func argumentsThatMeanNothing(_ arguments: [String], _ message: String) throws {
    let run = try Command(arguments + ["shop.json"]).run()
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func directAccess() throws {
    let lines = try Self.lines("direct-access")
    #expect(lines.first == "monitoring/Deployment prometheus-server · 1 Pod: 5 listeners")
    #expect(lines.suffix(2) == ["5 listeners in 1 proxy, under the rules of Kuma 2.9.4", Self.premise])
    #expect(lines.contains { $0.hasPrefix("    kuma.io/direct-access-services: backend-canary_shop_svc_8080,") })
  }

  @Test(arguments: ["services", "direct-access"])
  func answersAsJSON(_ command: String) throws {
    let run = try Command(command, "--release", "2.9.4", "--output", "json", "shop.json").run()
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(answer["rules"] as? String == "2.9.4")
    #expect((answer[command == "services" ? "services" : "pods"] as? [Any])?.isEmpty == false)
  }

  @Test func whatWouldChangeIt() throws {
    let lines = try Self.lines("explain", "--want", "not-injected", "frontend")
    #expect(lines.contains("1  Label the template of Deployment frontend kuma.io/sidecar-injection=disabled."))
    #expect(lines.contains("   No other Pod is touched."))
    #expect(lines.contains("2  Label Namespace shop kuma.io/sidecar-injection=disabled."))
    let wrong = try Command("explain", "--want", "sidecar", "shop/web-7", "shop.json").run()
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("write injected, not-injected or service=NAME"))
  }

  @Test func onlyWhatMatters() throws {
    let lines = try Self.lines("preview", "--only", "error")
    #expect(lines.contains("\u{2717} Pod web-7  refused"))
    #expect(lines.count { $0.hasPrefix("  Deployment") } == 0)
    #expect(lines.contains("11 Pods are not shown, with nothing of severity error or above"))
    let report = try Command("preview", "--release", "2.9.4", "--only", "error", "shop.json").report()
    #expect(report.pods.map(\.name) == ["web-7"])
  }

  @Test func tagsOnlyWhereTheyAreAskedFor() throws {
    #expect(try !Self.lines("preview").contains { $0.contains("pod-template-hash") })
    #expect(try Self.lines("preview", "--tags").contains { $0.contains("pod-template-hash=7b4d9c6f85") })
  }

  /// No line is wider than the terminal, but for a word that is.
  @Test(arguments: ["preview", "reconcile", "services", "explain"])
  func eightyColumns(_ command: String) throws {
    let names = command == "explain" ? ["shop/web-7"] : []
    let run = try Command([command] + names + ["shop.json"]).run(environment: ["COLUMNS": "80"])
    for line in run.lines where line.drop(while: { $0 == " " }).contains(" ") { #expect(line.count <= 80, "\(line)") }
  }
}
