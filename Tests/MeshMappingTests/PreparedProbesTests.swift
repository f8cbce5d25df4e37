import KubernetesObjects
import Testing

@testable import MeshMapping

/// The section of probes is worked out once for the Pods of a template, and anew where anything that it follows from is another.
@Suite("Sections of probes, prepared")
struct PreparedProbesTests {
  private static let newest = ControlPlane(release: .newest)

  @Test func replicasHaveOneSection() throws {
    let first = PreparedPod(Self.pod("web-1"), under: Self.newest)
    let second = PreparedPod(Self.pod("web-2"), like: first, under: Self.newest)
    let probes = try #require(first.probes)
    #expect(second.probes === probes)
    #expect(try probes.section.get()?.endpoints.map(\.inboundPath) == ["/live", "/started"])
  }

  /// A Pod that differs from its sibling in one thing has the section that it would have alone.
  @Test(
    arguments: [
      { $0.metadata.annotations["kuma.io/virtual-probes"] = nil },
      { $0.metadata.annotations["kuma.io/virtual-probes"] = "disabled" },
      { $0.metadata.annotations["kuma.io/virtual-probes-port"] = "9001" },
      { $0.metadata.annotations["kuma.io/virtual-probes-port"] = nil },
      { $0.spec.containers[0].httpProbes = [HTTPProbe(.liveness, port: 9000, path: "/8080/other")] },
      {
        $0.spec.initContainers = [
          Container(name: "kuma-sidecar", restartPolicy: "Always"),
          Container(
            name: "helper", httpProbes: [HTTPProbe(.liveness, port: 9000, path: "/7070/helper")],
            restartPolicy: "Always"),
        ]
      },
    ] as [@Sendable (inout Pod) -> Void])
  func anotherPodHasItsOwn(_ change: @Sendable (inout Pod) -> Void) {
    let first = PreparedPod(Self.pod("web-1"), under: Self.newest)
    var pod = Self.pod("web-2")
    change(&pod)
    let alone = PreparedPod(pod, under: Self.newest)
    let second = PreparedPod(pod, like: first, under: Self.newest)
    #expect(second.probes?.section == alone.probes?.section)
    #expect(second.probes?.section != first.probes?.section)
  }

  /// A cluster that is looked at under other rules has the sections of those: startup probes are not read by the oldest release.
  @Test func otherRulesPrepareAnew() throws {
    let objects = ["web-1", "web-2"].map { ClusterObject.kubernetes(.pod(Self.pod($0))) }
    let oldest = ControlPlane(release: try KumaRelease(parsing: "1.2.0"))
    let old = Cluster(objects, under: oldest)
    let anew = Cluster(old, under: Self.newest)
    for (cluster, count) in [(old, 1), (anew, 2)] {
      let prepared = try #require(cluster.view(of: "demo").objects.pods["web-2"])
      #expect(try prepared.probes?.section.get()?.endpoints.count == count)
    }
  }

  private static func pod(_ name: String) -> Pod {
    Pod(
      metadata: ObjectMeta(
        name: name, namespace: "demo",
        annotations: ["kuma.io/virtual-probes": "enabled", "kuma.io/virtual-probes-port": "9000"]),
      spec: PodSpec(containers: [
        Container(
          name: "app",
          httpProbes: [
            HTTPProbe(.liveness, port: 9000, path: "/8080/live"), HTTPProbe(.startup, port: 9000, path: "/8080/started"),
          ])
      ])
    )
  }
}
