import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// What can be seen of a control plane in a scenario.
extension BoundaryTable {
  /// The decision of the injector with the place that decides.
  static let decision: Observation = { kuma, given in
    switch kuma.injection(of: given.pod, in: given.namespace, among: given.catalog) {
    case .inject(.requested(let evidence)): "inject \(evidence.place.rawValue)"
    case .skip(.alreadyInjected(let evidence)): "skip alreadyInjected \(evidence.place.rawValue)"
    case .skip(let reason): "skip \(name(of: reason))"
    case .reject(.unreadableSwitch(let evidence)): "reject unreadableSwitch \(evidence.place.rawValue)"
    case .reject(let reason): "reject \(name(of: reason))"
    case .unknown: "unknown"
    }
  }

  /// What is told of the Pod.
  static let findingCodes: Observation = { kuma, given in
    var objects: [ClusterObject] = [.kubernetes(.pod(given.pod))]
    objects += given.catalog.services.map { .kubernetes(.service($0)) }
    if let namespace = given.namespace { objects.append(.kubernetes(.namespace(namespace))) }
    let cluster = Cluster(objects, under: kuma)
    guard let report = cluster.reconciliation(of: ObjectName(of: given.pod.metadata)) else { return "no Pod" }
    return list(Told.findings(of: cluster, on: report).map(\.code))
  }

  /// Whether it is told that the sidecar refuses connections to a port without an inbound.
  static let undeclaredPorts: Observation = { kuma, given in
    var objects: [ClusterObject] = [.kubernetes(.pod(given.pod))]
    objects += given.catalog.services.map { .kubernetes(.service($0)) }
    if let namespace = given.namespace { objects.append(.kubernetes(.namespace(namespace))) }
    let cluster = Cluster(objects, under: kuma)
    guard let report = cluster.reconciliation(of: ObjectName(of: given.pod.metadata)) else { return "no Pod" }
    let isTold = cluster.findings(on: report).contains { $0.code == "container-port-without-service" }
    return isTold ? "told" : "not told"
  }

  /// What there is to know about the settings.
  static let settingNotes: Observation = { kuma, _ in list(kuma.settingNotes.map(\.code)) }

  /// The webhook that is called.
  static let webhook: Observation = { kuma, given in
    guard let namespace = given.namespace else { return "no Namespace" }
    return switch kuma.webhookCall(of: given.pod, in: namespace) {
    case .called(let webhook): webhook.string
    case .notCalled: "none"
    case .assumed: "assumed"
    case .unknown: "unknown"
    }
  }

  /// The mesh as the controller and as the injector work it out.
  static let meshes: Observation = { kuma, given in
    guard let namespace = given.namespace else { return "no Namespace" }
    let controller = kuma.mesh(of: given.pod, in: namespace).name
    let injector = kuma.injectorMesh(of: given.pod, in: namespace).name
    return "controller '\(controller)' injector '\(injector)'"
  }

  /// What the injector writes under a key, as label and as annotation.
  static func written(_ key: String) -> Observation {
    { kuma, given in
      guard let namespace = given.namespace else { return "no Namespace" }
      let metadata = kuma.injectedPod(given.pod, in: namespace).metadata
      return "label \(metadata.labels[key] ?? "absent") annotation \(metadata.annotations[key] ?? "absent")"
    }
  }

  /// The Services that belong to the Pod, in order, with how they do.
  static let services: Observation = { kuma, given in
    do {
      let matches = try kuma.services(of: given.pod, among: given.catalog)
      return list(matches.map { "\($0.service.metadata.name) by \(name(of: $0.relation))" })
    } catch {
      return "fail \(name(of: error))"
    }
  }

  /// What one pass of the controller does.
  static let outcome: Observation = { kuma, given in
    switch kuma.outcome(of: given.pod, in: given.namespace, among: given.catalog).verdict {
    case .apply: "apply"
    case .delete(let reason): "delete \(reason.rawValue)"
    case .leave(let reason): "none \(reason.rawValue)"
    case .pending: "pending"
    case .fail(let failure): "fail \(name(of: failure))"
    case .unknown: "unknown"
    }
  }

