import KubernetesObjects
import MeshMapping
import TestSupport

extension BoundaryTable {
  /// What the injector writes and refuses, and what else refuses a Pod.
  static let podAdmission: [BoundaryCase] = (sidecarChecks + proxyingChecks + dnsChecks + written + refused).flatMap(\.self)

  /// A Pod whose switch is on under every release, with an annotation.
  private static func asking(_ key: String, _ value: String = "x", others: StringMap = [:]) -> Pod {
    var annotations: StringMap = [injection: "enabled", key: value]
    annotations = others.over(annotations)
    return .fixture(labels: [injection: "enabled"], annotations: annotations)
  }

  private static let injected = "inject podLabel"
  private static let unreadable = "reject unreadableAnnotation"

  private static let sidecarChecks: [[BoundaryCase]] = [
    rows(
      "INJ-13", .meshFirst, "", .at("1.7.6", "1.8.0"), pod: asking("kuma.io/sidecar-env-vars"), meshes: .only([]),
      see: decision, before: unreadable, after: "reject meshNotFound"
    ),
    rows(
      "INJ-14", .sidecarConcurrency, "", .at("1.3.0", "1.3.1"), pod: asking("kuma.io/sidecar-proxy-concurrency"),
      see: decision, before: "inject podAnnotation", after: unreadable
    ),
    rows(
      "INJ-17", .tokenVolume, "", .at("1.5.5", "1.6.0"), pod: asking("kuma.io/service-account-token-volume"),
      see: decision, before: injected, after: "reject missingTokenVolume"
    ),
    rows(
      "INJ-14", .drainTime, "", .at("1.7.6", "1.8.0"), pod: asking("kuma.io/sidecar-drain-time"),
      see: decision, before: injected, after: unreadable
    ),
    rows(
      "INJ-16", .containerPatches, "", .at("1.7.6", "1.8.0"), pod: asking("kuma.io/container-patches"),
      patches: .only([]), see: decision, before: injected, after: "reject missingContainerPatches"
    ),
    rows(
      "INJ-14", .waitForDataplane, "", .at("2.3.7", "2.4.0"), pod: asking("kuma.io/wait-for-dataplane-ready"),
      see: decision, before: injected, after: unreadable
    ),
    rows(
      "INJ-14", .spire, "", .at("2.11.18", "2.12.0"), pod: asking("k8s.kuma.io/spire-support"),
      see: decision, before: injected, after: unreadable
    ),
  ]

  private static let proxyingChecks: [[BoundaryCase]] = [
    rows(
      "INJ-15", .proxyingEngine, "", .at("1.6.5", "1.7.0"), pod: asking("kuma.io/transparent-proxying-experimental-engine"),
      see: decision, before: injected, after: unreadable
    ),
    rows(
      "INJ-15", .ebpf, "", .at("1.8.8", "2.0.0"), pod: asking("kuma.io/transparent-proxying-ebpf"),
      see: decision, before: injected, after: unreadable
    ),
    rows(
      "INJ-15", .proxyingEngineOne, "", .at("2.1.7", "2.2.0"), pod: asking("kuma.io/transparent-proxying-engine-v1"),
      see: decision, before: injected, after: unreadable
    ),
    rows(
      "INJ-15", .initFirst, "", .at("2.2.9", "2.3.0"), pod: asking("kuma.io/init-first"),
      see: decision, before: injected, after: unreadable
    ),
    rows(
      "INJ-15", .proxyingEngineGone, "", .at("2.4.10", "2.5.0"), pod: asking("kuma.io/transparent-proxying-engine-v1"),
      see: decision, before: unreadable, after: injected
    ),
    rows(
      "INJ-15", .packets, "", .at("2.8.1", "2.8.2", beforeAgain: ["2.9.0"]), pod: asking("traffic.kuma.io/iptables-logs"),
      see: decision, before: injected, after: unreadable
    ),
    rows(
      "INJ-15", .ipFamilyMode, "the port for IPv6", .at("2.6.15", "2.7.0"), pod: asking(v6Port),
      see: decision, before: injected, after: unreadable
    ),
    rows(
      "INJ-15", .noV6Port, "injector", .at("2.8.8", "2.9.0"), pod: asking(v6Port),
      see: decision, before: unreadable, after: injected
    ),
  ]

  private static let dnsChecks: [[BoundaryCase]] = [
    rows(
      "INJ-15", .builtinDNS, "", .at("1.7.6", "1.8.0"), pod: asking("kuma.io/builtin-dns"),
      see: decision, before: injected, after: unreadable
    ),
    rows(
      "INJ-15", .builtinDNSNewKeys, "", .at("2.1.7", "2.2.0"), pod: asking("kuma.io/builtindns"),
      see: decision, before: unreadable, after: injected
    ),
    rows(
      "INJ-15", .builtinDNSLogging, "", .at("2.5.11", "2.6.0"), pod: asking("kuma.io/builtin-dns-logging"),
      see: decision, before: injected, after: unreadable
    ),
    rows(
      "INJ-15", .builtinDNSLoggingWithDNS, "", .at("2.8.8", "2.9.0"),
      pod: asking("kuma.io/builtin-dns-logging", others: ["kuma.io/builtin-dns": "disabled"]),
      see: decision, before: unreadable, after: injected
    ),
  ]

  private static let virtual = "kuma.io/virtual-probes"
  private static let proxyPort = "kuma.io/application-probe-proxy-port"

  private static func asked(_ container: Container, native: Container? = nil) -> Pod {
    .fixture(labels: [injection: "enabled"], containers: [container], initContainers: native.map { [$0] } ?? [])
  }

