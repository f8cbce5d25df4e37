import KubernetesObjects
import MeshMapping

/// Finds what might do away with troubles, by what they do and where that is written.
struct UpgradeRemedies {
  /// The objects under the control plane of the release before.
  let cluster: Cluster

  /// Whether a change is one of those that something which can be written into an object may undo.
  static func mayHelp(_ change: ReleaseComparison.Change) -> Bool {
    switch change.difference {
    case .losesSidecar, .gainsSidecar, .injection, .directAccess, .directAccessName: true
    case .outcome(_, .fail): change.causes.contains(.protocolKafkaGone) || change.causes.contains(.meshAnnotationGone)
    case .field(let difference): difference.path == .mesh
    default: false
    }
  }

  /// What might help one Pod; nil where nothing that can be written into an object does.
  func remedy(for change: ReleaseComparison.Change) -> Remedy? {
    switch change.difference {
    case .losesSidecar(.reject(.meshNotFound)), .injection(_, .reject(.meshNotFound)), .outcome(_, .fail(.meshNotFound)):
      guard change.causes.contains(.meshAnnotationGone), let place = place(of: change.pod) else { return nil }
      return place.report.mesh.map { meshRemedy($0.name, place) }
    case .losesSidecar(.reject(.probePortInUse)), .injection(_, .reject(.probePortInUse)):
      return place(of: change.pod).map { place in
        let port = place.report.pod.portForProbes
        let edit = place.annotation(KumaKey.probeProxyPort, .string("\(port)"))
        return Remedy("annotate the Pods \(KumaKey.probeProxyPort)=\(port)", [edit])
      }
    case .losesSidecar(.reject(let reason)), .injection(_, .reject(let reason)):
      return place(of: change.pod).flatMap { refusalRemedy(InjectionDecision.reject(reason).evidence, $0) }
    case .losesSidecar, .gainsSidecar: return place(of: change.pod).flatMap { switchRemedy(change, $0) }
    case .directAccess(_, let renamed):
      return place(of: change.pod).flatMap { place in place.list.map { Self.direct("\($0),\(renamed)", place) } }
    case .directAccessName: return place(of: change.pod).map { Self.direct(DirectAccess.wildcard, $0) }
    case .outcome(_, .fail) where change.causes.contains(.protocolKafkaGone):
      return place(of: change.pod).flatMap { kafkaRemedy($0) }
    case .field(let difference) where difference.path == .mesh:
      return place(of: change.pod).flatMap { place in difference.old.map { meshRemedy($0, place) } }
    default: return nil
    }
  }

  /// Where what makes a Pod is written; nil where there is no such Pod. For most troubles nobody asks.
  private func place(of pod: ObjectName) -> Place? {
    cluster.previews(of: [pod]).first.map { Place(of: $0, in: cluster) }
  }

  /// Where what makes a Pod is written.
  struct Place {
    let report: PodReport
    let pod: EditablePod
    /// The labels and annotations that its owner wrote, as far as that is known.
    let labels: StringMap
    let annotations: StringMap
    let namespace: Namespace?
    let namespaceReference: ObjectReference

    init(of report: PodReport, in cluster: Cluster) {
      self.report = report
      pod = EditablePod(of: report, in: cluster)
      let template = report.workload.flatMap { cluster.workload($0)?.podTemplate }
      labels = template?.labels ?? report.pod.metadata.labels
      annotations = template?.annotations ?? report.pod.metadata.annotations
      namespace = cluster.namespace(report.name.namespace)
      namespaceReference = ObjectReference(.namespace, name: report.name.namespace)
    }

    /// What is listed for direct access.
    var list: String? { annotations[KumaKey.directAccessServices] }

    func label(_ key: String, _ value: String) -> Edit {
      Edit(pod.editable(["metadata", "labels", .key(ExactString(key))]), .string(ExactString(value)))
    }

    func annotation(_ key: String, _ change: Edit.Change) -> Edit {
      Edit(pod.editable(["metadata", "annotations", .key(ExactString(key))]), change)
    }