  /// Tags of the first inbound, or of the gateway.
  static func tags(_ keys: String...) -> Observation {
    dataplane { dataplane in
      let tags = dataplane.networking.gateway?.tags ?? dataplane.networking.inbound.first?.tags ?? Tags()
      return list(keys.map { tags[$0] ?? "absent" })
    }
  }

  /// Labels of the Dataplane.
  static func labels(_ keys: String...) -> Observation {
    dataplane { dataplane in list(keys.map { dataplane.metadata.labels[$0] ?? "absent" }) }
  }

  /// All labels of the Dataplane.
  static let allLabels = dataplane { dataplane in
    list(dataplane.metadata.labels.entries.map { "\($0.key)=\($0.value)" })
  }

  /// All labels of the Dataplane as it is stored.
  static let storedLabels = stored { list($0.metadata.labels.entries.map { "\($0.key)=\($0.value)" }) }

  /// All annotations of the Dataplane as it is stored.
  static let storedAnnotations = stored { list($0.metadata.annotations.entries.map { "\($0.key)=\($0.value)" }) }

  /// Something of the Dataplane as one pass of the controller leaves it.
  static func stored(_ part: @escaping @Sendable (Dataplane) -> String) -> Observation {
    { kuma, given in
      kuma.outcome(of: given.pod, in: given.namespace, among: given.catalog).dataplane.map(part) ?? "none is stored"
    }
  }

  /// Port and service of every inbound.
  static let inbounds = dataplane { dataplane in
    list(dataplane.networking.inbound.map { "\($0.port) \($0.tags["kuma.io/service"] ?? "untagged")" })
  }

  /// State and health of the first inbound.
  static let readiness = dataplane { dataplane in
    guard let inbound = dataplane.networking.inbound.first else { return "none" }
    return "\(inbound.state.rawValue), \(inbound.health.map { $0.isReady ? "healthy" : "unhealthy" } ?? "unknown")"
  }

  /// Inbounds and listeners.
  static let listeners = dataplane { dataplane in
    let networking = dataplane.networking
    let inbounds = list(networking.inbound.map { "\($0.port)" })
    let listeners = list(networking.listeners.map { "\($0.type.rawValue) \($0.port)" })
    return "inbounds \(inbounds); listeners \(listeners)"
  }

  /// The direct access that is written.
  static let directAccess = dataplane { dataplane in
    list((dataplane.networking.transparentProxying?.directAccessServices ?? []).map { "'\($0)'" })
  }

  /// The reachable services that are written.
  static let reachableServices = dataplane { dataplane in
    list((dataplane.networking.transparentProxying?.reachableServices ?? []).map { "'\($0)'" })
  }

  /// The reachable backends that are written.
  static let reachableBackends = dataplane { dataplane in
    guard let backends = dataplane.networking.transparentProxying?.reachableBackends else { return "all" }
    return list(backends.map { "\($0.kind) \($0.name)" })
  }

  /// What Kuma's validator refuses in the Dataplane of the Pod.
  static let problems: Observation = { kuma, given in
    try dataplane { dataplane in problems(of: dataplane, under: kuma) }(kuma, given)
  }

  /// What it refuses in the Dataplane as it stands.
  static let problemsOfPrevious: Observation = { kuma, given in
    given.previous.map { problems(of: $0, under: kuma) } ?? "no Dataplane"
  }

  /// Something of the Dataplane, or why there is none.
  static func dataplane(_ part: @escaping @Sendable (Dataplane) -> String) -> Observation {
    { kuma, given in
      guard let namespace = given.namespace else { return "no Namespace" }
      do {
        let matches = try kuma.services(of: given.pod, among: given.catalog)
        let mapping = kuma.dataplane(
          of: given.pod,
          in: namespace,
          through: matches,
          among: given.catalog,
          previous: given.previous
        )
        return part(try mapping.result.get())
      } catch {
        return "fail \(name(of: error))"
      }
    }
  }

  private static func problems(of dataplane: Dataplane, under kuma: ControlPlane) -> String {
    list(kuma.problems(of: dataplane).map { "\($0.path) \(name(of: $0.kind))" })
  }

  static func list(_ texts: [String]) -> String {
    texts.isEmpty ? "none" : texts.joined(separator: ", ")
  }

  /// The name of an enumeration's case without what it carries.
  private static func name(of value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? String(describing: value)
  }
}
