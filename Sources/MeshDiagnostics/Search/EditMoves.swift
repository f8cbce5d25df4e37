import KubernetesObjects
import MeshMapping

/// The moves that may lead to a goal: few enough to try them all, alone and together.
struct EditMoves {
  private let report: PodReport
  private let cluster: Cluster
  private let pod: EditablePod

  /// The moves for the Pod of a report.
  init(for report: PodReport, in cluster: Cluster) {
    self.report = report
    self.cluster = cluster
    pod = EditablePod(of: report, in: cluster)
  }

  private var namespace: String { report.name.namespace }

  /// Moves that may switch the injection on or off.
  func switching(to word: String) -> [EditMove] {
    var moves: [EditMove?] = []
    let places = cluster.controlPlane.rules.injection.switchPlaces.map(\.evidencePlace)
    for place in Self.preferred(places) { moves.append(move(word, KumaKey.sidecarInjection, place)) }
    let isOn = word == Self.on
    if isOn, places.contains(.namespaceLabel) { moves.append(move(Self.off, KumaKey.sidecarInjection, .namespaceLabel)) }
    for place in places where value(of: KumaKey.sidecarInjection, at: place) != nil {
      moves.append(move(nil, KumaKey.sidecarInjection, place))
    }
    if isOn { moves += obstacles }
    return moves.compactMap(\.self)
  }

  static let on = "enabled"
  static let off = "disabled"

  /// Moves that take away what stands in the way of an injection.
  private var obstacles: [EditMove?] {
    var moves: [EditMove?] = []
    switch report.admission.decision {
    case .skip(.excepted(let evidence)): moves.append(move(nil, evidence.key, evidence.place))
    case .reject(.meshNotFound):
      guard let evidence = report.mesh?.evidence else { break }
      moves.append(move(nil, evidence.key, evidence.place))
    case .reject(let reason):
      if let evidence = reason.evidence { moves.append(move(nil, evidence.key, evidence.place)) }
    case .inject, .skip, .unknown: break
    }
    return moves.filter { $0?.edits.first?.field.path.steps.last != .key(ExactString(KumaKey.sidecarInjection)) }
  }

  /// A label tells more than an annotation, and where labels are read nobody is told to annotate.
  private static func preferred(_ places: [EvidencePlace]) -> [EvidencePlace] {
    places.filter { place in
      switch place {
      case .podAnnotation: !places.contains(.podLabel)
      case .namespaceAnnotation: !places.contains(.namespaceLabel)
      default: true
      }
    }
  }

  private func value(of key: String, at place: EvidencePlace) -> String? {
    let namespace = cluster.namespace(namespace)?.metadata
    switch place {
    case .podLabel: return report.pod.metadata.labels[key]
    case .podAnnotation: return report.pod.metadata.annotations[key]
    case .namespaceLabel: return namespace?.labels[key]
    case .namespaceAnnotation: return namespace?.annotations[key]
    default: return nil
    }
  }

  private func move(_ value: String?, _ key: String, _ place: EvidencePlace) -> EditMove? {
    EditMove(value, for: key, at: place, of: pod, in: namespace)
  }
}

extension EditMoves {
  /// Moves that may make a Service lead to the Pod at a port.
  func joining(_ service: Service, port number: Int) -> [EditMove] {
    guard let index = service.ports.firstIndex(where: { $0.port == number }) else { return [] }
    var moves: [EditMove] = []
    let field = { (steps: [DocumentPath.Step]) in ServiceSubject.field(of: service, steps) }
    let name = "Service \(service.metadata.name.printedSafely)"
    if cluster.controlPlane.isIgnored(service) {
      let edit = Edit(field(["metadata", "annotations", .key(ExactString(KumaKey.ignore))]), .removed)
      moves.append(EditMove("remove the annotation \(KumaKey.ignore) from \(name)", [edit]))
    }
    if service.isExternalName {
      moves.append(EditMove("set type ClusterIP on \(name)", [Edit(field(["spec", "type"]), .string("ClusterIP"))]))
    }
    moves += selecting(through: service, field, name)
    if PortResolution(of: service.ports[index], on: report.pod).number == nil {
      for port in Self.targets(on: report.pod) {
        let target = field(["spec", "ports", .index(index), "targetPort"])
        let phrase = "set targetPort \(port.name.isEmpty ? "\(port.containerPort)" : port.name.printedSafely)"
        moves.append(
          EditMove(
            "\(phrase) on port \(number) of \(name)",
            [Edit(target, port.name.isEmpty ? .number(port.containerPort) : .string(ExactString(port.name)))]))
      }
    }
    return moves
  }

  /// Moves that make the labels of the Pod and the selector of a Service agree.
  private func selecting(
    through service: Service,
    _ field: ([DocumentPath.Step]) -> ObjectField,
    _ name: String
  ) -> [EditMove] {
    let labels = report.pod.metadata.labels
    let unmet = cluster.controlPlane.effectiveSelector(of: service).filter { pair in
      !(labels[pair.key].map { $0.hasSameBytes(as: pair.value) } ?? false)
    }
    guard !unmet.isEmpty else { return [] }
    var moves: [EditMove] = []
    // A label that the template has may be what its workload knows its Pods by, and that cannot be changed.
    if report.workload == nil || unmet.allSatisfy({ labels[$0.key] == nil }) {
      let edits = unmet.map { pair in
        Edit(pod.editable(["metadata", "labels", .key(pair.id)]), .string(ExactString(pair.value)))
      }
      let pairs = unmet.map { "\($0.key.printedSafely)=\($0.value.printedSafely)" }.joined(separator: " ")
      moves.append(EditMove("label \(pod.phrase) \(pairs)", edits))
    }
    let edits = unmet.map { pair in
      Edit(field(["spec", "selector", .key(pair.id)]), labels[pair.key].map { .string(ExactString($0)) } ?? .removed)
    }
    let isEmptied = service.selector.count == unmet.count && unmet.allSatisfy { labels[$0.key] == nil }
    if !isEmptied {
      let words = unmet.map { pair in
        labels[pair.key].map { "set \(pair.key.printedSafely)=\($0.printedSafely) in" }
          ?? "remove \(pair.key.printedSafely) from"
      }
      moves.append(EditMove("\(words.joined(separator: " and ")) the selector of \(name)", edits))
    }
    return moves
  }

  /// The TCP ports that containers declare, each number once.
  private static func targets(on pod: Pod) -> [ContainerPort] {
    var numbers: Set<Int> = []
    return pod.spec.containers.filter { !$0.isSidecar }.flatMap(\.ports)
      .filter { $0.transportProtocol == .tcp && numbers.insert($0.containerPort).inserted }
  }

  /// Moves that keep Services from leading to the Pod, so that its service is named after what owns it.
  var withoutServices: [EditMove] {
    report.services.map { match in
      let key = DocumentPath.Step.key(ExactString(KumaKey.ignore))
      let edit = Edit(ServiceSubject.field(of: match.service, ["metadata", "annotations", key]), .string("true"))
      return EditMove("annotate Service \(match.service.metadata.name.printedSafely) \(KumaKey.ignore)=true", [edit])
    }
  }
}
