import Foundation
import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// How Dataplanes that exist differ from what the rules give.
struct VerificationCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let input: Input
  let settings: SettingsChange?
  let expected: [Problem]

  /// Where the objects come from.
  enum Input: Sendable {
    case objects([ClusterObject])
    case json(String)

    func objects() throws -> [ClusterObject] {
      switch self {
      case .objects(let objects): return objects
      case .json(let text):
        let list = try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: Data(text.utf8))
        try #require(list.failures.isEmpty)
        return list.objects
      }
    }
  }

  /// A `VerificationProblem` as a row can write it down.
  struct Problem: Hashable, Sendable {
    let name: String
    let kind: Kind

    enum Kind: Hashable, Sendable {
      case missing
      case superfluous(DataplaneVerdict.DeleteReason)
      case unexpected(DataplaneVerdict)
      case orphaned
      case withoutPod
      case differs(String, old: String?, new: String?)
    }

    init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }

    init(_ problem: VerificationProblem) {
      name = "\(problem.name)"
      kind =
        switch problem.kind {
        case .missing: .missing
        case .superfluous(let reason): .superfluous(reason)
        case .unexpected(let reason): .unexpected(reason)
        case .orphaned: .orphaned
        case .withoutPod: .withoutPod
        case .differs(let field): .differs("\(field.path)", old: field.old, new: field.new)
        }
    }
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    _ pods: Pod...,
    in namespace: Namespace = .fixture(),
    services: [Service] = [.fixture()],
    meshes: [Mesh] = [],
    existing: Dataplane...,
    settings: SettingsChange? = nil,
    expect expected: [Problem]
  ) {
    self.settings = settings
    self.statement = statement
    self.title = title
    self.rules = rules
    let objects: [KubernetesObject] =
      [.namespace(namespace)] + pods.map(KubernetesObject.pod) + services.map(KubernetesObject.service)
    input = .objects(
      objects.map(ClusterObject.kubernetes) + meshes.map(ClusterObject.mesh) + existing.map(ClusterObject.dataplane)
    )
    self.expected = expected
  }

  init(_ statement: String, _ title: String, under rules: RulesName, json: String, expect expected: [Problem]) {
    settings = nil
    self.statement = statement
    self.title = title
    self.rules = rules
    input = .json(json)
    self.expected = expected
  }
}

enum VerificationTable {
  static let cases =
    fields + sections + labels + releases + missing + superfluous + unexpected + leftAlone + orphaned + decoded

  private typealias Problem = VerificationCase.Problem

  /// A field of the Dataplane `demo/web-1` that differs.
  private static func differs(_ path: String, _ old: String?, _ new: String?) -> Problem {
    Problem("demo/web-1", .differs(path, old: old, new: new))
  }

  /// A problem of the Dataplane `demo/web-1`.
  private static func problem(_ kind: Problem.Kind) -> Problem { Problem("demo/web-1", kind) }

  /// The Pod `demo/web-1` that the injector marked; without the annotations of transparent proxying.
  private static func pod(
    labels: StringMap = ["app": "web"],
    annotations: StringMap = [:],
    mark: String? = "true",
    phase: String = "Running",
    reason: String = "",
    podIP: String = "10.0.0.1",
    serviceAccountName: String = ""
  ) -> Pod {
    var annotations = annotations
    annotations[KumaKey.sidecarInjected] = mark
    return .fixture(
      labels: labels,
      annotations: annotations,
      containers: [Container(name: "app"), Container(name: "kuma-sidecar")],
      serviceAccountName: serviceAccountName,
      phase: phase,
      reason: reason,
      podIP: podIP
    )
  }

  private static let owner = OwnerReference(
    apiVersion: "v1",
    kind: "Pod",
    name: "web-1",
    uid: "pod-uid",
    controller: true,
    blockOwnerDeletion: true
  )

  private static func tags(_ tags: KeyValuePairs<String, String>) -> Tags {
    Tags(tags.map { KumaTag(key: $0.key, value: $0.value, origin: .resource) })
  }

  private static func serviceTags(service: String = "web", port: String = "80") -> Tags {
    tags([
      "app": "web",
      "k8s.kuma.io/namespace": "demo",
      "k8s.kuma.io/service-name": service,
      "k8s.kuma.io/service-port": port,
      "kuma.io/protocol": "tcp",
      "kuma.io/service": "\(service)_demo_svc_\(port)",
    ])
  }

  /// The tags of the inbound, one of them replaced; taken away where there is no value.
  private static func serviceTags(but key: String, _ value: String?) -> Tags {
    let others = serviceTags().filter { $0.key != key }
    return Tags(others + [value].compactMap(\.self).map { KumaTag(key: key, value: $0, origin: .resource) })
  }

