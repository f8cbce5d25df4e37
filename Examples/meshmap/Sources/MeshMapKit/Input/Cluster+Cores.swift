import KubernetesObjects
package import MeshMapping

extension Cluster {
  /// The cluster of the given objects, made by all cores: what is in one namespace does not depend on what is in another.
  ///
  /// It is the same as if one core made it.
  package init(byAllCores objects: [ClusterObject], under controlPlane: ControlPlane) async throws {
    guard objects.count >= Self.fewest else {
      self.init(objects, under: controlPlane)
      return
    }
    let work = OrderedWork<[Int], Cluster> { indices in
      Cluster(indices.lazy.map { objects[$0] }, under: controlPlane)
    }
    self.init(merging: try await work.results(of: Self.parts(of: objects)), under: controlPlane)
  }

  /// Fewer objects are put in their places before another core has begun.
  private static let fewest = 5_000

  /// The places of the objects of each part, in order. What is in no namespace is in the first one.
  private static func parts(of objects: [ClusterObject]) -> [[Int]] {
    var parts = [[Int]](repeating: [], count: 16)
    for (index, object) in objects.enumerated() {
      let namespace = object.namespace ?? ""
      // A sum of the bytes that tells names apart which differ at their ends, and the same on every run.
      let sum = namespace.utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
      parts[namespace.isEmpty ? 0 : Int(sum % UInt32(parts.count))].append(index)
    }
    return parts
  }
}

extension ClusterObject {
  /// The namespace that the object is or is in; nil where it is in none.
  fileprivate var namespace: String? {
    switch self {
    case .mesh, .containerPatch, .resource, .kubernetes(.node), .kubernetes(.unsupported): nil
    case .dataplane(let dataplane): dataplane.metadata.namespace
    case .zoneIngress(let ingress): ingress.metadata.namespace
    case .zoneEgress(let egress): egress.metadata.namespace
    case .kubernetes(.namespace(let namespace)): namespace.metadata.name
    case .kubernetes(.pod(let pod)): pod.metadata.effectiveNamespace
    case .kubernetes(.service(let service)): service.metadata.effectiveNamespace
    case .kubernetes(.endpointSlice(let slice)): slice.metadata.effectiveNamespace
    case .kubernetes(.replicaSet(let replicaSet)): replicaSet.metadata.effectiveNamespace
    case .kubernetes(.job(let job)): job.metadata.effectiveNamespace
    case .kubernetes(let object): object.reference.namespace
    @unknown default: nil
    }
  }
}
