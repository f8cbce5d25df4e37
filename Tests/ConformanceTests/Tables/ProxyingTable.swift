import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// How a Pod's Dataplane says that traffic is redirected.
struct ProxyingCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let expected: Expectation

  enum Expectation: Sendable {
    /// The section is this; nil where it is left out.
    case section(Dataplane.TransparentProxying?)
    /// The administration port is this; nil where it is left out.
    case adminPort(Int?)
    case failure(MappingFailure)
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    annotations: StringMap = [:],
    expect expected: Expectation
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(annotations: annotations)
    self.expected = expected
  }
}

enum ProxyingTable {
  private static let proxying = "kuma.io/transparent-proxying"
  private static let inboundPort = "kuma.io/transparent-proxying-inbound-port"
  private static let inboundPortV6 = "kuma.io/transparent-proxying-inbound-v6-port"
  private static let outboundPort = "kuma.io/transparent-proxying-outbound-port"
  private static let familyMode = "kuma.io/transparent-proxying-ip-family-mode"
  private static let configuration = "traffic.kuma.io/transparent-proxy-config"
  private static let directAccess = "kuma.io/direct-access-services"
  private static let adminPort = "kuma.io/envoy-admin-port"

  private typealias Mode = Dataplane.TransparentProxying.IPFamilyMode

  /// Transparent proxying with its two ports, and others.
  private static func on(_ others: StringMap = [:]) -> StringMap {
    others.over(.proxied)
  }

  private static func ports(
    _ inbound: Int = 15006,
    v6: Int = 0,
    _ outbound: Int = 15001,
    direct: [String] = [],
    mode: Mode = .unspecified
  ) -> ProxyingCase.Expectation {
    .section(
      Dataplane.TransparentProxying(
        redirectPortInbound: inbound,
        redirectPortInboundV6: v6,
        redirectPortOutbound: outbound,
        directAccessServices: direct,
        ipFamilyMode: mode
      )
    )
  }

  private static func noNumber(_ key: String, _ value: String) -> ProxyingCase.Expectation {
    .failure(.unreadableNumber(Evidence(.podAnnotation, key: key, value: value)))
  }

  private static func noMode(_ value: String) -> ProxyingCase.Expectation {
    .failure(.invalidIPFamilyMode(Evidence(.podAnnotation, key: familyMode, value: value)))
  }

  private static func noSwitch(_ value: String) -> ProxyingCase.Expectation {
    .failure(.unreadableSwitch(Evidence(.podAnnotation, key: proxying, value: value)))
  }

  static let cases = gate + redirectPorts + families + adminPorts

