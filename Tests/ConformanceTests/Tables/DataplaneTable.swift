import Foundation
import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What a Dataplane is called, who owns it, and how it is written.
struct DataplaneCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let check: Check

  enum Check: Sendable {
    /// The Dataplane of a Pod has this metadata and address.
    case mapping(Pod, Dataplane.Metadata, address: String)
    /// A Dataplane encodes as this JSON, keys sorted, and decodes from it.
    case resource(Dataplane, json: String)
    /// This JSON decodes to a Dataplane.
    case decoding(json: String, Dataplane)
  }

  init(_ statement: String, _ title: String, under rules: RulesName = "documented", _ check: Check) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.check = check
  }
}

enum DataplaneTable {
  private static func owner(_ name: String = "web-1", uid: String = "pod-uid") -> OwnerReference {
    OwnerReference(apiVersion: "v1", kind: "Pod", name: name, uid: uid, controller: true, blockOwnerDeletion: true)
  }

  private static let metadata = Dataplane.Metadata(name: "web-1", namespace: "demo", ownerReferences: [owner()])

  private static func tags(_ tags: StringMap) -> Tags {
    Tags(tags.entries.map { KumaTag(key: $0.key, value: $0.value, origin: .resource) })
  }

  private static func dataplane(_ networking: Dataplane.Networking) -> Dataplane {
    Dataplane(mesh: "default", metadata: .init(name: "web-1", namespace: "demo"), networking: networking)
  }

  private static func json(_ networking: String) -> String {
    """
    {"apiVersion":"kuma.io/v1alpha1","kind":"Dataplane","mesh":"default",\
    "metadata":{"name":"web-1","namespace":"demo","ownerReferences":[]},"spec":{"networking":\(networking)}}
    """
  }

  static let cases = mappings + resources + decodings

  private static let mappings: [DataplaneCase] = [
    DataplaneCase("DP-1", "those of the Pod", .mapping(.fixture(), metadata, address: "10.0.0.1")),
    DataplaneCase("DP-1", "those of the Pod", under: "1.2.0", .mapping(.fixture(), metadata, address: "10.0.0.1")),
    DataplaneCase("DP-1", "those of the Pod", under: "2.9.19", .mapping(.fixture(), metadata, address: "10.0.0.1")),
    DataplaneCase(
      "DP-1", "a Pod that names no namespace is in default",
      .mapping(
        .fixture(namespace: nil), .init(name: "web-1", namespace: "default", ownerReferences: [owner()]), address: "10.0.0.1"
      )
    ),
    DataplaneCase(
      "DP-1", "an address of IPv6",
      .mapping(
        .fixture(name: "db-0.x", namespace: "a", podIP: "fd00::1"),
        .init(name: "db-0.x", namespace: "a", ownerReferences: [owner("db-0.x")]), address: "fd00::1"
      )
    ),
    DataplaneCase(
      "DP-2", "the Pod by its identifier",
      .mapping(
        .fixture(uid: "6f7e"), .init(name: "web-1", namespace: "demo", ownerReferences: [owner(uid: "6f7e")]),
        address: "10.0.0.1"
      )
    ),
    DataplaneCase(
      "DP-2", "not what owns the Pod", under: "2.2.0",
      .mapping(
        .fixture(owners: [
          OwnerReference(apiVersion: "apps/v1", kind: "StatefulSet", name: "web", uid: "s", controller: true)
        ]),
        metadata, address: "10.0.0.1"
      )
    ),
    DataplaneCase(
      "DP-2", "a Pod without an identifier yet",
      .mapping(
        .fixture(uid: ""), .init(name: "web-1", namespace: "demo", ownerReferences: [owner(uid: "")]), address: "10.0.0.1"
      )
    ),
  ]

