import KubernetesObjects
import MeshMapping

/// The Pods that there are and those that workloads will make, as notes report them: once for each workload.
struct NotedPods: Sendable {
  /// The Pods, by namespace and name.
  let all: [Entry]
  /// The version of Kubernetes that those are made under which workloads will make.
  let version: KubernetesVersion

  /// A Pod, with what names it.
  struct Entry: Sendable {
    let pod: Pod
    /// The Pod; the workload where there is none yet.
    let object: ObjectReference
    /// Where the object says what the Pod is made of; nothing where it is the Pod.
    let path: DocumentPath
    let workload: WorkloadReference?
    /// How many Pods it stands for, itself among them.
    var count = 1
  }

  /// What Pods of a workload show alike.
  private struct Shown: Hashable {
    let workload: WorkloadReference
    let sight: NoteSight
  }

  /// The Pods of a cluster.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - count: How many Pods one that is there stands for.
  init(of cluster: Cluster, counting count: (ObjectName) -> Int) {
    var workloads: [ObjectName: WorkloadReference] = [:]
    for group in cluster.workloadGroups { for name in group.names { workloads[name] = group.workload } }
    let running = cluster.podNames.compactMap { name in
      cluster.pod(name).map { pod in
        Entry(
          pod: pod.asOwned(madeOf: workloads[name].flatMap { cluster.workload($0)?.podTemplate }),
          object: ObjectReference(.pod, namespace: name.namespace, name: name.name),
          path: DocumentPath([]), workload: workloads[name], count: count(name))
      }
    }
    version = cluster.controlPlane.settings.kubernetesVersion
    let minor = version.minor
    let planned = cluster.plannedPods.map { pods in
      Entry(
        pod: pods.pod(underKubernetes: minor), object: pods.workload, path: DocumentPath(pods.workload.templateSteps),
        workload: WorkloadReference(kind: pods.workload.kind, namespace: pods.workload.namespace, name: pods.workload.name))
    }
    all = running + planned
  }

  /// A note on the Pods, what Pods of one workload have in common being reported once. Where it says that something breaks and depends on
  /// what the input lacks, the Pod is undecided.
  func notes(_ note: UpgradeNote, _ sights: (Pod) -> [NoteSight]) -> FoundNotes {
    var notes: [NoteOnObject] = []
    var undecided: [ReleaseComparison.Undecided] = []
    var counts: [Int] = []
    var places: [Shown: Int] = [:]
    for entry in all {
      for shown in sights(entry.pod) {
        if !shown.needs.isEmpty, case .breaks = note.bearing {
          let name = ObjectName(of: entry.pod.metadata)
          undecided.append(.init(pod: name, needs: shown.needs, mayNeedAttention: true))
          continue
        }
        let sight = shown.needing([])
        if let workload = entry.workload {
          let shown = Shown(workload: workload, sight: sight)
          if let place = places[shown] {
            counts[place] += entry.count
            continue
          }
          places[shown] = notes.count
        }
        counts.append(entry.workload == nil ? 1 : entry.count)
        notes.append(
          NoteOnObject(
            note: note, object: entry.object, path: entry.path.appending(sight.path), seen: sight.seen,
            workload: entry.workload))
      }
    }
    let counted = notes.indices.map { index in
      let note = notes[index]
      return NoteOnObject(
        note: note.note, object: note.object, path: note.path, seen: note.seen, workload: note.workload, count: counts[index]
      )
    }
    return FoundNotes(counted, undecided: undecided)
  }
}

extension Pod {
  /// The Pod with the annotations that its owner wrote of those that the injector may have written: it says nothing about a Pod that it was
  /// injected.
  ///
  /// - Parameter template: What the Pod is made of; nil where that is not in the input. Then what is switched on is taken to be the
  ///   injector's, which switches nothing off.
  fileprivate func asOwned(madeOf template: @autoclosure () -> PodTemplateSpec?) -> Pod {
    guard metadata.annotations[KumaKey.sidecarInjected] != nil else { return self }
    let template = template()
    var pod = self
    for key in Self.keysOfInjector {
      guard let value = metadata.annotations[key] else { continue }
      let isOfOwner =
        key != KumaKey.probeProxyPort && ["disabled", "false", "no", "0"].contains { $0.hasSameBytes(as: value) }
      // Another port than the one that the injector writes by itself is the owner's.
      let isOwnPort = key == KumaKey.probeProxyPort && !["0", "9001"].contains { $0.hasSameBytes(as: value) }
      if template != nil || !(isOfOwner || isOwnPort) { pod.metadata.annotations[key] = template?.annotations[key] }
    }
    return pod
  }

  /// The annotations that some release writes on the Pods that it injects, and that a note is about.
  private static let keysOfInjector = [
    KumaKey.builtinDNS, KumaKey.builtinDNSPort, "kuma.io/builtindns", "kuma.io/builtindnsport", KumaKey.ebpf,
    KumaKey.virtualProbes, KumaKey.virtualProbesPort, KumaKey.probeProxyPort, KumaKey.redirectPortInboundV6,
    KumaKey.transparentProxying, KumaKey.mesh,
  ]
}