  /// TP-1 and TP-5: when the section is read at all.
  private static let gate: [ProxyingCase] = [
    ProxyingCase("TP-1", "without any annotation it is on", expect: ports(v6: 15010)),
    ProxyingCase("TP-1", "it cannot be switched off", annotations: [proxying: "disabled"], expect: ports(v6: 15010)),
    ProxyingCase("TP-1", "its switch is not read", annotations: [proxying: "maybe"], expect: ports(v6: 15010)),
    ProxyingCase(
      "TP-1", "the list is read", annotations: [directAccess: "a_b_svc_1"], expect: ports(v6: 15010, direct: ["a_b_svc_1"])
    ),
    ProxyingCase("TP-1", "without its annotation it is off", under: "1.2.0", expect: .section(nil)),
    ProxyingCase(
      "TP-1", "switched off, nothing else is read", under: "1.6.5",
      annotations: [proxying: "disabled", inboundPort: "x", directAccess: "a_b_svc_1"], expect: .section(nil)
    ),
    ProxyingCase(
      "TP-1", "switched on", under: "1.2.0", annotations: on([directAccess: "a_b_svc_1"]),
      expect: ports(direct: ["a_b_svc_1"])
    ),
    ProxyingCase("TP-1", "true switches on", under: "1.6.5", annotations: on([proxying: "true"]), expect: ports()),
    ProxyingCase("TP-1", "an empty switch is a failure", under: "1.2.0", annotations: [proxying: ""], expect: noSwitch("")),
    ProxyingCase(
      "TP-1", "a capital letter is a failure", under: .newest, annotations: [proxying: "True"], expect: noSwitch("True")
    ),
    ProxyingCase("TP-1", "yes is a failure", under: "2.6.15", annotations: on([proxying: "yes"]), expect: noSwitch("yes")),
    ProxyingCase(
      "TP-1", "yes switches on", under: "2.7.0", annotations: on([proxying: "yes"]), expect: ports(mode: .dualStack)
    ),
    ProxyingCase(
      "TP-1", "a configuration alone is not enough for the lists", under: "2.10.11",
      annotations: [configuration: "redirect: {}", directAccess: "a_b_svc_1"], expect: .section(nil)
    ),
    ProxyingCase(
      "TP-1", "a configuration is enough for the lists, and not for ports", under: "2.11.0",
      annotations: [
        configuration: "redirect: {}", directAccess: "a_b_svc_1", inboundPort: "x", outboundPort: "x", familyMode: "x",
      ],
      expect: ports(0, 0, direct: ["a_b_svc_1"])
    ),
    ProxyingCase(
      "TP-1", "a configuration is enough although the switch is off", under: "2.11.0",
      annotations: [proxying: "disabled", configuration: "x", directAccess: "a_b_svc_1"],
      expect: ports(0, 0, direct: ["a_b_svc_1"])
    ),
    ProxyingCase(
      "TP-1", "an empty configuration is none", under: "2.11.0",
      annotations: [configuration: "", directAccess: "a_b_svc_1"],
      expect: .section(nil)
    ),
    ProxyingCase(
      "TP-1", "a configuration does not save a switch that cannot be read", under: "2.11.0",
      annotations: [proxying: "", configuration: "x", directAccess: "a_b_svc_1"], expect: noSwitch("")
    ),
    ProxyingCase(
      "TP-5", "a configuration without lists", under: "2.11.0", annotations: [configuration: "redirect: {}"],
      expect: .section(nil)
    ),
    ProxyingCase(
      "TP-5", "a list without entries", under: "2.11.0", annotations: [configuration: "x", directAccess: ",,"],
      expect: .section(nil)
    ),
    ProxyingCase(
      "TP-5", "ports of 0 and an empty mode", under: "2.11.0",
      annotations: [proxying: "enabled", inboundPort: "0", outboundPort: "000", familyMode: ""], expect: .section(nil)
    ),
    ProxyingCase(
      "TP-5", "one thing that is set keeps the section", under: "2.11.0",
      annotations: [proxying: "enabled", inboundPort: "0", outboundPort: "1", familyMode: ""], expect: ports(0, 1)
    ),
    ProxyingCase(
      "TP-5", "ports of 0 are written", under: "1.2.0",
      annotations: [proxying: "enabled", inboundPort: "0", outboundPort: "0"],
      expect: ports(0, 0)
    ),
  ]

