import KubernetesObjects
import MeshMapping

/// The selector of a Service selects none of the Pods of its namespace.
enum ServiceSelectsNothing: ServiceCheck {
  static let kind = FindingKind.serviceSelectsNothing

  static func findings(on service: ServiceSubject) -> [Finding] {
    guard let selection = service.missingSelection else { return [] }
    if case .near(let near) = selection { return [finding(near, on: service)] }
    guard service.cluster.hasPods(in: service.name.namespace), service.contents.isOfMesh else { return [] }
    let pairs = service.service.selector.entries.map { "\($0.key.printedSafely)=\($0.value.printedSafely)" }
    let message =
      "Service \(service.printedName) selects no Pod of its namespace: none has \(pairs.joined(separator: ", "))."
    return [Finding(kind, severity: .info, at: service.field(["spec", "selector"]), message)]
  }

  private static func finding(_ near: NearSelector, on service: ServiceSubject) -> Finding {
    let pair = { (entry: StringMap.Entry) in "\(entry.key.printedSafely)=\(entry.value.printedSafely)" }
    let message =
      "Service \(service.printedName) selects no Pod: its selector wants \(pair(near.wanted)), and \(near.source.object) has \(pair(near.found))."
    let field = service.field(["spec", "selector", .key(near.wanted.id)])
    var edits = [Edit(service.field(["spec", "selector", .key(near.found.id)]), .string(ExactString(near.found.value)))]
    if near.wanted.id != near.found.id { edits.insert(Edit(field, .removed), at: 0) }
    let source = ObjectField(near.source.object, DocumentPath(near.source.path.steps + [.key(near.found.id)]))
    return Finding(
      kind, at: field, message,
      related: [RelatedField(source, "the label that is nearest")],
      remedies: [Remedy("select \(pair(near.found)) in Service \(service.printedName)", edits)])
  }
}

extension ServiceSubject {
  /// What a selector comes to that selects nothing.
  enum MissingSelection {
    /// It nearly selects these labels.
    case near(NearSelector)
    /// Nothing is near.
    case nothing
  }

  /// Whether a list that was cut off, or a document that could not be read, may hold what makes Pods.
  private var mayLackPods: Bool {
    let unnamed = cluster.completeness.unreadable.filter { $0.name.isEmpty || $0.isDocument }
    return !Incompleteness.ofUnread(unnamed, of: [.pods]).isEmpty
  }

  /// What the selector comes to, where it selects nothing; nil where it selects something, or may.
  func findMissingSelection() -> MissingSelection? {
    let namespace = name.namespace
    guard !service.selector.isEmpty, !service.isExternalName, !controlPlane.isIgnored(service), !selectsPod,
      // What could not be read may be what it selects.
      !cluster.completeness.unreadable.contains(where: { $0.namespace.hasSameBytes(as: namespace) }), !mayLackPods
    else { return nil }
    let templates = contents.templates
    let selector = StringMap(service.selector.entries.filter { !RunTimeLabel.keys.contains($0.key) })
    if templates.contains(where: { $0.labels.contains(selector) }) { return nil }
    return NearSelector.of(selector, ofService: name.name, among: templates + contents.looseLabels).map { .near($0) }
      ?? .nothing
  }
}

/// Labels that controllers add to Pods, which templates do not show.
private enum RunTimeLabel {
  static let keys: Set<String> = [
    "apps.kubernetes.io/pod-index", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-completion-index",
    "batch.kubernetes.io/job-name", "controller-revision-hash", "controller-uid", "job-name", "pod-template-generation",
    "pod-template-hash", "rollouts-pod-template-hash", "statefulset.kubernetes.io/pod-name",
  ]
}

extension FindingKind {
  /// The selector of a Service selects none of the Pods of its namespace.
  public static let serviceSelectsNothing = FindingKind(
    "service-selects-nothing", .warning, .serviceSelector,
    summary: "The selector of a Service selects none of the Pods of its namespace.",
    reason: "Requests to the Service reach nobody, and no Pod is named after it.",
    remedy: "Make the selector match the labels in the template."
  )
}
