import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The outbounds of the Pod `demo/web-1`, whose address is 10.0.0.1.
struct OutboundCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let standpoint: PodReport.Standpoint
  let pod: Pod
  let dataplanes: [Dataplane]
  let services: [Service]
  let others: [Pod]
  let settings: SettingsChange?
  let expected: [Dataplane.Outbound]

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName,
    at standpoint: PodReport.Standpoint = .reconciliation,
    _ annotations: StringMap = [:],
    address: String = "10.0.0.1",
    dataplanes: [Dataplane] = [],
    services: [Service] = [],
    others: [Pod] = [],
    settings: SettingsChange? = nil,
    expect expected: [Dataplane.Outbound]
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.standpoint = standpoint
    var annotations = annotations.over(.proxied)
    annotations["kuma.io/sidecar-injected"] = "true"
    pod = .fixture(
      labels: ["app": "web"], annotations: annotations, podIP: address,
      statuses: [ContainerStatus(name: "app", isReady: true)])
    self.dataplanes = dataplanes
    self.services = services
    self.others = others
    self.settings = settings
    self.expected = expected
  }
}

enum OutboundTable {
  static let cases = writing + services + headless + reachable + virtual

  /// A Dataplane that exists, with an inbound for each service.
  private static func dataplane(
    _ name: String,
    in mesh: String = "default",
    at address: String = "10.0.0.7",
    _ services: String...,
    instance: String? = nil,
    inboundAddress: String = "",
    state: Dataplane.State = .ready
  ) -> Dataplane {
    let inbounds = services.map { service in
      var tags = [KumaTag(key: "kuma.io/service", value: service, origin: .resource)]
      if let instance { tags.append(KumaTag(key: "kuma.io/instance", value: instance, origin: .resource)) }
      return Dataplane.Inbound(address: inboundAddress, port: 5432, tags: Tags(tags), state: state)
    }
    let metadata = Dataplane.Metadata(name: name, namespace: "shop")
    return Dataplane(mesh: mesh, metadata: metadata, networking: .init(address: address, inbound: inbounds))
  }

  private static func service(_ name: String, _ clusterIP: String, type: String = "ClusterIP") -> Service {
    .fixture(name: name, namespace: "shop", type: type, clusterIP: clusterIP, selector: [:])
  }

  private static func outbound(_ address: String, _ port: Int, _ service: String, instance: String? = nil)
    -> Dataplane.Outbound
  {
    var tags: StringMap = ["kuma.io/service": service]
    tags["kuma.io/instance"] = instance
    return Dataplane.Outbound(address: address, port: port, tags: tags)
  }

  private static let db = dataplane("db-1", "db_shop_svc_5432")
  private static let toDB = outbound("10.96.0.7", 5432, "db_shop_svc_5432")
  private static let dbService = service("db", "10.96.0.7")
  private static let inDataplanes: SettingsChange = { $0.outbounds = .dataplanes }
  private static let asVirtualIPs: SettingsChange = { $0.outbounds = .virtualIPs }

  private static func written(
    _ title: String,
    under rules: RulesName,
    _ annotations: StringMap = [:],
    _ settings: SettingsChange? = nil,
    isWritten: Bool
  ) -> OutboundCase {
    OutboundCase(
      "TP-7", title, under: rules, annotations, dataplanes: [db], services: [dbService], settings: settings,
      expect: isWritten ? [toDB] : [])
  }

  private static let writing: [OutboundCase] = [
    written("the documentation says nothing of them", under: "documented", isWritten: false),
    written("the setting means nothing to the documentation", under: "documented", [:], inDataplanes, isWritten: false),
    written("written", under: "1.2.0", isWritten: true),
    written("the setting is not known", under: "1.5.5", [:], asVirtualIPs, isWritten: true),
    written("the setting is known", under: "1.6.0", [:], asVirtualIPs, isWritten: false),
    written("by default", under: "1.6.0", isWritten: true),
    written("by default", under: "2.1.7", isWritten: true),
    written("not by default", under: "2.2.0", isWritten: false),
    written("not by default", under: .newest, isWritten: false),
    written("where it is set", under: "2.2.0", [:], inDataplanes, isWritten: true),
    written("where it is set", under: .newest, [:], inDataplanes, isWritten: true),
    written("a delegated gateway has them too", under: "2.1.7", ["kuma.io/gateway": "enabled"], isWritten: true),
    written(
      "without transparent proxying too", under: "2.1.7", ["kuma.io/transparent-proxying": "disabled"], isWritten: true),
  ]

