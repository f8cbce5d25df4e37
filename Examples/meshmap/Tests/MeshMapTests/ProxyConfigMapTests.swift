import Testing

/// What the ConfigMap of transparent proxying in the input does to Pods.
@Suite("ConfigMap of transparent proxying")
struct ProxyConfigMapTests {
  /// A Pod that is injected.
  private static let shop = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop, labels: {kuma.io/sidecar-injection: enabled}}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: till, namespace: shop}
    spec: {containers: [{name: app, image: app}]}

    """

  private static func configMap(_ name: String, _ data: String) -> String {
    """
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: \(name), namespace: kuma-system}
    data: {\(data)}

    """
  }

  private static let other = configMap("other", "a: b")
  private static let usable = configMap("tproxy", #"config.yaml: "ipFamilyMode: ipv4""#)
  private static let unusable = configMap("tproxy", #"config.yaml: "redirect: [a, b]""#)
  private static let note = "ConfigMap tproxy is not in the input"

  private static func preview(_ input: String, _ release: String) throws -> Command.Run {
    try Command("preview", "--release", release, "--transparent-proxy-config-map", "tproxy", "-").run(input: input)
  }

  /// Where no ConfigMap of the control plane's namespace is in the input, it is unknown: a note says what rests on it.
  @Test(arguments: ["2.9.0", "2.10.0", "2.11.0"])
  func isUnknownWithoutConfigMaps(_ release: String) throws {
    let run = try Self.preview(Self.shop, release)
    #expect(run.lines.contains { $0 == "1 Pod under the rules of Kuma \(release): 1 pending" }, "\(run.output)")
    #expect(run.errors.contains(Self.note))
  }

  /// Where others are, it is missing, and where it holds nothing that can be read, it is as good as missing.
  @Test(arguments: [other, unusable], ["2.9.0", "2.11.0"])
  func refusesEveryPodWhereItIsMissing(_ input: String, _ release: String) throws {
    let run = try Self.preview(Self.shop + input, release)
    #expect(run.output.contains("The injector refuses every Pod, since ConfigMap"), "\(run.output)")
    #expect(!run.errors.contains(Self.note))
  }

  /// In 2.10 Kuma's defaults hold then.
  @Test(arguments: [other, unusable])
  func refusesNothingInBetween(_ input: String) throws {
    let run = try Self.preview(Self.shop + input, "2.10.0")
    #expect(run.lines.contains { $0 == "1 Pod under the rules of Kuma 2.10.0: 1 pending" }, "\(run.output)")
    #expect(!run.errors.contains(Self.note))
  }

  /// One that can be read is read.
  @Test func isRead() throws {
    let run = try Self.preview(Self.shop + Self.usable, "2.11.0")
    #expect(!run.output.contains("refuses"), "\(run.output)")
    #expect(!run.errors.contains(Self.note))
    let json = try Command(
      "preview", "--release", "2.9.0", "--transparent-proxy-config-map", "tproxy", "--output", "json", "-"
    ).run(input: Self.shop + Self.usable)
    #expect(json.output.contains(#""ipFamilyMode": "IPv4""#), "\(json.output)")
  }

  private static let ofChart = configMap("kuma-transparent-proxy-config", #"config.yaml: "redirect: [a, b]""#)

  /// In 3.0 there always is one: that of the chart where none is named, which is not there before the chart is installed.
  @Test(arguments: [
    ("", "a" as String?, false), ("", nil, false), (other, nil, false), (other, "a", true), (ofChart, nil, true),
    (ofChart + usable, "tproxy", false),
  ])
  func isAlwaysNeeded(_ input: String, _ name: String?, _ isRefused: Bool) throws {
    let named = name.map { ["--transparent-proxy-config-map", $0] } ?? []
    let run = try Command(["preview", "--release", "3.0"] + named + ["-"]).run(input: Self.shop + input)
    #expect(run.output.contains("The injector refuses every Pod, since ConfigMap") == isRefused, "\(run.output)")
    #expect(run.errors.contains("ConfigMap a is not in the input") == (name == "a" && !isRefused), "\(run.errors)")
  }
}