  /// The Dataplane that the documented rules give the Pod, changed as a row wants it.
  private static func documented(_ change: (inout Dataplane) -> Void = { _ in }) -> Dataplane {
    var dataplane = Dataplane(
      mesh: "default",
      metadata: Dataplane.Metadata(name: "web-1", namespace: "demo", ownerReferences: [owner]),
      networking: Dataplane.Networking(
        address: "10.0.0.1",
        inbound: [Dataplane.Inbound(port: 8080, tags: serviceTags())],
        transparentProxying: Dataplane.TransparentProxying(
          redirectPortInbound: 15006,
          redirectPortInboundV6: 15010,
          redirectPortOutbound: 15001
        )
      )
    )
    change(&dataplane)
    return dataplane
  }

  /// The Dataplane that releases from 2.6 to 2.8 give the Pod, whose zone is `default`, changed as a row wants it.
  private static func stated(_ change: (inout Dataplane) -> Void = { _ in }) -> Dataplane {
    documented { dataplane in
      dataplane.networking.transparentProxying = nil
      dataplane.networking.inbound[0].health = Dataplane.Health(isReady: true)
      dataplane.networking.inbound[0].tags = serviceTags(but: "kuma.io/zone", "default")
      change(&dataplane)
    }
  }

  /// The Dataplane that 2.9 gives the Pod, changed as a row wants it.
  private static func defaulted(_ change: (inout Dataplane) -> Void = { _ in }) -> Dataplane {
    stated { dataplane in
      dataplane.metadata.labels = [
        "k8s.kuma.io/namespace": "demo", "kuma.io/env": "kubernetes", "kuma.io/mesh": "default", "kuma.io/origin": "zone",
        "kuma.io/zone": "default",
      ]
      dataplane.metadata.annotations = ["kuma.io/display-name": "web-1"]
      change(&dataplane)
    }
  }

  /// The Dataplane that releases from 2.10 to 2.13 give the Pod, changed as a row wants it.
  private static func withLabels(_ change: (inout Dataplane) -> Void = { _ in }) -> Dataplane {
    stated { dataplane in
      dataplane.metadata.labels = [
        "app": "web", "k8s.kuma.io/namespace": "demo", "kuma.io/env": "kubernetes", "kuma.io/mesh": "default",
        "kuma.io/origin": "zone", "kuma.io/proxy-type": "sidecar", "kuma.io/zone": "default",
      ]
      dataplane.metadata.annotations = ["kuma.io/display-name": "web-1"]
      change(&dataplane)
    }
  }

  /// The Dataplane that 2.14 gives the Pod, changed as a row wants it.
  private static func withProtocol(_ change: (inout Dataplane) -> Void = { _ in }) -> Dataplane {
    withLabels { dataplane in
      dataplane.networking.inbound[0].appProtocol = "tcp"
      change(&dataplane)
    }
  }

  // MARK: Fields

  private static let inbound = "networking.inbound[web_demo_svc_80:8080]"

