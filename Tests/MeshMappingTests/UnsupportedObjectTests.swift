import KubernetesObjects
import MeshMapping
import Testing

/// Objects of kinds that nothing reads are counted, each once: they are known by what names them.
@Suite("Objects of unsupported kinds")
struct UnsupportedObjectTests {
  private static let secret = ObjectType(apiVersion: "v1", kind: "Secret")
  private static let newRoute = ObjectType(apiVersion: "gateway.networking.k8s.io/v1", kind: "HTTPRoute")
  private static let oldRoute = ObjectType(apiVersion: "gateway.networking.k8s.io/v1beta1", kind: "HTTPRoute")

  private static func object(_ type: ObjectType, _ name: String, in namespace: String? = "demo") -> ClusterObject {
    .kubernetes(.unsupported(UnsupportedObject(type: type, namespace: namespace, name: name)))
  }

  private static func cluster(_ objects: ClusterObject...) -> Cluster {
    Cluster(objects, under: ControlPlane(rules: .documented))
  }

  @Test func theReferenceOfOneHasItsNamespaceAndName() {
    let reference = Self.object(Self.newRoute, "web").reference
    #expect(
      reference
        == ObjectReference(apiGroup: "gateway.networking.k8s.io", kind: "HTTPRoute", namespace: "demo", name: "web"))
    #expect("\(reference)" == "HTTPRoute demo/web")
    #expect(Self.object(Self.secret, "a", in: nil).reference.namespace.isEmpty)
  }

  @Test func oneThatChangesIsCountedOnce() {
    var cluster = Self.cluster(Self.object(Self.secret, "a"), Self.object(Self.secret, "a"))
    #expect(cluster.unsupported == [Self.secret: 1])
    cluster.apply(.modified(Self.object(Self.secret, "a")))
    #expect(cluster.unsupported == [Self.secret: 1])
    cluster.apply(.added(Self.object(Self.secret, "a", in: "other")))
    cluster.apply(.added(Self.object(Self.secret, "b")))
    #expect(cluster.unsupported == [Self.secret: 3])
  }

  /// An object is the same one in every version of its API.
  @Test func oneThatIsReadInAnotherVersionIsTheSame() {
    var cluster = Self.cluster(Self.object(Self.oldRoute, "web"))
    cluster.apply(.modified(Self.object(Self.newRoute, "web")))
    #expect(cluster.unsupported == [Self.newRoute: 1])
    cluster.apply(.deleted(Self.object(Self.oldRoute, "web").reference))
    #expect(cluster.unsupported.isEmpty)
  }

  /// The same where one of the versions is read: what is known of the object is what came last.
  @Test func oneThatIsReadInAnotherVersionIsNotUnsupportedAnyMore() {
    let unread = Self.object(ObjectType(apiVersion: "v9", kind: "Namespace"), "demo", in: nil)
    let read = ClusterObject.kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: "demo"))))
    var cluster = Self.cluster(unread)
    cluster.apply(.modified(read))
    #expect(cluster.unsupported.isEmpty)
    #expect(cluster.namespace("demo") != nil)
    cluster.apply(.modified(unread))
    #expect(cluster.unsupported == [ObjectType(apiVersion: "v9", kind: "Namespace"): 1])
    #expect(cluster.namespace("demo") == nil)
    // It has no name to be known by, so that nothing is the same object.
    cluster.apply(.modified(Self.object(Self.secret, "")))
    cluster.apply(.modified(Self.object(Self.secret, "")))
    #expect(cluster.unsupported[Self.secret] == 2)
  }

  @Test func theDeletionOfOneThatWasNeverThereChangesNothing() {
    var cluster = Self.cluster(Self.object(Self.secret, "a"))
    for other in [
      Self.object(Self.secret, "b"), Self.object(Self.secret, "a", in: "other"), Self.object(Self.newRoute, "a"),
      Self.object(Self.secret, ""),
    ] {
      #expect(cluster.apply(.deleted(other.reference)).isEmpty)
      #expect(cluster.unsupported == [Self.secret: 1])
    }
    for _ in 0..<2 {
      cluster.apply(.deleted(Self.object(Self.secret, "a").reference))
      #expect(cluster.unsupported.isEmpty)
    }
  }

  /// A manifest may leave the name to the API server: each such object is another one.
  @Test func thoseWithoutANameAreCountedEach() {
    let cluster = Self.cluster(Self.object(Self.secret, ""), Self.object(Self.secret, ""), Self.object(Self.secret, "a"))
    #expect(cluster.unsupported == [Self.secret: 3])
  }

  @Test(arguments: 1...3)
  func partsTogetherHaveTheSameCounts(count: Int) {
    let cluster = Self.cluster(
      Self.object(Self.secret, ""), Self.object(Self.secret, "a"), Self.object(Self.oldRoute, "web"),
      .kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: "a")))),
      .kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: "b")))))
    let merged = Cluster(merging: cluster.partitions(count), under: cluster.controlPlane)
    #expect(merged.unsupported == [Self.secret: 2, Self.oldRoute: 1])
  }

  @Test func whatSeveralPartsHaveIsCountedOnce() {
    let parts = [
      Self.cluster(Self.object(Self.oldRoute, "web"), Self.object(Self.secret, "a")),
      Self.cluster(Self.object(Self.newRoute, "web"), Self.object(Self.secret, "b"), Self.object(Self.secret, "")),
    ]
    let merged = Cluster(merging: parts, under: ControlPlane(rules: .documented))
    #expect(merged.unsupported == [Self.newRoute: 1, Self.secret: 3])
  }

  @Test func namesThatOnlyLookTheSameAreTwoObjects() {
    let cluster = Self.cluster(Self.object(Self.secret, "\u{E9}"), Self.object(Self.secret, "e\u{301}"))
    #expect(cluster.unsupported == [Self.secret: 2])
  }

  @Test func otherRulesKnowTheSameObjects() {
    let cluster = Cluster(Self.cluster(Self.object(Self.secret, "a")), under: ControlPlane(release: .newest))
    #expect(cluster.unsupported == [Self.secret: 1])
  }

  /// What cannot be decoded any more is removed by what is known of it, which may lack the namespace `default` as the object does.
  @Test func anObjectThatCannotBeReadAnyMoreIsRemovedByItsFailure() throws {
    let pod = Pod(metadata: ObjectMeta(name: "web"))
    var cluster = Self.cluster(.kubernetes(.pod(pod)), Self.object(Self.secret, "web", in: nil))
    let failure = ObjectFailure(apiVersion: "v1", kind: "Pod", name: "web", path: "spec", problem: "must be an object")
    cluster.apply(.deleted(try #require(failure.reference)))
    #expect(cluster.podNames.isEmpty)
    #expect(cluster.unsupported == [Self.secret: 1])
  }
}