  private static let services: [OutboundCase] = [
    OutboundCase("OUT-1", "nothing exists", under: "2.1.7", services: [dbService], expect: []),
    OutboundCase("OUT-1", "no Service", under: "2.1.7", dataplanes: [db], expect: []),
    OutboundCase(
      "OUT-1", "a Service of another namespace", under: "2.1.7", dataplanes: [db],
      services: [.fixture(name: "db", clusterIP: "10.96.0.7", selector: [:])], expect: []
    ),
    OutboundCase(
      "OUT-1", "another mesh", under: "2.1.7", dataplanes: [dataplane("db-1", in: "other", "db_shop_svc_5432")],
      services: [dbService], expect: []
    ),
    OutboundCase(
      "OUT-1", "by the bytes of the services' names, each once", under: "2.1.7",
      dataplanes: [
        dataplane("b", "db_shop_svc_80", "db_shop_svc_443"), dataplane("a", "db_shop_svc_443", "api_shop_svc_80"),
      ],
      services: [dbService, service("api", "10.96.0.8")],
      expect: [
        outbound("10.96.0.8", 80, "api_shop_svc_80"), outbound("10.96.0.7", 443, "db_shop_svc_443"),
        outbound("10.96.0.7", 80, "db_shop_svc_80"),
      ]
    ),
    OutboundCase(
      "OUT-1", "tags that do not name a port of a Service", under: "2.1.7",
      dataplanes: [
        dataplane("a", "db_shop_svc", "db", "db_shop_svc_80_x", "db_shop_svc_http", "db_shop_svc_49151", "db_shop_x_81")
      ],
      services: [dbService], expect: [outbound("10.96.0.7", 81, "db_shop_x_81")]
    ),
    OutboundCase(
      "OUT-1", "one that exists of the Pod itself counts", under: "2.1.7",
      dataplanes: [dataplane("web-1", at: "10.0.0.1", "web_demo_svc_80")], services: [.fixture()],
      expect: [outbound("10.96.0.1", 80, "web_demo_svc_80")]
    ),
    OutboundCase(
      "OUT-1", "a reconciliation takes what exists", under: "2.1.7", services: [.fixture()], expect: []
    ),
    OutboundCase(
      "OUT-1", "a preview takes what it gives where nothing exists", under: "2.1.7", at: .preview, services: [.fixture()],
      expect: [outbound("10.96.0.1", 80, "web_demo_svc_80")]
    ),
    OutboundCase(
      "OUT-1", "a preview takes what exists where something does", under: "2.1.7", at: .preview, dataplanes: [db],
      services: [dbService, .fixture()], expect: [toDB]
    ),
    OutboundCase(
      "OUT-1", "ExternalName", under: "2.2.5", dataplanes: [db], services: [service("db", "", type: "ExternalName")],
      settings: inDataplanes, expect: [outbound("", 5432, "db_shop_svc_5432")]
    ),
    OutboundCase(
      "OUT-1", "ExternalName", under: "2.2.6", dataplanes: [db], services: [service("db", "", type: "ExternalName")],
      settings: inDataplanes, expect: []
    ),
    OutboundCase(
      "OUT-1", "ignored inbounds", under: "2.5.1", dataplanes: [dataplane("db-1", "db_shop_svc_5432", state: .ignored)],
      services: [dbService], settings: inDataplanes, expect: [toDB]
    ),
    OutboundCase(
      "OUT-1", "ignored inbounds", under: "2.5.2", dataplanes: [dataplane("db-1", "db_shop_svc_5432", state: .ignored)],
      services: [dbService], settings: inDataplanes, expect: []
    ),
    OutboundCase(
      "OUT-1", "inbounds that are not ready count", under: .newest,
      dataplanes: [dataplane("db-1", "db_shop_svc_5432", state: .notReady)], services: [dbService], settings: inDataplanes,
      expect: [toDB]
    ),
  ]