  private static let fields: [VerificationCase] = [
    VerificationCase("VER-1", "nothing differs", pod(), existing: documented(), expect: []),
    VerificationCase("VER-1", "nothing differs", under: "2.8.8", pod(), existing: stated(), expect: []),
    VerificationCase("VER-1", "nothing differs", under: "2.9.19", pod(), existing: defaulted(), expect: []),
    VerificationCase("VER-1", "nothing differs", under: "2.13.0", pod(), existing: withLabels(), expect: []),
    VerificationCase("VER-1", "nothing differs", under: .newest, pod(), existing: withProtocol(), expect: []),
    VerificationCase(
      "VER-1", "the address", pod(), existing: documented { $0.networking.address = "10.0.0.9" },
      expect: [differs("networking.address", "10.0.0.9", "10.0.0.1")]
    ),
    VerificationCase(
      "VER-1", "the mesh", pod(annotations: [KumaKey.mesh: "payments"]), existing: documented(),
      expect: [differs("mesh", "default", "payments")]
    ),
    VerificationCase(
      "VER-1", "the value of a tag", pod(),
      existing: documented { $0.networking.inbound[0].tags = serviceTags(but: "app", "old") },
      expect: [differs("\(inbound).tags[\"app\"]", "old", "web")]
    ),
    VerificationCase(
      "VER-1", "a tag that is missing", pod(),
      existing: documented { $0.networking.inbound[0].tags = serviceTags(but: "kuma.io/protocol", nil) },
      expect: [differs("\(inbound).tags[\"kuma.io/protocol\"]", nil, "tcp")]
    ),
    VerificationCase(
      "VER-1", "a tag too many", pod(),
      existing: documented { $0.networking.inbound[0].tags = serviceTags(but: "team", "a") },
      expect: [differs("\(inbound).tags[\"team\"]", "a", nil)]
    ),
    VerificationCase(
      "VER-1", "a tag that only looks the same", pod(labels: ["app": "web", "team": "caf\u{E9}"]),
      existing: documented { $0.networking.inbound[0].tags = serviceTags(but: "team", "cafe\u{301}") },
      settings: { $0.admission = .leftOut },
      expect: [differs("\(inbound).tags[\"team\"]", "cafe\u{301}", "caf\u{E9}")]
    ),
    VerificationCase(
      "VER-1", "the service of the placeholder", pod(), services: [],
      existing: documented {
        $0.networking.inbound = [
          Dataplane.Inbound(
            port: 49151,
            tags: tags([
              "app": "web", "k8s.kuma.io/namespace": "demo", "kuma.io/protocol": "tcp", "kuma.io/service": "web_demo_svc",
            ])
          )
        ]
      },
      expect: [differs("networking.inbound[49151].tags[\"kuma.io/service\"]", "web_demo_svc", "web-1_demo_svc")]
    ),
    VerificationCase(
      "VER-1", "an inbound that is missing", pod(), existing: documented { $0.networking.inbound = [] },
      expect: [differs(inbound, nil, "web_demo_svc_80")]
    ),
    VerificationCase(
      "VER-1", "an inbound too many", pod(),
      existing: documented {
        $0.networking.inbound.append(Dataplane.Inbound(port: 9090, tags: serviceTags(service: "old")))
      },
      expect: [differs("networking.inbound[old_demo_svc_80:9090]", "old_demo_svc_80", nil)]
    ),
    VerificationCase(
      "VER-1", "an inbound on another port is another inbound", pod(),
      existing: documented { $0.networking.inbound[0].port = 8081 },
      expect: [
        differs("networking.inbound[web_demo_svc_80:8081]", "web_demo_svc_80", nil),
        differs(inbound, nil, "web_demo_svc_80"),
      ]
    ),
    VerificationCase(
      "VER-1", "the order of inbounds", pod(), services: [.fixture(), .fixture(name: "alias")],
      existing: documented {
        $0.networking.inbound.append(Dataplane.Inbound(port: 8080, tags: serviceTags(service: "alias")))
      },
      expect: [
        differs(
          "networking.inbound", "web_demo_svc_80:8080, alias_demo_svc_80:8080",
          "alias_demo_svc_80:8080, web_demo_svc_80:8080"
        )
      ]
    ),
    VerificationCase(
      "VER-1", "health that nobody knows", pod(),
      existing: documented { $0.networking.inbound[0].health = Dataplane.Health(isReady: true) },
      expect: [differs("\(inbound).state", "Ready, health ready", "Ready")]
    ),
    VerificationCase(
      "VER-1", "the state", under: "2.9.19", pod(),
      existing: defaulted {
        $0.networking.inbound[0].state = .notReady
        $0.networking.inbound[0].health = Dataplane.Health(isReady: false)
      },
      expect: [differs("\(inbound).state", "NotReady, health not ready", "Ready, health ready")]
    ),
    VerificationCase(
      "VER-1", "the name and the protocol of an inbound", under: .newest, pod(),
      existing: withProtocol {
        $0.networking.inbound[0].name = "http"
        $0.networking.inbound[0].appProtocol = "http"
      },
      expect: [differs("\(inbound).name", "http", nil), differs("\(inbound).protocol", "http", "tcp")]
    ),
    VerificationCase(
      "VER-1", "every field that differs", pod(),
      existing: documented {
        $0.mesh = "old"
        $0.networking.address = "10.0.0.9"
        $0.networking.inbound[0].tags = serviceTags(but: "app", "old")
        $0.networking.adminPort = 9901
      },
      expect: [
        differs("mesh", "old", "default"), differs("networking.address", "10.0.0.9", "10.0.0.1"),
        differs("\(inbound).tags[\"app\"]", "old", "web"), differs("networking.admin.port", "9901", nil),
      ]
    ),
  ]

