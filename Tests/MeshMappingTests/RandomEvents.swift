import KubernetesObjects
import MeshMapping
import TestSupport

/// Events of a random cluster: objects come in any order, change and go, Pods before their owners and Services after.
struct RandomEvents {
  /// The objects that there are now.
  private(set) var objects: [ClusterObject] = []
  private var random: SplitMix
  private var cluster: RandomCluster
  private var waiting: [ClusterObject] = []

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    cluster = RandomCluster(seed: seed)
  }

  /// The next event, which ``objects`` then knows.
  mutating func next() -> ClusterEvent {
    if waiting.isEmpty {
      // Another version of every object, so that most of what follows are modifications.
      let base = cluster.objects()
      waiting = (base + slices(of: base) + dataplanes(of: base)).shuffled(using: &random)
    }
    let isDeletion = !objects.isEmpty && Int.random(in: 0..<5, using: &random) == 0
    if isDeletion, let gone = objects.randomElement(using: &random) {
      objects.removeAll { $0.reference == gone.reference }
      return .deleted(gone.reference)
    }
    let object = waiting.removeLast()
    let isKnown = objects.contains { $0.reference == object.reference }
    objects.removeAll { $0.reference == object.reference }
    objects.append(object)
    return isKnown ? .modified(object) : .added(object)
  }

  /// EndpointSlices of some Services, which name some Pods, and sometimes nothing.
  private mutating func slices(of objects: [ClusterObject]) -> [ClusterObject] {
    objects.compactMap { object in
      guard case .kubernetes(.service(let service)) = object else { return nil }
      let number = Int.random(in: 0...8, using: &random)
      let uid = "uid-\(service.metadata.effectiveNamespace)-web-\(number % 4)"
      let target = number > 7 ? nil : EndpointSlice.TargetReference(uid: uid)
      let metadata = ObjectMeta(
        name: "\(service.metadata.name)-slice",
        namespace: service.metadata.namespace,
        labels: [EndpointSlice.serviceNameLabel: service.metadata.name]
      )
      return .kubernetes(.endpointSlice(EndpointSlice(metadata: metadata, endpoints: [.init(targetRef: target)])))
    }
  }

  /// Dataplanes that exist of some Pods, some of them of Pods that are gone.
  private mutating func dataplanes(of objects: [ClusterObject]) -> [ClusterObject] {
    objects.compactMap { object in
      guard case .kubernetes(.pod(let pod)) = object, Bool.random(using: &random) else { return nil }
      let uid = Bool.random(using: &random) ? pod.metadata.uid : "gone"
      let owner = OwnerReference(apiVersion: "v1", kind: "Pod", name: pod.metadata.name, uid: uid, controller: true)
      let name = ObjectName(of: pod.metadata)
      let metadata = Dataplane.Metadata(name: name.name, namespace: name.namespace, ownerReferences: [owner])
      let service = "svc-\(Int.random(in: 0...4, using: &random))_\(["a", "b"].randomElement(using: &random) ?? "a")_svc_80"
      var tags = [KumaTag(key: "kuma.io/service", value: service, origin: .resource)]
      if Bool.random(using: &random) { tags.append(KumaTag(key: "kuma.io/instance", value: name.name, origin: .resource)) }
      let state: Dataplane.State = Int.random(in: 0..<4, using: &random) == 0 ? .ignored : .ready
      let networking = Dataplane.Networking(
        address: pod.status.podIP, inbound: [Dataplane.Inbound(port: 8080, tags: Tags(tags), state: state)])
      let mesh = Int.random(in: 0..<4, using: &random) == 0 ? "enabled" : "default"
      if name.namespace == "kuma-system", Bool.random(using: &random) {
        let port = Int.random(in: 1...2, using: &random)
        return Bool.random(using: &random)
          ? .zoneIngress(ZoneIngress(metadata: metadata, address: "10.0.0.1", port: port, advertisedAddress: "1.1.1.1"))
          : .zoneEgress(ZoneEgress(metadata: metadata, address: "10.0.0.1", port: port))
      }
      return .dataplane(Dataplane(mesh: mesh, metadata: metadata, networking: networking))
    }
  }
}
