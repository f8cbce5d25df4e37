public import KubernetesObjects

/// What the API server's garbage collector does with Dataplanes, since each is owned by its Pod (LIFE-8).
public enum GarbageCollection {
  /// The Dataplanes whose Pod is gone, in order: those that name Pods as their owners, none of which is among the Pods that
  /// exist. A Pod of the same name with another identifier is another Pod. O(*n* + *m*).
  public static func orphans(among dataplanes: [Dataplane], of pods: [Pod]) -> [ObjectName] {
    var identifiers: [ObjectName: String] = [:]
    for pod in pods { identifiers[ObjectName(of: pod.metadata)] = pod.metadata.uid }
    return dataplanes.filter { dataplane in
      let owners = dataplane.metadata.ownerReferences.filter { $0.kind == Pod.kind }
      return !owners.isEmpty
        && !owners.contains { owner in
          let name = ObjectName(namespace: dataplane.metadata.namespace, name: owner.name)
          return identifiers[name].map { $0.hasSameBytes(as: owner.uid) } ?? false
        }
    }
    .map(\.objectName)
    .sorted()
  }

  /// Whether what a Pod owns is left for garbage collection.
  ///
  /// - Parameters:
  ///   - metadata: The metadata of what is owned.
  ///   - pod: The Pod of its name; nil where there is none.
  static func isOrphan(_ metadata: Dataplane.Metadata, of pod: Pod?) -> Bool {
    let owners = metadata.ownerReferences.filter { $0.kind == Pod.kind }
    guard !owners.isEmpty else { return false }
    return !owners.contains { owner in
      guard let pod else { return false }
      return owner.name.hasSameBytes(as: pod.metadata.name) && owner.uid.hasSameBytes(as: pod.metadata.uid)
    }
  }
}