  private static let sections: [VerificationCase] = [
    VerificationCase(
      "VER-1", "the owner", pod(), existing: documented { $0.metadata.ownerReferences = [] },
      expect: [differs("metadata.ownerReferences", nil, "Pod web-1 pod-uid")]
    ),
    VerificationCase(
      "VER-1", "an owner that does not manage it", pod(),
      existing: documented { $0.metadata.ownerReferences[0].controller = nil },
      expect: [differs("metadata.ownerReferences", nil, "Pod web-1 pod-uid")]
    ),
    VerificationCase(
      "VER-1", "the administration port", pod(annotations: [KumaKey.adminPort: "9901"]), existing: documented(),
      expect: [differs("networking.admin.port", nil, "9901")]
    ),
    VerificationCase(
      "VER-1", "a gateway that is none", pod(),
      existing: documented {
        $0.networking.gateway = Dataplane.Gateway(tags: serviceTags())
        $0.networking.inbound = []
      },
      expect: [differs("networking.gateway", "DELEGATED", nil), differs(inbound, nil, "web_demo_svc_80")]
    ),
    VerificationCase(
      "VER-1", "a tag of a gateway", pod(annotations: [KumaKey.gateway: "enabled"]),
      existing: documented {
        $0.networking.gateway = Dataplane.Gateway(tags: serviceTags(but: "app", nil))
        $0.networking.inbound = []
      },
      expect: [differs("networking.gateway.tags[\"app\"]", nil, "web")]
    ),
    VerificationCase(
      "VER-1", "a section that is missing is one difference", pod(),
      existing: documented { $0.networking.transparentProxying = nil },
      expect: [differs("networking.transparentProxying", nil, "set")]
    ),
    VerificationCase(
      "VER-1", "fields of transparent proxying", pod(annotations: [KumaKey.directAccessServices: "a, b"]),
      existing: documented {
        $0.networking.transparentProxying?.redirectPortOutbound = 15009
        $0.networking.transparentProxying?.directAccessServices = ["b", "a"]
      },
      expect: [
        differs("networking.transparentProxying.redirectPortOutbound", "15009", "15001"),
        differs("networking.transparentProxying.directAccessServices", "b,a", "a,b"),
      ]
    ),
    VerificationCase(
      "VER-1", "a listener", under: .newest, pod(),
      existing: withProtocol {
        $0.networking.listeners = [
          Dataplane.Listener(type: .zoneEgress, address: "10.0.0.1", port: 10002, name: "egress", state: .notReady)
        ]
        $0.metadata.labels["kuma.io/listener-zoneegress"] = "enabled"
      },
      expect: [differs("networking.listeners[10002]", "ZoneEgress egress 10.0.0.1 NotReady", nil)]
    ),
  ]

  // MARK: Labels

  private static let labels: [VerificationCase] = [
    VerificationCase(
      "VER-1", "labels where the rules give none", pod(), existing: documented { $0.metadata.labels = ["team": "a"] },
      expect: []
    ),
    VerificationCase(
      "VER-1", "a label that the rules do not give", under: "2.10.0", pod(),
      existing: withLabels { $0.metadata.labels["team"] = "a" }, expect: []
    ),
    VerificationCase(
      "VER-1", "a label that the rules take away", under: "2.14.0", pod(),
      existing: withProtocol { $0.metadata.labels["kuma.io/listener-zoneingress"] = "enabled" }, expect: []
    ),
    VerificationCase(
      "VER-1", "a label that is missing", under: "2.10.0", pod(),
      existing: withLabels { $0.metadata.labels["app"] = nil },
      expect: [differs("metadata.labels[\"app\"]", nil, "web")]
    ),
    VerificationCase(
      "VER-1", "the value of a label of the Pod", under: "2.10.0", pod(),
      existing: withLabels { $0.metadata.labels["app"] = "old" },
      expect: [differs("metadata.labels[\"app\"]", "old", "web")]
    ),
    VerificationCase(
      "VER-1", "a label that stays as it is where it is there", under: "2.10.0", pod(),
      existing: withLabels { $0.metadata.labels["kuma.io/mesh"] = "other" }, expect: []
    ),
    VerificationCase(
      "VER-1", "a label that is always set", under: "2.12.0", pod(serviceAccountName: "shop"),
      existing: withLabels { $0.metadata.labels["k8s.kuma.io/service-account"] = "default" },
      expect: [differs("metadata.labels[\"k8s.kuma.io/service-account\"]", "default", "shop")]
    ),
  ]

  // MARK: Releases

