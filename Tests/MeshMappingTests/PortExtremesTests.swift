import Foundation
import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// No number of a port traps, whatever an embedder puts in: what Kuma's fields of 32 bits hold of it is told.
@Suite("Extreme ports")
struct PortExtremesTests {
  private static let numbers = [
    Int.min, Int(Int32.min), -1, 0, 1, 65_535, 65_536, Int(Int32.max), Int(UInt32.max), 1 << 32, Int.max,
  ]

  /// The control planes of the documented rules and of some releases, with each mode that matters to ports.
  private static func controlPlanes() throws -> [ControlPlane] {
    try ["1.2.0", "2.0.8", "2.9.4", "\(KumaRelease.newest)", "3.0.0"].map {
      ControlPlane(release: try KumaRelease(parsing: $0))
    }
      + [ControlPlane(rules: .documented)]
  }

  @Test(arguments: numbers)
  func aPortOfAnySizeIsMapped(number: Int) throws {
    for plane in try Self.controlPlanes() {
      var kuma = plane
      for mode in [MeshServicesMode.disabled, .exclusive] {
        kuma.settings.meshServicesMode = mode
        for label: StringMap in [[:], ["k8s.kuma.io/zone-proxy-type": "ingress"]] {
          let service = Service(
            metadata: ObjectMeta(name: "web", namespace: "demo", labels: label), selector: ["app": "web"],
            ports: [
              ServicePort(port: number, targetPort: .number(number)), ServicePort(port: number),
              ServicePort(port: number, targetPort: .name("http")),
            ])
          let pod = Pod.fixture(
            labels: ["app": "web"],
            annotations: [
              "kuma.io/sidecar-injected": "true", "kuma.io/virtual-probes": "true",
              "kuma.io/virtual-probes-port": "4294967295",
              "kuma.io/transparent-proxying": "true", "kuma.io/transparent-proxying-inbound-port": "4294967295",
              "kuma.io/transparent-proxying-outbound-port": "0", "kuma.io/envoy-admin-port": "4294967295",
            ],
            containers: [
              Container(
                name: "app", ports: [ContainerPort(name: "http", containerPort: number)],
                httpProbes: [HTTPProbe(.liveness, port: .number(number)), HTTPProbe(.readiness, port: .name("http"))])
            ])
          let objects = ObjectCatalog(services: [service])
          for namespace in [Namespace.fixture(), .fixture(labels: ["kuma.io/sidecar-injection": "enabled"])] {
            let reports = [
              kuma.preview(of: pod, in: namespace, among: objects),
              kuma.reconciliation(of: pod, in: namespace, among: objects),
            ]
            for dataplane in reports.compactMap(\.outcome.dataplane) { _ = kuma.problems(of: dataplane) }
          }
        }
      }
    }
  }

  /// What a field of 32 bits without a sign holds of a number of 32 bits with one.
  @Test(arguments: [(-1, 4_294_967_295), (Int(Int32.min), 2_147_483_648), (8080, 8080), (0, 0)])
  func aNegativePortIsItsBits(number: Int, expected: Int) throws {
    let service = Service(
      metadata: ObjectMeta(name: "web", namespace: "demo"), selector: ["app": "web"],
      ports: [ServicePort(port: 80, targetPort: .number(number))])
    let kuma = ControlPlane(release: try KumaRelease(parsing: "2.0.8"))
    let inbounds = try kuma.inbounds(
      of: .fixture(labels: ["app": "web"]), through: [ServiceMatch(service: service, relation: .selector)],
      among: ObjectCatalog(services: [service]))
    #expect(inbounds.map(\.port) == [expected])
  }

  /// What does not fit into 32 bits is refused where it is decoded.
  @Test func decodingStaysLimited() throws {
    func port(_ number: String) throws -> Int {
      let dataplane = try JSONDecoder().decode(
        Dataplane.self,
        from: Data(#"{"metadata": {"name": "a"}, "spec": {"networking": {"inbound": [{"port": \#(number)}]}}}"#.utf8))
      return dataplane.networking.inbound[0].port
    }
    #expect(try port("4294967295") == 4_294_967_295)
    for number in ["4294967296", "-1"] { #expect(throws: DecodingError.self) { try port(number) } }
  }
}