  /// TP-2 and TP-3: the ports.
  private static let redirectPorts: [ProxyingCase] = [
    ProxyingCase(
      "TP-2", "the annotated ports", annotations: [inboundPort: "1", inboundPortV6: "2", outboundPort: "3"],
      expect: ports(1, v6: 2, 3)
    ),
    ProxyingCase(
      "TP-2", "leading zeros and great numbers", annotations: [inboundPort: "007", outboundPort: "99999"],
      expect: ports(7, v6: 15010, 99999)
    ),
    ProxyingCase(
      "TP-2", "the widest number", under: .newest, annotations: on([inboundPort: "4294967295"]),
      expect: ports(4_294_967_295, mode: .dualStack)
    ),
    ProxyingCase(
      "TP-2", "a number too wide by one", under: .newest, annotations: on([inboundPort: "4294967296"]),
      expect: noNumber(inboundPort, "4294967296")
    ),
    ProxyingCase("TP-2", "a sign", annotations: [outboundPort: "+5"], expect: noNumber(outboundPort, "+5")),
    ProxyingCase(
      "TP-2", "a negative number", under: "1.2.0", annotations: on([outboundPort: "-5"]),
      expect: noNumber(outboundPort, "-5")
    ),
    ProxyingCase("TP-2", "a blank behind", annotations: [inboundPort: "5 "], expect: noNumber(inboundPort, "5 ")),
    ProxyingCase("TP-2", "a hexadecimal number", annotations: [inboundPort: "0x10"], expect: noNumber(inboundPort, "0x10")),
    ProxyingCase(
      "TP-2", "an underscore", under: "2.9.0", annotations: on([inboundPort: "1_0"]), expect: noNumber(inboundPort, "1_0")
    ),
    ProxyingCase("TP-2", "the empty value", annotations: [inboundPort: ""], expect: noNumber(inboundPort, "")),
    ProxyingCase(
      "TP-2", "digits beyond ASCII", annotations: [inboundPort: "\u{661}\u{662}"],
      expect: noNumber(inboundPort, "\u{661}\u{662}")
    ),
    ProxyingCase(
      "TP-2", "the inbound port is missing", under: "1.2.0", annotations: [proxying: "enabled", outboundPort: "15001"],
      expect: .failure(.missingRedirectPort(key: ExactString(inboundPort)))
    ),
    ProxyingCase(
      "TP-2", "the outbound port is missing", under: .newest, annotations: [proxying: "enabled", inboundPort: "15006"],
      expect: .failure(.missingRedirectPort(key: ExactString(outboundPort)))
    ),
    ProxyingCase(
      "TP-2", "a configuration does not stand for the ports", under: "2.11.0",
      annotations: [proxying: "enabled", configuration: "x"],
      expect: .failure(.missingRedirectPort(key: ExactString(inboundPort)))
    ),
    ProxyingCase("TP-3", "the annotated port", annotations: [inboundPortV6: "15011"], expect: ports(v6: 15011)),
    ProxyingCase("TP-3", "the port 0", annotations: [inboundPortV6: "0"], expect: ports(v6: 0)),
    ProxyingCase("TP-3", "no number", annotations: [inboundPortV6: "x"], expect: noNumber(inboundPortV6, "x")),
    ProxyingCase(
      "TP-3", "no number", under: "2.6.15", annotations: on([inboundPortV6: "+1"]), expect: noNumber(inboundPortV6, "+1")
    ),
    ProxyingCase("TP-3", "it may be missing", under: "2.6.15", annotations: on(), expect: ports(v6: 0)),
    ProxyingCase(
      "TP-3", "no number is passed over", under: "2.7.0", annotations: on([inboundPortV6: "x", familyMode: "dualstack"]),
      expect: ports(v6: 0, mode: .dualStack)
    ),
    ProxyingCase(
      "TP-3", "it is read beside the mode", under: "2.8.8", annotations: on([inboundPortV6: "15010", familyMode: "ipv4"]),
      expect: ports(v6: 15010, mode: .ipv4)
    ),
    ProxyingCase(
      "TP-3", "it is not read", under: "2.9.0", annotations: on([inboundPortV6: "15010"]), expect: ports(mode: .dualStack)
    ),
  ]