  private static let releases: [VerificationCase] = [
    VerificationCase(
      "VER-1", "labels that an older release did not write", under: "2.10.0", pod(), existing: stated(),
      expect: [
        differs("metadata.labels[\"app\"]", nil, "web"), differs("metadata.labels[\"k8s.kuma.io/namespace\"]", nil, "demo"),
        differs("metadata.labels[\"kuma.io/env\"]", nil, "kubernetes"),
        differs("metadata.labels[\"kuma.io/mesh\"]", nil, "default"),
        differs("metadata.labels[\"kuma.io/origin\"]", nil, "zone"),
        differs("metadata.labels[\"kuma.io/proxy-type\"]", nil, "sidecar"),
        differs("metadata.labels[\"kuma.io/zone\"]", nil, "default"),
        differs("metadata.annotations[\"kuma.io/display-name\"]", nil, "web-1"),
      ]
    ),
    VerificationCase(
      "VER-1", "labels and an annotation that 2.8 did not write", under: "2.9.0", pod(), existing: stated(),
      expect: [
        differs("metadata.labels[\"k8s.kuma.io/namespace\"]", nil, "demo"),
        differs("metadata.labels[\"kuma.io/env\"]", nil, "kubernetes"),
        differs("metadata.labels[\"kuma.io/mesh\"]", nil, "default"),
        differs("metadata.labels[\"kuma.io/origin\"]", nil, "zone"),
        differs("metadata.labels[\"kuma.io/zone\"]", nil, "default"),
        differs("metadata.annotations[\"kuma.io/display-name\"]", nil, "web-1"),
      ]
    ),
    VerificationCase(
      "VER-1", "a service account and a workload that are annotated", under: "2.13.0", pod(serviceAccountName: "shop"),
      in: .fixture(labels: ["kuma.io/sidecar-injection": "enabled"]),
      existing: withLabels {
        $0.metadata.annotations["k8s.kuma.io/service-account"] = "shop"
        $0.metadata.annotations["kuma.io/workload"] = "shop"
      },
      expect: []
    ),
    VerificationCase(
      "VER-1", "annotations that are missing", under: "2.13.0", pod(serviceAccountName: "shop"),
      in: .fixture(labels: ["kuma.io/sidecar-injection": "enabled"]), existing: withLabels(),
      expect: [
        differs("metadata.annotations[\"k8s.kuma.io/service-account\"]", nil, "shop"),
        differs("metadata.annotations[\"kuma.io/workload\"]", nil, "shop"),
      ]
    ),
    VerificationCase(
      "VER-1", "an annotation that the rules do not give", under: "2.13.0", pod(),
      existing: withLabels { $0.metadata.annotations["note"] = "1" }, expect: []
    ),
    VerificationCase(
      "VER-2", "a Dataplane that is refused is not missing", under: "2.13.0", pod(),
      in: .fixture(labels: ["kuma.io/sidecar-injection": "enabled"]),
      services: [.fixture(annotations: ["80.service.kuma.io/protocol": "htttp"])], expect: []
    ),
    VerificationCase(
      "VER-1", "a protocol that an older release did not write", under: "2.14.0", pod(), existing: withLabels(),
      expect: [differs("\(inbound).protocol", nil, "tcp")]
    ),
  ]

  // MARK: Missing

  private static let missing: [VerificationCase] = [
    VerificationCase("VER-2", "a Pod without its Dataplane", pod(), expect: [problem(.missing)]),
    VerificationCase(
      "VER-2", "a Dataplane that a Pod of another name owns", pod(), existing: documented { $0.metadata.name = "web-2" },
      expect: [problem(.missing), VerificationCase.Problem("demo/web-2", .withoutPod)]
    ),
    VerificationCase(
      "VER-2", "a Dataplane of another name that no Pod owns", pod(),
      existing: documented {
        $0.metadata.name = "web-2"
        $0.metadata.ownerReferences = []
      }, expect: [problem(.missing)]
    ),
    VerificationCase("VER-2", "a Pod that is not injected has none", pod(mark: nil), expect: []),
    VerificationCase("VER-2", "a Pod without an address has none", pod(podIP: ""), expect: []),
    VerificationCase("VER-2", "a Pod that fails has none", pod(annotations: [KumaKey.adminPort: "x"]), expect: []),
    VerificationCase(
      "VER-2", "a Pod of a Namespace that is being deleted has none", under: "2.7.0", pod(),
      in: .fixture(phase: "Terminating"), expect: []
    ),
  ]

  // MARK: Too many

  private static let superfluous: [VerificationCase] = [
    VerificationCase(
      "VER-2", "a Pod that succeeded", pod(phase: "Succeeded"), existing: documented(),
      expect: [problem(.superfluous(.podSucceeded))]
    ),
    VerificationCase(
      "VER-2", "a Pod that lost its address", pod(podIP: ""), existing: documented(),
      expect: [problem(.superfluous(.podHasNoAddress))]
    ),
    VerificationCase(
      "VER-2", "a Pod that was evicted", under: "2.2.0", pod(phase: "Failed", reason: "Evicted"), existing: documented(),
      expect: [problem(.superfluous(.podEvicted))]
    ),
    VerificationCase(
      "VER-2", "a Pod that was evicted, before that is looked at", pod(phase: "Failed", reason: "Evicted"),
      existing: documented(), expect: []
    ),
  ]

  private static let unexpected: [VerificationCase] = [
    VerificationCase(
      "VER-2", "a Pod that fails", pod(annotations: [KumaKey.adminPort: "x"]), existing: documented(), expect: []
    ),
    VerificationCase(
      "VER-2", "a Pod whose mesh does not exist", under: "2.11.0", pod(), meshes: [Mesh(name: "payments")],
      existing: withLabels(), expect: []
    ),
    VerificationCase(
      "VER-2", "a Pod that the injector has not marked", pod(mark: nil), existing: documented(),
      expect: [problem(.unexpected(.leave(.notInjected)))]
    ),
    VerificationCase(
      "VER-2", "a Pod whose mark says false", pod(mark: "false"), existing: documented(),
      expect: [problem(.unexpected(.leave(.notInjected)))]
    ),
    VerificationCase(
      "VER-2", "a Pod whose Namespace is not in the input", pod(), in: .fixture(name: "other"), existing: documented(),
      expect: []
    ),
  ]

