package import KubernetesObjects

extension Pod {
  /// The Pod `demo/web-1` with the given values.
  package static func fixture(
    name: String = "web-1",
    namespace: String? = "demo",
    uid: String = "pod-uid",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    owners: [OwnerReference] = [],
    deletionTimestamp: String? = nil,
    containers: [Container] = [Container(name: "app")],
    initContainers: [Container] = [],
    nodeName: String = "",
    serviceAccountName: String = "",
    phase: String = "Running",
    reason: String = "",
    podIP: String = "10.0.0.1",
    statuses: [ContainerStatus] = [],
    initStatuses: [ContainerStatus] = []
  ) -> Pod {
    Pod(
      metadata: ObjectMeta(
        name: name,
        namespace: namespace,
        uid: uid,
        labels: labels,
        annotations: annotations,
        ownerReferences: owners,
        deletionTimestamp: deletionTimestamp
      ),
      spec: PodSpec(
        containers: containers,
        initContainers: initContainers,
        nodeName: nodeName,
        serviceAccountName: serviceAccountName
      ),
      status: PodStatus(
        phase: phase,
        reason: reason,
        podIP: podIP,
        containerStatuses: statuses,
        initContainerStatuses: initStatuses
      )
    )
  }
}
