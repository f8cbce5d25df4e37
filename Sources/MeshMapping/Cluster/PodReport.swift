public import KubernetesObjects

/// What happens to one Pod: the injection decision, its mesh and its Dataplane.
public struct PodReport: Sendable, Hashable {
  /// How the Pod was looked at.
  public let standpoint: Standpoint
  /// Whether the Pod's Namespace is there and could not be read, so that it has to be fixed, not added.
  var isNamespaceUnreadable = false
  let prepared: PreparedPod
  /// What becomes of the Pod at its creation.
  public let admission: PodAdmission
  /// The mesh that the labels and annotations of the Pod and its Namespace put it in; nil if it is unknown, since the Namespace is not there.
  public let mesh: MeshChoice?
  /// The Services that belong to the Pod, prepared; empty where it is not mapped.
  package let matches: [PreparedMatch]
  /// What happens to its Dataplane.
  public let outcome: DataplaneOutcome
  /// What makes Pods like this one, such as a Deployment; nil if nothing does.
  public let workload: WorkloadReference?
  /// What happens to the Pod in each case that the input leaves open, if its injection depends on that; empty otherwise.
  public let alternatives: [Alternative]
  /// The Pods that the report is on, where there are none yet. A list, so that a Pod that is there pays one word for it.
  private let plannedPods: [WorkloadPods]

  init(
    _ standpoint: Standpoint,
    of prepared: PreparedPod,
    _ admission: PodAdmission,
    _ outcome: DataplaneOutcome,
    mesh: MeshChoice? = nil,
    services matches: [PreparedMatch] = [],
    workload: WorkloadReference? = nil,
    alternatives: [Alternative] = [],
    planned: WorkloadPods? = nil
  ) {
    self.standpoint = standpoint
    self.prepared = prepared
    self.admission = admission
    self.mesh = mesh
    self.matches = matches
    self.outcome = outcome
    self.workload = workload
    self.alternatives = alternatives
    plannedPods = planned.map { [$0] } ?? []
  }

  /// A report on the same Pod that says less, since something is unknown.
  init(
    _ report: PodReport,
    admission: PodAdmission,
    outcome: DataplaneOutcome,
    mesh: MeshChoice?,
    alternatives: [Alternative]
  ) {
    self.init(
      report.standpoint, of: report.prepared, admission, outcome, mesh: mesh, services: report.matches,
      workload: report.workload, alternatives: alternatives, planned: report.planned)
  }

  /// A report on the same Pod with another outcome.
  init(_ report: PodReport, outcome: DataplaneOutcome) {
    self.init(
      report, admission: report.admission, outcome: outcome, mesh: report.mesh, alternatives: report.alternatives)
  }

  /// A report of the given values: for previews of views, and tests.
  ///
  /// - Parameters:
  ///   - standpoint: How the Pod was looked at.
  ///   - pod: The Pod.
  ///   - admission: What becomes of the Pod at its creation.
  ///   - mesh: The mesh that the Pod belongs to.
  ///   - services: The Services that belong to the Pod, in order.
  ///   - outcome: What happens to its Dataplane.
  ///   - workload: What makes Pods like this one.
  ///   - alternatives: What happens to the Pod by what the input does not let one know.
  ///   - planned: The Pods that the report is on, where there are none yet.
  public init(
    _ standpoint: Standpoint,
    of pod: Pod,
    admission: PodAdmission,
    mesh: MeshChoice? = nil,
    services: [ServiceMatch] = [],
    outcome: DataplaneOutcome,
    workload: WorkloadReference? = nil,
    alternatives: [Alternative] = [],
    planned: WorkloadPods? = nil
  ) {
    // What is prepared does not show: it only spares whoever asks the report of a cluster to work it out once more.
    let controlPlane = ControlPlane(rules: .documented)
    self.init(
      standpoint,
      of: PreparedPod(pod, under: controlPlane),
      admission,
      outcome,
      mesh: mesh,
      services: controlPlane.prepared(services, for: pod.metadata.effectiveNamespace),
      workload: workload,
      alternatives: alternatives,
      planned: planned
    )
  }

  /// The Pods that the report is on, where a workload has yet to make them; nil for a Pod that is in the input.
  public var planned: WorkloadPods? { plannedPods.first }
  /// Whether the report is on a Pod of the input, and the input leaves nothing open about it.
  var isOfPod: Bool { plannedPods.isEmpty && alternatives.isEmpty }
  /// The Pod as it is in the input; as far as it is known, where a workload has yet to make it, its name a pattern such as `web-*`.
  public var pod: Pod { prepared.pod }
  /// The mesh that the Pod's proxy is in; nil if it is unknown, and for a zone ingress or egress, which belongs to its zone (ZONE-1, ZONE-3).
  public var meshOfProxy: MeshChoice? {
    if let resource = outcome.resource, resource.dataplane == nil { nil } else { mesh }
  }
  /// The Services that belong to the Pod, in the order in which they give inbounds; empty where it is not mapped.
  /// O(*n*).
  public var services: [ServiceMatch] { matches.map(\.match) }
  /// The namespace and name of the Pod.
  public var name: ObjectName { ObjectName(of: pod.metadata) }

  /// How a Pod is looked at.
  public enum Standpoint: Sendable, Hashable {
    /// What would happen to it.
    case preview
    /// What the controller does with it as it stands.
    case reconciliation
  }
}