  private static let leftAlone: [VerificationCase] = [
    VerificationCase(
      "VER-2", "a Pod of a Namespace that is being deleted is left alone", under: "2.7.0", pod(),
      in: .fixture(phase: "Terminating"), existing: stated { $0.networking.address = "10.0.0.9" }, expect: []
    ),
    VerificationCase(
      "VER-2", "a Pod of a Namespace that is being deleted is not left alone before that is looked at", under: "2.6.15",
      pod(), in: .fixture(phase: "Terminating"), existing: stated { $0.networking.address = "10.0.0.9" },
      expect: [differs("networking.address", "10.0.0.9", "10.0.0.1")]
    ),
    VerificationCase(
      "VER-2", "a Pod that succeeded is left alone before it is looked at", under: "1.6.1", pod(phase: "Succeeded"),
      existing: documented { $0.networking.address = "10.0.0.9" }, expect: []
    ),
  ]

  // MARK: Orphans

  private static let orphaned: [VerificationCase] = [
    VerificationCase("VER-2", "a Dataplane whose Pod is gone", existing: documented(), expect: [problem(.orphaned)]),
    VerificationCase(
      "VER-2", "a Dataplane of a Pod of the same name that is gone", pod(),
      existing: documented { $0.metadata.ownerReferences[0].uid = "another-uid" }, expect: [problem(.orphaned)]
    ),
    VerificationCase(
      "VER-2", "a Dataplane that no Pod owns", existing: documented { $0.metadata.ownerReferences = [] }, expect: []
    ),
    VerificationCase(
      "VER-2", "a Dataplane that something else owns", existing: documented { $0.metadata.ownerReferences[0].kind = "Shop" },
      expect: []
    ),
    VerificationCase(
      "VER-2", "Dataplanes by namespace and name", pod(),
      existing: documented { $0.networking.address = "10.0.0.9" },
      documented {
        $0.metadata.name = "gone-2"
        $0.metadata.ownerReferences[0].name = "gone-2"
      },
      documented {
        $0.metadata.namespace = "a"
        $0.metadata.name = "zoo"
        $0.metadata.ownerReferences[0].name = "zoo"
      },
      expect: [
        Problem("a/zoo", .orphaned), Problem("demo/gone-2", .orphaned),
        differs("networking.address", "10.0.0.9", "10.0.0.1"),
      ]
    ),
  ]

  // MARK: Decoded

  /// A dump of a cluster with a Dataplane as release 2.1 writes it: with outbounds, and with fields that nothing here reads.
  /// What a dump has besides what the rules give, each beginning with a comma.
  private struct Additions {
    var owner = ""
    var spec = ""
    var networking = ""
    var inbound = ""
    var health = ""
    var proxying = ""
  }

  private static func dump(
    address: String = "10.0.0.1", app: String = "web", outbounds: String = ownOutbound, adding added: Additions = Additions()
  ) -> String {
    """
    {"apiVersion": "v1", "kind": "List", "items": [
      {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "demo"}, "status": {"phase": "Active"}},
      {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "demo"},
       "spec": {"clusterIP": "10.96.0.1", "selector": {"app": "web"}, "ports": [{"port": 80, "targetPort": 8080}]}},
      {"apiVersion": "v1", "kind": "Pod",
       "metadata": {"name": "web-1", "namespace": "demo", "uid": "pod-uid", "labels": {"app": "web"},
        "annotations": {"kuma.io/sidecar-injected": "true", "kuma.io/transparent-proxying": "enabled",
         "kuma.io/transparent-proxying-inbound-port": "15006", "kuma.io/transparent-proxying-inbound-v6-port": "15010",
         "kuma.io/transparent-proxying-outbound-port": "15001", "kuma.io/envoy-admin-port": "9901",
         "kuma.io/direct-access-services": "orders_demo_svc_80"}},
       "spec": {"containers": [{"name": "app", "ports": [{"containerPort": 8080}]}, {"name": "kuma-sidecar"}]},
       "status": {"phase": "Running", "podIP": "10.0.0.1", "containerStatuses": [
        {"name": "app", "ready": true, "state": {"running": {}}}, {"name": "kuma-sidecar", "ready": true}]}},
      {"apiVersion": "kuma.io/v1alpha1", "kind": "Dataplane", "mesh": "default",
       "metadata": {"name": "web-1", "namespace": "demo", "generation": 4, "ownerReferences": [
        {"apiVersion": "v1", "kind": "Pod", "name": "web-1", "uid": "pod-uid", "controller": true, "blockOwnerDeletion": true}
        \(added.owner)]},
       "spec": {"networking": {"address": "\(address)", "admin": {"port": 9901}\(added.networking),
        "inbound": [{"port": 8080, "health": {"ready": true\(added.health)}\(added.inbound), "tags": {"app": "\(app)", "k8s.kuma.io/namespace": "demo",
         "k8s.kuma.io/service-name": "web", "k8s.kuma.io/service-port": "80", "kuma.io/protocol": "tcp",
         "kuma.io/service": "web_demo_svc_80"}}],
        "outbound": [\(outbounds)],
        "transparentProxying": {"redirectPortInbound": 15006, "redirectPortInboundV6": 15010, "redirectPortOutbound": 15001,
         "directAccessServices": ["orders_demo_svc_80"]\(added.proxying)}}\(added.spec)}}
    ]}
    """
  }

