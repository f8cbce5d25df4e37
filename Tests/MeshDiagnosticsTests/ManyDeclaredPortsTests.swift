import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// What is proposed for a target port that names nothing, on Pods that declare very many ports.
@Suite("Many declared ports", .timeLimit(.minutes(1)))
struct ManyDeclaredPortsTests {
  private static func remedies(ports: [ServicePort], of declared: [ContainerPort]) throws -> [[String]] {
    let pod = Pod.fixture(
      labels: ["app": "web"], annotations: ["kuma.io/sidecar-injected": "true"],
      containers: [Container(name: "app", ports: declared)])
    let objects: [KubernetesObject] = [.namespace(.fixture()), .service(.fixture(ports: ports)), .pod(pod)]
    let cluster = Cluster(
      objects.map(ClusterObject.kubernetes), under: ControlPlane(release: try KumaRelease(parsing: "2.9.4")))
    return cluster.reconciliations().flatMap { report in
      cluster.findings(on: report).filter { $0.kind == .unresolvedTargetPort }.map { $0.remedies.map(\.message) }
    }
  }

  private static func numbered(_ names: (Int) -> String) -> [ContainerPort] {
    (0..<120).map { ContainerPort(name: names($0), containerPort: 20_000 + $0) }
  }

  /// Ports without a name, as those of a range are, keep nobody from finding the one that was meant.
  @Test func theNameAmongPortsWithoutOneIsGuessed() throws {
    let declared = Self.numbered { _ in "" } + [ContainerPort(name: "http", containerPort: 8_080)]
    let found = try Self.remedies(ports: [ServicePort(port: 80, targetPort: .name("htpp"))], of: declared)
    #expect(found == [["write targetPort: http on port 80 of Service web"]])
  }

  /// Among very many names none is guessed; the number still tells.
  @Test func noNameIsGuessedAmongVeryMany() throws {
    let declared = Self.numbered { "p\($0)" } + [ContainerPort(name: "http", containerPort: 8_080)]
    let ports = [ServicePort(port: 80, targetPort: .name("htpp")), ServicePort(port: 8_080, targetPort: .name("htpp"))]
    #expect(try Self.remedies(ports: ports, of: declared) == [[], ["write targetPort: http on port 8080 of Service web"]])
  }

  /// Of several ports with one name or number the first one counts.
  @Test func theFirstOfAliasesCounts() throws {
    let declared = [
      ContainerPort(name: "one", containerPort: 80), ContainerPort(name: "two", containerPort: 80),
      ContainerPort(name: "udp", containerPort: 53, transportProtocol: .udp),
    ]
    let found = try Self.remedies(ports: [ServicePort(port: 80, targetPort: .name("something"))], of: declared)
    #expect(found == [["write targetPort: one on port 80 of Service web"]])
  }

  /// 20,000 ports of each, pair by pair, would take minutes.
  @Test func manyPortsThatNameNothingAreNotComparedPairByPair() throws {
    let declared = (0..<20_000).map { ContainerPort(name: "p\($0)", containerPort: $0 + 1) }
    let ports = (0..<20_000).map { ServicePort(port: $0 + 30_000, targetPort: .name("q\($0)")) }
    #expect(try Self.remedies(ports: ports, of: declared).count == 20_000)
  }

  /// Names of a megabyte are compared as a whole.
  @Test func endlessNamesAreNotMeasured() throws {
    let long = String(repeating: "x", count: 1_000_000)
    let declared = [ContainerPort(name: long, containerPort: 8_080), ContainerPort(name: "b", containerPort: 81)]
    let found = try Self.remedies(ports: [ServicePort(port: 80, targetPort: .name(long + "y"))], of: declared)
    #expect(found == [[]])
  }
}