    func removal(ofLabel key: String) -> Edit {
      Edit(pod.editable(["metadata", "labels", .key(ExactString(key))]), .removed)
    }

    func namespaceLabel(_ key: String, _ value: String) -> Edit {
      let path = DocumentPath(["metadata", "labels", .key(ExactString(key))])
      return Edit(ObjectField(namespaceReference, path), .string(ExactString(value)))
    }
  }
}

extension UpgradeRemedies {
  /// The switch of the injection, written where and as the release after reads it.
  private func switchRemedy(_ change: ReleaseComparison.Change, _ place: Place) -> Remedy? {
    let key = KumaKey.sidecarInjection
    let decision = cluster.admissionAnew(of: place.report.pod, in: change.pod.namespace).decision
    guard let evidence = decision.evidence, evidence.key.hasSameBytes(as: key) else { return nil }
    let value = if case .inject = decision { "enabled" } else { "disabled" }
    let isWritten = evidence.value.hasSameBytes(as: value)
    switch evidence.place {
    case .podLabel where isWritten && place.namespace?.metadata.labels[key] == nil:
      // The webhook for Pods is only asked where the Namespace has the label, whatever it says; the Pod's own holds over it.
      return Remedy(
        "label the Namespace \(key)=disabled, so that the label of its Pods is looked at",
        [place.namespaceLabel(key, "disabled")])
    case .podLabel where !isWritten, .podAnnotation:
      return Remedy(
        "label the Pods \(key)=\(value)", [place.label(key, value)])
    case .namespaceLabel where !isWritten, .namespaceAnnotation:
      return Remedy(
        "label the Namespace \(key)=\(value)", [place.namespaceLabel(key, value)])
    default: return nil
    }
  }

  /// What a Pod is refused for, taken away: the release before did not read it, or not so.
  private func refusalRemedy(_ evidence: Evidence?, _ place: Place) -> Remedy? {
    guard let evidence else { return nil }
    let message = "remove \(evidence.key.printedSafely)"
    switch evidence.place {
    case .podAnnotation: return Remedy(message, [place.annotation(evidence.key, .removed)])
    case .podLabel: return Remedy(message, [place.removal(ofLabel: evidence.key)])
    default: return nil
    }
  }

  /// The protocol kafka of Services in front of a Pod, as what it is without knowledge of it.
  private func kafkaRemedy(_ place: Place) -> Remedy? {
    let services = cluster.services(leadingTo: place.report.pod, in: place.report.name.namespace)
    let edits = services.flatMap { service in
      service.metadata.annotations.filter { $0.value == "kafka" && $0.key.hasSuffix(".service.kuma.io/protocol") }
        .map { annotation in
          let path = DocumentPath(["metadata", "annotations", .key(ExactString(annotation.key))])
          return Edit(ObjectField(service.id, path), .string("tcp"))
        }
    }
    return edits.isEmpty ? nil : Remedy("annotate the Services with the protocol tcp instead of kafka", edits)
  }

  /// The list for direct access with something else in it.
  private static func direct(_ list: String, _ place: Place) -> Remedy {
    let key = KumaKey.directAccessServices
    return Remedy(
      "annotate the Pods \(key)=\(list.printedSafely)",
      [place.annotation(key, .string(ExactString(list)))])
  }

  /// The mesh that the Pods are in, as a label: of the Pods, where they name it themselves, and else of the Namespace.
  private func meshRemedy(_ mesh: String, _ place: Place) -> Remedy {
    let isOwn = place.labels[KumaKey.mesh] != nil || place.annotations[KumaKey.mesh] != nil
    return Remedy(
      "label the \(isOwn ? "Pods" : "Namespace") \(KumaKey.mesh)=\(mesh.printedSafely)",
      [isOwn ? place.label(KumaKey.mesh, mesh) : place.namespaceLabel(KumaKey.mesh, mesh)])
  }
}
