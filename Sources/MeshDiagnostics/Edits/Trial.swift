import KubernetesObjects
import MeshMapping

/// What some edits do to a cluster: which Pods become others, which findings vanish, and which appear.
///
/// Only what the edits may touch is mapped, before and after, and of Pods that are alike, one.
struct Trial {
  /// The findings that are not there any more.
  let gone: Set<Finding.Identity>
  /// How much the worst finding matters that was not there before; nil where there is none.
  let worstNew: Severity?
  /// The same, without Pods that run without the sidecar which they get with the edits: they have to be recreated.
  let worstNewOnceRecreated: Severity?
  /// The Pods that become others, in order.
  let pods: [ObjectName]
  /// The workloads of those that are there already, in order.
  let workloads: [WorkloadReference]
  /// Whether a Pod has a sidecar that it would not have once it is made anew.
  let losesSidecar: Bool

  /// Tries some edits; nil where they cannot be made.
  ///
  /// - Parameters:
  ///   - edits: The edits.
  ///   - ground: What they are tried on.
  ///   - others: The Pods that are looked at besides those that the edits touch.
  init?(_ edits: [Edit], on ground: TrialGround, and others: Set<ObjectName>) {
    let trial = ground.trying(edits) { Trial(edits, on: ground, and: others, changing: $1, leadingTo: $0) }
    guard let trial else { return nil }
    self = trial
  }

  /// Looks at what edits did.
  private init(
    _ edits: [Edit], on ground: TrialGround, and others: Set<ObjectName>, changing objects: [ClusterObject],
    leadingTo changed: Cluster
  ) {
    let cluster = ground.cluster
    let names = others.union(cluster.previewNames(touchedBy: objects)).union(changed.previewNames(touchedBy: objects))
      .sorted()
    let groups = Self.groups(of: names, in: cluster)
    let before = Snapshot(of: groups.map(\.first), edits, in: ground)
    let after = Snapshot(
      of: groups.map(\.first), edits, in: TrialGround(of: changed, touching: Set(names), by: objects, from: ground))
    gone = Set(before.findings.keys).subtracting(after.findings.keys)
    let new = after.findings.filter { before.findings[$0.key] == nil }
    worstNew = new.values.max()
    worstNewOnceRecreated = new.filter { !$0.key.code.string.hasSameBytes(as: RunsWithoutSidecar.kind.code) }.values.max()
    let others = groups.filter { before.fates[$0.first] != after.fates[$0.first] }
    pods = others.flatMap(\.names).sorted()
    workloads = Set(others.compactMap { cluster.pod($0.first) == nil ? nil : before.workloads[$0.first] })
      .sorted()
    // Whoever edits the switch of a Pod means it.
    losesSidecar =
      !edits.contains(where: \.switchesOff)
      && groups.contains { group in
        before.fates[group.first]?.contains(where: \.hasSidecar) == true
          && after.fates[group.first]?.contains(where: \.hasSidecar) != true
      }
  }

  /// Pods that are alike in all that decides about them.
  private struct Group {
    let first: ObjectName
    var names: [ObjectName]
  }

  /// Names put together by what their Pods are.
  private static func groups(of names: [ObjectName], in cluster: Cluster) -> [Group] {
    var groups: [Group] = []
    var indices: [Pod: Int] = [:]
    for name in names {
      guard let shape = cluster.pod(name)?.shape else {
        groups.append(Group(first: name, names: [name]))
        continue
      }
      if let index = indices[shape] {
        groups[index].names.append(name)
      } else {
        indices[shape] = groups.count
        groups.append(Group(first: name, names: [name]))
      }
    }
    return groups
  }
}

extension Edit {
  /// Whether the edit says that a Pod gets no sidecar.
  fileprivate var switchesOff: Bool {
    guard field.object.kind != Namespace.kind, field.path.steps.last == .key(ExactString(KumaKey.sidecarInjection)),
      case .string(let value) = change
    else { return false }
    return ["disabled", "false", "no"].contains { value.string.hasSameBytes(as: $0) }
  }
}

extension Pod {
  /// The Pod without what replicas of one template differ in.
  fileprivate var shape: Pod {
    var pod = self
    pod.metadata.name = ""
    pod.metadata.uid = ""
    pod.spec.nodeName = ""
    if !pod.status.podIP.isEmpty { pod.status.podIP = "-" }
    // Networks write the addresses of a Pod there.
    for entry in metadata.annotations.entries where entry.key.isOfNetwork { pod.metadata.annotations[entry.key] = nil }
    return pod
  }
}

extension String {
  /// Whether a network's plugin writes the annotation of this key: the key has `cni.` in it.
  fileprivate var isOfNetwork: Bool {
    var rest = utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "c")) {
      rest = rest[start...]
      if rest.starts(with: "cni.".utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension Finding {
  /// What tells a finding from others: its code, its place and what it says.
  struct Identity: Hashable {
    let code: ExactString
    let field: ObjectField
    let message: ExactString
  }

  /// What tells the finding from others.
  var identity: Identity { Identity(code: ExactString(code), field: field, message: ExactString(message)) }
}

/// What becomes of some Pods, and what there is to find about them and what is around them.
private struct Snapshot {
  /// What becomes of a Pod, or of Pods that a workload will make.
  struct Fate: Hashable {
    /// Whether there is no Pod.
    let isRefused: Bool
    let hasSidecar: Bool
    let mesh: ExactString?
    let action: DataplaneVerdict.Action
    let dataplane: Dataplane?
  }

  var findings: [Finding.Identity: Severity] = [:]
  var fates: [ObjectName: Set<Fate>] = [:]
  var workloads: [ObjectName: WorkloadReference] = [:]

  init(of names: [ObjectName], _ edits: [Edit], in ground: TrialGround) {
    let cluster = ground.cluster
    var objects = Set(edits.map(\.field.object))
    let reports = ground.reports(of: names)
    for report in reports {
      fates[report.name, default: []].insert(report.fate)
      objects.insert(ObjectReference(.namespace, name: report.name.namespace))
      if let workload = report.workload {
        workloads[report.name] = workload
        if let object = cluster.workload(workload) { objects.insert(object.reference) }
      }
      for service in cluster.services(leadingTo: report.pod, in: report.name.namespace) {
        objects.insert(ServiceSubject.field(of: service).object)
      }
    }
    for found in ground.findings(on: reports) { add(found) }
    for object in objects { add(ground.findings(on: object, among: reports)) }
  }

  private mutating func add(_ found: [Finding]) {
    for finding in found { findings[finding.identity] = finding.severity }
  }
}

extension PodReport {
  /// What becomes of the Pod. The outbounds to others, which only old releases write, are theirs.
  fileprivate var fate: Snapshot.Fate {
    var dataplane = outcome.dataplane
    dataplane?.networking.outbound = []
    let hasSidecar =
      switch admission.decision {
      case .inject, .skip(.alreadyInjected): true
      case .skip, .reject, .unknown: false
      }
    return Snapshot.Fate(
      isRefused: admission.decision.verdict == .reject,
      hasSidecar: hasSidecar,
      mesh: mesh.map { ExactString($0.name) },
      // What waits, for an outbound of its own say, will be applied.
      action: outcome.verdict.action == .pending ? .apply : outcome.verdict.action,
      dataplane: dataplane
    )
  }
}
