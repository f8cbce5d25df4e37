import KubernetesObjects
import TestSupport
import Testing

@testable import MeshMapping

/// What a relist of a type that the mapping has no kind for does to a cluster.
@Suite struct RelistTests {
  private static let retries = ObjectType(apiVersion: "kuma.io/v1alpha1", kind: "MeshRetry")
  private static let engines = ObjectType(apiVersion: "example.org/v1", kind: "Engine")

  private static func policy(_ name: String, of type: ObjectType = retries) -> ClusterObject {
    .resource(MeshResource(type: type, metadata: ObjectMeta(name: name, namespace: "demo"), mesh: nil, fields: .null))
  }

  private static func engine(_ name: String) -> ClusterObject {
    .kubernetes(
      .customWorkload(
        CustomWorkload(type: engines, metadata: ObjectMeta(name: name, namespace: "demo"), template: PodTemplateSpec())))
  }

  private static func lease(_ name: String) -> ClusterObject {
    .kubernetes(
      .unsupported(
        UnsupportedObject(
          type: ObjectType(apiVersion: "coordination.k8s.io/v1", kind: "Lease"), namespace: "demo", name: name)))
  }

  /// Of the policies of a type those stay that are listed again; others, and policies of other types, are not touched.
  @Test func policies() {
    let other = ObjectType(apiVersion: "kuma.io/v1alpha1", kind: "MeshTimeout")
    var cluster = Cluster(
      [Self.policy("gone"), Self.policy("stays"), Self.policy("gone", of: other)], under: ControlPlane(rules: .documented))
    let listed = [Self.policy("stays"), Self.policy("new"), Self.policy("x", of: other)]
    #expect(cluster.replaceAll(Self.retries, with: listed).isEmpty)
    #expect(
      cluster.resources.map { "\($0.reference)" }
        == ["MeshRetry demo/new", "MeshRetry demo/stays", "MeshTimeout demo/gone"])
  }

  /// What makes Pods in a way of its own is replaced, whatever the version of its API.
  @Test func customWorkloads() {
    let namespace = KubernetesObject.namespace(.fixture(labels: ["kuma.io/sidecar-injection": "enabled"]))
    var cluster = Cluster(
      [.kubernetes(namespace), Self.engine("gone"), Self.engine("stays")], under: ControlPlane(rules: .documented))
    #expect(cluster.previewNames.map(\.name) == ["gone-*", "stays-*"])
    cluster.replaceAll(ObjectType(apiVersion: "example.org/v2", kind: "Engine"), with: [Self.engine("stays")])
    #expect(cluster.previewNames.map(\.name) == ["stays-*"])
    cluster.replaceAll(ObjectType(apiVersion: "example.com/v1", kind: "Engine"), with: [])
    #expect(cluster.previewNames.map(\.name) == ["stays-*"])
  }

  /// A type that the mapping has a kind for is that kind, of an older version too.
  @Test func knownKinds() {
    let namespace = KubernetesObject.namespace(.fixture(labels: ["kuma.io/sidecar-injection": "enabled"]))
    let deployment = Deployment(metadata: ObjectMeta(name: "web", namespace: "demo"), template: PodTemplateSpec())
    var cluster = Cluster(
      [.kubernetes(namespace), .kubernetes(.deployment(deployment))], under: ControlPlane(rules: .documented))
    cluster.replaceAll(ObjectType(apiVersion: "extensions/v1beta1", kind: "Deployment"), with: [])
    #expect(cluster.previewNames.isEmpty)
  }

  /// What nothing reads is counted as it is listed.
  @Test func unsupportedObjects() {
    let leases = ObjectType(apiVersion: "coordination.k8s.io/v1", kind: "Lease")
    var cluster = Cluster([Self.lease("a"), Self.lease("b")], under: ControlPlane(rules: .documented))
    cluster.replaceAll(leases, with: [Self.lease("b"), Self.lease("c"), Self.lease("d")])
    #expect(cluster.unsupported == [leases: 3])
  }
}