  private static let ownOutbound =
    #"{"address": "10.96.0.1", "port": 80, "tags": {"kuma.io/service": "web_demo_svc_80"}}"#
  private static let otherOutbound =
    #"{"address": "10.96.0.7", "port": 80, "tags": {"kuma.io/service": "orders_demo_svc_80"}}"#
  private static let virtualOutbound =
    #"{"address": "240.0.0.1", "port": 80, "tags": {"kuma.io/service": "web_demo_svc_80"}}"#

  private static let decoded: [VerificationCase] = [
    VerificationCase(
      "VER-1", "a dump with outbounds of a service that nothing offers", under: "2.1.7",
      json: dump(address: "10.0.0.1", app: "web", outbounds: otherOutbound),
      expect: [
        differs("networking.outbound[orders_demo_svc_80, 10.96.0.7:80]", "kuma.io/service=orders_demo_svc_80", nil),
        differs("networking.outbound[web_demo_svc_80, 10.96.0.1:80]", nil, "kuma.io/service=web_demo_svc_80"),
      ]
    ),
    VerificationCase(
      "VER-1", "a dump without outbounds", under: "2.1.7", json: dump(address: "10.0.0.1", app: "web", outbounds: ""),
      expect: [differs("networking.outbound", nil, "1 outbound")]
    ),
    VerificationCase(
      "OUT-4", "outbounds of virtual IPs are left alone in 1.2", under: "1.2.3",
      json: dump(address: "10.0.0.1", app: "web", outbounds: "\(virtualOutbound), \(ownOutbound)"),
      expect: [
        differs("\(inbound).tags[\"k8s.kuma.io/namespace\"]", "demo", nil),
        differs("\(inbound).tags[\"k8s.kuma.io/service-name\"]", "web", nil),
        differs("\(inbound).tags[\"k8s.kuma.io/service-port\"]", "80", nil),
        differs("networking.admin.port", "9901", nil),
      ]
    ),
    VerificationCase(
      "OUT-4", "from 1.3 on they are too many", under: "1.4.1",
      json: dump(address: "10.0.0.1", app: "web", outbounds: "\(virtualOutbound), \(ownOutbound)"),
      expect: [
        differs("networking.admin.port", "9901", nil),
        differs("networking.outbound[web_demo_svc_80, 240.0.0.1:80]", "kuma.io/service=web_demo_svc_80", nil),
      ]
    ),
    VerificationCase(
      "VER-1", "a dump with outbounds", under: "2.1.7", json: dump(address: "10.0.0.1", app: "web"), expect: []),
    VerificationCase(
      "VER-1", "fields of an inbound that no rules give", under: "2.1.7",
      json: dump(
        adding: Additions(
          inbound: #", "servicePort": 9999, "serviceAddress": "127.0.0.1", "serviceProbe": {"tcp": {}, "interval": "1s"}"#,
          health: #", "since": 1"#)),
      expect: [
        differs("\(inbound).health.since", "1", nil), differs("\(inbound).serviceAddress", "127.0.0.1", nil),
        differs("\(inbound).servicePort", "9999", nil), differs("\(inbound).serviceProbe.interval", "1s", nil),
        differs("\(inbound).serviceProbe.tcp", "{}", nil),
      ]
    ),
    VerificationCase(
      "VER-1", "fields of the networking that no rules give", under: "2.1.7",
      json: dump(
        adding: Additions(
          networking: #", "advertisedAddress": "9.9.9.9", "ingress": {"availableServices": [{"tags": {"a.b/c": "x"}}]}"#,
          proxying: #", "mode": true"#)),
      expect: [
        differs("networking.advertisedAddress", "9.9.9.9", nil),
        differs("networking.ingress.availableServices[0].tags[\"a.b/c\"]", "x", nil),
        differs("networking.transparentProxying.mode", "true", nil),
      ]
    ),
    VerificationCase(
      "VER-1", "fields of the spec that no rules give", under: "2.1.7",
      json: dump(
        adding: Additions(
          spec: #", "envoy": {"variant": "DELTA_GRPC", "ratio": 0.5}, "probes": {"port": 9000, "on": 2}"#)),
      expect: [
        differs("probes", "port 9000", nil), differs("envoy.ratio", "0.5", nil),
        differs("envoy.variant", "DELTA_GRPC", nil), differs("probes.on", "2", nil),
      ]
    ),
    VerificationCase(
      "VER-1", "fields that say nothing", under: "2.1.7",
      json: dump(
        adding: Additions(
          spec: #", "envoy": {}, "metrics": null, "x": [], "y": false, "z": null"#,
          networking: #", "advertisedAddress": """#, inbound: #", "servicePort": 0"#)),
      expect: []
    ),
    VerificationCase("VER-1", "what kumactl prints", under: "2.13.0", json: printed(), expect: []),
    VerificationCase(
      "VER-1", "what kumactl prints differs", under: "2.13.0", json: printed(proxyType: "gateway"),
      expect: [differs("metadata.labels[\"kuma.io/proxy-type\"]", "gateway", "sidecar")]
    ),
    VerificationCase(
      "VER-1", "what kumactl prints where no webhook is asked", under: "2.13.0", json: printed(injection: ""), expect: []),
    VerificationCase(
      "VER-1", "another owner", under: "2.1.7",
      json: dump(adding: Additions(owner: #", {"apiVersion": "v1", "kind": "Pod", "name": "web-1", "uid": "old-uid"}"#)),
      expect: [differs("metadata.ownerReferences[1]", "Pod web-1 old-uid", nil)]
    ),
    VerificationCase(
      "VER-1", "a dump with outbounds that differs", under: "2.1.7", json: dump(address: "10.0.0.9", app: "old"),
      expect: [
        differs("networking.address", "10.0.0.9", "10.0.0.1"), differs("\(inbound).tags[\"app\"]", "old", "web"),
      ]
    ),
    VerificationCase(
      "VER-1", "a dump under a newer release", under: "2.9.0", json: dump(address: "10.0.0.1", app: "web"),
      expect: [
        // From 2.7.0 without a mode the port for IPv6 says it, which 2.9.0 does not read.
        differs("networking.transparentProxying.redirectPortInboundV6", "15010", nil),
        differs("metadata.labels[\"k8s.kuma.io/namespace\"]", nil, "demo"),
        differs("metadata.labels[\"kuma.io/env\"]", nil, "kubernetes"),
        differs("metadata.labels[\"kuma.io/mesh\"]", nil, "default"),
        differs("metadata.labels[\"kuma.io/origin\"]", nil, "zone"),
        differs("metadata.labels[\"kuma.io/zone\"]", nil, "default"),
        differs("metadata.annotations[\"kuma.io/display-name\"]", nil, "web-1"),
        differs("\(inbound).tags[\"kuma.io/zone\"]", nil, "default"),
        differs("networking.transparentProxying.ipFamilyMode", nil, "DualStack"),
        differs("networking.outbound", "1 outbound", nil),
      ]
    ),
  ]
}

extension VerificationTable {
  /// A Pod with a Dataplane as `kumactl` prints it.
  fileprivate static func printed(
    proxyType: String = "sidecar", injection: String = #""kuma.io/sidecar-injection": "enabled""#
  ) -> String {
    """
    {"apiVersion": "v1", "kind": "List", "items": [
    {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "demo", "labels": {\(injection)}}},
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web-1", "namespace": "demo", "uid": "u", \
    "annotations": {"kuma.io/sidecar-injected": "true"}}, \
    "spec": {"serviceAccountName": "a", "containers": [{"name": "app"}, {"name": "kuma-sidecar"}]}, \
    "status": {"phase": "Running", "podIP": "10.0.0.1", "containerStatuses": \
    [{"name": "app", "ready": true, "state": {"running": {}}}, {"name": "kuma-sidecar", "ready": true, "state": {"running": {}}}]}},
    {"type": "Dataplane", "mesh": "default", "name": "web-1.demo", "labels": {"kuma.io/mesh": "default", \
    "kuma.io/origin": "zone", "kuma.io/zone": "default", "kuma.io/env": "kubernetes", "k8s.kuma.io/namespace": "demo", \
    "kuma.io/proxy-type": "\(proxyType)", "kuma.io/display-name": "web-1", "kuma.io/workload": "a", \
    "k8s.kuma.io/service-account": "a"}, "networking": {"address": "10.0.0.1", "inbound": [{"port": 49151, "health": \
    {"ready": true}, "tags": {"kuma.io/service": "web-1_demo_svc", "kuma.io/protocol": "tcp", "kuma.io/zone": "default", \
    "k8s.kuma.io/namespace": "demo", "kuma.io/instance": "web-1"}}]}}
    ]}
    """
  }
}

@Suite("Verifying Dataplanes")
struct VerificationTableTests {
  @Test(arguments: VerificationTable.cases)
  func problems(_ row: VerificationCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let objects = try row.input.objects()
    #expect(
      Cluster(objects, under: kuma, completeness: .complete).verification().problems.map(VerificationCase.Problem.init)
        == row.expected)
    #expect(
      Cluster(objects.reversed(), under: kuma, completeness: .complete).verification().problems.map(
        VerificationCase.Problem.init) == row.expected)
  }
}
