import KubernetesObjects
import TestSupport
import Testing

@testable import MeshMapping

/// The tags of an inbound are the same whether their layers are put together one by one or taken from what was put together before.
@Suite("Layers of tags")
struct TagLayerTests {
  private static let keys = [
    "app", "kuma.io/instance", "kuma.io/protocol", "kuma.io/service", "kuma.io/zone", "k8s.kuma.io/namespace", "team",
    "topology.kubernetes.io/zone",
  ]

  private static func tags(_ origin: TagOrigin, of keys: [String] = keys, _ random: inout SplitMix) -> [KumaTag] {
    keys.filter { _ in Bool.random(using: &random) }.map { key in
      KumaTag(key: key, value: "\(origin.rawValue)-\(Int.random(in: 0..<9, using: &random))", origin: origin)
    }
  }

  @Test(arguments: 0..<200)
  func theFastWayGivesWhatThePlainWayGives(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let clusterIP = Bool.random(using: &random) ? "None" : "10.96.0.1"
    let appProtocol = Bool.random(using: &random) ? "http" : nil
    let port = ServicePort(appProtocol: appProtocol, port: 80, targetPort: 8080)
    let service = Service(
      metadata: ObjectMeta(name: "web", namespace: "demo"), clusterIP: clusterIP, selector: ["app": "web"], ports: [port])
    let kuma = ControlPlane(release: .newest, zone: Bool.random(using: &random) ? "east" : "")
    let prepared = PreparedPort(port, of: service, podNamespace: nil, under: kuma)
    let instance = KumaTag(key: "kuma.io/instance", value: "web-1", origin: .podName)
    let isGateway = Bool.random(using: &random)
    // Nodes hardly ever have keys that a port can give; where one has, the short cut is not taken.
    let nodeKeys =
      seed.isMultiple(of: 2) ? Self.keys.filter { !$0.contains("kuma.io/") || $0.hasPrefix("topology") } : Self.keys
    var common = CommonTags(
      labels: Tags(inOrder: Self.tags(.podLabel, &random)), node: NodeTags(Self.tags(.nodeLabel, of: nodeKeys, &random)),
      instance: instance,
      isGateway: isGateway)
    for presence in [Presence.absent, .present] {
      // A headless Service adds the instance; a gateway leaves another protocol than tcp out.
      let added = presence == .present && clusterIP == "None" ? instance : nil
      let protocolTag = isGateway && appProtocol == "http" ? nil : prepared.protocolTag
      let plain = common.layers(through: prepared, added, protocolTag).throughService
      let fast = common.tags(through: prepared, instanceTag: presence)
      #expect(fast == plain, "\(fast) and \(plain)")
      #expect(fast.map(\.origin) == plain.map(\.origin))
    }
  }
}