  private static let headless: [OutboundCase] = [
    OutboundCase(
      "OUT-2", "one for each inbound behind it, by Dataplane", under: "1.2.0",
      dataplanes: [
        dataplane("db-2", at: "10.0.0.3", "db_shop_svc_5432", instance: "db-2"),
        dataplane("db-1", at: "10.0.0.4", "db_shop_svc_5432", instance: "db-1"),
      ],
      services: [service("db", "None")],
      expect: [
        outbound("10.0.0.4", 5432, "db_shop_svc_5432", instance: "db-1"),
        outbound("10.0.0.3", 5432, "db_shop_svc_5432", instance: "db-2"),
      ]
    ),
    OutboundCase(
      "OUT-2", "but to its own address", under: "2.1.7",
      dataplanes: [
        dataplane("db-1", at: "10.0.0.1", "db_shop_svc_5432", instance: "db-1"),
        dataplane("db-2", at: "10.0.0.2", "db_shop_svc_5432", instance: "db-2"),
      ],
      services: [service("db", "None")], expect: [outbound("10.0.0.2", 5432, "db_shop_svc_5432", instance: "db-2")]
    ),
    OutboundCase(
      "OUT-2", "an inbound with an address of its own", under: "2.1.7",
      dataplanes: [dataplane("db-1", "db_shop_svc_5432", instance: "db-1", inboundAddress: "10.0.9.9")],
      services: [service("db", "None")], expect: [outbound("10.0.9.9", 5432, "db_shop_svc_5432", instance: "db-1")]
    ),
    OutboundCase(
      "OUT-2", "a preview without addresses, but to the Pod itself", under: "2.1.7", at: .preview, address: "",
      services: [.fixture(clusterIP: "None")],
      others: [
        .fixture(name: "web-2", labels: ["app": "web"], annotations: ["kuma.io/sidecar-injected": "true"], podIP: "")
      ],
      expect: [outbound("", 8080, "web_demo_svc_80", instance: "web-2")]
    ),
  ]

  private static let list = "kuma.io/transparent-proxying-reachable-services"

  private static func reaching(
    _ title: String, under rules: RulesName, _ services: String, expect expected: [Dataplane.Outbound]
  ) -> OutboundCase {
    OutboundCase(
      "OUT-3", title, under: rules, [list: services],
      dataplanes: [
        dataplane("a", "api_shop_svc_80", "db_shop_svc_443", "db_shop_svc_80"),
        dataplane("own", at: "10.0.0.1", "peer_shop_svc_1", instance: "own"),
        dataplane("peer", at: "10.0.0.2", "peer_shop_svc_1", instance: "peer"),
      ],
      services: [dbService, service("api", "10.96.0.8"), service("peer", "None")], expect: expected)
  }

  private static let toAPI = outbound("10.96.0.8", 80, "api_shop_svc_80")
  private static let toPeer = outbound("10.0.0.2", 5432, "peer_shop_svc_1", instance: "peer")
  private static let toEach = [
    toAPI, outbound("10.96.0.7", 443, "db_shop_svc_443"), outbound("10.96.0.7", 80, "db_shop_svc_80"), toPeer,
  ]

  private static let reachable: [OutboundCase] = [
    reaching("not read", under: "1.4.1", "api_shop_svc_80", expect: toEach),
    reaching(
      "those that are listed, in their own order", under: "1.5.0",
      "db_shop_svc_80,api_shop_svc_80,none_shop_svc_80,api_shop_svc_80",
      expect: [toAPI, outbound("10.96.0.7", 80, "db_shop_svc_80")]),
    reaching("a headless one", under: "2.1.7", "peer_shop_svc_1", expect: [toPeer]),
    reaching("an empty list up to 1.7", under: "1.7.6", "", expect: []),
    reaching("an empty list from 1.8 on", under: "1.8.0", "", expect: toEach),
    reaching("none that there is", under: "2.1.7", "none", expect: []),
  ]

  private static let virtual: [OutboundCase] = [
    OutboundCase("OUT-4", "those of Services only", under: "1.2.0", dataplanes: [db], services: [dbService], expect: [toDB])
  ]
}

