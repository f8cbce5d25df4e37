import Foundation
import Testing

/// The sections of a Dataplane besides inbounds, through the built command.
@Suite("Sections")
struct SectionTests {
  /// A Pod behind a Service, with an HTTP probe and annotations of metrics.
  private static let input = """
    {"apiVersion": "v1", "kind": "List", "items": [
      {"apiVersion": "v1", "kind": "Namespace",
       "metadata": {"name": "demo", "labels": {"kuma.io/sidecar-injection": "enabled"},
        "annotations": {"kuma.io/sidecar-injection": "enabled"}}},
      {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "demo"},
       "spec": {"clusterIP": "10.96.0.7", "selector": {"app": "web"}, "ports": [{"port": 80, "targetPort": 8080}]}},
      {"apiVersion": "v1", "kind": "Pod",
       "metadata": {"name": "web-1", "namespace": "demo", "labels": {"app": "web"},
        "annotations": {"prometheus.metrics.kuma.io/port": "9090",
         "prometheus.metrics.kuma.io/aggregate-app-port": "8081"}},
       "spec": {"containers": [{"name": "app", "ports": [{"containerPort": 8080}],
        "livenessProbe": {"httpGet": {"port": 8080, "path": "/healthz"}}}]},
       "status": {"phase": "Running", "podIP": "10.0.0.1"}}
    ]}
    """

  private static func spec(_ arguments: String...) throws -> [String: Any] {
    let run = try Command(["preview", "--output", "json"] + arguments + ["-"]).run(input: input)
    #expect(run.status == 0, "\(run.errors)")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let pod = try #require((answer["pods"] as? [[String: Any]])?.first)
    let resource = try #require((pod["dataplane"] as? [String: Any])?["resource"] as? [String: Any])
    return try #require(resource["spec"] as? [String: Any])
  }

  private static func outbounds(_ spec: [String: Any]) -> [String] {
    let outbounds = (spec["networking"] as? [String: Any])?["outbound"] as? [[String: Any]] ?? []
    return outbounds.map { "\($0["address"] ?? ""):\($0["port"] ?? 0)" }
  }

  @Test(arguments: [
    (["--release", "2.1.7"], ["10.96.0.7:80"]), (["--release", "2.2.0"], []), ([], []),
    (["--release", "2.2.0", "--kube-outbounds-as-vips", "disabled"], ["10.96.0.7:80"]),
    (["--release", "2.1.7", "--kube-outbounds-as-vips", "enabled"], []),
    (["--release", "1.5.5", "--kube-outbounds-as-vips", "enabled"], ["10.96.0.7:80"]),
  ])
  func outboundsAreThereWhereTheyAreWritten(arguments: [String], expected: [String]) throws {
    let run = try Command(["preview", "--output", "json"] + arguments + ["-"]).run(input: Self.input)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let pod = try #require((answer["pods"] as? [[String: Any]])?.first)
    let resource = try #require((pod["dataplane"] as? [String: Any])?["resource"] as? [String: Any])
    #expect(Self.outbounds(try #require(resource["spec"] as? [String: Any])) == expected)
  }

  @Test func metricsAndProbesAreWritten() throws {
    let old = try Self.spec("--release", "2.12.14")
    let metrics = try #require(old["metrics"] as? [String: Any])
    #expect(metrics["type"] as? String == "prometheus")
    let conf = try #require(metrics["conf"] as? [String: Any])
    #expect(conf["port"] as? Int == 9090)
    let application = try #require((conf["aggregate"] as? [[String: Any]])?.first)
    #expect(application["name"] as? String == "app")
    #expect(application["port"] as? Int == 8081)
    #expect(application["path"] as? String == "/metrics")
    #expect(application["enabled"] as? Bool == true)
    let probes = try #require(old["probes"] as? [String: Any])
    #expect(probes["port"] as? Int == 9000)
    let endpoint = try #require((probes["endpoints"] as? [[String: Any]])?.first)
    #expect(endpoint["inboundPort"] as? Int == 8080)
    #expect(endpoint["inboundPath"] as? String == "/healthz")
    #expect(endpoint["path"] as? String == "/8080/healthz")
    #expect(try Self.spec("--release", "2.13.0")["probes"] == nil)
  }

  @Test func peopleAreToldOfThem() throws {
    let preview = try Command("preview", "--release", "2.1.7", "-").run(input: Self.input)
    #expect(preview.lines.contains("    1 outbound"))
    #expect(preview.lines.contains("    metrics  :9090, app :8081/metrics"))
    #expect(preview.lines.contains("    probes  :8080/healthz"))
    let story = try Command("explain", "--release", "2.1.7", "-").run(input: Self.input)
    #expect(story.lines.contains("  outbound 10.96.0.7:80 kuma.io/service=web_demo_svc_80"))
    #expect(story.lines.contains("  metrics :9090, app :8081/metrics"))
    #expect(story.lines.contains("  probes on port 9000"))
    #expect(story.lines.contains("    /8080/healthz asks :8080/healthz"))
  }

  @Test func anUpgradeTellsThatOutboundsAreKeptElsewhere() throws {
    let run = try Command("compare", "--from", "2.1.7", "--to", "2.2.0", "-").run(input: Self.input)
    #expect(run.lines.contains { $0.contains("networking.outbound is removed: 1 workload [outbounds-as-vips]") })
  }

