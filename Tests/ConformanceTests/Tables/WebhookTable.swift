import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Whether the API server asks the injector about a Pod.
struct WebhookCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let namespace: Namespace
  let settings: SettingsChange?
  let expected: Answer

  /// A `WebhookCall`, with misses that a test can write down.
  enum Answer: Hashable, Sendable {
    case called(String)
    case notCalled([Miss])
    case assumed
    case unknown

    init(_ call: WebhookCall) {
      self =
        switch call {
        case .called(let webhook): .called(webhook.string)
        case .notCalled(let misses): .notCalled(misses.map { Miss($0.webhook, $0.reason) })
        case .assumed: .assumed
        case .unknown: .unknown
        }
    }
  }

  struct Miss: Hashable, Sendable {
    let webhook: String
    let reason: WebhookCall.Reason

    init(_ webhook: String, _ reason: WebhookCall.Reason) {
      self.webhook = webhook
      self.reason = reason
    }
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    podLabels: StringMap = [:],
    podAnnotations: StringMap = [:],
    in namespace: String = "demo",
    namespaceLabels: StringMap = [:],
    namespaceAnnotations: StringMap = [:],
    settings: SettingsChange? = nil,
    expect expected: Answer
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(namespace: namespace, labels: podLabels, annotations: podAnnotations)
    self.namespace = .fixture(name: namespace, labels: namespaceLabels, annotations: namespaceAnnotations)
    self.settings = settings
    self.expected = expected
  }
}

enum WebhookTable {
  private static let key = "kuma.io/sidecar-injection"
  private static let mesh = "kuma.io/mesh"
  private static let zoneProxy = "k8s.kuma.io/zone-proxy-type"
  private static let byNamespace = "namespace-kuma-injector"
  private static let byPod = "pods-kuma-injector"
  private static let forAll = "kuma-injector"
  private static let byZoneProxy = "mesh-zoneproxy-kuma-injector"
  private static let hasLabel = LabelSelector.Requirement.exists(key: key)

  private static func isIn(_ values: String...) -> LabelSelector.Requirement { .isIn(key: key, values: values) }

  private static func namespace(_ unmet: LabelSelector.Requirement, _ found: ExactString? = nil) -> WebhookCall.Reason {
    .namespaceLabels(unmet, found: found)
  }

  private static func pod(_ unmet: LabelSelector.Requirement, _ found: ExactString? = nil) -> WebhookCall.Reason {
    .podLabels(unmet, found: found)
  }

  static let cases = upToTwoFive + labelled + namespaceLabel + zoneProxies + allowLists

  /// GATE-1, GATE-2 and GATE-6.
  private static let upToTwoFive: [WebhookCase] = [
    WebhookCase("GATE-1", "a Pod without any label", expect: .called(forAll)),
    WebhookCase("GATE-1", "a Pod without any label", under: "1.2.0", expect: .called(forAll)),
    WebhookCase("GATE-1", "there is one webhook only", under: "1.4.0", podLabels: [key: "enabled"], expect: .called(forAll)),
    WebhookCase(
      "GATE-1", "a labelled Pod has its own webhook", under: "1.4.1", podLabels: [key: "enabled"], expect: .called(byPod)
    ),
    WebhookCase(
      "GATE-1", "a labelled Namespace has its own webhook", namespaceLabels: [key: "enabled"], expect: .called(byNamespace)
    ),
    WebhookCase(
      "GATE-1", "a Namespace labelled true has none of its own", under: "2.4.10", namespaceLabels: [key: "true"],
      expect: .called(forAll)
    ),
    WebhookCase("GATE-1", "a Pod that opts out", podLabels: [key: "disabled"], expect: .called(forAll)),
    WebhookCase("GATE-1", "a Pod of kube-system", in: "kube-system", expect: .called(forAll)),
    WebhookCase("GATE-1", "a Pod without any label", under: "2.5.11", expect: .called(forAll)),
    WebhookCase("GATE-2", "a Pod of kube-system is still sent", under: "2.4.10", in: "kube-system", expect: .called(forAll)),
    WebhookCase(
      "GATE-2", "a Pod of kube-system is sent nowhere", under: "2.5.0", podLabels: [key: "enabled"], in: "kube-system",
      namespaceLabels: [key: "enabled"],
      expect: .notCalled([
        .init(byNamespace, .namespaceOutOfScope("kube-system")), .init(byPod, .namespaceOutOfScope("kube-system")),
        .init(forAll, .namespaceOutOfScope("kube-system")),
      ])
    ),
    WebhookCase(
      "GATE-2", "a namespace of a like name is another", under: "2.5.0", in: "kube-system2", expect: .called(forAll)
    ),
    WebhookCase(
      "GATE-2", "a Pod of kube-system is sent nowhere", under: .newest, podLabels: [key: "enabled"], in: "kube-system",
      namespaceLabels: [key: "enabled"],
      expect: .notCalled([
        .init(byNamespace, .namespaceOutOfScope("kube-system")), .init(byPod, .namespaceOutOfScope("kube-system")),
        .init(byZoneProxy, .namespaceOutOfScope("kube-system")),
      ])
    ),
    WebhookCase("GATE-6", "the gate is off", settings: { $0.webhookGate = .own }, expect: .assumed),
    WebhookCase(
      "GATE-6", "the gate is off for kube-system too", under: .newest, in: "kube-system",
      settings: { $0.webhookGate = .own },
      expect: .assumed
    ),
    WebhookCase(
      "GATE-6", "the gate is off although a webhook would match", under: "2.6.0", namespaceLabels: [key: "enabled"],
      settings: { $0.webhookGate = .own }, expect: .assumed
    ),
  ]

