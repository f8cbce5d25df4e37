import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Where ports and containers are many they are found by an index: the answers are those of looking at one after the other, and
/// nothing is compared pair by pair.
@Suite("Many ports", .timeLimit(.minutes(1)))
struct ManyPortsTests {
  private static func cluster(_ pod: Pod, ports: [ServicePort]) throws -> Cluster {
    let objects: [KubernetesObject] = [.namespace(.fixture()), .service(.fixture(ports: ports)), .pod(pod)]
    return Cluster(
      objects.map(ClusterObject.kubernetes) + [.mesh(Mesh(name: "default"))],
      under: ControlPlane(release: try KumaRelease(parsing: "2.9.4")))
  }

  private static func pod(_ containers: [Container], statuses: [ContainerStatus] = []) -> Pod {
    .fixture(
      labels: ["app": "web"], annotations: ["kuma.io/sidecar-injected": "true"], containers: containers, statuses: statuses)
  }

  /// Names and numbers that occur twice, under another protocol, or not at all: the first container port of the protocol counts.
  @Test func whatTheIndexFindsIsWhatIsFoundOneByOne() throws {
    let declared = (0..<60).map { number in
      ContainerPort(
        name: "p\(number % 25)", containerPort: 1_000 + number % 40,
        transportProtocol: number.isMultiple(of: 7) ? .udp : .tcp)
    }
    let pod = Self.pod([
      Container(name: "one", ports: Array(declared[..<20])), Container(name: "two", ports: Array(declared[20...])),
    ])
    let ports = (0..<50).map { number in
      ServicePort(
        port: number + 1, targetPort: number.isMultiple(of: 2) ? .name("p\(number % 30)") : .number(1_000 + number))
    }
    let expected = ports.compactMap { PortResolution(of: $0, on: pod).number }
    #expect(expected.count > 30 && expected.count < 50)
    let cluster = try Self.cluster(pod, ports: ports)
    let inbounds = try #require(cluster.outcome(of: ObjectName(of: pod.metadata))?.dataplane).networking.inbound
    #expect(inbounds.map { Int($0.port) } == expected)
    let explained = try #require(cluster.explanation(of: ObjectName(of: pod.metadata), as: .reconciliation)?.services.first)
    guard case .belongs(_, let told) = explained.verdict else {
      Issue.record("the Service belongs to the Pod")
      return
    }
    #expect(told.map(\.resolution) == ports.map { PortResolution(of: $0, on: pod) })
  }

  /// The status of a container is the first one of its name, however many containers there are.
  @Test func theReadinessOfManyContainersIsTheirs() throws {
    let containers = (0..<40).map { Container(name: "c\($0)", ports: [ContainerPort(containerPort: 1_000 + $0)]) }
    let statuses = (0..<40).reversed().map { ContainerStatus(name: "c\($0)", isReady: !$0.isMultiple(of: 3)) }
    let pod = Self.pod(containers, statuses: statuses + [ContainerStatus(name: "c0", isReady: true)])
    let cluster = try Self.cluster(pod, ports: (0..<40).map { ServicePort(port: $0 + 1, targetPort: .number(1_000 + $0)) })
    let inbounds = try #require(cluster.outcome(of: ObjectName(of: pod.metadata))?.dataplane).networking.inbound
    #expect(inbounds.map { $0.state == .ready } == (0..<40).map { !$0.isMultiple(of: 3) })
  }

  /// 20,000 ports of a Service and 20,000 of a container; pair by pair that would take minutes.
  @Test func manyPortsOfBothAreNotComparedPairByPair() throws {
    let declared = (0..<20_000).map { ContainerPort(name: "p\($0)", containerPort: $0 + 1) }
    let ports = (0..<20_000).map { ServicePort(port: $0 + 1, targetPort: .name("p\($0)")) }
    let cluster = try Self.cluster(Self.pod([Container(name: "app", ports: declared)]), ports: ports)
    let dataplane = cluster.outcome(of: ObjectName(namespace: "demo", name: "web-1"))?.dataplane
    #expect(dataplane?.networking.inbound.count == 20_000)
  }
}
