import KubernetesObjects
import MeshMapping

/// The Pods that something else may become of after fixes: those of the namespaces that are edited, and those that have to do with lists for
/// direct access, which reach from one namespace into another.
struct FixedPods {
  private let cluster: Cluster
  private let namespaces: Set<ExactString>

  /// The Pods of a cluster after some edits.
  init(in cluster: Cluster, by edits: [Edit]) {
    self.cluster = cluster
    namespaces = edits.namespaces
  }

  /// Their names, in order.
  ///
  /// - Parameter offers: The services that Pods offer, with those Pods.
  func names(among offers: [ExactString: Set<ObjectName>]) -> [ObjectName] {
    var names: Set<ObjectName> = []
    var listed: Set<ExactString> = []
    func add(_ name: ObjectName, _ annotations: StringMap) {
      let list = annotations[KumaKey.directAccessServices]
      if list != nil || namespaces.contains(ExactString(name.namespace)) { names.insert(name) }
      for entry in list?.utf8.split(separator: UInt8(ascii: ",")) ?? [] {
        listed.insert(ExactString(String(Substring(entry))))
      }
    }
    for name in cluster.podNames { if let pod = cluster.pod(name) { add(name, pod.metadata.annotations) } }
    let planned = Set(cluster.previewNames).subtracting(cluster.podNames)
    for pods in planned.isEmpty ? [] : cluster.plannedPods {
      let pod = pods.pod(underKubernetes: cluster.controlPlane.settings.kubernetesVersion.minor)
      add(ObjectName(namespace: pods.workload.namespace, name: pods.name.description), pod.metadata.annotations)
    }
    for entry in listed { names.formUnion(offers[entry] ?? []) }
    return names.sorted()
  }
}

extension [Edit] {
  /// The namespaces of the objects that are edited.
  var namespaces: Set<ExactString> {
    Set(map(\.field.object).map { ExactString($0.kind == Namespace.kind ? $0.name : $0.namespace) })
  }
}
