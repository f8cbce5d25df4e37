public import KubernetesObjects

/// What the API server's garbage collector does with Dataplanes, since each is owned by its Pod (LIFE-8).
public enum GarbageCollection {
  /// The Dataplanes whose Pod is gone, in order: those that name Pods as their owners, none of which is among the Pods that
  /// exist. A Pod of the same name with another identifier is another Pod. O(*n* + *m*).
  public static func orphans(among dataplanes: [Dataplane], of pods: [Pod]) -> [ObjectName] {
    var identifiers: [ObjectName: String] = [:]
    for pod in pods { identifiers[ObjectName(of: pod.metadata)] = pod.metadata.uid }
    return dataplanes.filter { dataplane in
      isOrphan(dataplane.metadata) { identifiers[ObjectName(namespace: dataplane.metadata.namespace, name: $0)] }
    }
    .map(\.objectName)
    .sorted()
  }

  /// Whether what Pods own is left for garbage collection: it names Pods as its owners, none of which exists.
  ///
  /// - Parameters:
  ///   - metadata: The metadata of what is owned.
  ///   - identifier: The identifier of the Pod of a name in its namespace; nil where there is no such Pod.
  static func isOrphan(_ metadata: Dataplane.Metadata, identifier: (_ pod: String) -> String?) -> Bool {
    let owners = metadata.podOwners
    return !owners.isEmpty && !owners.contains { identifier($0.name)?.hasSameBytes(as: $0.uid) ?? false }
  }
}

extension Dataplane.Metadata {
  /// The owners that are Pods.
  var podOwners: [OwnerReference] { ownerReferences.filter { $0.kind == Pod.kind } }
}
