import KubernetesObjects

/// All that is in one namespace, indexed: nothing of it matters to the Pods of another.
struct NamespaceObjects: Sendable {
  /// The Namespace; nil where only objects in it are known.
  var namespace: Namespace?
  /// The Pods.
  var pods = PodIndex()
  /// The Services.
  var services: ServiceIndex
  /// The EndpointSlices.
  var endpointSlices = EndpointSliceIndex()
  /// The ReplicaSets.
  var replicaSets: ObjectIndex<ReplicaSet> = []
  /// The Jobs.
  var jobs: ObjectIndex<Job> = []
  /// What makes Pods otherwise.
  var workloads = WorkloadIndex()
  /// The Pods that have yet to be given their names, in the order in which they came.
  var unnamedPods: [UnnamedPod] = []
  /// The Dataplanes that exist, by name.
  var dataplanes: [ExactString: Dataplane] = [:]
  /// The ZoneIngresses that exist, by name; only the control plane's own namespace has any.
  var zoneIngresses: [ExactString: ZoneIngress] = [:]
  /// The ZoneEgresses that exist, by name; only the control plane's own namespace has any.
  var zoneEgresses: [ExactString: ZoneEgress] = [:]

  /// The name of the namespace; empty where nothing names it.
  var name: String {
    namespace?.metadata.name ?? pods.all.first { _ in true }?.pod.metadata.effectiveNamespace ?? ""
  }

  /// An empty namespace.
  init(under controlPlane: ControlPlane) {
    services = ServiceIndex(under: controlPlane)
  }

  /// The same objects, what is prepared under one control plane being prepared under another.
  func prepared(under controlPlane: ControlPlane) -> NamespaceObjects {
    var objects = self
    objects.services = ServiceIndex(services.all, under: controlPlane)
    objects.pods.prepare(under: controlPlane)
    return objects
  }
}
