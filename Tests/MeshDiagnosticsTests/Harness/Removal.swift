import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// Something that is left out of a cluster: all of a kind, or one object of it.
struct Removal {
  let kind: String
  /// Which one of the kind; nil for all.
  let index: Int?

  /// What can be left out of some objects so that it is noticed. A Service that is not there cannot be missed, nor can a policy.
  static func all(of objects: [ClusterObject]) -> [Removal] {
    let kinds = [
      "Namespace", "Node", "Mesh", "ReplicaSet", "Job", "ContainerPatch", "EndpointSlice", "PodTemplate", "Deployment",
      "CronJob", "StatefulSet", "Engine", "ConfigMap",
    ]
    return kinds.flatMap { kind in
      let count = objects.count { $0.reference.kind == kind }
      return count == 0 ? [] : [Removal(kind: kind, index: nil)] + (0..<count).map { Removal(kind: kind, index: $0) }
    }
  }

  /// What is left of some objects.
  func rest(of objects: [ClusterObject]) -> [ClusterObject] {
    var number = -1
    return objects.filter { object in
      guard object.reference.kind == kind else { return true }
      number += 1
      return index != nil && number != index
    }
  }

  /// What is wrong with what is said of a cluster without it, beside what is said of the whole.
  func problems(of objects: [ClusterObject], from old: KumaRelease, to new: KumaRelease) -> [String] {
    let kuma = ControlPlane(release: old)
    let left = rest(of: objects)
    let (whole, part) = (Cluster(objects, under: kuma, completeness: .complete), Cluster(left, under: kuma))
    let problems =
      valueProblems(whole, part) + findingProblems(whole, part) + comparisonProblems(objects, left, old, new)
      + verdictProblems(whole, part, old, new)
    return problems.map { "without \(kind) \(index.map { "\($0)" } ?? "at all"): \($0)" }
  }

  // MARK: - Values

  private func valueProblems(_ whole: Cluster, _ part: Cluster) -> [String] {
    let truths = Dictionary(whole.previews().map { ($0.name, $0) }) { first, _ in first }
    return part.previews().flatMap { told -> [String] in
      // Where something made a Pod that nothing makes now, they are other Pods.
      guard let truth = truths[told.name], truth.planned == nil || truth.planned == told.planned else { return [] }
      var problems: [String] = []
      let isMissing = index != nil
      let decision = told.admission.decision
      if decision.needs.isEmpty, decision.verdict != truth.admission.decision.verdict,
        !(isMissing && decision.verdict == .reject)
      {
        problems.append("\(told.name) is told \(decision.verdict), and is \(truth.admission.decision.verdict)")
      }
      let (action, truly) = (told.outcome.verdict.action, truth.outcome.verdict.action)
      if action != .unknown, action != truly, !(isMissing && (action == .fail || decision.verdict == .reject)) {
        problems.append("\(told.name) is told to be \(action), and is \(truly)")
      }
      guard let resource = told.outcome.resource, let right = truth.outcome.resource else { return problems }
      let unknown = (told.outcome.unknownValues + truth.outcome.unknownValues).map(\.path)
      let (values, truths) = (Self.values(of: resource), Self.values(of: right))
      for path in Set(values.keys).union(truths.keys).sorted() where values[path] != truths[path] {
        guard !unknown.contains(where: { path == $0 || path.hasPrefix("\($0).") || path.hasPrefix("\($0)[") }) else {
          continue
        }
        problems.append("\(told.name): \(path) is told \(values[path] ?? "nothing"), and is \(truths[path] ?? "nothing")")
      }
      return problems
    }
  }

  /// The values of a resource by their paths, as they are named where they are unknown.
  private static func values(of resource: ProxyResource) -> [String: String] {
    var values: [String: String] = [:]
    func add(_ value: FieldValue, _ path: String, isMap: Bool = false) {
      switch value {
      case .object(let members):
        for member in members {
          let next = isMap ? "\(path)[\"\(member.key)\"]" : path.isEmpty ? member.key : "\(path).\(member.key)"
          add(member.value, next, isMap: !isMap && ["tags", "labels", "annotations"].contains(member.key))
        }
      case .list(let list): for (index, value) in list.enumerated() { add(value, "\(path)[\(index)]") }
      default: values[path] = "\(value)"
      }
    }
    if let value = try? JSONReader.decode(FieldValue.self, from: JSONWriter.bytes(of: resource, layout: .compact)) {
      add(value, "")
    }
    return values
  }

  // MARK: - Findings

  /// What `lint` says of a cluster: the findings, and what it lacks.
  private struct Lint {
    var findings: Set<Finding> = []
    var incomplete: Set<ObjectName> = []

    init(of cluster: Cluster) {
      findings = Set(Diagnostics(of: cluster).findings())
      for report in cluster.previews() {
        let namespace = report.name.namespace
        let isNamespaceUnknown = cluster.namespace(namespace) == nil && report.outcome.resource != nil
        let areServicesUnknown = report.outcome.unknownValues.contains { $0.needs == .endpointSlices }
        if areServicesUnknown || isNamespaceUnknown
          || !(report.admission.decision.needs + report.outcome.verdict.needs).isEmpty
        {
          incomplete.insert(report.name)
        }
      }
    }
  }

