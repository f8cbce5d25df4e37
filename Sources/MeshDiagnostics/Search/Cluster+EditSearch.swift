public import KubernetesObjects
public import MeshMapping

extension Cluster {
  /// The smallest edits that lead to a goal for a Pod, or for the Pods that a workload will make, each with who else it touches.
  ///
  /// The few fields that matter are tried, alone and together: the switch of the injection where the release reads it, what stands in its
  /// way, selectors, labels, target ports. Each edit is applied, and the namespace is mapped again as if all its Pods were created anew.
  /// Nil where there is no such Pod. O(*n*) for *n* Pods of the namespace, for each answer.
  ///
  /// - Parameters:
  ///   - name: The namespace and name of the Pod; a pattern such as `web-*` for Pods that a workload will make.
  ///   - goal: The goal.
  ///   - workload: What makes the Pods, where several workloads have Pods of one name.
  public func edits(
    leading name: ObjectName,
    to goal: EditGoal,
    of workload: WorkloadReference? = nil
  ) -> EditSearch? {
    let anew = withPodsAnew(in: name.namespace)
    let trial = EditTrial(of: name, workload, to: goal)
    guard let report = trial.report(in: anew), let current = trial.report(in: self) else { return nil }
    let recreation = recreation(of: report, for: goal)
    func search(_ answer: EditSearch.Answer) -> EditSearch { EditSearch(report: report, goal: goal, answer: answer) }
    if trial.isReached(by: report) {
      return search(.alreadySo(recreating: trial.isReached(by: current) ? recreation : Recreation(of: report)))
    }
    if let obstacle = anew.obstacle(before: goal, for: report) { return search(.obstacle(obstacle)) }
    let found = EditCombinations(
      of: anew.moves(for: report, to: goal), for: report, trial, in: anew, recreating: recreation
    ).proposals
    return search(found.isEmpty ? .obstacle(.nothingFound) : .edits(found))
  }

  /// The cluster as if all Pods of a namespace were created anew, and the Namespace as it is assumed to be where it is not there.
  private func withPodsAnew(in namespace: String) -> Cluster {
    var objects = pods(in: namespace).map { ClusterObject.kubernetes(.pod($0.madeAnew(of: nil))) }
    if self.namespace(namespace) == nil, let labels = completeness.namespaceLabels {
      objects.append(.kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: namespace, labels: labels)))))
    }
    return replacing(objects)
  }

  /// What no edit can do about a goal.
  private func obstacle(before goal: EditGoal, for report: PodReport) -> EditSearch.Obstacle? {
    if namespace(report.name.namespace) == nil {
      let reference = ObjectReference(.namespace, name: report.name.namespace)
      return isUnreadable(reference) ? .namespaceUnreadable : .namespaceMissing
    }
    if case .skip(.webhookNotCalled(let misses)) = report.admission.decision,
      case .namespaceOutOfScope = misses.first?.reason
    {
      return .namespaceOutOfScope
    }
    guard case .service(let name) = goal else { return nil }
    guard controlPlane.areTagsEnabled else { return .noTags }
    let service: ServiceName
    do throws(ServiceNameError) {
      service = try ServiceName(parsing: name.string)
    } catch {
      return .noName(error)
    }
    guard service.namespace.hasSameBytes(as: report.name.namespace) else {
      return .otherNamespace(ExactString(service.namespace))
    }
    guard let port = service.port else { return nil }
    let found = self.service(ObjectName(namespace: service.namespace, name: service.name))
    if found?.ports.contains(where: { $0.port == port }) ?? false { return nil }
    let names = services(in: service.namespace).flatMap { other in
      other.ports.map { ServiceName(of: other, port: $0).description }
    }
    return .noService(nearest: NearestName.of(name.string, among: names).map { ExactString($0) })
  }

  /// The moves that may lead to a goal.
  private func moves(for report: PodReport, to goal: EditGoal) -> [EditMove] {
    let moves = EditMoves(for: report, in: self)
    switch goal {
    case .injected: return moves.switching(to: EditMoves.on)
    case .notInjected: return moves.switching(to: EditMoves.off)
    case .service(let name):
      let isInjected = report.admission.decision.verdict == .inject
      let switching = isInjected ? [] : moves.switching(to: EditMoves.on)
      guard let wanted = try? ServiceName(parsing: name.string) else { return [] }
      guard let port = wanted.port else { return switching + moves.withoutServices }
      let service = self.service(ObjectName(namespace: wanted.namespace, name: wanted.name))
      return switching + (service.map { moves.joining($0, port: port) } ?? [])
    }
  }
}

/// Whether a goal is reached for a Pod.
struct EditTrial {
  let name: ObjectName
  let workload: WorkloadReference?
  let goal: EditGoal

  init(of name: ObjectName, _ workload: WorkloadReference?, to goal: EditGoal) {
    self.name = name
    self.workload = workload
    self.goal = goal
  }

  /// What happens to the Pod.
  func report(in cluster: Cluster) -> PodReport? {
    cluster.previews(of: [name]).first { workload == nil || $0.workload == workload }
  }

  /// Whether the goal is reached by what happens to the Pod.
  func isReached(by report: PodReport) -> Bool {
    let isInjected: Bool
    switch report.admission.decision {
    case .inject, .skip(.alreadyInjected): isInjected = true
    default: isInjected = false
    }
    switch goal {
    case .injected: return isInjected
    case .notInjected: return report.admission.decision.verdict == .skip && !isInjected
    case .service(let name): return isInjected && (report.outcome.dataplane?.serviceNames.contains(name) ?? false)
    }
  }
}

extension Dataplane {
  /// The names of the services that the Dataplane offers.
  var serviceNames: Set<ExactString> {
    let tags = networking.inbound.map(\.tags) + [networking.gateway?.tags].compactMap(\.self)
    return Set(tags.compactMap { $0[KumaKey.serviceTag].map { ExactString($0) } })
  }
}
