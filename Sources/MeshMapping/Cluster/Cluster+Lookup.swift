package import KubernetesObjects

extension Cluster {
  /// Whether there is any Service in the input. O(*n*) for *n* namespaces.
  package var hasServices: Bool {
    namespaces.values.contains { objects in objects.services.all.contains { _ in true } }
  }

  /// Whether the input has a Namespace, or anything in it.
  package func hasNamespace(_ name: String) -> Bool {
    namespaces[ExactString(name)] != nil
  }

  /// Whether some object is there which could not be read.
  package func isUnreadable(_ object: ObjectReference) -> Bool {
    !unreadable.isEmpty && unreadable.contains(object)
  }

  /// The names that the services of Pods without a Service may have in a namespace: of its Pods, of what owns them, and of what will make
  /// Pods; with the Pods, or the patterns of those to come, that may be called so. O(*n*) for *n* Pods and workloads.
  package func podsByNameWithoutService(in namespace: String) -> [ExactString: [ObjectName]] {
    guard let objects = namespaces[ExactString(namespace)] else { return [:] }
    let lookup = view(of: objects).mapper.objects
    var names: [ExactString: [ObjectName]] = [:]
    for prepared in objects.pods.all {
      let (pod, object) = (prepared.pod, prepared.objectName)
      let owners = pod.metadata.ownerReferences.map(\.name)
      let workload = WorkloadReference(of: pod, among: lookup)?.name
      for name in Set(([pod.metadata.name, workload].compactMap(\.self) + owners).map { ExactString($0) }) {
        names[name, default: []].append(object)
      }
    }
    for pods in objects.plannedEntries.map(\.pods) {
      names[ExactString(pods.workload.name), default: []].append(pods.objectName)
    }
    for workload in workloads(in: namespace) { names[ExactString(workload.reference.name), default: []] += [] }
    return names
  }

  /// The meshes that Pods or templates of a namespace name themselves, as labels or annotations; most name none. O(*n*) for *n* Pods and
  /// workloads.
  package func meshesNamedByPods(in namespace: String) -> Set<ExactString> {
    guard let objects = namespaces[ExactString(namespace)] else { return [] }
    var names: Set<ExactString> = []
    for prepared in objects.pods.all {
      names.formUnion(Self.meshes(namedBy: prepared.pod.metadata.labels, prepared.pod.metadata.annotations))
    }
    for entry in objects.plannedEntries {
      names.formUnion(Self.meshes(namedBy: entry.pods.template.labels, entry.pods.template.annotations))
    }
    return names
  }

  /// The meshes that a label and an annotation name.
  package static func meshes(namedBy labels: StringMap, _ annotations: StringMap) -> [ExactString] {
    [labels[KumaKey.mesh], annotations[KumaKey.mesh]].compactMap(\.self).map { ExactString($0) }
  }

  /// The names that ``previews()`` reports in a namespace, sorted. O(*n* log *n*) for *n* Pods and workloads.
  package func previewNames(in namespace: String) -> [ObjectName] {
    guard let objects = namespaces[ExactString(namespace)] else { return [] }
    let pods = objects.pods.names.map { ObjectName(namespace: namespace, name: $0) }
    return Set(pods + objects.plannedEntries.map(\.pods.objectName)).sorted()
  }

  /// The Meshes that are known, sorted by name. O(*n* log *n*).
  package var knownMeshes: [Mesh] {
    clusterScoped.meshes.names.sorted { $0.precedesInBytes($1) }.compactMap { clusterScoped.meshes[$0] }
  }
}