  private func findingProblems(_ whole: Cluster, _ part: Cluster) -> [String] {
    let (truth, told) = (Lint(of: whole), Lint(of: part))
    var problems: [String] = []
    // What owns a Pod decides at which object a finding is, and not whether there is one. What is gone of many is missing, and Pods are
    // refused for it, of which nothing else is said then.
    let codes = { (findings: Set<Finding>) in Set(findings.map(\.code)) }
    let worst = told.findings.map(\.severity).max() ?? .info
    let lost = truth.findings.filter { finding in
      finding.field.object.kind != kind && finding.severity > (index == nil ? .info : worst)
        && !codes(told.findings).contains(finding.code)
    }
    let isSame = Set(whole.previewNames) == Set(part.previewNames)
    if isSame, !lost.isEmpty, told.incomplete.isEmpty { problems.append("lint is greener: \(lost.map(\.message).sorted())") }
    // One that is gone of many is missing, and that is found.
    if index == nil {
      for finding in told.findings where finding.severity > .info && !codes(truth.findings).contains(finding.code) {
        problems.append("lint finds what is not so: \(finding.code) at \(finding.field): \(finding.message)")
      }
    }
    return problems
  }

  // MARK: - Comparisons

  private func comparisonProblems(
    _ objects: [ClusterObject], _ left: [ClusterObject], _ old: KumaRelease, _ new: KumaRelease
  ) -> [String] {
    let whole = ReleaseComparison(of: objects, from: old, to: new, completeness: .complete)
    let part = ReleaseComparison(of: left, from: old, to: new)
    let names = Set(Cluster(left, under: ControlPlane(release: old)).previewNames)
    let troubled = Set(part.changes.filter(\.needsAttention).map(\.pod))
    let doubtful = Set(part.undecided.filter(\.mayNeedAttention).map(\.pod))
    let truth = Set(whole.changes.filter(\.needsAttention).map(\.pod)).intersection(names)
    let lost = truth.subtracting(troubled).subtracting(doubtful)
    var problems = lost.map { name in
      let changes = whole.changes.filter { $0.pod == name && $0.needsAttention }.map(\.difference.message)
      return "compare does not say of \(name): \(changes)"
    }
    // What made Pods may make others once what it made them through is not there.
    let known = Set(Cluster(objects, under: ControlPlane(release: old)).previewNames)
    let unsure = Set(whole.undecided.map(\.pod))
    for name in troubled.intersection(known).subtracting(truth).subtracting(unsure) where index == nil {
      let changes = part.changes.filter { $0.pod == name && $0.needsAttention }.map(\.difference.message)
      problems.append("compare says of \(name) what is not so: \(changes)")
    }
    return problems
  }

  // MARK: - Verdicts

  private func verdictProblems(_ whole: Cluster, _ part: Cluster, _ old: KumaRelease, _ new: KumaRelease) -> [String] {
    let makesPods = ["Deployment", "ReplicaSet", "Job", "CronJob", "StatefulSet", "Engine"].contains(kind)
    var problems: [String] = []
    let (truth, told) = (UpgradeComparison(of: whole, from: old, to: new), UpgradeComparison(of: part, from: old, to: new))
    // What is left out may be what is troubled.
    let isSame = !makesPods || Set(whole.previewNames) == Set(part.previewNames)
    if isSame, case .notReady = truth.step.verdict, told.step.verdict == .ready { problems.append("compare is ready") }
    let lostNotes = Set(truth.step.notes.map(\.key)).subtracting(told.step.notes.map(\.key))
    if isSame, !lostNotes.isEmpty, told.step.incomplete.isEmpty, told.step.undecided.isEmpty {
      let noted = truth.step.notes.filter {
        lostNotes.contains($0.key) && $0.object.kind != kind && part.hasObject($0.object)
      }
      if !noted.isEmpty { problems.append("compare has no note: \(noted.map { "\($0.note.id) \($0.object)" })") }
    }
    // A way of one step is told as a comparison is; what is left out whole shows all that its own code does.
    guard index == nil else { return problems }
    let (path, known) = (UpgradePath(of: whole, from: old, to: new), UpgradePath(of: part, from: old, to: new))
    if isSame, case .notReady = path.verdict, known.verdict == .ready { problems.append("upgrade is ready") }
    if isSame, let safe = known.safeUpTo, path.firstTrouble.map({ safe >= $0 }) ?? false {
      problems.append("upgrade is safe up to \(safe), and there is trouble from \(path.firstTrouble.map { "\($0)" } ?? "")")
    }
    return problems
  }
}

extension NoteOnObject {
  /// What it is, wherever it is found.
  fileprivate var key: String { "\(note.id) \(object)" }
}

extension Cluster {
  /// Whether an object is there, as far as findings and notes are on it.
  fileprivate func hasObject(_ reference: ObjectReference) -> Bool {
    switch reference.kind {
    case Pod.kind: pod(ObjectName(namespace: reference.namespace, name: reference.name)) != nil
    case Namespace.kind: namespace(reference.name) != nil
    default: true
    }
  }
}