  /// GATE-3.
  private static let labelled: [WebhookCase] = [
    WebhookCase(
      "GATE-3", "a Pod without any label is not sent", under: "2.6.0",
      expect: .notCalled([
        .init(byNamespace, namespace(isIn("enabled", "true"))), .init(byPod, pod(isIn("enabled"))),
      ])
    ),
    WebhookCase(
      "GATE-3", "the Namespace is labelled enabled", under: "2.6.0", namespaceLabels: [key: "enabled"],
      expect: .called(byNamespace)
    ),
    WebhookCase(
      "GATE-3", "the Namespace is labelled true", under: "2.6.0", namespaceLabels: [key: "true"],
      expect: .called(byNamespace)
    ),
    WebhookCase(
      "GATE-3", "a Pod that opts out of its Namespace is sent all the same", under: "2.6.0", podLabels: [key: "disabled"],
      namespaceLabels: [key: "enabled"], expect: .called(byNamespace)
    ),
    WebhookCase(
      "GATE-3", "the Pod is labelled enabled", under: "2.6.0", podLabels: [key: "enabled"], expect: .called(byPod)
    ),
    WebhookCase(
      "GATE-3", "the Pod opts into a Namespace that is off", under: "2.10.11", podLabels: [key: "enabled"],
      namespaceLabels: [key: "disabled"], expect: .called(byPod)
    ),
    WebhookCase(
      "GATE-3", "a Pod labelled true is not sent", under: "2.6.0", podLabels: [key: "true"],
      expect: .notCalled([
        .init(byNamespace, namespace(isIn("enabled", "true"))), .init(byPod, pod(isIn("enabled"), "true")),
      ])
    ),
    WebhookCase(
      "GATE-3", "yes is no label that sends", under: "2.7.0", podLabels: [key: "yes"], namespaceLabels: [key: "yes"],
      expect: .notCalled([
        .init(byNamespace, namespace(isIn("enabled", "true"), "yes")), .init(byPod, pod(isIn("enabled"), "yes")),
      ])
    ),
    WebhookCase(
      "GATE-3", "other letters and empty values do not send", under: "2.6.0", podLabels: [key: ""],
      namespaceLabels: [key: "Enabled"],
      expect: .notCalled([
        .init(byNamespace, namespace(isIn("enabled", "true"), "Enabled")), .init(byPod, pod(isIn("enabled"), "")),
      ])
    ),
    WebhookCase(
      "GATE-3", "annotations do not send", under: "2.6.0", podAnnotations: [key: "enabled"],
      namespaceAnnotations: [key: "enabled"],
      expect: .notCalled([
        .init(byNamespace, namespace(isIn("enabled", "true"))), .init(byPod, pod(isIn("enabled"))),
      ])
    ),
    WebhookCase(
      "GATE-3", "the control plane's namespace is like any other", under: "2.10.11", podLabels: [key: "enabled"],
      in: "kuma-system", expect: .called(byPod)
    ),
  ]

