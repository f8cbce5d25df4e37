import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// Which tags are told to people.
package enum TagChoice: Sendable {
  /// Those that somebody wrote, and not what follows from the Pod, its Service and its Node.
  case own
  /// All.
  case all
}

/// The text that people read, piece by piece: what becomes of a Pod, what its Dataplane holds, a finding.
struct ReportText {
  let style: Style
  /// Which tags are told.
  private let tagChoice: TagChoice

  init(style: Style, tags tagChoice: TagChoice = .own) {
    self.style = style
    self.tagChoice = tagChoice
  }

  /// The foot of the table: how many Pods there are by what happens to them, and what was not read.
  func foot(
    _ actions: [DataplaneVerdict.Action: Int],
    workloads: Int,
    under rules: RulesInUse,
    found: String?,
    of cluster: Cluster
  ) -> [String] {
    let pods = actions.values.reduce(0, +) - workloads
    let subjects =
      (pods > 0 || workloads == 0 ? [Self.count(pods, "Pod")] : [])
      + (workloads > 0 ? ["\(Self.count(workloads, "workload")) without Pods"] : [])
    let total = "\(subjects.joined(separator: " and ")) under \(rules.phrase)"
    let known: [DataplaneVerdict.Action] = [.apply, .pending, .delete, .leave, .fail, .unknown]
    let counts = known.compactMap { action in actions[action].map { "\($0) \(action.rawValue)" } }
    let all = (counts.isEmpty ? total : "\(total): \(counts.joined(separator: ", "))") + (found.map { "; \($0)" } ?? "")
    return [style.faint(all)]
      + UnreadObjects(cluster.unsupported, among: cluster.resources).lines.map(style.faint)
  }

  /// The name of a Pod as the table shows it.
  static func name(of pod: ObjectName) -> String {
    "\(pod.namespace.printedSafely)/\(pod.name.printedSafely)"
  }

  /// How many there are of something, e.g. `1 pod` or `2 pods`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// The findings that a text says already, by their codes and statements, and the others. What is refused is told where it is
  /// told that there is no Dataplane, and not a second time.
  static func split(_ findings: [Finding], by text: String) -> (said: String, others: [Finding]) {
    let isSaid = { (finding: Finding) in
      switch finding.kind {
      case .podRefused, .dataplaneFails, .dataplaneRefused: text.contains(finding.message)
      // The text says the problems of a Dataplane one after the other.
      case .invalidDataplane:
        text.contains(finding.message.dropFirst("Kuma refuses the Dataplane: ".count).dropLast())
      default: false
      }
    }
    var codes: [String] = []
    for code in findings.filter(isSaid).flatMap({ [$0.code, $0.statement.rawValue] }) where !codes.contains(code) {
      codes.append(code)
    }
    return (codes.joined(separator: ", "), findings.filter { !isSaid($0) })
  }

  /// What a Dataplane holds, a line for each inbound and one for its tags.
  func dataplaneLines(_ outcome: DataplaneOutcome) -> [String] {
    guard let dataplane = outcome.dataplane else { return outcome.resource.map(zoneProxyLines) ?? [] }
    let networking = dataplane.networking
    var lines: [String] = []
    if let gateway = networking.gateway {
      lines.append("    \(gatewayLine(gateway))")
      let told = tags(gateway.tags)
      if !told.isEmpty { lines.append("      \(style.faint(told))") }
    }
    for (index, inbound) in networking.inbound.enumerated() {
      lines.append("    \(inboundLine(inbound, readiness: "\(Self.readinessMark)\(index)"))")
      let unknown =
        tagChoice == .own
        ? []
        : outcome.unknownTags(ofInbound: index).filter { $0.key != KumaKey.serviceTag }
          .map { "\($0.key.printedSafely)=?" }
      let told = ([inbound.tags.isEmpty ? "" : tags(inbound.tags)] + unknown).filter { !$0.isEmpty }
      if !told.isEmpty { lines.append("      \(style.faint(told.joined(separator: " ")))") }
    }
    if let unknown = outcome.unknownInboundsPhrase { lines.append("    \(unknown)") }
    for listener in networking.listeners {
      lines.append("    listener \(listener.port)  \(listener.type.rawValue)  \(listener.state.rawValue)")
    }
    let direct = networking.transparentProxying?.directAccessServices ?? []
    if !direct.isEmpty { lines.append("    direct access  \(direct.map(\.quotedSafely).joined(separator: ", "))") }
    if !networking.outbound.isEmpty { lines.append("    \(Self.count(networking.outbound.count, "outbound"))") }
    if let metrics = dataplane.metrics { lines.append("    metrics  \(Self.phrase(for: metrics))") }
    let probes = dataplane.probes?.endpoints ?? []
    if !probes.isEmpty { lines.append("    probes  \(probes.map(Self.phrase).joined(separator: ", "))") }
    return lines
  }

