import KubernetesObjects
import MeshMapping

/// The Pods that name a Service in a list of theirs: of direct access or of reachable services. It lives for one call.
final class ServiceNamers {
  private let cluster: Cluster

  /// The Pods of a cluster.
  init(in cluster: Cluster) {
    self.cluster = cluster
  }

  private lazy var pods: [ObjectName: Set<ObjectName>] = {
    var pods: [ObjectName: Set<ObjectName>] = [:]
    for found in [KumaKey.directAccessServices, KumaKey.reachableServices].flatMap(cluster.annotations) {
      let services = ServiceList(annotation: found.value).pieces.compactMap { ServiceName(reading: ServiceList.trimmed($0)) }
      guard !services.isEmpty else { continue }
      let names = names(of: found.object)
      for service in services {
        pods[ObjectName(namespace: service.namespace, name: service.name), default: []].formUnion(names)
      }
    }
    return pods
  }()

  private func names(of object: ObjectReference) -> [ObjectName] {
    if object.kind.hasSameBytes(as: Pod.kind) { return [object.objectName] }
    let workload = WorkloadReference(kind: object.kind, namespace: object.namespace, name: object.name)
    return cluster.workload(workload).map { cluster.previewNames(touchedBy: [.kubernetes($0)]) } ?? []
  }

  /// The Pods for which edits may take away what an entry of theirs names: a Service that gives no inbounds any more, or not at the port.
  func pods(losing edits: [Edit]) -> Set<ObjectName> {
    var names: Set<ObjectName> = []
    for edit in edits where edit.field.object.kind == Service.kind && edit.mayTakeInbounds {
      names.formUnion(pods[edit.field.object.objectName] ?? [])
    }
    return names
  }
}

extension Edit {
  /// Whether the Service may give no inbounds after the edit, or none at a port that it had.
  fileprivate var mayTakeInbounds: Bool {
    let steps = field.path.steps
    return steps.last == .key(ExactString(KumaKey.ignore)) || steps == ["spec", "type"] || steps.last == "port"
  }
}
