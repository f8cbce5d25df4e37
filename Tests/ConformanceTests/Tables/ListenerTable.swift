import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What the Services of zone proxies give a Pod.
struct ListenerCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let services: [Service]
  let mode: MeshServicesMode
  let expected: Result<Networking, MappingFailure>

  /// What of a Dataplane these Services touch.
  struct Networking: Hashable, Sendable {
    let listeners: [Dataplane.Listener]
    let inboundPorts: [Int]
    let proxying: Dataplane.TransparentProxying?
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "2.14.0",
    annotations: StringMap = [:],
    deletionTimestamp: String? = nil,
    containers: [Container] = [Container(name: "app")],
    statuses: [ContainerStatus] = [],
    services: [Service],
    mode: MeshServicesMode = .exclusive,
    listeners: [Dataplane.Listener] = [],
    inboundPorts: [Int] = [],
    proxying: Dataplane.TransparentProxying? = nil,
    failure: MappingFailure? = nil
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(
      labels: ["app": "web"], annotations: annotations, deletionTimestamp: deletionTimestamp, containers: containers,
      statuses: statuses
    )
    self.services = services
    self.mode = mode
    expected =
      failure.map { .failure($0) }
      ?? .success(Networking(listeners: listeners, inboundPorts: inboundPorts, proxying: proxying))
  }
}

enum ListenerTable {
  private static let key = "k8s.kuma.io/zone-proxy-type"
  private static let reachesNothing = Dataplane.TransparentProxying(reachableBackends: [])

  private static func service(_ name: String, _ type: String, _ ports: ServicePort...) -> Service {
    .fixture(name: name, labels: [key: type], ports: ports)
  }

  private static func port(_ number: Int, _ target: PortReference, name: String = "") -> ServicePort {
    ServicePort(name: name, port: number, targetPort: target)
  }

  private static func listener(
    _ type: Dataplane.Listener.ListenerType,
    _ port: Int,
    _ name: String,
    _ state: Dataplane.State = .ready
  ) -> Dataplane.Listener {
    Dataplane.Listener(type: type, address: "10.0.0.1", port: port, name: name, state: state)
  }

  private static func invalid(_ value: String) -> MappingFailure {
    .invalidZoneProxyType(service: "zp", Evidence(.serviceLabel, key: key, value: value))
  }

  private static let ingress = service("zp", "ingress", port(10001, 10011))

