import KubernetesObjects
import TestSupport
import Testing

/// Objects are equal where all their bytes are: strings that merely look the same are different.
@Suite("Equality")
struct EqualityTests {
  static let strings: [Exactness] = [
    Exactness("ExactString") { ExactString($0) }, Exactness("ByteExact") { ByteExact(wrappedValue: $0) },
    Exactness("OptionalByteExact") { OptionalByteExact(wrappedValue: $0) },
    Exactness("ByteExactList") { ByteExactList(wrappedValue: ["a", $0]) },
    Exactness("OptionalByteExactList") { OptionalByteExactList(wrappedValue: ["a", $0]) },
    Exactness("StringMap, a key") { StringMap([StringMap.Entry(key: $0, value: "")]) },
    Exactness("StringMap, a value") { StringMap([StringMap.Entry(key: "a", value: $0)]) },
    Exactness("StringMap.Entry, the key") { StringMap.Entry(key: $0, value: "") },
    Exactness("StringMap.Entry, the value") { StringMap.Entry(key: "", value: $0) },
    Exactness("PortReference") { PortReference.name($0) }, Exactness("TransportProtocol") { TransportProtocol($0) },
    Exactness("LabelSelector.Requirement, the key") { LabelSelector.Requirement.exists(key: $0) },
    Exactness("LabelSelector.Requirement, a value") { LabelSelector.Requirement.isIn(key: "a", values: ["b", $0]) },
    Exactness("LabelSelector") { LabelSelector([.doesNotExist(key: $0)]) },
  ]

  static let metadata: [Exactness] = [
    Exactness("name") { ObjectMeta(name: $0) }, Exactness("namespace") { ObjectMeta(name: "a", namespace: $0) },
    Exactness("uid") { ObjectMeta(name: "a", uid: $0) }, Exactness("label") { ObjectMeta(name: "a", labels: ["a": $0]) },
    Exactness("annotation") { ObjectMeta(name: "a", annotations: ["a": $0]) },
    Exactness("owner") { ObjectMeta(name: "a", ownerReferences: [OwnerReference(apiVersion: "", kind: "", name: $0)]) },
    Exactness("deletionTimestamp") { ObjectMeta(name: "a", deletionTimestamp: $0) },
    Exactness("OwnerReference.apiVersion") { OwnerReference(apiVersion: $0, kind: "", name: "") },
    Exactness("OwnerReference.kind") { OwnerReference(apiVersion: "", kind: $0, name: "") },
    Exactness("OwnerReference.name") { OwnerReference(apiVersion: "", kind: "", name: $0) },
    Exactness("OwnerReference.uid") { OwnerReference(apiVersion: "", kind: "", name: "", uid: $0) },
    Exactness("ObjectType.apiVersion") { ObjectType(apiVersion: $0, kind: "") },
    Exactness("ObjectType.kind") { ObjectType(apiVersion: "", kind: $0) },
  ]

  static let pods: [Exactness] = [
    Exactness("Pod.metadata") { Pod(metadata: ObjectMeta(name: $0)) },
    Exactness("Pod.spec") { Pod(metadata: ObjectMeta(name: "a"), spec: PodSpec(nodeName: $0)) },
    Exactness("Pod.status") { Pod(metadata: ObjectMeta(name: "a"), status: PodStatus(podIP: $0)) },
    Exactness("PodSpec.nodeName") { PodSpec(nodeName: $0) },
    Exactness("PodSpec.serviceAccountName") { PodSpec(serviceAccountName: $0) },
    Exactness("PodSpec.restartPolicy") { PodSpec(restartPolicy: $0) },
    Exactness("Node.kubeletVersion") { Node(metadata: ObjectMeta(name: "a"), kubeletVersion: $0) },
    Exactness("PodSpec.volumeNames") { PodSpec(volumeNames: [$0]) },
    Exactness("PodSpec.containers") { PodSpec(containers: [Container(name: $0)]) },
    Exactness("PodSpec.initContainers") { PodSpec(initContainers: [Container(name: $0)]) },
    Exactness("PodStatus.phase") { PodStatus(phase: $0) }, Exactness("PodStatus.reason") { PodStatus(reason: $0) },
    Exactness("PodStatus.podIP") { PodStatus(podIP: $0) },
    Exactness("PodStatus.containerStatuses") { PodStatus(containerStatuses: [ContainerStatus(name: $0, isReady: true)]) },
    Exactness("PodStatus.initContainerStatuses") {
      PodStatus(initContainerStatuses: [ContainerStatus(name: $0, isReady: true)])
    },
    Exactness("ContainerStatus") { ContainerStatus(name: $0, isReady: true) },
    Exactness("Container.name") { Container(name: $0) },
    Exactness("Container.ports") { Container(name: "a", ports: [ContainerPort(name: $0, containerPort: 1)]) },
    Exactness("Container.httpProbes") { Container(name: "a", httpProbes: [HTTPProbe(.liveness, port: 1, path: $0)]) },
    Exactness("Container.portProbes") { Container(name: "a", portProbes: [PortProbe(.liveness, .tcp, port: .name($0))]) },
    Exactness("Container.restartPolicy") { Container(name: "a", restartPolicy: $0) },
    Exactness("ContainerPort.name") { ContainerPort(name: $0, containerPort: 1) },
    Exactness("ContainerPort.transportProtocol") {
      ContainerPort(containerPort: 1, transportProtocol: TransportProtocol($0))
    },
    Exactness("HTTPProbe.port") { HTTPProbe(.liveness, port: .name($0)) },
    Exactness("PortProbe.port") { PortProbe(.liveness, .tcp, port: .name($0)) },
    Exactness("HTTPProbe.path") { HTTPProbe(.liveness, port: 1, path: $0) },
  ]