  /// A zone ingress, a zone egress without a Service, and a builtin gateway.
  private static let proxies = """
    {"apiVersion": "v1", "kind": "List", "items": [
      {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "kuma-system"}},
      {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "ingress", "namespace": "kuma-system"},
       "spec": {"type": "LoadBalancer", "selector": {"app": "ingress"}, "ports": [{"port": 10001, "targetPort": 10001}]},
       "status": {"loadBalancer": {"ingress": [{"ip": "1.2.3.4"}]}}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "egress-1", "namespace": "kuma-system",
        "annotations": {"kuma.io/egress": "enabled"}}, "status": {"podIP": "10.0.0.2"}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "gateway-1", "namespace": "kuma-system",
        "annotations": {"kuma.io/gateway": "builtin", "kuma.io/tags": "{\\"kuma.io/service\\": \\"edge\\"}"}},
       "status": {"podIP": "10.0.0.3"}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "ingress-1", "namespace": "kuma-system",
        "labels": {"app": "ingress"}, "annotations": {"kuma.io/ingress": "enabled"}}, "status": {"podIP": "10.0.0.1"}}
    ]}
    """

  @Test func proxiesOfZonesAreResourcesOfTheirOwn() throws {
    let run = try Command("reconcile", "--release", "2.8.8", "--output", "json", "-").run(input: Self.proxies)
    #expect(run.status == 0, "\(run.errors)")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let dataplanes = try #require(answer["pods"] as? [[String: Any]]).map { $0["dataplane"] as? [String: Any] ?? [:] }
    #expect(dataplanes.map { $0["action"] as? String } == ["fail", "apply", "apply"])
    #expect(dataplanes.first?["reason"] as? String == "zoneProxyServices")
    let resources = dataplanes.map { $0["resource"] as? [String: Any] }
    #expect(resources.map { $0?["kind"] as? String } == [nil, "Dataplane", "ZoneIngress"])
    let ingress = try #require((resources.last??["spec"] as? [String: Any])?["networking"] as? [String: Any])
    #expect(ingress["port"] as? Int == 10001)
    #expect(ingress["advertisedAddress"] as? String == "1.2.3.4")
    #expect(resources.last??["mesh"] == nil)
    let gateway = ((resources[1]?["spec"] as? [String: Any])?["networking"] as? [String: Any])?["gateway"] as? [String: Any]
    #expect(gateway?["type"] as? String == "BUILTIN")
    #expect(gateway?["tags"] as? [String: String] == ["kuma.io/service": "edge", "kuma.io/zone": "default"])
  }

  @Test func peopleAreToldOfProxiesOfZones() throws {
    let run = try Command("reconcile", "--release", "2.8.8", "-").run(input: Self.proxies)
    #expect(run.lines.contains("    zone ingress 10001  advertised as 1.2.3.4:10001"))
    #expect(run.lines.contains { $0.contains("egress should be matched by exactly one service. Matched 0 services") })
  }

  /// The answer shows what it says is shown, and a zone proxy is in no mesh.
  @Test func proxiesOfZonesAreExplained() throws {
    let ingress = try Command("explain", "ingress-1", "--release", "2.8.8", "-").run(input: Self.proxies)
    #expect(ingress.lines.contains("  Mesh       none: a ZoneIngress belongs to its zone."))
    #expect(ingress.lines.contains("  Zone proxy It is created, or brought to what is shown below."))
    let section = ingress.lines.drop { $0 != "Which ZoneIngress?" }.dropFirst().prefix { !$0.isEmpty }
    #expect(
      section.filter { !$0.contains("label ") } == ["  address 10.0.0.1, port 10001", "  advertised as 1.2.3.4:10001"])
    #expect(!ingress.output.contains("Which mesh?"))
    let ports = #""ports": [{"port": 10002, "targetPort": 10002}]"#
    let service = #"{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "egress", "namespace": "kuma-system"}, "#
    let annotations = #""annotations": {"kuma.io/egress""#
    let matched = Self.proxies.replacing(annotations, with: #""labels": {"app": "egress"}, "# + annotations)
    let input = "\(matched)\n\(service)\"spec\": {\"selector\": {\"app\": \"egress\"}, \(ports)}}\n"
    let egress = try Command("explain", "egress-1", "--release", "2.8.8", "-").run(input: input)
    #expect(egress.lines.contains("  Mesh       none: a ZoneEgress belongs to its zone."))
    #expect(egress.lines.drop { $0 != "Which ZoneEgress?" }.contains("  address 10.0.0.2, port 10002"))
  }

  /// What `reconcile` gives is what `verify` wants, whatever kind it is.
  @Test func proxiesOfZonesAreVerified() throws {
    let run = try Command("reconcile", "--release", "2.8.8", "--output", "json", "-").run(input: Self.proxies)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let resources = (answer["pods"] as? [[String: Any]] ?? []).compactMap {
      ($0["dataplane"] as? [String: Any])?["resource"]
    }
    #expect(resources.count == 2)
    let list = String(
      decoding: try JSONSerialization.data(withJSONObject: ["apiVersion": "v1", "kind": "List", "items": resources]),
      as: UTF8.self)
    let same = try Command("verify", "--release", "2.8.8", "-").run(input: Self.proxies + "\n" + list)
    #expect(same.status == 0, "\(same.output)")
    let moved = list.replacingOccurrences(of: "1.2.3.4", with: "5.6.7.8")
    let differing = try Command("verify", "--release", "2.8.8", "-").run(input: Self.proxies + "\n" + moved)
    #expect(differing.status == 1)
    #expect(differing.lines.contains { $0.contains("networking.advertisedAddress") })
  }
}
