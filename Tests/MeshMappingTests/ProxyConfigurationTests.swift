import MeshMapping
import Testing

/// What is read of a ConfigMap of transparent proxying (WRITE-8).
@Suite("Configurations of transparent proxying")
struct ProxyConfigurationTests {
  private static let found: [(String, ProxyConfiguration.Contents)] = [
    ("{}", .init()), ("# nothing", .init()), ("null", .init()), ("ipFamilyMode: ipv4", .init(ipFamilyMode: "ipv4")),
    ("IPFAMILYMODE: IPv4", .init(ipFamilyMode: "IPv4")), ("ipFamilyMode: ''", .init()), ("ipFamilyMode:", .init()),
    ("redirect: {inbound: {port: 7}}", .init(inboundPort: 7)), ("redirect: {outbound: {port: 7}}", .init()),
    ("redirect: {inbound: {enabled: no}}", .init(inboundRedirection: .disabled)), ("redirect:", .init()),
    ("mode: &m ipv4\nipFamilyMode: *m", .init(ipFamilyMode: "ipv4")), ("unknown: [1, {a: b}]", .init()),
    ("kumaDPUser: 5678\nwait: 5\nredirect: {inbound: {excludePorts: [1, '2']}, dns: {port: 15053}}", .init()),
    ("redirect: {inbound: {excludePorts: '1, 2', includePorts: []}, vnet: {networks: ['docker0:10.0.0.0/8']}}", .init()),
  ]

  /// Each field with a value that Kuma's struct cannot take, so that none of the configuration is read.
  private static let wrong =
    ["dropInvalidPackets", "verbose", "dryRun", "storeFirewalld", "cniMode", "wait", "waitInterval"].map { "\($0): [x]" }
    + ["kumaDPUser: {}", "log: {enabled: 1}", "log: {level: x}", "comments: {disabled: 1}", "retry: {maxRetries: x}"]
    + ["retry: x", "log: x", "comments: x", "ebpf: x", "ebpf: {enabled: 1}"]
    + ["instanceIP", "instanceIPEnvVarName", "bpffsPath", "cgroupPath", "programsSourcePath", "tcAttachIface"]
    .map { "ebpf: {\($0): [x]}" }
    + ["inbound", "outbound"].flatMap { direction in
      [
        "x", "{enabled: 1}", "{port: 70000}", "{includePorts: [70000]}", "{excludePorts: [70000]}",
        "{excludePortsForUIDs: x}",
        "{excludePortsForIPs: x}", "{insertRedirectInsteadOfAppend: 1}",
      ].map { "redirect: {\(direction): \($0)}" }
    }
    + ["vnet: x", "vnet: {networks: x}", "dns: x", "dns: {enabled: 1}", "dns: {port: 70000}", "dns: {captureAll: 1}"]
    .map { "redirect: {\($0)}" }
    + ["dns: {skipConntrackZoneSplit: 1}", "dns: {resolvConfigPath: [x]}"].map { "redirect: {\($0)}" }

  @Test(arguments: wrong)
  func isNotReadForOneField(_ yaml: String) {
    #expect(ProxyConfiguration(yaml: yaml) == .missing)
  }

  @Test(arguments: found)
  func isRead(_ yaml: String, _ contents: ProxyConfiguration.Contents) {
    #expect(ProxyConfiguration(yaml: yaml) == .found(contents))
  }

  @Test(arguments: [
    nil, "", "5", "[]", "a: b: c", "ipFamilyMode: ipv6", "ipFamilyMode: 4", "ipFamilyMode: [ipv4]", "redirect: x",
    "redirect: {inbound: {port: 0}}", "redirect: {inbound: {port: 65536}}", "redirect: {inbound: {port: '7'}}",
    "redirect: {inbound: {port: null}}", "redirect: {inbound: {enabled: 'no'}}", "wait: -1", "verbose: 1",
    "redirect: {outbound: {excludePorts: [70000]}}", "unknown: .inf", "log: {level: high}",
  ])
  func isNotRead(_ yaml: String?) {
    #expect(ProxyConfiguration(yaml: yaml) == .missing)
  }
}