  private static let written: [[BoundaryCase]] = [
    rows(
      "WRITE-6", .sidecarFirst, "", .at("2.0.8", "2.1.0"), see: sidecar, before: "app, kuma-sidecar",
      after: "kuma-sidecar, app"
    ),
    rows(
      "WRITE-6", .nativeSidecar, "setting", .at("2.6.15", "2.7.0"), settings: { $0.injector.nativeSidecars = .enabled },
      see: sidecar, before: "kuma-sidecar, app", after: "init kuma-sidecar, app"
    ),
    rows(
      "WRITE-6", .nativeSidecarDefault, "", .at("2.13.10", "2.14.0"), see: sidecar, before: "kuma-sidecar, app",
      after: "init kuma-sidecar, app"
    ),
    rows(
      "WRITE-5", .startupProbes, "", .at("1.5.5", "1.6.0"),
      pod: asked(Container(name: "app", httpProbes: [HTTPProbe(.startup, port: 80)])), see: probes, before: "80",
      after: "9000"
    ),
    rows(
      "INJ-19", .startupProbes, "", .at("1.5.5", "1.6.0"),
      pod: asked(Container(name: "app", httpProbes: [HTTPProbe(.startup, port: 9000)])), see: decision, before: injected,
      after: "reject probePortInUse"
    ),
    rows(
      "WRITE-5", .nativeSidecarProbes, "", .at("2.7.29", "2.8.0"),
      pod: asked(Container(name: "app"), native: native(80)), settings: { $0.injector.nativeSidecars = .enabled },
      see: probes, before: "80", after: "9000"
    ),
    rows(
      "INJ-19", .nativeSidecarProbes, "", .at("2.7.29", "2.8.0"),
      pod: asked(Container(name: "app"), native: native(9000)), settings: { $0.injector.nativeSidecars = .enabled },
      see: decision, before: injected, after: "reject probePortInUse"
    ),
    rows(
      "WRITE-5", .probeProxy, "annotation", .at("2.8.8", "2.9.0"), see: written(proxyPort),
      before: "label absent annotation absent", after: "label absent annotation 9001"
    ),
    rows(
      "WRITE-5", .probeProxy, "probe", .at("2.8.8", "2.9.0"),
      pod: asked(Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 80)])), see: probes, before: "9000",
      after: "9001"
    ),
    rows(
      "INJ-19", .probeProxy, "", .at("2.8.8", "2.9.0"),
      pod: asked(Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 9000)])), see: decision,
      before: "reject probePortInUse", after: injected
    ),
    rows(
      "INJ-18", .probeProxy, "", .at("2.8.8", "2.9.0"), pod: asking(proxyPort), see: decision, before: injected,
      after: unreadable
    ),
    rows(
      "WRITE-5", .virtualProbesOff, "default", .at("2.12.14", "2.13.0"), see: written(virtual),
      before: "label absent annotation enabled", after: "label absent annotation disabled"
    ),
    rows(
      "WRITE-5", .virtualProbesOff, "proxy of probes", .at("2.12.14", "2.13.0"),
      pod: .fixture(annotations: [virtual: "disabled"]),
      see: written(proxyPort), before: "label absent annotation 0", after: "label absent annotation 9001"
    ),
    rows(
      "INJ-19", .virtualProbesOff, "", .at("2.12.14", "2.13.0"),
      pod: .fixture(
        labels: [injection: "enabled"], annotations: [virtual: "disabled"],
        containers: [Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 9001)])]),
      see: decision, before: injected, after: "reject probePortInUse"
    ),
  ]

  private static let refused: [[BoundaryCase]] = [
    rows(
      "REFUSE-1", .workloadLabelRefused, "", .at("2.12.14", "2.13.0"), pod: .fixture(labels: ["kuma.io/workload": "shop"]),
      in: .fixture(labels: [injection: "enabled"]), see: creation, before: "inject", after: "reject reservedWorkloadLabel"
    ),
    rows(
      "REFUSE-2", .meshesPerNamespace, "", .at("2.12.14", "2.13.0"), in: .fixture(labels: [injection: "enabled"]),
      dataplanes: [
        Dataplane(
          mesh: "blue", metadata: Dataplane.Metadata(name: "other", namespace: "demo"),
          networking: Dataplane.Networking(address: "10.0.0.9"))
      ],
      settings: { $0.meshesPerNamespace = .one }, see: creation, before: "inject", after: "reject secondMesh"
    ),
  ]

  private static func native(_ port: PortReference) -> Container {
    Container(name: "native", httpProbes: [HTTPProbe(.liveness, port: port)], restartPolicy: "Always")
  }

  /// The containers of the Pod once it is injected.
  private static let sidecar: Observation = { kuma, given in
    guard let namespace = given.namespace else { return "no Namespace" }
    let spec = kuma.injectedPod(given.pod, in: namespace).spec
    return (spec.initContainers.map { "init \($0.name)" } + spec.containers.map(\.name)).joined(separator: ", ")
  }

  /// The ports that HTTP probes ask once the Pod is injected.
  private static let probes: Observation = { kuma, given in
    guard let namespace = given.namespace else { return "no Namespace" }
    let spec = kuma.injectedPod(given.pod, in: namespace).spec
    return (spec.initContainers + spec.containers).flatMap(\.httpProbes).map { "\($0.port)" }.joined(separator: ", ")
  }

  /// What becomes of the Pod at its creation.
  private static let creation: Observation = { kuma, given in
    let decision = kuma.admission(of: given.pod, in: given.namespace, among: given.catalog).decision
    guard case .reject(let reason) = decision else { return decision.verdict.rawValue }
    return "reject \(reason.code)"
  }
}