  private static let resources: [DataplaneCase] = [
    DataplaneCase(
      "DP-3", "labels, owner and a bare inbound",
      .resource(
        Dataplane(
          mesh: "blue",
          metadata: .init(name: "web-1", namespace: "demo", labels: ["b": "", "a": "1"], ownerReferences: [owner()]),
          networking: .init(address: "10.0.0.1", inbound: [.init(port: 8080, tags: tags(["app": "web"]))])
        ),
        json: """
          {"apiVersion":"kuma.io/v1alpha1","kind":"Dataplane","mesh":"blue","metadata":{"labels":{"a":"1","b":""},\
          "name":"web-1","namespace":"demo","ownerReferences":[{"apiVersion":"v1","blockOwnerDeletion":true,\
          "controller":true,"kind":"Pod","name":"web-1","uid":"pod-uid"}]},"spec":{"networking":{"address":"10.0.0.1",\
          "inbound":[{"port":8080,"tags":{"app":"web"}}]}}}
          """
      )
    ),
    DataplaneCase("DP-3", "nothing set", .resource(dataplane(.init(address: "")), json: json("{}"))),
    DataplaneCase(
      "DP-3", "everything of inbounds",
      .resource(
        dataplane(
          .init(
            address: "10.0.0.1",
            inbound: [
              .init(port: 1, name: "a", tags: Tags(), state: .notReady, health: .init(isReady: false), appProtocol: "http"),
              .init(port: 0, tags: Tags(), state: .ignored), .init(port: 2, tags: Tags(), health: .init(isReady: true)),
            ]
          )
        ),
        json: json(
          """
          {"address":"10.0.0.1","inbound":[{"health":{},"name":"a","port":1,"protocol":"http","state":"NotReady"},\
          {"state":"Ignored"},{"health":{"ready":true},"port":2}]}
          """
        )
      )
    ),
    DataplaneCase(
      "DP-3", "outbounds, metrics and probes",
      .resource(
        Dataplane(
          mesh: "default", metadata: .init(name: "web-1", namespace: "demo"),
          networking: .init(
            address: "10.0.0.1", inbound: [.init(address: "10.0.0.2", port: 1, tags: Tags())],
            outbound: [
              .init(address: "10.96.0.1", port: 80, tags: ["kuma.io/service": "a_b_svc_80"]),
              .init(address: "", port: 0, tags: [:]),
            ]),
          metrics: .init(
            path: "/m", port: 9090,
            aggregate: [
              .init(name: "b", path: "", port: 0, isEnabled: nil),
              .init(name: "a", path: "/metrics", port: 80, isEnabled: false, address: "::1"),
            ]),
          probes: .init(
            port: 9000,
            endpoints: [
              .init(path: "/80/l", inboundPort: 80, inboundPath: "/l"), .init(path: "", inboundPort: 0, inboundPath: ""),
            ])
        ),
        json: """
          {"apiVersion":"kuma.io/v1alpha1","kind":"Dataplane","mesh":"default",\
          "metadata":{"name":"web-1","namespace":"demo","ownerReferences":[]},"spec":{"metrics":{"conf":{"aggregate":[\
          {"address":"::1","enabled":false,"name":"a","path":"/metrics","port":80},{"name":"b"}],"path":"/m","port":9090},\
          "type":"prometheus"},"networking":{"address":"10.0.0.1","inbound":[{"address":"10.0.0.2","port":1}],"outbound":[\
          {"address":"10.96.0.1","port":80,"tags":{"kuma.io/service":"a_b_svc_80"}},{}]},"probes":{"endpoints":[\
          {"inboundPath":"/l","inboundPort":80,"path":"/80/l"},{}],"port":9000}}}
          """
      )
    ),
    DataplaneCase(
      "DP-3", "metrics and probes that say nothing",
      .resource(
        Dataplane(
          mesh: "default", metadata: .init(name: "web-1", namespace: "demo"), networking: .init(address: ""),
          metrics: .init(), probes: .init(port: 0)),
        json: """
          {"apiVersion":"kuma.io/v1alpha1","kind":"Dataplane","mesh":"default",\
          "metadata":{"name":"web-1","namespace":"demo","ownerReferences":[]},\
          "spec":{"metrics":{"conf":{},"type":"prometheus"},"networking":{},"probes":{}}}
          """
      )
    ),
    DataplaneCase(
      "DP-3", "a gateway, and the administration port 0",
      .resource(
        dataplane(.init(address: "::1", gateway: .init(tags: tags(["kuma.io/service": "a_b_svc"])), adminPort: 0)),
        json: json(#"{"address":"::1","admin":{},"gateway":{"tags":{"kuma.io/service":"a_b_svc"}}}"#)
      )
    ),
    DataplaneCase(
      "DP-3", "a gateway without tags, and an administration port",
      .resource(
        dataplane(.init(address: "10.0.0.1", gateway: .init(tags: Tags()), adminPort: 9901)),
        json: json(#"{"address":"10.0.0.1","admin":{"port":9901},"gateway":{}}"#)
      )
    ),
    DataplaneCase(
      "DP-3", "everything of transparent proxying",
      .resource(
        dataplane(
          .init(
            address: "10.0.0.1",
            transparentProxying: .init(
              redirectPortInbound: 15006, redirectPortInboundV6: 15010, redirectPortOutbound: 15001,
              directAccessServices: ["*", " a"], reachableServices: [""],
              reachableBackends: [
                .init(kind: "MeshService", name: "a", namespace: "b", port: 0),
                .init(kind: "MeshService", labels: ["x": "y"]),
              ],
              ipFamilyMode: .ipv4
            )
          )
        ),
        json: json(
          """
          {"address":"10.0.0.1","transparentProxying":{"directAccessServices":["*"," a"],"ipFamilyMode":"IPv4",\
          "reachableBackends":{"refs":[{"kind":"MeshService","name":"a","namespace":"b","port":0},\
          {"kind":"MeshService","labels":{"x":"y"}}]},"reachableServices":[""],"redirectPortInbound":15006,\
          "redirectPortInboundV6":15010,"redirectPortOutbound":15001}}
          """
        )
      )
    ),
    DataplaneCase(
      "DP-3", "no backends are another thing than all",
      .resource(
        dataplane(.init(address: "10.0.0.1", transparentProxying: .init(reachableBackends: []))),
        json: json(#"{"address":"10.0.0.1","transparentProxying":{"reachableBackends":{}}}"#)
      )
    ),
    DataplaneCase(
      "DP-3", "an empty section is another thing than none",
      .resource(
        dataplane(.init(address: "10.0.0.1", transparentProxying: .init())),
        json: json(#"{"address":"10.0.0.1","transparentProxying":{}}"#)
      )
    ),
    DataplaneCase(
      "DP-3", "listeners",
      .resource(
        dataplane(
          .init(
            address: "10.0.0.1",
            listeners: [
              .init(type: .zoneIngress, address: "10.0.0.1", port: 10001, name: "10001", state: .ready),
              .init(type: .zoneEgress, address: "10.0.0.1", port: 10002, name: "e", state: .notReady),
            ]
          )
        ),
        json: json(
          """
          {"address":"10.0.0.1","listeners":[{"address":"10.0.0.1","name":"10001","port":10001,"type":"ZoneIngress"},\
          {"address":"10.0.0.1","name":"e","port":10002,"state":"NotReady","type":"ZoneEgress"}]}
          """
        )
      )
    ),
  ]

  private static let decodings: [DataplaneCase] = [
    DataplaneCase(
      "DP-3", "what the mapping does not write is kept beside what it reads, unless it says nothing",
      .decoding(
        json: """
          {"apiVersion":"kuma.io/v1alpha1","kind":"Dataplane","mesh":"blue","metadata":{"name":"web-1","namespace":"demo",\
          "creationTimestamp":"2024-01-01T00:00:00Z","generation":3,"uid":"d"},"spec":{"networking":{"address":"10.0.0.1",\
          "outbound":[{"port":80,"service":"x"}],"inbound":[{"port":80,"state":"Ready","servicePort":81}]},\
          "metrics":{"name":"x","conf":{"tags":{}}},"serviceProbe":{}}}
          """,
        Dataplane(
          mesh: "blue", metadata: .init(name: "web-1", namespace: "demo"),
          networking: .init(
            address: "10.0.0.1", inbound: [.init(port: 80, tags: Tags())],
            outbound: [.init(address: "", port: 80, tags: [:])]),
          metrics: .init(type: ""),
          otherFields: [
            .init(path: DocumentPath(["metrics", "name"]), value: "x"),
            .init(path: DocumentPath(["networking", "inbound", .index(0), "servicePort"]), value: "81"),
            .init(path: DocumentPath(["networking", "outbound", .index(0), "service"]), value: "x"),
          ]
        )
      )
    ),
    DataplaneCase(
      "DP-3", "an ingress is one by being there",
      .decoding(
        json: #"{"metadata":{"name":"web-1","namespace":"demo"},"spec":{"networking":{"address":"a","ingress":{}}}}"#,
        Dataplane(
          mesh: "default", metadata: .init(name: "web-1", namespace: "demo"), networking: .init(address: "a"),
          otherFields: [.init(path: DocumentPath(["networking", "ingress"]), value: "{}")])
      )
    ),
    DataplaneCase(
      "DP-3", "applications in any order, and the defaults of metrics and probes",
      .decoding(
        json: """
          {"kind":"Dataplane","mesh":"blue","metadata":{"name":"web-1","namespace":"demo"},"spec":{"networking":{"address":"a",\
          "inbound":[{"address":"10.0.0.2","port":1}]},"metrics":{"type":"prometheus","conf":{"aggregate":[{"name":"b"},\
          {"name":"a","port":1,"path":"/a","enabled":false,"address":"::1"}]}},"probes":{"endpoints":[{}]}}}
          """,
        Dataplane(
          mesh: "blue", metadata: .init(name: "web-1", namespace: "demo"),
          networking: .init(address: "a", inbound: [.init(address: "10.0.0.2", port: 1, tags: Tags())]),
          metrics: .init(aggregate: [
            .init(name: "a", path: "/a", port: 1, isEnabled: false, address: "::1"),
            .init(name: "b", path: "", port: 0, isEnabled: nil),
          ]),
          probes: .init(port: 0, endpoints: [.init(path: "", inboundPort: 0, inboundPath: "")])
        )
      )
    ),
    DataplaneCase(
      "DP-3", "null counts as absent",
      .decoding(
        json: """
          {"kind":"Dataplane","mesh":null,"metadata":{"name":"web-1","namespace":"demo","labels":null,\
          "ownerReferences":null},"spec":{"networking":{"address":"10.0.0.1","inbound":null,"gateway":null,\
          "transparentProxying":null,"admin":null,"listeners":null}}}
          """,
        dataplane(.init(address: "10.0.0.1"))
      )
    ),
  ]
}

@Suite("Dataplanes")
struct DataplaneTests {
  @Test(arguments: DataplaneTable.cases)
  func dataplane(_ row: DataplaneCase) throws {
    switch row.check {
    case .mapping(let pod, let metadata, let address):
      let kuma = try row.rules.controlPlane()
      let namespace = Namespace.fixture(name: pod.metadata.effectiveNamespace)
      let dataplane = try #require(kuma.dataplane(of: pod, in: namespace, among: ObjectCatalog()).dataplane)
      #expect(dataplane.metadata == metadata)
      #expect(dataplane.networking.address == address)
      #expect(dataplane.mesh == "default")
    case .resource(let dataplane, let json):
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let text = String(bytes: try encoder.encode(dataplane), encoding: .utf8)
      #expect(text == json)
      #expect(try JSONDecoder().decode(Dataplane.self, from: Data(json.utf8)) == dataplane)
    case .decoding(let json, let dataplane):
      #expect(try JSONDecoder().decode(Dataplane.self, from: Data(json.utf8)) == dataplane)
    }
  }
}