@Suite("Outbounds")
struct OutboundTests {
  @Test(arguments: OutboundTable.cases)
  func outbounds(_ row: OutboundCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let objects: [ClusterObject] =
      [.kubernetes(.namespace(.fixture()))] + row.dataplanes.map { .dataplane($0) }
      + row.services.map { .kubernetes(.service($0)) } + ([row.pod] + row.others).map { .kubernetes(.pod($0)) }
    for objects in [objects, objects.reversed()] {
      let cluster = Cluster(objects, under: kuma)
      let name = ObjectName(of: row.pod.metadata)
      let report = row.standpoint == .preview ? cluster.preview(of: name) : cluster.reconciliation(of: name)
      #expect(
        report?.outcome.dataplane?.networking.outbound == row.expected, "\(String(describing: report?.outcome.verdict))")
      // Parts of a cluster give what the whole gives.
      let part = try #require(cluster.partitions(2).first { $0.pod(name) != nil })
      #expect((row.standpoint == .preview ? part.preview(of: name) : part.reconciliation(of: name)) == report)
    }
    // A Pod alone knows of no others.
    guard row.others.isEmpty else { return }
    let catalog = ObjectCatalog(services: row.services, dataplanes: row.dataplanes)
    let alone =
      row.standpoint == .preview
      ? kuma.preview(of: row.pod, in: .fixture(), among: catalog)
      : kuma.reconciliation(of: row.pod, in: .fixture(), among: catalog)
    #expect(alone.outcome.dataplane?.networking.outbound == row.expected)
  }

  /// OUT-1, OUT-2: what has yet to be given an address makes the Dataplanes pending that reach it, in a preview.
  @Test(arguments: [
    ("1.2.0", "ClusterIP", ""), ("2.1.7", "ClusterIP", ""), ("2.1.7", "ClusterIP", "10.96.0.7"), ("2.2.0", "ClusterIP", ""),
    ("2.1.7", "ExternalName", ""),
  ])
  func addressesThatComeWithTimeArePending(_ release: String, _ type: String, _ clusterIP: String) throws {
    let kuma = ControlPlane(release: try KumaRelease(parsing: release))
    let tags = Tags([KumaTag(key: "kuma.io/service", value: "db_demo_svc_80", origin: .resource)])
    let db = Dataplane(
      mesh: "default", metadata: .init(name: "db-1", namespace: "demo"),
      networking: .init(address: "10.0.0.7", inbound: [.init(port: 80, tags: tags)]))
    let service = Service.fixture(name: "db", type: type, clusterIP: clusterIP, selector: [:])
    let pod = Pod.fixture(
      annotations: StringMap.proxied.over(["kuma.io/sidecar-injected": "true"]),
      statuses: [ContainerStatus(name: "app", isReady: true)])
    let objects: [ClusterObject] = [
      .kubernetes(.namespace(.fixture())), .kubernetes(.service(service)), .kubernetes(.pod(pod)), .dataplane(db),
    ]
    let cluster = Cluster(objects, under: kuma)
    let name = ObjectName(of: pod.metadata)
    let isPending = release != "2.2.0" && type == "ClusterIP" && clusterIP.isEmpty
    let verdict = cluster.preview(of: name)?.outcome.verdict
    #expect(verdict == (isPending ? .pending(.outboundHasNoAddress) : .apply))
    #expect(cluster.reconciliation(of: name)?.outcome.verdict == .apply)
    let alone = kuma.preview(
      of: pod, in: .fixture(), among: ObjectCatalog(services: [service], dataplanes: [db]))
    #expect(alone.outcome.verdict == verdict)
  }

  /// OUT-4: what virtual IPs give beside what the objects give is unknown, and no reason to write a Dataplane that has it.
  @Test(arguments: [("1.2.3", true), ("1.3.0", false)])
  func virtualIPsAreUnknown(release: String, areWritten: Bool) throws {
    let kuma = ControlPlane(release: try KumaRelease(parsing: release))
    let pod = Pod.fixture(
      annotations: StringMap.proxied.over(["kuma.io/sidecar-injected": "true"]),
      statuses: [ContainerStatus(name: "app", isReady: true)])
    let objects: [ClusterObject] = [.kubernetes(.namespace(.fixture())), .kubernetes(.pod(pod))]
    let name = ObjectName(of: pod.metadata)
    let outcome = try #require(Cluster(objects, under: kuma).outcome(of: name))
    let unknown = Unknown(path: "spec.networking.outbound", needs: .controlPlane)
    #expect(outcome.unknownValues == (areWritten ? [unknown] : []))

    var existing = try #require(outcome.dataplane)
    existing.networking.outbound.append(
      Dataplane.Outbound(
        address: "240.0.0.1", port: 80,
        tags: ["kuma.io/service": "db_demo_svc_80"]))
    let item = Cluster(objects + [.dataplane(existing)], under: kuma).plan()[name]
    if areWritten {
      #expect(item == .unchanged(.dataplane(existing)))
    } else {
      #expect(item?.result?.dataplane?.networking.outbound == [])
    }
    // What the objects give is still brought about.
    var other = existing
    other.networking.address = "10.9.9.9"
    let update = Cluster(objects + [.dataplane(other)], under: kuma).plan()[name]
    guard case .update(let result, let differences) = update else {
      Issue.record("\(String(describing: update)) is no update")
      return
    }
    #expect(differences.map(\.path).contains(.address))
    #expect(result.dataplane?.networking.outbound == (areWritten ? existing.networking.outbound : []))
  }

  /// OUT-1: what another Pod offers that nobody knows makes unknown what a preview reaches.
  @Test(arguments: [("2.1.7", true), ("2.2.0", false)])
  func whatAnUnknownNamespaceOffersIsUnknown(release: String, isUnknown: Bool) throws {
    let marked: StringMap = ["kuma.io/sidecar-injected": "true"]
    let objects: [ClusterObject] = [
      .kubernetes(.namespace(.fixture())), .kubernetes(.service(.fixture())),
      .kubernetes(.pod(.fixture(labels: ["app": "web"], annotations: marked))),
      .kubernetes(.pod(.fixture(name: "far", namespace: "elsewhere", annotations: marked))),
    ]
    let cluster = Cluster(objects, under: ControlPlane(release: try KumaRelease(parsing: release)))
    for part in [cluster] + cluster.partitions(2) {
      guard let report = part.preview(of: ObjectName(namespace: "demo", name: "web-1")) else { continue }
      #expect(report.outcome.dataplane?.networking.outbound == [])
      let unknown = [Unknown(path: "spec.networking.outbound", needs: .namespaces)]
      #expect(report.outcome.unknownValues.filter { $0.needs == .namespaces } == (isUnknown ? unknown : []))
    }
  }

  /// OUT-2: what exists is as it should be, in whatever order its outbounds are.
  @Test func theOrderOfOutboundsMeansNothingToAPlan() throws {
    let kuma = ControlPlane(release: try KumaRelease(parsing: "2.1.7"))
    let pod = Pod.fixture(annotations: ["kuma.io/sidecar-injected": "true"], podIP: "10.0.0.9")
    let others = ["db-1", "db-2"].map { name in
      let tags = ["kuma.io/instance": name, "kuma.io/service": "db_demo_svc_80"].map {
        KumaTag(key: $0.key, value: $0.value, origin: .resource)
      }
      return Dataplane(
        mesh: "default", metadata: .init(name: name, namespace: "demo"),
        networking: .init(address: "10.0.0.1\(name.last ?? "0")", inbound: [.init(port: 80, tags: Tags(tags))]))
    }
    let service = Service.fixture(name: "db", clusterIP: "None", selector: [:])
    let objects: [ClusterObject] =
      [.kubernetes(.namespace(.fixture())), .kubernetes(.service(service)), .kubernetes(.pod(pod))]
      + others.map { .dataplane($0) }
    var cluster = Cluster(objects, under: kuma)
    let name = ObjectName(of: pod.metadata)
    var stored = try #require(cluster.outcome(of: name)?.dataplane)
    #expect(stored.networking.outbound.count == 2)
    stored.networking.outbound.reverse()
    cluster.apply(.added(.dataplane(stored)))
    guard case .unchanged = cluster.planItem(of: name) else {
      Issue.record("\(String(describing: cluster.planItem(of: name)))")
      return
    }
    stored.networking.outbound.removeLast()
    cluster.apply(.modified(.dataplane(stored)))
    guard case .update(_, let differences) = cluster.planItem(of: name) else {
      Issue.record("an outbound is missing")
      return
    }
    #expect(differences.count == 1)
  }
}
