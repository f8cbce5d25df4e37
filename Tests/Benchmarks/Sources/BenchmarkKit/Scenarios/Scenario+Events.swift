import KubernetesObjects
import MeshMapping

extension Scenario {
  /// Measures what one event costs in a cluster: an object is changed and changed back, again and again.
  static func applyEvents(_ shape: ClusterShape, into recorder: inout Recorder, _ prefix: String = "") throws {
    guard let plane = controlPlanes.first(where: { $0.name == "2.9.4" })?.controlPlane else { return }
    let objects = try ClusterDump(of: ClusterGenerator(shape)).objects()
    var cluster = Cluster(objects, under: plane)
    recorder.time("\(prefix)plan", per: .pods(shape.pods)) { cluster.plan() }
    for kind in changes(among: objects) {
      let count = cluster.apply(.modified(kind.new)).count
      cluster.apply(.modified(kind.old))
      recorder.record("\(prefix)\(kind.name), Dataplanes", [Double(count)], unit: "changes")
      recorder.time("\(prefix)\(kind.name)", per: .events(20)) {
        for _ in 0..<10 {
          keep(cluster.apply(.modified(kind.new)))
          keep(cluster.apply(.modified(kind.old)))
        }
      }
    }
    recorder.peakMemory()
  }

  /// An object of a cluster, and what it is changed to.
  private struct Change {
    let name: String
    let old: ClusterObject
    let new: ClusterObject

    init(_ name: String, _ old: KubernetesObject, to new: KubernetesObject) {
      self.name = name
      self.old = .kubernetes(old)
      self.new = .kubernetes(new)
    }
  }

  /// The changes that are measured: of the objects in the middle of each kind, so that nothing about their place is special.
  private static func changes(among objects: [ClusterObject]) -> [Change] {
    let kinds = Dictionary(grouping: objects, by: \.reference.kind)
    return kinds.keys.sorted().flatMap { kind -> [Change] in
      guard let list = kinds[kind], case .kubernetes(let old) = list[list.count / 2] else { return [] }
      switch old {
      case .pod(var pod):
        pod.metadata.labels["team"] = "another"
        return [Change("Pod's label", old, to: .pod(pod))]
      case .service(var service):
        service.ports[0].port = 8_088
        return [Change("Service's port", old, to: .service(service))]
      case .namespace(let namespace):
        var (labelled, moved) = (namespace, namespace)
        labelled.metadata.labels["team"] = "another"
        moved.phase = "Terminating"
        return [
          Change("Namespace's label", old, to: .namespace(labelled)),
          Change("Namespace's phase", old, to: .namespace(moved)),
        ]
      case .replicaSet(var replicaSet):
        replicaSet.metadata.ownerReferences = []
        return [Change("ReplicaSet's owner", old, to: .replicaSet(replicaSet))]
      case .node(var node):
        node.metadata.labels["topology.kubernetes.io/zone"] = "another"
        return [Change("Node's zone", old, to: .node(node))]
      case .endpointSlice(var slice):
        slice.endpoints.removeLast()
        return [Change("EndpointSlice's endpoint", old, to: .endpointSlice(slice))]
      default: return []
      }
    }
  }
}
