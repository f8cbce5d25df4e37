import KubernetesObjects

/// What owns Pods of a namespace, directly or through others.
struct OwnersOfPods {
  private var keys: Set<Key> = []

  /// What an owner is referred to by.
  struct Key: Hashable {
    let kind: ExactString
    let name: ExactString

    init(kind: String, name: String) {
      self.kind = ExactString(kind)
      self.name = ExactString(name)
    }
  }

  /// The owners of the Pods of a namespace. O(*n*) for *n* workloads and owners of Pods.
  ///
  /// - Parameters:
  ///   - objects: What is in the namespace.
  ///   - workloads: All workloads in it.
  init(in objects: NamespaceObjects, workloads: [any Workload]) {
    guard objects.pods.count > 0 else { return }
    var found: [Key] = objects.pods.owners.map { Key(kind: $0.key, name: $0.value) }
    var owners: [Key: [OwnerReference]] = [:]
    for workload in workloads {
      owners[Key(kind: workload.reference.kind, name: workload.reference.name)] = workload.metadata.ownerReferences
    }
    while let key = found.popLast() {
      guard keys.insert(key).inserted else { continue }
      if let behind = owners[key] {
        found += behind.map { Key(kind: $0.kind, name: $0.name) }
      } else if key.kind == ExactString(ReplicaSet.kind) {
        found += objects.pods.pods(ownedBy: ReplicaSet.kind, key.name.string).first.map { Self.behind($0.pod) } ?? []
      }
    }
  }

  /// What is behind a ReplicaSet that is not there, as far as a Pod of it tells.
  private static func behind(_ pod: Pod) -> [Key] {
    [(Deployment.kind, "pod-template-hash"), (Rollout.kind, "rollouts-pod-template-hash")].compactMap { kind, label in
      pod.nameBehindReplicaSet(byHashIn: label).map { Key(kind: kind, name: $0) }
    }
  }

  /// Whether two Pods tell the same of what owns them.
  static func isOwnedAlike(_ pod: Pod, _ other: Pod) -> Bool {
    pod.metadata.ownerReferences == other.metadata.ownerReferences && behind(pod) == behind(other)
  }

  /// Whether a workload owns a Pod.
  func contains(_ reference: ObjectReference) -> Bool {
    keys.contains(Key(kind: reference.kind, name: reference.name))
  }
}
