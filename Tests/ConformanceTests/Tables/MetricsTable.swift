import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The section of metrics that the annotations of a Pod give.
struct MetricsCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let expected: Dataplane.Metrics?

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    _ annotations: StringMap,
    expect expected: Dataplane.Metrics?
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(annotations: annotations)
    self.expected = expected
  }
}

enum MetricsTable {
  static let cases = own + aggregated

  private static let port = "prometheus.metrics.kuma.io/port"
  private static let path = "prometheus.metrics.kuma.io/path"

  private static func aggregate(_ rest: String) -> String { "prometheus.metrics.kuma.io/aggregate-\(rest)" }

  private static func metrics(
    path: String = "", port: Int = 0, _ applications: Dataplane.Metrics.Application...
  ) -> Dataplane.Metrics {
    Dataplane.Metrics(type: "prometheus", path: path, port: port, aggregate: applications)
  }

  private static func application(
    _ name: String, _ path: String, _ port: Int, _ isEnabled: Bool = true, at address: String = ""
  ) -> Dataplane.Metrics.Application {
    .init(name: name, path: path, port: port, isEnabled: isEnabled, address: address)
  }

  private static let own: [MetricsCase] = [
    MetricsCase("MET-1", "no annotation", [:], expect: nil),
    MetricsCase("MET-1", "no annotation", under: .newest, [:], expect: nil),
    MetricsCase("MET-1", "a port", [port: "9090"], expect: metrics(port: 9090)),
    MetricsCase("MET-1", "a port", under: "1.2.0", [port: "9090"], expect: metrics(port: 9090)),
    MetricsCase("MET-1", "a port", under: .newest, [port: "9090"], expect: metrics(port: 9090)),
    MetricsCase("MET-1", "a path", [path: "/custom"], expect: metrics(path: "/custom")),
    MetricsCase("MET-1", "an empty path", [path: ""], expect: nil),
    MetricsCase("MET-1", "a path and a port", [path: "/m", port: "1"], expect: metrics(path: "/m", port: 1)),
    MetricsCase("MET-1", "the port 0 is there", [port: "0"], expect: metrics()),
    MetricsCase("MET-1", "a port with leading zeros", [port: "007"], expect: metrics(port: 7)),
    MetricsCase(
      "MET-1", "a gateway has them too", ["kuma.io/gateway": "enabled", port: "9090"], expect: metrics(port: 9090)),
    MetricsCase("MET-1", "a key that begins alike", ["prometheus.metrics.kuma.io/porta": "1"], expect: nil),
  ]

  private static let aggregated: [MetricsCase] = [
    MetricsCase(
      "MET-2", "an application, as documented", [port: "1", aggregate("app-port"): "80"], expect: metrics(port: 1)),
    MetricsCase("MET-2", "an application before 1.7", under: "1.6.5", [aggregate("app-port"): "80"], expect: nil),
    MetricsCase(
      "MET-2", "an application with a port", under: "1.7.0", [aggregate("app-port"): "80"],
      expect: metrics(application("app", "/metrics", 80))
    ),
    MetricsCase(
      "MET-2", "an application with a path", under: "1.7.0", [aggregate("app-port"): "80", aggregate("app-path"): "/app"],
      expect: metrics(application("app", "/app", 80))
    ),
    MetricsCase(
      "MET-2", "an empty path is a path", under: .newest, [aggregate("app-port"): "80", aggregate("app-path"): ""],
      expect: metrics(application("app", "", 80))
    ),
    MetricsCase(
      "MET-2", "an application that is switched off", under: .newest, [aggregate("app-enabled"): "false"],
      expect: metrics(application("app", "/metrics", 0, false))
    ),
    MetricsCase(
      "MET-2", "an application that is switched on", under: "2.7.0",
      [aggregate("app-enabled"): "yes", aggregate("app-port"): "80"], expect: metrics(application("app", "/metrics", 80))
    ),
    MetricsCase(
      "MET-2", "applications beside a port and a path, by name", under: .newest,
      [path: "/m", port: "9090", aggregate("b-port"): "2", aggregate("a-port"): "1", aggregate("B-port"): "3"],
      expect: metrics(
        path: "/m", port: 9090, application("B", "/metrics", 3), application("a", "/metrics", 1),
        application("b", "/metrics", 2))
    ),
    MetricsCase(
      "MET-2", "an address before 2.2", under: "2.1.7",
      [aggregate("app-port"): "80", aggregate("app-address"): "localhost"],
      expect: metrics(application("app", "/metrics", 80))
    ),
    MetricsCase(
      "MET-2", "an address", under: "2.2.0", [aggregate("app-port"): "80", aggregate("app-address"): "localhost"],
      expect: metrics(application("app", "/metrics", 80, at: "localhost"))
    ),
    MetricsCase("MET-2", "an address alone", under: .newest, [aggregate("app-address"): "localhost"], expect: nil),
  ]
}

@Suite("Metrics")
struct MetricsTests {
  @Test(arguments: MetricsTable.cases)
  func metrics(_ row: MetricsCase) throws {
    let mapping = try row.rules.controlPlane().dataplane(of: row.pod, in: .fixture(), among: ObjectCatalog())
    #expect(try mapping.result.get().metrics == row.expected)
  }
}