  static let others: [Exactness] = [
    Exactness("Service.metadata") { Service(metadata: ObjectMeta(name: $0)) },
    Exactness("Service.type") { Service(metadata: ObjectMeta(name: "a"), type: $0) },
    Exactness("Service.clusterIP") { Service(metadata: ObjectMeta(name: "a"), clusterIP: $0) },
    Exactness("Service.selector") { Service(metadata: ObjectMeta(name: "a"), selector: ["a": $0]) },
    Exactness("Service.ports") { Service(metadata: ObjectMeta(name: "a"), ports: [ServicePort(name: $0, port: 1)]) },
    Exactness("LoadBalancerIngress.ip") { LoadBalancerIngress(ip: $0) },
    Exactness("LoadBalancerIngress.hostname") { LoadBalancerIngress(hostname: $0) },
    Exactness("NodeAddress.type") { NodeAddress(type: $0, address: "") },
    Exactness("NodeAddress.address") { NodeAddress(type: "", address: $0) },
    Exactness("ServicePort.name") { ServicePort(name: $0, port: 1) },
    Exactness("ServicePort.transportProtocol") { ServicePort(transportProtocol: TransportProtocol($0), port: 1) },
    Exactness("ServicePort.appProtocol") { ServicePort(appProtocol: $0, port: 1) },
    Exactness("ServicePort.targetPort") { ServicePort(port: 1, targetPort: .name($0)) },
    Exactness("Namespace.metadata") { Namespace(metadata: ObjectMeta(name: $0)) },
    Exactness("Namespace.phase") { Namespace(metadata: ObjectMeta(name: "a"), phase: $0) },
    Exactness("Node") { Node(metadata: ObjectMeta(name: $0)) }, Exactness("Job") { Job(metadata: ObjectMeta(name: $0)) },
    Exactness("ReplicaSet") { ReplicaSet(metadata: ObjectMeta(name: $0)) },
    Exactness("PodTemplateSpec.labels") { PodTemplateSpec(labels: ["a": $0]) },
    Exactness("PodTemplateSpec.annotations") { PodTemplateSpec(annotations: ["a": $0]) },
    Exactness("CustomWorkload.type") {
      CustomWorkload(type: ObjectType(apiVersion: "", kind: $0), metadata: ObjectMeta(name: "a"))
    },
    Exactness("PodTemplatePaths, a kind") { PodTemplatePaths([$0: "spec.template"]) },
    Exactness("PodTemplatePaths, a path") { PodTemplatePaths(["A": $0]) },
    Exactness("WorkloadPods.name") { Deployment(metadata: ObjectMeta(name: $0), template: PodTemplateSpec()).pods },
    Exactness("WorkloadPods.namespace") {
      Deployment(metadata: ObjectMeta(name: "a", namespace: $0), template: PodTemplateSpec()).pods
    },
    Exactness("PodNames") {
      StatefulSet(metadata: ObjectMeta(name: $0), template: PodTemplateSpec()).pods?.names
    },
    Exactness("EndpointSlice.metadata") { EndpointSlice(metadata: ObjectMeta(name: $0)) },
    Exactness("EndpointSlice.endpoints") {
      EndpointSlice(metadata: ObjectMeta(name: "a"), endpoints: [.init(targetRef: .init(uid: $0))])
    },
    Exactness("EndpointSlice.TargetReference.uid") { EndpointSlice.TargetReference(uid: $0) },
    Exactness("EndpointSlice.TargetReference.kind") { EndpointSlice.TargetReference(uid: "", kind: $0) },
    Exactness("EndpointSlice.TargetReference.name") { EndpointSlice.TargetReference(uid: "", name: $0) },
    Exactness("KubernetesObject") { KubernetesObject.node(Node(metadata: ObjectMeta(name: $0))) },
    Exactness("UnsupportedObject.type") { UnsupportedObject(type: ObjectType(apiVersion: "", kind: $0)) },
    Exactness("UnsupportedObject.namespace") {
      UnsupportedObject(type: ObjectType(apiVersion: "", kind: ""), namespace: $0)
    },
    Exactness("UnsupportedObject.name") { UnsupportedObject(type: ObjectType(apiVersion: "", kind: ""), name: $0) },
    Exactness("ObjectName.name") { ObjectName(namespace: "a", name: $0) },
    Exactness("ObjectName.namespace") { ObjectName(namespace: $0, name: "a") },
    Exactness("ObjectReference.name") { ObjectReference(apiGroup: "", kind: "", namespace: "", name: $0) },
    Exactness("ObjectReference.namespace") { ObjectReference(apiGroup: "", kind: "", namespace: $0, name: "") },
    Exactness("ObjectReference.kind") { ObjectReference(apiGroup: "", kind: $0, namespace: "", name: "") },
    Exactness("ObjectReference.apiGroup") { ObjectReference(apiGroup: $0, kind: "", namespace: "", name: "") },
    Exactness("ObjectFailure.apiVersion") { ObjectFailure(apiVersion: $0, kind: nil, path: "", problem: "") },
    Exactness("ObjectFailure.kind") { ObjectFailure(kind: $0, path: "", problem: "") },
    Exactness("ObjectFailure.namespace") { ObjectFailure(kind: nil, namespace: $0, path: "", problem: "") },
    Exactness("ObjectFailure.name") { ObjectFailure(kind: nil, name: $0, path: "", problem: "") },
    Exactness("ObjectFailure.itemPath") { ObjectFailure(kind: nil, itemPath: $0, path: "", problem: "") },
    Exactness("ObjectFailure.path") { ObjectFailure(kind: nil, path: $0, problem: "") },
    Exactness("ObjectFailure.problem") { ObjectFailure(kind: nil, path: "", problem: $0) },
    Exactness("ObjectList") { ObjectList<KubernetesObject>(failures: [ObjectFailure(kind: $0, path: "", problem: "")]) },
    Exactness("DecodedObject") {
      DecodedObject<KubernetesObject>(.failure(ObjectFailure(kind: $0, path: "", problem: "")))
    },
  ]

