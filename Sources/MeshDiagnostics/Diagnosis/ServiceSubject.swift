import KubernetesObjects
import MeshMapping

/// A Service as checks see it.
final class ServiceSubject {
  /// The Service, as it is in the input.
  let service: Service
  /// What is around it.
  let diagnostics: Diagnostics
  /// What is in its namespace.
  let contents: NamespaceContents
  private let standing: Standing?
  /// Why it gives a Pod inbounds, where that is known.
  private let match: PreparedMatch?

  /// What a Service is to Pods of a mesh.
  enum Standing {
    /// It gives one of them inbounds.
    case givesInbounds
    /// It gives none of them any.
    case givesNothing
  }

  /// A Service as checks see it.
  ///
  /// - Parameters:
  ///   - service: The Service.
  ///   - diagnostics: What is around it.
  ///   - contents: What is in its namespace; nil to put it together.
  ///   - standing: What it is to Pods of a mesh; nil to look.
  ///   - match: Why it belongs to a Pod, where that is known.
  init(
    _ service: Service,
    in diagnostics: Diagnostics,
    among contents: NamespaceContents? = nil,
    _ standing: Standing? = nil,
    giving match: PreparedMatch? = nil
  ) {
    self.service = service
    self.diagnostics = diagnostics
    self.contents = contents ?? NamespaceContents(of: service.metadata.effectiveNamespace, in: diagnostics.cluster)
    self.standing = standing
    self.match = match
  }

  /// The labels and annotations that were meant for Kuma and that nobody reads.
  private(set) lazy var keyFaults: [KeyFault] = KeyFault.faults(
    ofLabels: service.metadata.labels, annotations: service.metadata.annotations, of: .service, under: controlPlane.rules)

  /// What the selector comes to, where it selects nothing; nil where it selects something, or may.
  private(set) lazy var missingSelection: MissingSelection? = findMissingSelection()

  /// The cluster.
  var cluster: Cluster { diagnostics.cluster }
  /// The control plane.
  var controlPlane: ControlPlane { diagnostics.cluster.controlPlane }
  /// The namespace and name.
  var name: ObjectName { ObjectName(of: service.metadata) }
  /// The name, safe to print.
  var printedName: String { service.metadata.name.printedSafely }

  /// Whether a Pod of a mesh may get inbounds from the Service, so that it matters what its ports say.
  private(set) lazy var givesInbounds: Bool = {
    switch standing {
    case .givesInbounds: return true
    case .givesNothing: return false
    case nil:
      let isReached = { (pod: ObjectName) in self.report(reaching: pod) != nil }
      return selectedPods.contains(where: isReached) || plannedPods.contains(where: isReached)
    }
  }()

  /// Whether a Pod of the input, or one that a workload will make, has all labels of the selector.
  var selectsPod: Bool {
    match?.relation == .selector || cluster.hasPod(in: name.namespace, selectedBy: service.selector)
      || cluster.plansPod(in: name.namespace, selectedBy: service.selector)
  }

  /// The names of the Pods that have the labels of the selector.
  private var selectedPods: [ObjectName] {
    cluster.pods(in: name.namespace, selectedBy: controlPlane.effectiveSelector(of: service))
      .map { ObjectName(namespace: name.namespace, name: $0.metadata.name) }
  }

  /// The names of the Pods that workloads have yet to make and that the selector may select.
  private var plannedPods: [ObjectName] {
    cluster.previewNames(touchedBy: [.kubernetes(.service(service))]).filter { cluster.pod($0) == nil }
  }

  /// The ports of Services that lead to the first Pod to which this one gives inbounds; nil where there is none.
  private(set) lazy var portsOfFirstPod: [ServedPort]? = {
    for pod in cluster.previewNames(touchedBy: [.kubernetes(.service(service))]) {
      if let report = report(reaching: pod) { return PodSubject(report, in: diagnostics).servedPorts }
    }
    return nil
  }()

  /// What happens to a Pod, where the Service gives it inbounds; nil where it gives it none.
  private func report(reaching pod: ObjectName) -> PodReport? {
    cluster.previews(of: [pod]).first { report in
      report.getsInbounds && report.matches.contains { ObjectName(of: $0.service.service.metadata) == name }
    }
  }

  /// A field of the Service.
  func field(_ steps: [DocumentPath.Step] = []) -> ObjectField { Self.field(of: service, steps) }

  /// A field of a port of the Service.
  func field(ofPort index: Int, _ name: String) -> ObjectField {
    field(["spec", "ports", .index(index), .key(ExactString(name))])
  }

  /// An annotation of the Service.
  func annotation(_ key: String) -> ObjectField { field(["metadata", "annotations", .key(ExactString(key))]) }

  /// A field of a Service.
  static func field(of service: Service, _ steps: [DocumentPath.Step] = []) -> ObjectField {
    let name = ObjectName(of: service.metadata)
    return ObjectField(ObjectReference(.service, namespace: name.namespace, name: name.name), DocumentPath(steps))
  }
}
