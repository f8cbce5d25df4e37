import KubernetesObjects
import MeshMapping

extension Pod {
  /// The Pod `demo/web-1` with the given values.
  static func fixture(
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

extension Namespace {
  /// The Namespace `demo` with the given values.
  static func fixture(
    name: String = "demo",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    phase: String = "Active"
  ) -> Namespace {
    Namespace(metadata: ObjectMeta(name: name, labels: labels, annotations: annotations), phase: phase)
  }
}

extension Service {
  /// The Service `demo/web` that selects `app=web`, with the given values.
  static func fixture(
    name: String = "web",
    namespace: String = "demo",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    type: String = "ClusterIP",
    clusterIP: String = "10.96.0.1",
    selector: StringMap = ["app": "web"],
    ports: [ServicePort] = [ServicePort(port: 80, targetPort: 8080)]
  ) -> Service {
    Service(
      metadata: ObjectMeta(name: name, namespace: namespace, labels: labels, annotations: annotations),
      type: type,
      clusterIP: clusterIP,
      selector: selector,
      ports: ports
    )
  }
}

extension StringMap {
  /// The entries as a dictionary, for comparing in one go.
  var dictionary: [String: String] {
    Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }
}

extension Tags {
  /// The tags as a dictionary, for comparing in one go.
  var dictionary: [String: String] {
    Dictionary(sorted.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }
}

extension StringMap {
  /// The annotations with which the injector switches transparent proxying on.
  static let proxied: StringMap = [
    "kuma.io/transparent-proxying": "enabled",
    "kuma.io/transparent-proxying-inbound-port": "15006",
    "kuma.io/transparent-proxying-outbound-port": "15001",
  ]

  /// The entries of another map, with these beside or over them.
  func over(_ other: StringMap) -> StringMap {
    StringMap(other.entries + entries)
  }
}