  @Test(arguments: strings + metadata + pods + others)
  func stringsThatOnlyLookTheSameAreDifferent(_ value: Exactness) {
    #expect(value.isExact())
  }

  @Test func whatIsAbsentIsNotEmpty() {
    #expect(OptionalByteExact(wrappedValue: nil) != OptionalByteExact(wrappedValue: ""))
    #expect(OptionalByteExact(wrappedValue: nil) == OptionalByteExact(wrappedValue: nil))
    #expect(OptionalByteExactList(wrappedValue: nil) != OptionalByteExactList(wrappedValue: []))
    #expect(OptionalByteExactList(wrappedValue: nil) == OptionalByteExactList(wrappedValue: nil))
  }

  @Test func listsAreEqualWhereAllStringsAreInTheSameOrder() {
    #expect(ByteExactList(wrappedValue: ["a", "b"]) == ByteExactList(wrappedValue: ["a", "b"]))
    #expect(ByteExactList(wrappedValue: ["a", "b"]) != ByteExactList(wrappedValue: ["b", "a"]))
    #expect(ByteExactList(wrappedValue: ["a"]) != ByteExactList(wrappedValue: ["a", "b"]))
  }

  @Test func stringsDoNotRunIntoEachOtherInAHash() {
    #expect(StringMap.Entry(key: "ab", value: "c").hashValue != StringMap.Entry(key: "a", value: "bc").hashValue)
    #expect(ByteExactList(wrappedValue: ["ab", "c"]).hashValue != ByteExactList(wrappedValue: ["a", "bc"]).hashValue)
  }

  @Test func aMapThatHadAKeyIsEqualToOneThatNeverHadIt() {
    var map: StringMap = ["a": "1", "longer": "2"]
    map["longer"] = nil
    #expect(map == ["a": "1"])
    #expect(map.hashValue == (["a": "1"] as StringMap).hashValue)
  }
}