  /// The line of a gateway: its service.
  func gatewayLine(_ gateway: Dataplane.Gateway) -> String {
    let service = gateway.tags[KumaKey.serviceTag] ?? gateway.tags[KumaKey.gatewayServiceName]
    return "gateway \(style.strong(service?.printedSafely ?? "no service"))"
  }

  /// What the proxy of a zone holds.
  func zoneProxyLines(_ resource: ProxyResource) -> [String] {
    switch resource {
    case .zoneIngress(let ingress):
      return ["    zone ingress \(ingress.port)\(advertised(by: ingress).map { "  advertised as \($0)" } ?? "")"]
    case .zoneEgress(let egress):
      return ["    zone egress \(egress.port)\(egress.zone.isEmpty ? "" : "  of zone \(egress.zone.printedSafely)")"]
    default: return []
    }
  }

  /// Where other zones reach an ingress; nil where that is not known yet.
  func advertised(by ingress: ZoneIngress) -> String? {
    guard !ingress.advertisedAddress.isEmpty || ingress.advertisedPort != 0 else { return nil }
    return "\(ingress.advertisedAddress.printedSafely):\(ingress.advertisedPort)"
  }

  /// What is said of metrics: the port and path of the Pod, and the applications.
  static func phrase(for metrics: Dataplane.Metrics) -> String {
    let own = (metrics.port == 0 ? "" : ":\(metrics.port)") + metrics.path.printedSafely
    let applications = metrics.aggregate.map { application in
      let place = "\(application.address.printedSafely):\(application.port)\(application.path.printedSafely)"
      return "\(application.name.printedSafely) \(application.isEnabled ?? true ? place : "off")"
    }
    return ((own.isEmpty ? [] : [own]) + applications).joined(separator: ", ")
  }

  /// What the proxy asks the application for in the place of a probe.
  static func phrase(for endpoint: Dataplane.Probes.Endpoint) -> String {
    ":\(endpoint.inboundPort)\(endpoint.inboundPath.printedSafely)"
  }

  /// What stands where the readiness of the inbound of an index belongs, of which several Pods may differ.
  static let readinessMark = "\u{1}"