  static let cases: [ListenerCase] = [
    ListenerCase(
      "LSN-1", "they give inbounds", under: "2.13.10", services: [ingress], inboundPorts: [10011]
    ),
    ListenerCase(
      "LSN-1", "they give listeners and no inbounds", services: [ingress],
      listeners: [listener(.zoneIngress, 10011, "10001")],
      proxying: reachesNothing
    ),
    ListenerCase(
      "LSN-1", "egress", under: .newest, services: [service("zp", "egress", port(10002, 10002, name: "e"))],
      listeners: [listener(.zoneEgress, 10002, "e")], proxying: reachesNothing
    ),
    ListenerCase(
      "LSN-1", "in the order of the Services and of their ports",
      services: [service("b", "egress", port(1, 1)), service("a", "ingress", port(3, 3), port(2, 2))],
      listeners: [listener(.zoneIngress, 3, "3"), listener(.zoneIngress, 2, "2"), listener(.zoneEgress, 1, "1")],
      proxying: reachesNothing
    ),
    ListenerCase(
      "LSN-1", "another value is a failure", services: [service("zp", "Ingress", port(1, 1))], failure: invalid("Ingress")
    ),
    ListenerCase("LSN-1", "an empty value is a failure", services: [service("zp", "", port(1, 1))], failure: invalid("")),
    ListenerCase(
      "LSN-1", "another value is a failure although no port gives a listener",
      services: [service("zp", "x", ServicePort(transportProtocol: .udp, port: 1, targetPort: 1))], failure: invalid("x")
    ),
    ListenerCase(
      "LSN-1", "where the mesh does not use MeshServices exclusively, any value will do",
      services: [service("zp", "x", port(1, 1))], mode: .everywhere
    ),
    ListenerCase(
      "LSN-1", "any value will do", under: "2.13.10", services: [service("zp", "x", port(1, 1))], inboundPorts: [1]
    ),
    ListenerCase(
      "LSN-1", "an annotation is not the label",
      services: [.fixture(name: "zp", annotations: [key: "ingress"], ports: [port(1, 1)])], inboundPorts: [1]
    ),
    ListenerCase(
      "LSN-1", "only TCP ports do, and names that a container has",
      containers: [
        Container(name: "app", ports: [ContainerPort(name: "zone", containerPort: 7)])
      ],
      services: [
        service(
          "zp", "ingress", ServicePort(transportProtocol: .udp, port: 1, targetPort: 1), port(2, "none"), port(3, "zone")
        )
      ],
      listeners: [listener(.zoneIngress, 7, "3")], proxying: reachesNothing
    ),
    ListenerCase(
      "LSN-1", "a container that is not ready",
      containers: [
        Container(name: "app", ports: [ContainerPort(containerPort: 10011)]), Container(name: "other"),
      ],
      statuses: [ContainerStatus(name: "app", isReady: false), ContainerStatus(name: "other", isReady: true)],
      services: [ingress], listeners: [listener(.zoneIngress, 10011, "10001", .notReady)], proxying: reachesNothing
    ),
    ListenerCase(
      "LSN-1", "another container that is not ready",
      containers: [
        Container(name: "app", ports: [ContainerPort(containerPort: 10011)]), Container(name: "other"),
      ],
      statuses: [ContainerStatus(name: "app", isReady: true), ContainerStatus(name: "other", isReady: false)],
      services: [ingress], listeners: [listener(.zoneIngress, 10011, "10001")], proxying: reachesNothing
    ),
    ListenerCase(
      "LSN-1", "a sidecar that is not ready", statuses: [ContainerStatus(name: "kuma-sidecar", isReady: false)],
      services: [ingress], listeners: [listener(.zoneIngress, 10011, "10001", .notReady)], proxying: reachesNothing
    ),
    ListenerCase(
      "LSN-1", "a Pod that is being deleted", deletionTimestamp: "2024-01-01T00:00:00Z", services: [ingress],
      listeners: [listener(.zoneIngress, 10011, "10001", .notReady)], proxying: reachesNothing
    ),
    ListenerCase("LSN-1", "a gateway has none", annotations: ["kuma.io/gateway": "enabled"], services: [ingress]),
    ListenerCase(
      "LSN-2", "without listeners they have no placeholder either", services: [ingress], mode: .disabled
    ),
    ListenerCase(
      "LSN-2", "a Pod without any Service has the placeholder", services: [], inboundPorts: [49151]
    ),
    ListenerCase(
      "LSN-2", "a Pod with another Service has its inbounds and reaches what it may",
      services: [ingress, .fixture(name: "web")], listeners: [listener(.zoneIngress, 10011, "10001")], inboundPorts: [8080]
    ),
    ListenerCase(
      "LSN-2", "a Pod with another Service that gives no inbound has the placeholder",
      services: [ingress, .fixture(name: "web", ports: [port(80, "none")])],
      listeners: [listener(.zoneIngress, 10011, "10001")], inboundPorts: [49151]
    ),
    ListenerCase(
      "LSN-2", "Services whose ports are not found give no listeners, and what may be reached stays",
      services: [service("zp", "ingress", port(1, "none"))]
    ),
    ListenerCase(
      "LSN-2", "the rest of transparent proxying stays",
      annotations: .proxied, services: [ingress], listeners: [listener(.zoneIngress, 10011, "10001")],
      proxying: Dataplane.TransparentProxying(
        redirectPortInbound: 15006, redirectPortOutbound: 15001, reachableBackends: [], ipFamilyMode: .dualStack
      )
    ),
    ListenerCase(
      "LSN-3", "the first of one type stays",
      services: [service("b", "ingress", port(2, 10)), service("a", "ingress", port(1, 10))],
      listeners: [listener(.zoneIngress, 10, "1")], proxying: reachesNothing
    ),
    ListenerCase(
      "LSN-3", "within one Service too", services: [service("a", "egress", port(2, 10, name: "x"), port(1, 10, name: "y"))],
      listeners: [listener(.zoneEgress, 10, "x")], proxying: reachesNothing
    ),
    ListenerCase(
      "LSN-3", "two types on one port are a failure",
      services: [service("b", "ingress", port(2, 10)), service("a", "egress", port(1, 10))],
      failure: .conflictingListeners(port: 10, service: "b")
    ),
    ListenerCase(
      "LSN-3", "two types on two ports are none",
      services: [service("b", "ingress", port(1, 11)), service("a", "egress", port(1, 10))],
      listeners: [listener(.zoneEgress, 10, "1"), listener(.zoneIngress, 11, "1")], proxying: reachesNothing
    ),
    ListenerCase(
      "LSN-3", "where there are no listeners there is no failure",
      services: [service("b", "ingress", port(2, 10)), service("a", "egress", port(1, 10))], mode: .reachableBackends
    ),
  ]
}

@Suite("Listeners")
struct ListenerTests {
  @Test(arguments: ListenerTable.cases)
  func listeners(_ row: ListenerCase) throws {
    // The mode is the Mesh's own; then the setting, for meshes that do not say it.
    let own = ObjectCatalog(services: row.services, meshes: .only([Mesh(name: "default", meshServicesMode: row.mode)]))
    let kuma = try row.rules.controlPlane()
    check(kuma.dataplane(of: row.pod, in: .fixture(), among: own), row)
    let set = try row.rules.controlPlane { $0.meshServicesMode = row.mode }
    check(set.dataplane(of: row.pod, in: .fixture(), among: ObjectCatalog(services: row.services)), row)
  }

  private func check(_ mapping: DataplaneMapping, _ row: ListenerCase) {
    let found = mapping.result.map { dataplane in
      ListenerCase.Networking(
        listeners: dataplane.networking.listeners,
        inboundPorts: dataplane.networking.inbound.map(\.port),
        proxying: dataplane.networking.transparentProxying
      )
    }
    #expect(found == row.expected)
  }
}
