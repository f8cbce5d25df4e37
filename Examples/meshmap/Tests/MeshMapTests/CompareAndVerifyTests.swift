import Foundation
import Testing

/// `compare` and `verify` through the built command.
@Suite("Compare and verify")
struct CompareAndVerifyTests {
  /// What no Pod owns is no Dataplane that was checked, and zone proxies are none at all: they are counted and said to be unchecked.
  @Test func zoneProxiesWithoutAPod() throws {
    let input = """
      apiVersion: kuma.io/v1alpha1
      kind: ZoneIngress
      metadata: {name: zi, namespace: kuma-system}
      spec: {networking: {address: 10.0.0.1, port: 10001}}
      ---
      apiVersion: kuma.io/v1alpha1
      kind: Dataplane
      mesh: default
      metadata: {name: vm, namespace: shop}
      spec: {networking: {address: 10.0.0.2, inbound: [{port: 80, tags: {kuma.io/service: x}}]}}

      """
    let run = try Command("verify", "-").run(input: input)
    #expect(run.status == 3)
    #expect(
      run.lines == [
        "Not checked",
        "  kuma-system/zi, shop/vm (2 of them): No Pod owns it, so that the rules say nothing about it.",
        "1 Dataplane and 1 zone proxy under the documented rules: 2 could not be checked, or not all of it",
      ])
    let proxies = try Command("verify", "--namespace", "kuma-system", "--output", "json", "-").run(input: input)
    #expect(proxies.status == 3)
    #expect(proxies.output.contains("\"dataplanes\": 0,\n  \"zoneProxies\": 1,"), "\(proxies.output)")
  }

  /// A Pod that only its own label `true` injects, and so not from 2.6.0 on.
  static let labelled = Manifest.documents(
    Manifest.namespace(labels: "team: a"),
    Manifest.pod(labels: #"kuma.io/sidecar-injection: "true""#)
  )

  @Test func tellsWhatAnUpgradeTakesAwayAndWhichChangeDoes() throws {
    let run = try Command("compare", "--from", "2.5.11", "--to", "2.6.0", "--output", "json", "-").run(input: Self.labelled)
    #expect(run.status == 1)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(answer["from"] as? String == "2.5.11")
    #expect(answer["to"] as? String == "2.6.0")
    let changes = try #require(answer["changes"] as? [[String: Any]])
    #expect(changes.count == 1)
    #expect(changes.first?["change"] as? String == "losesSidecar")
    let causes = try #require(changes.first?["causes"] as? [[String: Any]])
    #expect(causes.compactMap { $0["id"] as? String } == ["webhook-catch-all"])
    #expect(causes.first?["pullRequests"] as? [Int] == [8456, 8464])
  }

  @Test func tellsPeopleTheSame() throws {
    let run = try Command("compare", "--from", "2.5.11", "--to", "2.6.0", "-").run(input: Self.labelled)
    #expect(run.status == 1)
    #expect(run.lines.first == "NOT READY: 1 of 1 workload needs attention (2.5.11 to 2.6.0)")
    #expect(run.lines.contains { $0.contains("loses its sidecar") })
    #expect(run.lines.contains { $0.hasPrefix("  because: ") && $0.hasSuffix("[webhook-catch-all #8456 #8464]") })
  }

  @Test func endsWithNothingWhereNothingChanges() throws {
    let run = try Command("compare", "--from", "2.6.0", "--to", "2.6.15", "-").run(input: Self.labelled)
    #expect(run.status == 0)
    #expect(
      run.lines == [
        "READY: nothing changes; 0 of 1 Pod has a Dataplane (2.6.0 to 2.6.15)", "", "What this rests on",
        "  The input has no Service, so no Pod is taken to be behind one.",
        "  The input has no Mesh, so the mesh default is taken to be as an installation creates it.",
        "  The input has no policies, so nothing is taken to select by tags or labels.",
      ])
  }

  /// What `reconcile` gives is what `verify` wants; a changed tag is told with its path and both values.
  @Test func comparesDataplanesFieldByField() throws {
    let shop = ["--release", "2.9.4", "shop.json"]
    let reconciled = try Command(["reconcile", "--output", "json"] + shop).run()
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(reconciled.output.utf8)) as? [String: Any])
    let pods = try #require(answer["pods"] as? [[String: Any]])
    let dataplanes = pods.compactMap { ($0["dataplane"] as? [String: Any])?["resource"] }
    #expect(dataplanes.count == 7)
    let list = String(
      decoding: try JSONSerialization.data(withJSONObject: ["apiVersion": "v1", "kind": "List", "items": dataplanes]),
      as: UTF8.self
    )
    let same = try Command(["verify"] + shop + ["-"]).run(input: list)
    #expect(same.status == 0)
    #expect(
      same.lines == [
        "7 Dataplanes under the rules of Kuma 2.9.4: all as the rules give", "", "What this rests on",
        "  The input has no Mesh, so the mesh default is taken to be as an installation creates it.",
      ])

    let changed = list.replacingOccurrences(of: "postgres_shop_svc_5432", with: "other_shop_svc_5432")
    let differing = try Command(["verify"] + shop + ["-"]).run(input: changed)
    #expect(differing.status == 1)
    #expect(differing.lines.first == "shop/postgres-0")
    #expect(differing.lines.contains { $0.contains("networking.inbound[other_shop_svc_5432:5432]") })
  }

  /// Fields of a Dataplane that no rules give are told with their values, and end with status 1.
  @Test func tellsWhatNoRulesGive() throws {
    let shop = ["--release", "2.9.4", "shop.json"]
    let reconciled = try Command(["reconcile", "--output", "json"] + shop).run()
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(reconciled.output.utf8)) as? [String: Any])
    let pods = try #require(answer["pods"] as? [[String: Any]])
    let dataplanes = pods.compactMap { ($0["dataplane"] as? [String: Any])?["resource"] }
    let list = String(
      decoding: try JSONSerialization.data(withJSONObject: ["apiVersion": "v1", "kind": "List", "items": dataplanes]),
      as: UTF8.self
    )
    let changed = list.replacingOccurrences(of: #""port":5432"#, with: #""servicePort":9999,"port":5432"#)
    let run = try Command(["verify"] + shop + ["-"]).run(input: changed)
    #expect(run.status == 1)
    #expect(run.lines.first == "shop/postgres-0")
    #expect(
      run.output.contains(
        #"networking.inbound[postgres_shop_svc_5432:5432].servicePort is "9999", and the rules give none."#))
  }

  @Test func asksForDataplanesWhereThereAreNone() throws {
    let run = try Command("verify", "-").run(input: Manifest.documents(Manifest.namespace(labels: "team: a")))
    #expect(run.status == 3)
    #expect(run.lines.last?.contains("add those of kubectl get dataplanes -A -o json") ?? false)
  }
}
