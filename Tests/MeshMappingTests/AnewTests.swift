import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// A Pod that is created anew is what its owner wrote: without the sidecar that the running one has, and with its own probes.
@Suite("Pods created anew")
struct AnewTests {
  private static func decision(_ pod: Pod, under release: String) throws -> InjectionDecision {
    let namespace = Namespace.fixture(labels: ["kuma.io/sidecar-injection": "enabled"])
    let objects: [ClusterObject] = [
      .kubernetes(.namespace(namespace)), .kubernetes(.pod(pod)), .mesh(Mesh(name: "default")),
    ]
    let cluster = Cluster(objects, under: ControlPlane(release: try KumaRelease(parsing: release)))
    return cluster.admissionAnew(of: pod, in: "demo").decision
  }

  @Test(arguments: [[Container(name: "app"), Container(name: "kuma-sidecar")], [Container(name: "app")]])
  func haveNoSidecarYet(containers: [Container]) throws {
    let isNative = containers.count == 1
    let pod = Pod.fixture(
      annotations: ["kuma.io/sidecar-injected": "true"], containers: containers,
      initContainers: isNative ? [Container(name: "kuma-sidecar", restartPolicy: "Always")] : [])
    #expect(try Self.decision(pod, under: "2.14.3").verdict == .inject)
  }

  /// The probe of the running Pod asks the proxy of probes; that of the application asks its own port.
  @Test(arguments: [1, 9001])
  func haveTheirOwnProbes(port: Int) throws {
    let probe = HTTPProbe(.liveness, port: .number(port), path: "/8080/healthz")
    let pod = Pod.fixture(
      annotations: ["kuma.io/sidecar-injected": "true", "kuma.io/application-probe-proxy-port": "\(port)"],
      containers: [Container(name: "app", httpProbes: [probe]), Container(name: "kuma-sidecar")])
    #expect(try Self.decision(pod, under: "2.14.3").verdict == .inject)
  }

  /// A probe of the proxy's port that the proxy would not make of any stays as it is, and is refused as nobody's own may ask that port.
  @Test(arguments: ["/x", "/x/8080", "/"])
  func keepAProbeThatNoProxyMade(path: String) throws {
    let pod = Pod.fixture(
      annotations: ["kuma.io/sidecar-injected": "true", "kuma.io/application-probe-proxy-port": "9001"],
      containers: [
        Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 9001, path: path)]), Container(name: "kuma-sidecar"),
      ])
    #expect(try Self.decision(pod, under: "2.14.3").verdict == .reject)
  }
}