  /// The line of an inbound: its port, its service, its protocol and whether it is ready.
  ///
  /// - Parameters:
  ///   - inbound: The inbound.
  ///   - readiness: What stands for its readiness; nil for that itself.
  func inboundLine(_ inbound: Dataplane.Inbound, readiness: String? = nil) -> String {
    let said = inbound.tags[KumaKey.protocolTag] ?? inbound.appProtocol
    let name = inbound.tags[KumaKey.serviceTag]?.printedSafely ?? (inbound.tags.isEmpty ? "" : "service unknown")
    let place = inbound.port == Dataplane.reservedPort && !inbound.tags.isEmpty ? "no port" : "port \(inbound.port)"
    let parts = [place, name.isEmpty ? "" : style.strong(name), said.printedSafely, readiness ?? self.readiness(inbound)]
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// The tags in a line: all, or those that somebody wrote.
  private func tags(_ tags: Tags) -> String {
    tags.filter { tagChoice == .all ? $0.key != KumaKey.serviceTag : Self.isOwn($0) }
      .map { "\($0.key.printedSafely)=\($0.value.printedSafely)" }.joined(separator: " ")
  }

  /// Whether somebody wrote a tag, so that it does not follow from the Pod, its Service and its Node.
  private static func isOwn(_ tag: KumaTag) -> Bool {
    if tag.origin == .nodeLabel { return false }
    if tag.key.hasPrefix("kuma.io/") || tag.key.hasPrefix("k8s.kuma.io/") { return false }
    return !followingKeys.contains(tag.key) && !tag.key.hasPrefix("batch.kubernetes.io/")
  }

  /// The keys of labels that controllers add.
  private static let followingKeys: Set<String> = [
    "pod-template-hash", "rollouts-pod-template-hash", "controller-revision-hash", "statefulset.kubernetes.io/pod-name",
    "apps.kubernetes.io/pod-index", "controller-uid", "job-name", "pod-template-generation",
  ]

  func readiness(_ inbound: Dataplane.Inbound) -> String {
    let state = InboundState(of: inbound)
    switch state {
    case .ready: return style.good(state.phrase)
    case .unknown: return style.faint(state.phrase)
    case .notReady, .ignored: return style.notable(state.phrase)
    }
  }

  /// Why it is so, in a sentence or two.
  func why(_ report: PodReport) -> String {
    let decision = report.injectionMessage
    if report.standpoint == .reconciliation, let message = report.outcome.verdict.message { return message }
    let saysNothingNew = report.outcome.verdict == .leave(.willNotBeInjected) || report.mesh == nil
    guard let message = report.outcomeMessage, !saysNothingNew, report.outcome.verdict.needs.isEmpty else { return decision }
    return "\(decision) \(message)"
  }

  /// What is decided, in a word or two: what becomes of the sidecar and of the Dataplane.
  func verdict(_ report: PodReport) -> String {
    let action = report.outcome.verdict.action
    guard report.standpoint == .preview else { return action.rawValue }
    switch report.admission.decision {
    case .inject: return action == .leave ? "inject" : "inject, \(action.rawValue)"
    case .skip(.alreadyInjected): return "has its sidecar, \(action.rawValue)"
    case .skip: return "no sidecar"
    case .reject(.namespaceNotFound), .unknown: return "unknown"
    case .reject: return "refused"
    }
  }

  /// What a decision would be, in a word or two.
  static func word(for decision: InjectionDecision) -> String {
    switch decision {
    case .inject: "inject"
    case .skip(.alreadyInjected): "has its sidecar"
    case .skip: "no sidecar"
    case .reject: "refused"
    case .unknown: "unknown"
    }
  }

  /// Whether the heading of the namespace says why: its label asks for what is done, and nothing else is to be told.
  func isToldByHeading(_ report: PodReport) -> Bool {
    if report.standpoint == .reconciliation { return report.outcome.verdict == .apply }
    guard report.outcomeMessage == nil || report.outcome.verdict == .pending(.podHasNoAddress) else { return false }
    switch report.admission.decision {
    case .inject(.requested(let evidence)): return [.namespaceLabel, .namespaceAnnotation].contains(evidence.place)
    case .skip(.alreadyInjected): return report.outcome.verdict == .apply
    default: return false
    }
  }

  /// What a Namespace says about the injection of its Pods, as a phrase.
  func injection(of namespace: String, in cluster: Cluster) -> String {
    guard let metadata = cluster.namespace(namespace)?.metadata else {
      let reference = ObjectReference(apiGroup: "", kind: "Namespace", namespace: "", name: namespace)
      let state = cluster.completeness.unreadable.contains(reference) ? "could not be read" : "not in the input"
      guard let labels = cluster.completeness.namespaceLabels else { return state }
      let list = labels.map { "\($0.key)=\($0.value)".printedSafely }.joined(separator: ", ")
      return "\(state), assumed: \(list.isEmpty ? "no labels" : list)"
    }
    let key = KumaKey.sidecarInjection
    if let value = metadata.labels[key] { return "\(key)=\(value.printedSafely)" }
    if let value = metadata.annotations[key] { return "annotation \(key)=\(value.printedSafely)" }
    return "no \(key)"
  }

  func coloured(_ text: String, as action: DataplaneVerdict.Action) -> String {
    switch action {
    case .apply: style.good(text)
    case .pending, .delete, .unknown: style.notable(text)
    case .leave: style.faint(text)
    case .fail: style.bad(text)
    }
  }

  /// The line of a finding.
  func line(of finding: Finding) -> String {
    "\(label(finding.severity)): \(finding.message) [\(finding.code), \(finding.statement.rawValue)]"
  }

  private func label(_ severity: Severity) -> String {
    switch severity {
    case .info: style.faint("info")
    case .warning: style.notable("warning")
    case .error: style.bad("error")
    }
  }
}
