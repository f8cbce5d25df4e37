import KubernetesObjects

/// All that is in one namespace, indexed: nothing of it matters to the Pods of another.
struct NamespaceObjects: Sendable {
  /// The Namespace; nil where only objects in it are known.
  var namespace: Namespace?
  /// The Pods.
  var pods = PodIndex() { didSet { planned = nil } }
  /// The Services.
  var services: ServiceIndex
  /// The EndpointSlices.
  var endpointSlices = EndpointSliceIndex()
  /// The ReplicaSets.
  var replicaSets: ObjectIndex<ReplicaSet> = [] { didSet { planned = nil } }
  /// The Jobs.
  var jobs: ObjectIndex<Job> = [] { didSet { planned = nil } }
  /// What makes Pods otherwise.
  var workloads = WorkloadIndex() { didSet { planned = nil } }
  /// The Pods that have yet to be given their names, in the order in which they came.
  var unnamedPods: [UnnamedPod] = [] { didSet { planned = nil } }
  /// The Dataplanes that exist, by name.
  var dataplanes: [ExactString: Dataplane] = [:]
  /// The ZoneIngresses that exist, by name; only the control plane's own namespace has any.
  var zoneIngresses: [ExactString: ZoneIngress] = [:]
  /// The ZoneEgresses that exist, by name; only the control plane's own namespace has any.
  var zoneEgresses: [ExactString: ZoneEgress] = [:]

  /// What workloads will make, where that was worked out once for all who ask, and nothing that decides about it changed since.
  private(set) var planned: PlannedIndex?

  /// The name of the namespace; empty where nothing names it.
  var name: String {
    namespace?.metadata.name ?? pods.all.first { _ in true }?.pod.metadata.effectiveNamespace ?? ""
  }

  /// An empty namespace.
  init(under controlPlane: ControlPlane) {
    services = ServiceIndex(under: controlPlane)
  }

  /// The same objects, what is prepared under one control plane being prepared under another.
  func prepared(under controlPlane: ControlPlane, insteadOf old: ControlPlane) -> NamespaceObjects {
    var objects = self
    if !controlPlane.preparesServices(like: old) { objects.services = ServiceIndex(services.all, under: controlPlane) }
    objects.pods.prepare(under: controlPlane)
    // That depends on no control plane.
    objects.planned = planned
    return objects
  }

  /// Puts a workload in. Where it takes the place of itself, what the others will make stays as it is known.
  mutating func insert(workload object: KubernetesObject) {
    let reference = object.reference
    replace(workloads[reference]?.workload, with: object.workload) { $0.workloads[reference] = object }
  }

  /// Puts a ReplicaSet in, in the same way.
  mutating func insert(_ replicaSet: ReplicaSet) {
    let name = ObjectName(of: replicaSet.metadata)
    replace(replicaSets[name], with: replicaSet) { $0.replicaSets[name] = replicaSet }
  }

  /// Puts a Job in, in the same way.
  mutating func insert(_ job: Job) {
    let name = ObjectName(of: job.metadata)
    replace(jobs[name], with: job) { $0.jobs[name] = job }
  }

  /// Puts a workload in the place of the one of its name, and takes note of it in what is known of what workloads will make.
  private mutating func replace(
    _ old: (any Workload)?, with new: (any Workload)?, by put: (inout NamespaceObjects) -> Void
  ) {
    var known = takePlanned()
    put(&self)
    update(&known, replacing: old, with: new)
    planned = known
  }

  /// Puts a Pod in. Where it takes the place of itself and has the same owners, what workloads will make stays as it is known.
  mutating func insert(_ pod: Pod, under controlPlane: ControlPlane) {
    guard let known = takePlanned() else { return pods.insert(pod, under: controlPlane) }
    let old = pods[pod.metadata.name]?.pod
    pods.insert(pod, under: controlPlane)
    if let old, OwnersOfPods.isOwnedAlike(old, pod) { planned = known }
  }

  /// What workloads will make as far as it is known, which is then nobody else's, so that it can be changed in its place.
  private mutating func takePlanned() -> PlannedIndex? {
    var known: PlannedIndex?
    swap(&known, &planned)
    return known
  }

  /// Works out once what workloads will make. O(*n* log *n*) for *n* ReplicaSets, Jobs and workloads.
  mutating func preparePlanned() {
    planned = plannedIndex
  }
}

extension ControlPlane {
  /// Whether Services are prepared in the same way as by another control plane.
  fileprivate func preparesServices(like other: ControlPlane) -> Bool {
    let (mine, theirs) = (rules, other.rules)
    return settings == other.settings && mine.services == theirs.services && mine.inbounds == theirs.inbounds
      && mine.tags == theirs.tags && mine.zone == theirs.zone && mine.switchWords == theirs.switchWords
  }
}
