import KubernetesObjects
import MeshMapping

/// A Pod, or the Pods that a workload will make, as checks see it.
///
/// A class, so that what several checks ask for is worked out once; it lives for one Pod, and for those that are like it.
final class PodSubject {
  /// What happens to the Pod.
  let report: PodReport
  /// The Pod. Kept here, as the Dataplane is: the report would hand out a copy to each check that asks.
  let pod: Pod
  /// The Dataplane that the Pod gets; nil where it gets none.
  let dataplane: Dataplane?
  /// What is around it.
  let diagnostics: Diagnostics
  /// What the names of services lead to.
  private(set) lazy var namedServices: NamedServices = knownServices ?? NamedServices(in: cluster)
  private let knownServices: NamedServices?
  /// For how many entries of lists of services another list was written down.
  private var listsWritten = 0
  /// The Namespace of the Pod; nil where it is not in the input.
  let namespace: Namespace?

  /// What the injector would do with Pods of the namespace if they were created anew.
  private(set) lazy var admissionsAnew: AdmissionsAnew =
    knownAdmissions ?? AdmissionsAnew(in: report.name.namespace, of: cluster)
  private let knownAdmissions: AdmissionsAnew?

  /// The labels of the Pod that did not become tags, and why; empty where it has no Dataplane with tags.
  private(set) lazy var droppedLabels: [DroppedLabel] =
    tags.map { controlPlane.droppedLabels(among: pod.metadata.labels, from: $0) } ?? []
  /// The object that somebody edits to change the Pod, and where in it the Pod's metadata and specification stand.
  private(set) lazy var template: EditablePod = EditablePod(of: report, in: cluster)
  /// The ports of Services that may give the Pod inbounds, in the order in which they do.
  private(set) lazy var servedPorts: [ServedPort] = ServedPort.ports(of: inboundMatches, on: pod)
  /// The ports of the Pod for which it has more than one inbound, in order, with the ports of Services that lead to each.
  private(set) lazy var portsWithSeveralInbounds: [(number: Int, ports: [SpokenPort])] = findPortsWithSeveralInbounds()
  /// The TCP ports that the containers of the application declare.
  private(set) lazy var declaredPorts: DeclaredPorts = DeclaredPorts(of: pod)

  /// The labels and annotations that were meant for Kuma and that nobody reads.
  private(set) lazy var keyFaults: [KeyFault] = KeyFault.faults(
    ofLabels: pod.metadata.labels, annotations: pod.metadata.annotations, of: .pod, under: controlPlane.rules)

  /// A Pod as checks see it.
  ///
  /// - Parameters:
  ///   - report: What happens to the Pod.
  ///   - diagnostics: What is around it.
  ///   - other: A Pod that was looked at before, maybe of the same namespace.
  ///   - services: What the names of services lead to; nil where nobody looked yet.
  init(
    _ report: PodReport, in diagnostics: Diagnostics, after other: PodSubject? = nil, naming services: NamedServices? = nil
  ) {
    knownServices = services
    self.report = report
    self.diagnostics = diagnostics
    pod = report.pod
    dataplane = report.outcome.dataplane
    let name = pod.metadata.effectiveNamespace
    if let other, other.pod.metadata.effectiveNamespace.hasSameBytes(as: name) {
      namespace = other.namespace
      knownAdmissions = other.admissionsAnew
    } else {
      namespace = diagnostics.cluster.namespace(name)
      knownAdmissions = nil
    }
  }

  /// Whether one more list of services is to be written down: each is as long as the one that is annotated, and of one object no more are
  /// tried than so many.
  func mayWriteList() -> Bool {
    listsWritten += 1
    return listsWritten <= Diagnostics.mostTrials
  }

  /// The cluster.
  var cluster: Cluster { diagnostics.cluster }
  /// The control plane.
  var controlPlane: ControlPlane { diagnostics.cluster.controlPlane }
  /// What names the Pod.
  var reference: ObjectReference { report.reference }
  /// What makes the Pod, if anything does.
  var workload: WorkloadReference? { report.workload }

  /// The tags that the Pod's labels become: of its first inbound, or of the gateway. The tags of a builtin gateway are annotated, and
  /// nobody expects the Pod's labels among them.
  var tags: Tags? {
    guard let networking = dataplane?.networking, networking.gateway?.type != .builtin else { return nil }
    return networking.gateway?.tags ?? networking.inbound.first?.tags
  }

  /// A label of the Pod, where somebody edits it.
  func label(_ key: String) -> ObjectField { template.field(["metadata", "labels", .key(ExactString(key))]) }

  /// An annotation of the Pod, where somebody edits it.
  func annotation(_ key: String) -> ObjectField { template.field(["metadata", "annotations", .key(ExactString(key))]) }

  /// The Pod as a whole, or what makes it.
  var whole: ObjectField { template.whole }

  /// Where evidence stands, where somebody edits it.
  func field(of evidence: Evidence) -> ObjectField {
    let key = DocumentPath.Step.key(ExactString(evidence.key))
    let namespace = ObjectReference(.namespace, name: report.name.namespace)
    switch evidence.place {
    case .podLabel: return label(evidence.key)
    case .podAnnotation: return annotation(evidence.key)
    case .namespaceLabel: return ObjectField(namespace, DocumentPath(["metadata", "labels", key]))
    case .namespaceAnnotation: return ObjectField(namespace, DocumentPath(["metadata", "annotations", key]))
    case .serviceLabel, .serviceAnnotation, .podContainer, .podInitContainer: return whole
    }
  }

  /// A field of the Pod's Namespace.
  func namespaceField(_ steps: [DocumentPath.Step]) -> ObjectField {
    ObjectField(ObjectReference(.namespace, name: report.name.namespace), DocumentPath(steps))
  }
}
