import Foundation
import KubernetesObjects
import Testing

/// Containers are equal where all that is read of them is, byte by byte: a cluster keeps equal ones in one place.
@Suite("Container")
struct ContainerTests {
  private static func container(
    _ name: String = "app",
    port: ContainerPort = ContainerPort(name: "http", containerPort: 8080),
    user: Int64? = 1,
    probe: HTTPProbe = HTTPProbe(.liveness, port: "http", path: "/live"),
    restartPolicy: String = "Always"
  ) -> Container {
    Container(name: name, ports: [port], runAsUser: user, httpProbes: [probe], restartPolicy: restartPolicy)
  }

  static let others: [Container] = [
    container("other"), container(user: nil), container(restartPolicy: ""),
    container(port: ContainerPort(name: "grpc", containerPort: 8080)),
    container(port: ContainerPort(name: "http", containerPort: 8081)),
    container(port: ContainerPort(name: "http", containerPort: 8080, transportProtocol: .udp)),
    container(probe: HTTPProbe(.startup, port: "http", path: "/live")),
    container(probe: HTTPProbe(.liveness, port: 8080, path: "/live")),
    container(probe: HTTPProbe(.liveness, port: "web", path: "/live")),
    container(probe: HTTPProbe(.liveness, port: "http", path: "/ready")),
  ]

  @Test func probesAreReadWithTheirPathAndPort() throws {
    let json =
      #"{"name":"app","livenessProbe":{"httpGet":{"path":"/live","port":"http"}},"readinessProbe":{"httpGet":{"port":8080}}}"#
    let read = try JSONDecoder().decode(Container.self, from: Data(json.utf8))
    #expect(
      read.httpProbes == [
        HTTPProbe(.liveness, port: "http", path: "/live"), HTTPProbe(.readiness, port: 8080, path: ""),
      ])
  }

  @Test func equalContainersAreEqual() {
    #expect(Self.container() == Self.container())
    #expect(Self.container().hashValue == Self.container().hashValue)
  }

  @Test(arguments: others)
  func anyFieldTellsContainersApart(other: Container) {
    #expect(other != Self.container())
  }

  @Test func textsThatOnlyLookTheSameAreDifferent() {
    let (composed, decomposed) = ("\u{E9}", "e\u{301}")
    #expect(Self.container(composed) != Self.container(decomposed))
    #expect(Self.container(restartPolicy: composed) != Self.container(restartPolicy: decomposed))
    #expect(ContainerPort(name: composed, containerPort: 1) != ContainerPort(name: decomposed, containerPort: 1))
    #expect(PortReference.name(composed) != .name(decomposed))
    #expect(HTTPProbe(.liveness, port: 1, path: composed) != HTTPProbe(.liveness, port: 1, path: decomposed))
  }

  @Test func aContainerIsIdentifiedByItsName() {
    #expect(Self.container().id == Self.container(user: nil).id)
    #expect(Container(name: "\u{E9}").id != Container(name: "e\u{301}").id)
    #expect(ContainerStatus(name: "app", isReady: true).id == ContainerStatus(name: "app", isReady: false).id)
    #expect(ContainerStatus(name: "app", isReady: true).id != ContainerStatus(name: "job", isReady: true).id)
  }
}
