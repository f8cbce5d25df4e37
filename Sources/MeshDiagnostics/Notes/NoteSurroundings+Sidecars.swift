import KubernetesObjects
import MeshMapping

extension NoteSurroundings {
  /// Whether the sidecar is in a Pod, or will be.
  private enum Sidecar {
    case present, absent
    case unknown(needs: [Completeness.Kind])
  }

  private func sidecar(of pod: Pod) -> Sidecar {
    if pod.sidecarEvidence != nil { return .present }
    return switch cluster.preview(of: ObjectName(of: pod.metadata))?.admission.decision {
    case .inject: .present
    case .unknown(let needs): .unknown(needs: needs)
    default: .absent
    }
  }

  /// What a Pod shows where it has a sidecar: nothing where it has none, and with what that depends on where nobody knows.
  func ifInjected(_ pod: Pod, _ sights: [NoteSight]) -> [NoteSight] {
    guard !sights.isEmpty else { return [] }
    switch sidecar(of: pod) {
    case .present: return sights
    case .absent: return []
    case .unknown(let needs): return sights.map { $0.needing(needs) }
    }
  }

  /// What an object shows where a Pod of its namespace, in which a quota limits the CPU, has a sidecar.
  func ifAnyIsInjected(inNamespaceOf metadata: ObjectMeta, _ sights: [NoteSight]) -> [NoteSight] {
    var needs: Set<Completeness.Kind> = []
    for pod in podsUnderQuota[ExactString(metadata.effectiveNamespace)] ?? [] {
      switch sidecar(of: pod) {
      case .present: return sights
      case .absent: break
      case .unknown(let kinds): needs.formUnion(kinds)
      }
    }
    return needs.isEmpty ? [] : sights.map { $0.needing(Completeness.Kind.allCases.filter(needs.contains)) }
  }

  /// The Pods of a namespace in which a quota limits the CPU of which nobody knows whether they get a sidecar.
  func undecidedPods(inNamespaceOf metadata: ObjectMeta) -> [ReleaseComparison.Undecided] {
    (podsUnderQuota[ExactString(metadata.effectiveNamespace)] ?? []).compactMap { pod in
      guard case .unknown(let needs) = sidecar(of: pod) else { return nil }
      return .init(pod: ObjectName(of: pod.metadata), needs: needs, mayNeedAttention: true)
    }
  }
}

extension NoteSurroundings {
  /// The port on which the application probe proxy of a Pod listens under a release, all settings being the same; nil where there is none.
  func probeProxyPort(of pod: Pod, in release: KumaRelease) -> Int? {
    Self.rules[release].flatMap {
      ControlPlane(rules: $0, settings: cluster.controlPlane.settings).probeProxyPort(of: pod)
    }
  }

  /// The rules of the releases that change where the application probe proxy listens.
  private static let rules = Dictionary(
    uniqueKeysWithValues: [
      KumaRelease(2, 9, 0), KumaRelease(2, 12, 0), KumaRelease(2, 13, 0), .newest, KumaRelease(3, 0, 0),
    ]
    .map { ($0, ReleaseHistory.rules(of: $0)) })

  /// The ports of the inbounds that a Pod has, with what the input would have to hold for one to know whether it has them; nil where it has
  /// no Dataplane, or the one of a gateway, and where nobody knows which inbounds there are: a Service that a controller narrows may lead
  /// to each port.
  func inboundPorts(of pod: Pod) -> (ports: Set<Int>, needs: [Completeness.Kind])? {
    guard let (dataplane, unknown, needs) = Self.dataplane(of: pod, in: cluster),
      !unknown.contains(where: { $0.path == "spec.networking.inbound" }),
      dataplane.networking.gateway == nil, dataplane.networking.listeners.isEmpty
    else { return nil }
    return (Set(dataplane.networking.inbound.map(\.port)), needs)
  }

  /// The Dataplane of a Pod, with what is unknown of it; where nobody knows whether it has one, that which it has under what is taken for
  /// granted, with what it depends on.
  static func dataplane(
    of pod: Pod, in cluster: Cluster
  ) -> (dataplane: Dataplane, unknown: [Unknown], needs: [Completeness.Kind])? {
    let name = ObjectName(of: pod.metadata)
    guard let known = cluster.preview(of: name)?.outcome else { return nil }
    let needs = known.verdict.needs
    let outcome = needs.isEmpty ? known : cluster.outcomeTakenForGranted(of: name)
    return outcome.flatMap { outcome in outcome.dataplane.map { ($0, outcome.unknownValues, needs) } }
  }
}
