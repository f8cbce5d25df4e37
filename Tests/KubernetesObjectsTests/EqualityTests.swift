import KubernetesObjects
import Testing

/// Equality is written by hand, so that texts are compared as bytes. A field that is added has to be compared too: it changes the
/// number here, and is then easily remembered.
@Suite("Equality")
struct EqualityTests {
  static let fields: [(object: any Sendable, count: Int)] = [
    (ObjectMeta(name: "a"), 7), (OwnerReference(apiVersion: "v1", kind: "A", name: "a"), 6), (PodSpec(), 4),
    (PodStatus(), 5),
    (ContainerStatus(name: "a", isReady: true), 3), (Container(name: "a"), 5), (ContainerPort(containerPort: 1), 3),
    (HTTPProbe(.liveness, port: 1), 3), (Service(metadata: ObjectMeta(name: "a")), 5), (ServicePort(port: 1), 5),
    (Namespace(metadata: ObjectMeta(name: "a")), 2), (EndpointSlice.TargetReference(uid: "a"), 1),
  ]

  @Test func everyFieldIsCompared() {
    for (object, count) in Self.fields {
      #expect(Mirror(reflecting: object).children.count == count, "\(type(of: object))")
    }
  }

  private static func pod(_ text: String) -> [Pod] {
    let metadata = ObjectMeta(name: "a")
    return [
      Pod(metadata: ObjectMeta(name: text)), Pod(metadata: ObjectMeta(name: "a", namespace: text)),
      Pod(metadata: ObjectMeta(name: "a", uid: text)), Pod(metadata: ObjectMeta(name: "a", deletionTimestamp: text)),
      Pod(metadata: ObjectMeta(name: "a", ownerReferences: [OwnerReference(apiVersion: text, kind: "A", name: "a")])),
      Pod(metadata: ObjectMeta(name: "a", ownerReferences: [OwnerReference(apiVersion: "v1", kind: text, name: "a")])),
      Pod(metadata: ObjectMeta(name: "a", ownerReferences: [OwnerReference(apiVersion: "v1", kind: "A", name: text)])),
      Pod(
        metadata: ObjectMeta(name: "a", ownerReferences: [OwnerReference(apiVersion: "v1", kind: "A", name: "a", uid: text)])
      ),
      Pod(metadata: metadata, spec: PodSpec(nodeName: text)),
      Pod(metadata: metadata, spec: PodSpec(serviceAccountName: text)),
      Pod(metadata: metadata, status: PodStatus(phase: text)), Pod(metadata: metadata, status: PodStatus(reason: text)),
      Pod(metadata: metadata, status: PodStatus(podIP: text)),
      Pod(metadata: metadata, status: PodStatus(containerStatuses: [ContainerStatus(name: text, isReady: true)])),
    ]
  }

  private static func service(_ text: String) -> [Service] {
    let metadata = ObjectMeta(name: "a")
    return [
      Service(metadata: metadata, type: text), Service(metadata: metadata, clusterIP: text),
      Service(metadata: metadata, ports: [ServicePort(name: text, port: 1)]),
      Service(metadata: metadata, ports: [ServicePort(appProtocol: text, port: 1)]),
    ]
  }

  @Test func textsThatOnlyLookTheSameAreDifferent() {
    let (composed, decomposed) = ("\u{E9}", "e\u{301}")
    for (left, right) in zip(Self.pod(composed), Self.pod(decomposed)) {
      #expect(left != right)
      #expect(Set([left, right, left]).count == 2)
    }
    for (left, right) in zip(Self.service(composed), Self.service(decomposed)) { #expect(left != right) }
    let metadata = ObjectMeta(name: "a")
    #expect(Namespace(metadata: metadata, phase: composed) != Namespace(metadata: metadata, phase: decomposed))
    #expect(EndpointSlice.TargetReference(uid: composed) != EndpointSlice.TargetReference(uid: decomposed))
  }
}