  /// TP-4: the IP families.
  private static let families: [ProxyingCase] = [
    ProxyingCase("TP-4", "the mode is not read", annotations: [familyMode: "x"], expect: ports(v6: 15010)),
    ProxyingCase("TP-4", "the mode is not read", under: "2.6.15", annotations: on([familyMode: "ipv4"]), expect: ports()),
    ProxyingCase("TP-4", "absent, it is dual stack", under: "2.7.0", annotations: on(), expect: ports(mode: .dualStack)),
    ProxyingCase("TP-4", "ipv4", under: "2.7.0", annotations: on([familyMode: "ipv4"]), expect: ports(mode: .ipv4)),
    ProxyingCase(
      "TP-4", "dualstack, although the port for IPv6 is 0", under: "2.8.8",
      annotations: on([familyMode: "dualstack", inboundPortV6: "0"]), expect: ports(mode: .dualStack)
    ),
    ProxyingCase(
      "TP-4", "absent, the port 0 for IPv6 means IPv4", under: "2.8.8", annotations: on([inboundPortV6: "0"]),
      expect: ports(mode: .ipv4)
    ),
    ProxyingCase(
      "TP-4", "absent, another port for IPv6 means dual stack", under: "2.7.0", annotations: on([inboundPortV6: "15010"]),
      expect: ports(v6: 15010, mode: .dualStack)
    ),
    ProxyingCase(
      "TP-4", "absent, a port for IPv6 that is no number counts as 0", under: "2.7.0", annotations: on([inboundPortV6: "x"]),
      expect: ports(mode: .ipv4)
    ),
    ProxyingCase(
      "TP-4", "absent, the port 0 for IPv6 means nothing", under: "2.9.0", annotations: on([inboundPortV6: "0"]),
      expect: ports(mode: .dualStack)
    ),
    ProxyingCase("TP-4", "ipv6 is a failure", under: "2.7.0", annotations: on([familyMode: "ipv6"]), expect: noMode("ipv6")),
    ProxyingCase(
      "TP-4", "capitals are a failure", under: .newest, annotations: on([familyMode: "IPv4"]), expect: noMode("IPv4")
    ),
    ProxyingCase(
      "TP-4", "the empty mode is a failure", under: "2.10.11", annotations: on([familyMode: ""]), expect: noMode("")
    ),
    ProxyingCase("TP-4", "the empty mode is left out", under: "2.11.0", annotations: on([familyMode: ""]), expect: ports()),
    ProxyingCase("TP-4", "absent, it is dual stack", under: .newest, annotations: on(), expect: ports(mode: .dualStack)),
    ProxyingCase(
      "TP-4", "it is looked at before a missing outbound port", under: "2.10.11",
      annotations: [proxying: "enabled", inboundPort: "15006", familyMode: "x"], expect: noMode("x")
    ),
    ProxyingCase(
      "TP-4", "it is looked at after a missing outbound port", under: "2.11.0",
      annotations: [proxying: "enabled", inboundPort: "15006", familyMode: "x"],
      expect: .failure(.missingRedirectPort(key: ExactString(outboundPort)))
    ),
  ]

  /// TP-6: the administration port.
  private static let adminPorts: [ProxyingCase] = [
    ProxyingCase("TP-6", "without the annotation there is none", expect: .adminPort(nil)),
    ProxyingCase("TP-6", "the annotated port", annotations: [adminPort: "9901"], expect: .adminPort(9901)),
    ProxyingCase("TP-6", "the port 0", annotations: [adminPort: "0"], expect: .adminPort(0)),
    ProxyingCase("TP-6", "leading zeros", annotations: [adminPort: "007"], expect: .adminPort(7)),
    ProxyingCase("TP-6", "a great number", under: .newest, annotations: [adminPort: "99999"], expect: .adminPort(99999)),
    ProxyingCase("TP-6", "no number", annotations: [adminPort: "http"], expect: noNumber(adminPort, "http")),
    ProxyingCase("TP-6", "the empty value", under: .newest, annotations: [adminPort: ""], expect: noNumber(adminPort, "")),
    ProxyingCase(
      "TP-6", "a number too wide", under: "1.5.0", annotations: [adminPort: "4294967296"],
      expect: noNumber(adminPort, "4294967296")
    ),
    ProxyingCase("TP-6", "it is not read", under: "1.4.1", annotations: [adminPort: "http"], expect: .adminPort(nil)),
    ProxyingCase("TP-6", "it is read", under: "1.5.0", annotations: [adminPort: "9901"], expect: .adminPort(9901)),
    ProxyingCase(
      "TP-6", "it does not depend on transparent proxying", under: "1.6.5",
      annotations: [proxying: "disabled", adminPort: "9901"], expect: .adminPort(9901)
    ),
  ]
}

@Suite("Transparent proxying")
struct ProxyingTests {
  @Test(arguments: ProxyingTable.cases)
  func proxying(_ row: ProxyingCase) throws {
    let kuma = try row.rules.controlPlane()
    let mapping = kuma.dataplane(of: row.pod, in: .fixture(), among: ObjectCatalog())
    switch row.expected {
    case .section(let section):
      let dataplane = try #require(mapping.dataplane)
      #expect(dataplane.networking.transparentProxying == section)
    case .adminPort(let port):
      let dataplane = try #require(mapping.dataplane)
      #expect(dataplane.networking.adminPort == port)
    case .failure(let failure):
      #expect(mapping.failure == failure)
    }
  }
}
