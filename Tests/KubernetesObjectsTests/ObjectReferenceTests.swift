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
      .deployment(Deployment(metadata: metadata)),
      ObjectReference(apiGroup: "apps", kind: "Deployment", namespace: "demo", name: "a")
    ),
    (
      .replicationController(ReplicationController(metadata: metadata)),
      ObjectReference(apiGroup: "", kind: "ReplicationController", namespace: "demo", name: "a")
    ),
    (
      .statefulSet(StatefulSet(metadata: metadata)),
      ObjectReference(apiGroup: "apps", kind: "StatefulSet", namespace: "demo", name: "a")
    ),
    (
      .daemonSet(DaemonSet(metadata: metadata)),
      ObjectReference(apiGroup: "apps", kind: "DaemonSet", namespace: "demo", name: "a")
    ),
    (
      .cronJob(CronJob(metadata: metadata)),
      ObjectReference(apiGroup: "batch", kind: "CronJob", namespace: "demo", name: "a")
    ),
    (
      .rollout(Rollout(metadata: metadata)),
      ObjectReference(apiGroup: "argoproj.io", kind: "Rollout", namespace: "demo", name: "a")
    ),
    (
      .podTemplate(PodTemplate(metadata: metadata, template: PodTemplateSpec())),
      ObjectReference(apiGroup: "", kind: "PodTemplate", namespace: "demo", name: "a")
    ),
    (
      .customWorkload(
        CustomWorkload(type: ObjectType(apiVersion: "serving.knative.dev/v1", kind: "Service"), metadata: metadata)),
      ObjectReference(apiGroup: "serving.knative.dev", kind: "Service", namespace: "demo", name: "a")
    ),
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

  /// The groups that the types name are those of the versions that they read, but for the group that kinds were of before `apps`.
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
    check(Deployment.self)
    check(ReplicationController.self)
    check(StatefulSet.self)
    check(DaemonSet.self)
    check(CronJob.self)
    check(Rollout.self)
    check(PodTemplate.self)
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

  @Test func aFailureIsPrintedSafely() {
    let failure = ObjectFailure(
      kind: "Pod\u{1B}", namespace: "demo\n", name: "\u{202E}a", path: "spec.\u{2028}", problem: "is wrong")
    #expect("\(failure)" == #""Pod\u{1b}" "demo\n/\u{202e}a": "spec.\u{2028}" is wrong"#)
    #expect("\(PortReference.name("\u{1B}[2J"))" == #""\u{1b}[2J""#)
    let requirement = LabelSelector.Requirement.isIn(key: "a\n", values: ["\u{7}", "b"])
    #expect("\(requirement)" == #""a\n" in ("\u{7}", b)"#)
  }
}
