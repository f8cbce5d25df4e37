import KubernetesObjects
import MeshMapping
import Testing

/// Equality of Dataplanes is written by hand, so that texts are compared as bytes. A field that is added has to be compared too: it
/// changes the number here, and is then easily remembered.
@Suite("Equality of Dataplanes")
struct DataplaneEqualityTests {
  private static func dataplanes(_ text: String) -> [Dataplane] {
    func dataplane(
      mesh: String = "default",
      name: String = "web",
      namespace: String = "demo",
      _ networking: Dataplane.Networking = Dataplane.Networking(address: "10.0.0.1")
    ) -> Dataplane {
      Dataplane(mesh: mesh, metadata: Dataplane.Metadata(name: name, namespace: namespace), networking: networking)
    }
    func listener(address: String = "10.0.0.1", name: String = "l") -> Dataplane.Networking {
      let listener = Dataplane.Listener(type: .zoneIngress, address: address, port: 1, name: name, state: .ready)
      return Dataplane.Networking(address: "10.0.0.1", listeners: [listener])
    }
    func inbound(name: String = "", appProtocol: String = "") -> Dataplane.Networking {
      let inbound = Dataplane.Inbound(port: 1, name: name, tags: Tags(), appProtocol: appProtocol)
      return Dataplane.Networking(address: "10.0.0.1", inbound: [inbound])
    }
    func proxying(_ section: Dataplane.TransparentProxying) -> Dataplane.Networking {
      Dataplane.Networking(address: "10.0.0.1", transparentProxying: section)
    }
    return [
      dataplane(mesh: text), dataplane(name: text), dataplane(namespace: text), dataplane(.init(address: text)),
      dataplane(listener(address: text)), dataplane(listener(name: text)), dataplane(inbound(name: text)),
      dataplane(inbound(appProtocol: text)), dataplane(proxying(.init(directAccessServices: [text]))),
      dataplane(proxying(.init(reachableServices: [text]))),
      dataplane(proxying(.init(reachableBackends: [ReachableBackend(kind: text)]))),
      dataplane(proxying(.init(reachableBackends: [ReachableBackend(kind: "A", name: text)]))),
      dataplane(proxying(.init(reachableBackends: [ReachableBackend(kind: "A", namespace: text)]))),
    ]
  }

  @Test func textsThatOnlyLookTheSameAreDifferent() {
    for (left, right) in zip(Self.dataplanes("\u{E9}"), Self.dataplanes("e\u{301}")) {
      #expect(left != right)
      #expect(Set([left, right, left]).count == 2)
    }
    for (left, right) in zip(Self.dataplanes("x"), Self.dataplanes("x")) { #expect(left == right) }
    #expect(Mesh(name: "\u{E9}") != Mesh(name: "e\u{301}"))
  }

  @Test func everyFieldIsCompared() {
    let tags = Tags()
    let networking = Dataplane.Networking(address: "")
    let metadata = Dataplane.Metadata(name: "", namespace: "")
    let fields: [(object: any Sendable, count: Int)] = [
      (Dataplane(mesh: "", metadata: metadata, networking: networking), 3), (metadata, 4), (networking, 6),
      (Dataplane.Inbound(port: 1, tags: tags), 6), (Dataplane.TransparentProxying(), 7), (ReachableBackend(kind: ""), 5),
      (Dataplane.Listener(type: .zoneEgress, address: "", port: 1, name: "", state: .ready), 5), (Mesh(name: ""), 2),
    ]
    for (object, count) in fields { #expect(Mirror(reflecting: object).children.count == count, "\(type(of: object))") }
  }
}
