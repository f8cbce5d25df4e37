import KubernetesObjects
import MeshMapping
import Testing

/// Dataplanes are compared field by field, and their strings as bytes.
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
    let metadata = Dataplane.Metadata(name: "web", namespace: "demo")
    let networking = Dataplane.Networking(address: "10.0.0.1")
    let tags = Tags([KumaTag(key: "a", value: "b", origin: .podLabel)])
    let inbound = Dataplane.Inbound(port: 1, tags: Tags())
    let listener = Dataplane.Listener(type: .zoneEgress, address: "10.0.0.1", port: 1, name: "", state: .ready)
    expectDifferences(
      from: Dataplane(mesh: "default", metadata: metadata, networking: networking),
      { $0.mesh = "other" }, { $0.metadata.name = "other" }, { $0.networking.address = "" })
    expectDifferences(
      from: metadata,
      { $0.name = "other" }, { $0.namespace = "other" }, { $0.labels = ["a": "b"] },
      { $0.ownerReferences = [OwnerReference(apiVersion: "v1", kind: "Pod", name: "web")] })
    expectDifferences(
      from: networking,
      { $0.address = "" }, { $0.inbound = [inbound] }, { $0.listeners = [listener] },
      { $0.gateway = Dataplane.Gateway(tags: Tags()) }, { $0.transparentProxying = .init() }, { $0.adminPort = 1 })
    expectDifferences(
      from: inbound,
      { $0.port = 2 }, { $0.name = "http" }, { $0.tags = tags }, { $0.state = .notReady },
      { $0.health = .init(isReady: true) },
      { $0.health = .init(isReady: false) }, { $0.appProtocol = "http" })
    expectDifferences(
      from: listener,
      { $0.type = .zoneIngress }, { $0.address = "" }, { $0.port = 2 }, { $0.name = "other" }, { $0.state = .notReady })
    expectDifferences(from: Dataplane.Gateway(tags: Tags()), { $0.type = .builtin }, { $0.tags = tags })
    expectDifferences(
      from: Dataplane.TransparentProxying(),
      { $0.redirectPortInbound = 1 }, { $0.redirectPortInboundV6 = 1 }, { $0.redirectPortOutbound = 1 },
      { $0.directAccessServices = ["*"] }, { $0.reachableServices = ["*"] }, { $0.reachableBackends = [] },
      { $0.ipFamilyMode = .ipv4 })
    expectDifferences(
      from: ReachableBackend(kind: "MeshService"),
      { $0.kind = "other" }, { $0.name = "web" }, { $0.namespace = "demo" }, { $0.port = 1 }, { $0.labels = ["a": "b"] })
    expectDifferences(from: Mesh(name: "default"), { $0.name = "other" }, { $0.meshServicesMode = .exclusive })
  }

  /// Each change alone makes another value, and none makes what another one makes.
  private func expectDifferences<Value: Hashable>(from value: Value, _ changes: (inout Value) -> Void...) {
    let changed = changes.map { change in
      var copy = value
      change(&copy)
      return copy
    }
    let all = [value] + changed
    for (index, one) in all.enumerated() {
      for other in all[(index + 1)...] { #expect(one != other, "\(Value.self), change \(index)") }
    }
    #expect(Set(all).count == all.count)
  }
}