  /// GATE-4.
  private static let namespaceLabel: [WebhookCase] = [
    WebhookCase(
      "GATE-4", "a labelled Pod alone is still enough", under: "2.10.11", podLabels: [key: "enabled"], expect: .called(byPod)
    ),
    WebhookCase(
      "GATE-4", "a labelled Pod alone is not enough", under: "2.11.0", podLabels: [key: "enabled"],
      expect: .notCalled([
        .init(byNamespace, namespace(isIn("enabled", "true"))), .init(byPod, namespace(hasLabel)),
      ])
    ),
    WebhookCase(
      "GATE-4", "the Namespace has the label, switched off", under: "2.11.0", podLabels: [key: "enabled"],
      namespaceLabels: [key: "disabled"], expect: .called(byPod)
    ),
    WebhookCase(
      "GATE-4", "the Namespace has the label with an empty value", under: .newest, podLabels: [key: "enabled"],
      namespaceLabels: [key: ""], expect: .called(byPod)
    ),
    WebhookCase(
      "GATE-4", "an annotation of the Namespace is not the label", under: "2.11.0", podLabels: [key: "enabled"],
      namespaceAnnotations: [key: "enabled"],
      expect: .notCalled([
        .init(byNamespace, namespace(isIn("enabled", "true"))), .init(byPod, namespace(hasLabel)),
      ])
    ),
    WebhookCase(
      "GATE-4", "the Namespace has the label, and the Pod none", under: "2.11.0", namespaceLabels: [key: "disabled"],
      expect: .notCalled([
        .init(byNamespace, namespace(isIn("enabled", "true"), "disabled")), .init(byPod, pod(isIn("enabled"))),
      ])
    ),
    WebhookCase(
      "GATE-4", "the Namespace is labelled enabled", under: "2.11.0", namespaceLabels: [key: "enabled"],
      expect: .called(byNamespace)
    ),
    WebhookCase(
      "GATE-4", "the control plane's namespace is left out", under: "2.11.0", podLabels: [key: "enabled"], in: "kuma-system",
      namespaceLabels: [key: "enabled"],
      expect: .notCalled([
        .init(byNamespace, .namespaceOutOfScope("kuma-system")), .init(byPod, .namespaceOutOfScope("kuma-system")),
      ])
    ),
    WebhookCase(
      "GATE-4", "the control plane's namespace is the configured one", under: "2.11.0", in: "mesh-system",
      namespaceLabels: [key: "enabled"], settings: { $0.systemNamespace = "mesh-system" },
      expect: .notCalled([
        .init(byNamespace, .namespaceOutOfScope("mesh-system")), .init(byPod, .namespaceOutOfScope("mesh-system")),
      ])
    ),
    WebhookCase(
      "GATE-4", "kuma-system is like any other where it is not the control plane's", under: "2.11.0", in: "kuma-system",
      namespaceLabels: [key: "enabled"], settings: { $0.systemNamespace = "mesh-system" }, expect: .called(byNamespace)
    ),
  ]

  /// GATE-5.
  private static func notInSystem(_ reason: WebhookCall.Reason) -> WebhookCase.Answer {
    .notCalled([
      .init(byNamespace, .namespaceOutOfScope("kuma-system")), .init(byPod, .namespaceOutOfScope("kuma-system")),
      .init(byZoneProxy, reason),
    ])
  }

  private static let zoneProxies: [WebhookCase] = [
    WebhookCase(
      "GATE-5", "a zone proxy is not sent", under: "2.13.10",
      podLabels: [key: "enabled", mesh: "default", zoneProxy: "ingress"], in: "kuma-system",
      expect: .notCalled([
        .init(byNamespace, .namespaceOutOfScope("kuma-system")), .init(byPod, .namespaceOutOfScope("kuma-system")),
      ])
    ),
    WebhookCase(
      "GATE-5", "a zone proxy is sent", under: "2.14.0", podLabels: [key: "enabled", mesh: "default", zoneProxy: "ingress"],
      in: "kuma-system", expect: .called(byZoneProxy)
    ),
    WebhookCase(
      "GATE-5", "any values of the two labels will do", under: "2.14.0",
      podLabels: [key: "enabled", mesh: "", zoneProxy: "x"],
      in: "kuma-system", expect: .called(byZoneProxy)
    ),
    WebhookCase(
      "GATE-5", "true is not enough", under: "2.14.0", podLabels: [key: "true", mesh: "default", zoneProxy: "ingress"],
      in: "kuma-system", namespaceLabels: [key: "enabled"], expect: notInSystem(pod(isIn("enabled"), "true"))
    ),
    WebhookCase(
      "GATE-5", "the mesh must be a label", under: "2.14.0", podLabels: [key: "enabled", zoneProxy: "ingress"],
      podAnnotations: [mesh: "default"], in: "kuma-system", expect: notInSystem(pod(.exists(key: mesh)))
    ),
    WebhookCase(
      "GATE-5", "the type of zone proxy must be there", under: "2.14.0", podLabels: [key: "enabled", mesh: "default"],
      in: "kuma-system", expect: notInSystem(pod(.exists(key: zoneProxy)))
    ),
    WebhookCase(
      "GATE-5", "elsewhere the labels do not help", under: "2.14.0",
      podLabels: [key: "enabled", mesh: "default", zoneProxy: "ingress"],
      expect: .notCalled([
        .init(byNamespace, namespace(isIn("enabled", "true"))), .init(byPod, namespace(hasLabel)),
        .init(byZoneProxy, .namespaceOutOfScope("demo")),
      ])
    ),
    WebhookCase(
      "GATE-5", "the namespace is the configured one", under: .newest,
      podLabels: [key: "enabled", mesh: "default", zoneProxy: "egress"], in: "mesh-system",
      settings: { $0.systemNamespace = "mesh-system" }, expect: .called(byZoneProxy)
    ),
  ]
}

