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
    func sections(_ metrics: Dataplane.Metrics?, _ probes: Dataplane.Probes? = nil) -> Dataplane {
      Dataplane(
        mesh: "default", metadata: .init(name: "web", namespace: "demo"), networking: .init(address: "10.0.0.1"),
        metrics: metrics, probes: probes)
    }
    func application(name: String = "a", path: String = "/", address: String = "") -> Dataplane {
      sections(.init(aggregate: [.init(name: name, path: path, port: 1, address: address)]))
    }
    return [
      sections(.init(type: text)), sections(.init(path: text)), application(name: text), application(path: text),
      application(address: text),
      sections(nil, .init(port: 1, endpoints: [.init(path: text, inboundPort: 1, inboundPath: "")])),
      sections(nil, .init(port: 1, endpoints: [.init(path: "", inboundPort: 1, inboundPath: text)])),
      dataplane(.init(address: "", outbound: [.init(address: text, port: 1, tags: [:])])),
      dataplane(.init(address: "", inbound: [.init(address: text, port: 1, tags: Tags())])),
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
    for kind in [zoneIngresses, zoneEgresses] {
      for (left, right) in zip(kind("\u{E9}"), kind("e\u{301}")) {
        #expect(left != right)
        #expect(left.differences(to: right).count == 1)
      }
    }
    #expect(Mesh(name: "\u{E9}") != Mesh(name: "e\u{301}"))
  }

  /// Zone ingresses with a text in each place that holds one, but for the name.
  private func zoneIngresses(_ text: String) -> [ProxyResource] {
    let metadata = Dataplane.Metadata(name: "ingress", namespace: "kuma-system")
    return [
      .zoneIngress(.init(metadata: metadata, address: text, port: 1)),
      .zoneIngress(.init(metadata: metadata, address: "", port: 1, advertisedAddress: text)),
    ]
  }

  private func zoneEgresses(_ text: String) -> [ProxyResource] {
    let metadata = Dataplane.Metadata(name: "egress", namespace: "kuma-system")
    return [
      .zoneEgress(.init(metadata: metadata, address: text, port: 1)),
      .zoneEgress(.init(metadata: metadata, zone: text, address: "", port: 1)),
    ]
  }

  @Test func everyFieldOfAZoneProxyIsCompared() {
    let metadata = Dataplane.Metadata(name: "proxy", namespace: "kuma-system")
    expectDifferences(
      from: ZoneIngress(metadata: metadata, address: "10.0.0.1", port: 10001),
      { $0.metadata.labels = ["a": "b"] }, { $0.address = "" }, { $0.port = 1 }, { $0.advertisedAddress = "1.2.3.4" },
      { $0.advertisedPort = 1 }, { $0.adminPort = 1 })
    expectDifferences(
      from: ZoneEgress(metadata: metadata, address: "10.0.0.1", port: 10002),
      { $0.metadata.labels = ["a": "b"] }, { $0.zone = "east" }, { $0.address = "" }, { $0.port = 1 }, { $0.adminPort = 1 })
  }

  @Test func everyFieldIsCompared() {
    let metadata = Dataplane.Metadata(name: "web", namespace: "demo")
    let networking = Dataplane.Networking(address: "10.0.0.1")
    let tags = Tags([KumaTag(key: "a", value: "b", origin: .podLabel)])
    let inbound = Dataplane.Inbound(port: 1, tags: Tags())
    let listener = Dataplane.Listener(type: .zoneEgress, address: "10.0.0.1", port: 1, name: "", state: .ready)
    expectDifferences(
      from: Dataplane(mesh: "default", metadata: metadata, networking: networking),
      { $0.mesh = "other" }, { $0.metadata.name = "other" }, { $0.networking.address = "" }, { $0.metrics = .init() },
      { $0.probes = .init(port: 0) })
    expectDifferences(
      from: Dataplane.Metrics(),
      { $0.type = "" }, { $0.path = "/" }, { $0.port = 1 }, { $0.aggregate = [.init(name: "a", path: "", port: 0)] })
    expectDifferences(
      from: Dataplane.Metrics.Application(name: "a", path: "", port: 0),
      { $0.name = "b" }, { $0.path = "/" }, { $0.port = 1 }, { $0.isEnabled = false }, { $0.isEnabled = nil },
      { $0.address = "::" })
    expectDifferences(
      from: Dataplane.Probes(port: 1),
      { $0.port = 2 }, { $0.endpoints = [.init(path: "", inboundPort: 1, inboundPath: "")] })
    expectDifferences(
      from: Dataplane.Probes.Endpoint(path: "", inboundPort: 1, inboundPath: ""),
      { $0.path = "/" }, { $0.inboundPort = 2 }, { $0.inboundPath = "/" })
    expectDifferences(
      from: Dataplane.Outbound(address: "", port: 1, tags: [:]),
      { $0.address = "::" }, { $0.port = 2 }, { $0.tags = ["a": "b"] })
    expectDifferences(
      from: metadata,
      { $0.name = "other" }, { $0.namespace = "other" }, { $0.labels = ["a": "b"] },
      { $0.ownerReferences = [OwnerReference(apiVersion: "v1", kind: "Pod", name: "web")] })
    expectDifferences(
      from: networking,
      { $0.address = "" }, { $0.inbound = [inbound] }, { $0.outbound = [.init(address: "", port: 1, tags: [:])] },
      { $0.listeners = [listener] },
      { $0.gateway = Dataplane.Gateway(tags: Tags()) }, { $0.transparentProxying = .init() }, { $0.adminPort = 1 })
    expectDifferences(
      from: inbound,
      { $0.address = "::" }, { $0.port = 2 }, { $0.name = "http" }, { $0.tags = tags }, { $0.state = .notReady },
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
