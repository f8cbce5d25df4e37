import KubernetesObjects
import Testing

@Suite("References to objects")
struct ObjectReferenceTests {
  private static let metadata = ObjectMeta(name: "a", namespace: "demo")
  private static let objects: [(KubernetesObject, ObjectReference)] = [
    (.pod(Pod(metadata: metadata)), ObjectReference(apiGroup: "", kind: "Pod", namespace: "demo", name: "a")),
    (
      .pod(Pod(metadata: ObjectMeta(name: "a"))), ObjectReference(apiGroup: "", kind: "Pod", namespace: "default", name: "a")
    ),
    (.service(Service(metadata: metadata)), ObjectReference(apiGroup: "", kind: "Service", namespace: "demo", name: "a")),
    (.namespace(Namespace(metadata: metadata)), ObjectReference(apiGroup: "", kind: "Namespace", namespace: "", name: "a")),
    (.node(Node(metadata: metadata)), ObjectReference(apiGroup: "", kind: "Node", namespace: "", name: "a")),
    (
      .endpointSlice(EndpointSlice(metadata: metadata)),
      ObjectReference(apiGroup: "discovery.k8s.io", kind: "EndpointSlice", namespace: "demo", name: "a")
    ),
    (
      .replicaSet(ReplicaSet(metadata: metadata)),
      ObjectReference(apiGroup: "apps", kind: "ReplicaSet", namespace: "demo", name: "a")
    ),
    (.job(Job(metadata: metadata)), ObjectReference(apiGroup: "batch", kind: "Job", namespace: "demo", name: "a")),
    (
      .unsupported(
        UnsupportedObject(type: ObjectType(apiVersion: "apps/v1", kind: "Deployment"), namespace: "demo", name: "a")),
      ObjectReference(apiGroup: "apps", kind: "Deployment", namespace: "demo", name: "a")
    ),
  ]

  @Test(arguments: objects)
  func anObjectIsNamedByItsKindNamespaceAndName(_ object: KubernetesObject, _ reference: ObjectReference) {
    #expect(object.reference == reference)
  }

  @Test func objectsAreIdentifiedByTheirReference() {
    #expect(Pod(metadata: Self.metadata).id == ObjectReference(apiGroup: "", kind: "Pod", namespace: "demo", name: "a"))
    #expect(Node(metadata: Self.metadata).id == ObjectReference(apiGroup: "", kind: "Node", namespace: "", name: "a"))
  }

  /// The groups that the types name are those of the versions that they read.
  @Test func groupsAreThoseOfTheVersions() {
    func check<Resource: KubernetesResource>(_ resource: Resource.Type) {
      // Kinds have moved from that group to others, and stayed the same.
      for version in Resource.apiVersions where version != "extensions/v1beta1" {
        #expect(ObjectType(apiVersion: version, kind: Resource.kind).apiGroup == Resource.apiGroup)
      }
    }
    check(Pod.self)
    check(Service.self)
    check(Namespace.self)
    check(Node.self)
    check(EndpointSlice.self)
    check(ReplicaSet.self)
    check(Job.self)
  }

  @Test(arguments: [
    ("v1", ""), ("", ""), ("apps/v1", "apps"), ("kuma.io/v1alpha1", "kuma.io"), ("a/b/c", "a"), ("/v1", ""),
  ])
  func theGroupStandsBeforeTheSlash(apiVersion: String, group: String) {
    #expect(ObjectType(apiVersion: apiVersion, kind: "A").apiGroup == group)
  }

  @Test func aReferenceIsPrintedSafely() {
    let reference = ObjectReference(apiGroup: "", kind: "Pod\u{1B}", namespace: "demo\n", name: "\u{202E}a")
    #expect("\(reference)" == #""Pod\u{1b}" "demo\n"/"\u{202e}a""#)
    #expect("\(ObjectReference(apiGroup: "", kind: "Node", namespace: "", name: "a"))" == "Node a")
  }

  @Test func aFailureNamesItsObjectWhereItCan() {
    let failure = ObjectFailure(
      apiVersion: "apps/v1", kind: "ReplicaSet", namespace: "demo", name: "a", path: "metadata", problem: "is wrong")
    #expect(failure.reference == ObjectReference(apiGroup: "apps", kind: "ReplicaSet", namespace: "demo", name: "a"))
    #expect(ObjectFailure(kind: nil, name: "a", path: "", problem: "").reference == nil)
    #expect(ObjectFailure(kind: "Pod", path: "", problem: "").reference == nil)
  }
}