extension WebhookTable {
  private static let allowed: SettingsChange = { $0.namespaceAllowList = ["shop", "kuma-system"] }

  /// GATE-7.
  static let allowLists: [WebhookCase] = [
    WebhookCase(
      "GATE-7", "there is no list", under: "2.10.11", namespaceLabels: [key: "enabled"], settings: allowed,
      expect: .called(byNamespace)
    ),
    WebhookCase(
      "GATE-7", "a namespace that is not on it", under: "2.11.0", podLabels: [key: "enabled"],
      namespaceLabels: [key: "enabled"], settings: allowed,
      expect: .notCalled([.init(byNamespace, .namespaceNotAllowed("demo")), .init(byPod, .namespaceNotAllowed("demo"))])
    ),
    WebhookCase(
      "GATE-7", "a namespace that is on it", under: "2.11.0", in: "shop", namespaceLabels: [key: "enabled"],
      settings: allowed, expect: .called(byNamespace)
    ),
    WebhookCase(
      "GATE-7", "a namespace that is on it still needs its label", under: "2.11.0", in: "shop", settings: allowed,
      expect: .notCalled([.init(byNamespace, namespace(isIn("enabled", "true"))), .init(byPod, namespace(hasLabel))])
    ),
    WebhookCase(
      "GATE-7", "the control plane's namespace is left out even if it is on it", under: "2.11.0", in: "kuma-system",
      namespaceLabels: [key: "enabled"], settings: allowed,
      expect: .notCalled([
        .init(byNamespace, .namespaceOutOfScope("kuma-system")), .init(byPod, .namespaceOutOfScope("kuma-system")),
      ])
    ),
    WebhookCase(
      "GATE-7", "a zone proxy needs no list", under: "2.14.0",
      podLabels: [key: "enabled", mesh: "default", zoneProxy: "ingress"], in: "kuma-system",
      settings: { $0.namespaceAllowList = ["shop"] }, expect: .called(byZoneProxy)
    ),
    WebhookCase(
      "GATE-7", "an empty list is none", under: .newest, namespaceLabels: [key: "enabled"],
      settings: { $0.namespaceAllowList = [] }, expect: .called(byNamespace)
    ),
    WebhookCase(
      "GATE-7", "names are compared as bytes", under: "2.11.0", in: "caf\u{E9}", namespaceLabels: [key: "enabled"],
      settings: { $0.namespaceAllowList = ["cafe\u{301}"] },
      expect: .notCalled([
        .init(byNamespace, .namespaceNotAllowed("caf\u{E9}")), .init(byPod, .namespaceNotAllowed("caf\u{E9}")),
      ])
    ),
  ]
}

@Suite("Webhooks")
struct WebhookTests {
  @Test(arguments: WebhookTable.cases)
  func call(_ row: WebhookCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    #expect(WebhookCase.Answer(kuma.webhookCall(of: row.pod, in: row.namespace)) == row.expected)
  }

  /// A Pod that no webhook is called for is skipped, with the misses as the reason; any other is decided upon.
  @Test(arguments: WebhookTable.cases)
  func admission(_ row: WebhookCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let admission = kuma.admission(of: row.pod, in: row.namespace)
    #expect(WebhookCase.Answer(admission.webhook) == row.expected)
    if case .notCalled(let misses) = admission.webhook {
      #expect(admission.decision == .skip(.webhookNotCalled(misses)))
    } else {
      #expect(admission.decision == kuma.injection(of: row.pod, in: row.namespace))
    }
  }
}
