import KubernetesObjects
import MeshMapKit
import MeshMapping
import Testing

/// A cluster that all cores make is the one that one core makes.
@Suite struct ClusterByCoresTests {
  /// Pods and Services in forty namespaces, in turn; some are there twice, and the last one holds.
  private static let objects: [ClusterObject] = (0..<6_000).flatMap { index -> [ClusterObject] in
    let namespace = "team-\(index % 40)"
    let labels: StringMap = ["app": "a\(index % 90)", "turn": "\(index / 5_900)"]
    let annotations: StringMap = ["kuma.io/sidecar-injected": "true"]
    let metadata = ObjectMeta(name: "p\(index % 5_900)", namespace: namespace, labels: labels, annotations: annotations)
    let pod = Pod(metadata: metadata, status: PodStatus(phase: "Running", podIP: "10.0.0.1"))
    let service = Service(
      metadata: ObjectMeta(name: "s\(index % 90)", namespace: namespace),
      selector: ["app": "a\(index % 90)"],
      ports: [ServicePort(port: 80 + index / 3_000, targetPort: 8080)]
    )
    let unsupported = UnsupportedObject(type: ObjectType(apiVersion: "v1", kind: "Secret"))
    return [.kubernetes(.pod(pod)), .kubernetes(.service(service)), .kubernetes(.unsupported(unsupported))]
      + (index < 40 ? [.kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: namespace))))] : [])
  }

  @Test(arguments: [100, 5_000, 18_040])
  func isTheSame(count: Int) async throws {
    let kuma = ControlPlane(rules: .documented)
    let objects = Array(Self.objects.prefix(count))
    let one = Cluster(objects, under: kuma)
    let all = try await Cluster(byAllCores: objects, under: kuma)
    #expect(all.podNames == one.podNames)
    #expect(all.reconciliations() == one.reconciliations())
    #expect(all.unsupported == one.unsupported)
    #expect(all.podNames.count > 20)
  }
}
