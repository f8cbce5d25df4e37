import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What happens to the Dataplane of a Pod, in one pass of the controller and in a preview.
struct LifecycleCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let namespace: Namespace?
  let settings: SettingsChange?
  let reconciled: DataplaneVerdict?
  let previewed: DataplaneVerdict?

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    _ pod: Pod,
    in namespace: Namespace? = .fixture(),
    settings: SettingsChange? = nil,
    reconciled: DataplaneVerdict? = nil,
    previewed: DataplaneVerdict? = nil
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.pod = pod
    self.namespace = namespace
    self.settings = settings
    self.reconciled = reconciled
    self.previewed = previewed
  }
}

/// Which Dataplanes are left for the garbage collector.
struct OrphanCase: SpecificationCase {
  let statement = "LIFE-8"
  let title: String
  let rules: RulesName
  let dataplanes: [Dataplane]
  let pods: [Pod]
  let expected: [ObjectName]

  init(
    _ title: String,
    under rules: RulesName = "documented",
    _ dataplanes: [Dataplane],
    of pods: [Pod],
    expect expected: [ObjectName]
  ) {
    self.title = title
    self.rules = rules
    self.dataplanes = dataplanes
    self.pods = pods
    self.expected = expected
  }
}

enum LifecycleTable {
  private static let mark = "kuma.io/sidecar-injected"
  private static let ingress = "kuma.io/ingress"
  private static let egress = "kuma.io/egress"
  private static let key = "kuma.io/sidecar-injection"
  private static let ended = ContainerStatus(name: "app", isReady: false, isTerminated: true)
  private static let app = ContainerStatus(name: "app", isReady: true)
  private static let sidecar = ContainerStatus(name: "kuma-sidecar", isReady: true)
  private static let terminating = Namespace.fixture(phase: "Terminating")
  private static let system = Namespace.fixture(name: "kuma-system")

  /// A Pod with the mark of the injector, or whatever it is replaced by.
  private static func marked(
    _ value: String? = "true",
    _ others: StringMap = [:],
    labels: StringMap = [:],
    namespace: String? = "demo",
    phase: String = "Running",
    reason: String = "",
    podIP: String = "10.0.0.1",
    statuses: [ContainerStatus] = [app, sidecar]
  ) -> Pod {
    var annotations = others
    annotations[mark] = value
    return .fixture(
      namespace: namespace, labels: labels, annotations: annotations,
      containers: [Container(name: "app"), Container(name: "kuma-sidecar")], phase: phase, reason: reason, podIP: podIP,
      statuses: statuses
    )
  }

  private static func unreadable(_ key: String, _ value: String) -> DataplaneVerdict {
    .fail(.unreadableSwitch(Evidence(.podAnnotation, key: key, value: value)))
  }

  private static func outside(_ key: String, _ value: String = "enabled", _ system: String = "kuma-system")
    -> DataplaneVerdict
  {
    .fail(
      .zoneProxyOutsideSystemNamespace(
        Evidence(.podAnnotation, key: key, value: value), systemNamespace: ExactString(system))
    )
  }

  /// Nothing selects the Pod, which is where mapping it ends.
  private static func unserved(_ kind: ExactString) -> DataplaneVerdict { .fail(.zoneProxyServices(kind: kind, [])) }

  private static let noNamespace = DataplaneVerdict.fail(.namespaceNotFound("demo"))

  static let cases = marks + ends + addresses + evictions + terminations + namespaces + zoneProxies + onlySidecars

  /// A Pod whose application ended while its sidecar runs.
  private static func finished(
    _ policy: String = "Never", exitCode: Int = 0, sidecar: ContainerStatus? = sidecar, owner: String? = nil,
    mark: String? = "true", podIP: String = "10.0.0.1", others: [ContainerStatus] = []
  ) -> Pod {
    let application = ContainerStatus(name: "app", isReady: false, isTerminated: true, exitCode: exitCode)
    var pod = marked(mark, podIP: podIP, statuses: [application] + [sidecar].compactMap(\.self) + others)
    pod.spec.restartPolicy = policy
    pod.metadata.ownerReferences =
      owner.map { [OwnerReference(apiVersion: "batch/v1", kind: $0, name: "once", uid: "job")] } ?? []
    return pod
  }

  private static let quit = DataplaneVerdict.delete(.onlySidecarRuns)
  private static let leftFinished = DataplaneVerdict.leave(.podFinished)

  /// LIFE-9.
  private static let onlySidecars: [LifecycleCase] = [
    LifecycleCase("LIFE-9", "nothing is started anew", under: "1.6.1", finished(), reconciled: quit),
    LifecycleCase("LIFE-9", "whatever it ended with", under: "1.7.1", finished(exitCode: 1), reconciled: quit),
    LifecycleCase("LIFE-9", "after a success nothing is started", under: "1.8.0", finished("OnFailure"), reconciled: quit),
    LifecycleCase(
      "LIFE-9", "after a failure it is", under: "1.8.0", finished("OnFailure", exitCode: 1), reconciled: leftFinished),
    LifecycleCase("LIFE-9", "it is always started anew", under: "1.6.0", finished("Always"), reconciled: leftFinished),
    LifecycleCase("LIFE-9", "without a policy it is always", under: "1.6.0", finished(""), reconciled: leftFinished),
    LifecycleCase(
      "LIFE-9", "a container that has not ended", under: "1.6.0",
      finished(others: [ContainerStatus(name: "other", isReady: true)]), reconciled: .apply),
    LifecycleCase("LIFE-9", "no sidecar has a status", under: "1.6.0", finished(sidecar: nil), reconciled: leftFinished),
    LifecycleCase(
      "LIFE-9", "the sidecar has ended too", under: "1.6.0",
      finished(sidecar: ContainerStatus(name: "kuma-sidecar", isReady: false, isTerminated: true)), reconciled: leftFinished),
    LifecycleCase(
      "LIFE-9", "a sidecar that is alone", under: "1.6.0",
      {
        var pod = finished()
        pod.status.containerStatuses = [sidecar]
        return pod
      }(), reconciled: quit),
    LifecycleCase(
      "LIFE-9", "neither the address nor the mark is looked at", under: "1.6.0", finished(mark: nil, podIP: ""),
      reconciled: quit),
    LifecycleCase("LIFE-9", "a Pod of a Job", under: "1.5.5", finished("OnFailure", owner: "Job"), reconciled: quit),
    LifecycleCase(
      "LIFE-9", "whatever the policy of a Job's Pod", under: "1.2.0", finished("Always", owner: "Job"), reconciled: quit),
    LifecycleCase(
      "LIFE-9", "a Pod of a Job that failed", under: "1.5.5", finished(exitCode: 1, owner: "Job"), reconciled: leftFinished),
    LifecycleCase(
      "LIFE-9", "a Pod of something else", under: "1.5.5", finished(owner: "ReplicaSet"), reconciled: leftFinished),
    LifecycleCase("LIFE-9", "nothing is deleted any more", under: "1.6.2", finished(), reconciled: .apply),
    LifecycleCase("LIFE-9", "nothing is deleted any more", under: .newest, finished(), reconciled: .apply),
    LifecycleCase("LIFE-9", "as documented nothing is deleted", finished(), reconciled: .apply),
    LifecycleCase(
      "LIFE-9", "the controller is left out", under: "1.6.0", finished(), settings: { $0.admission = .leftOut },
      reconciled: leftFinished),
    LifecycleCase(
      "LIFE-9", "a preview tells what becomes of a Pod that runs", under: "1.6.0", finished(), previewed: .apply),
  ]

  /// LIFE-1.
  private static let marks: [LifecycleCase] = [
    LifecycleCase("LIFE-1", "a Pod with the mark", marked(), reconciled: .apply, previewed: .apply),
    LifecycleCase("LIFE-1", "a Pod with the mark", under: "1.2.0", marked(), reconciled: .apply),
    LifecycleCase("LIFE-1", "a Pod with the mark", under: .newest, marked(), reconciled: .apply, previewed: .apply),
    LifecycleCase(
      "LIFE-1", "a Pod without the mark", marked(nil), reconciled: .leave(.notInjected),
      previewed: .leave(.willNotBeInjected)
    ),
    LifecycleCase("LIFE-1", "a Pod without the mark", under: "1.2.0", marked(nil), reconciled: .leave(.notInjected)),
    LifecycleCase(
      "LIFE-1", "a Pod that would be injected has no mark yet", .fixture(), in: .fixture(labels: [key: "enabled"]),
      reconciled: .leave(.notInjected), previewed: .apply
    ),
    LifecycleCase(
      "LIFE-1", "a Pod that the injector refuses", under: .newest, .fixture(labels: [key: ""]),
      in: .fixture(labels: [key: "enabled"]), reconciled: .leave(.notInjected), previewed: .leave(.willNotBeInjected)
    ),
    LifecycleCase(
      "LIFE-1", "the switch of the injection is not looked at again", marked(labels: [key: "disabled"]),
      in: .fixture(labels: [key: "disabled"]), reconciled: .apply, previewed: .apply
    ),
    LifecycleCase(
      "LIFE-1", "the mark is no label", .fixture(labels: [mark: "true"]), reconciled: .leave(.notInjected),
      previewed: .leave(.willNotBeInjected)
    ),
    LifecycleCase("LIFE-1", "a mark that says no", marked("false"), reconciled: .leave(.notInjected)),
    LifecycleCase("LIFE-1", "the mark enabled", marked("enabled"), reconciled: .apply),
    LifecycleCase("LIFE-1", "the mark disabled", under: .newest, marked("disabled"), reconciled: .leave(.notInjected)),
    LifecycleCase("LIFE-1", "an empty mark", marked(""), reconciled: unreadable(mark, ""), previewed: unreadable(mark, "")),
    LifecycleCase("LIFE-1", "an empty mark", under: "1.2.0", marked(""), reconciled: unreadable(mark, "")),
    LifecycleCase("LIFE-1", "the mark True", marked("True"), reconciled: unreadable(mark, "True")),
    LifecycleCase("LIFE-1", "the mark True", under: "1.4.1", marked("True"), reconciled: .apply),
    LifecycleCase("LIFE-1", "the mark t", under: "1.2.0", marked("t"), reconciled: .apply),
    LifecycleCase("LIFE-1", "the mark 1", under: "1.4.1", marked("1"), reconciled: .apply),
    LifecycleCase("LIFE-1", "the mark 1", under: "1.5.0", marked("1"), reconciled: unreadable(mark, "1")),
    LifecycleCase("LIFE-1", "the mark F", under: "1.4.1", marked("F"), reconciled: .leave(.notInjected)),
    LifecycleCase("LIFE-1", "the mark enabled", under: "1.4.1", marked("enabled"), reconciled: unreadable(mark, "enabled")),
    LifecycleCase("LIFE-1", "the mark enabled", under: "1.5.0", marked("enabled"), reconciled: .apply),
    LifecycleCase("LIFE-1", "the mark yes", under: "2.6.15", marked("yes"), reconciled: unreadable(mark, "yes")),
    LifecycleCase("LIFE-1", "the mark yes", under: "2.7.0", marked("yes"), reconciled: .apply),
    LifecycleCase("LIFE-1", "the mark no", under: "2.7.0", marked("no"), reconciled: .leave(.notInjected)),
  ]

  /// LIFE-2.
  private static let ends: [LifecycleCase] = [
    LifecycleCase(
      "LIFE-2", "a Pod that succeeded", marked(phase: "Succeeded"), reconciled: .delete(.podSucceeded),
      previewed: .delete(.podSucceeded)
    ),
    LifecycleCase(
      "LIFE-2", "a Pod that succeeded", under: .newest, marked(phase: "Succeeded"), reconciled: .delete(.podSucceeded)
    ),
    LifecycleCase(
      "LIFE-2", "a Pod that succeeded and has no address", marked(phase: "Succeeded", podIP: ""),
      reconciled: .delete(.podSucceeded)
    ),
    LifecycleCase(
      "LIFE-2", "a Pod that succeeded and was never injected", marked(nil, phase: "Succeeded"),
      reconciled: .leave(.notInjected)
    ),
    LifecycleCase("LIFE-2", "a Pod that failed", marked(phase: "Failed"), reconciled: .apply, previewed: .apply),
    LifecycleCase("LIFE-2", "a Pod that failed", under: .newest, marked(phase: "Failed"), reconciled: .apply),
    LifecycleCase("LIFE-2", "a phase in other letters", marked(phase: "succeeded"), reconciled: .apply),
    LifecycleCase("LIFE-2", "the phase does not count", under: "1.6.1", marked(phase: "Succeeded"), reconciled: .apply),
    LifecycleCase(
      "LIFE-2", "all containers but the sidecar have ended", under: "1.6.1", marked(statuses: [ended, sidecar]),
      reconciled: .leave(.podFinished)
    ),
    LifecycleCase(
      "LIFE-2", "one container has not ended", under: "1.6.1",
      marked(statuses: [ended, ContainerStatus(name: "b", isReady: false)]), reconciled: .apply
    ),
    LifecycleCase(
      "LIFE-2", "no container has a status", under: "1.2.0", marked(statuses: []), reconciled: .leave(.podFinished)
    ),
    LifecycleCase(
      "LIFE-2", "only the sidecar has a status", under: "1.6.1", marked(statuses: [sidecar]),
      reconciled: .leave(.podFinished)
    ),
    LifecycleCase(
      "LIFE-2", "that all have ended does not count", under: "1.6.2", marked(statuses: [ended, sidecar]), reconciled: .apply
    ),
    LifecycleCase("LIFE-2", "that none has a status does not count", marked(statuses: []), reconciled: .apply),
    LifecycleCase(
      "LIFE-2", "a Pod that succeeded is left alone", under: "1.7.1", marked(phase: "Succeeded", statuses: [ended]),
      reconciled: .leave(.podFinished)
    ),
    LifecycleCase(
      "LIFE-2", "a Pod that succeeded", under: "1.7.2", marked(phase: "Succeeded", statuses: [ended]),
      reconciled: .delete(.podSucceeded)
    ),
    LifecycleCase(
      "LIFE-2", "a Pod that succeeded is left alone", under: "1.8.0", marked(phase: "Succeeded", statuses: [ended]),
      reconciled: .leave(.podFinished)
    ),
    LifecycleCase(
      "LIFE-2", "a Pod that succeeded", under: "1.8.1", marked(phase: "Succeeded", statuses: [ended]),
      reconciled: .delete(.podSucceeded)
    ),
    LifecycleCase(
      "LIFE-2", "a Pod that succeeded", under: "2.0.0", marked(phase: "Succeeded", statuses: [ended]),
      reconciled: .delete(.podSucceeded)
    ),
  ]

  /// LIFE-3.
  private static let addresses: [LifecycleCase] = [
    LifecycleCase(
      "LIFE-3", "a Pod without an address", marked(podIP: ""), reconciled: .delete(.podHasNoAddress),
      previewed: .pending(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-3", "a Pod without an address", under: .newest, marked(podIP: ""), reconciled: .delete(.podHasNoAddress),
      previewed: .pending(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-3", "a Pod that is yet to be created", .fixture(phase: "", podIP: ""), in: .fixture(labels: [key: "enabled"]),
      reconciled: .leave(.notInjected), previewed: .pending(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-3", "a Pod that is yet to be created and has no status", under: "1.6.1",
      .fixture(annotations: [key: "enabled"], phase: "", podIP: ""), reconciled: .leave(.podHasNoAddress),
      previewed: .pending(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-3", "an address is looked for before the mark", under: "1.6.1", marked(nil, podIP: ""),
      reconciled: .leave(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-3", "the mark is looked for before an address", marked(nil, podIP: ""), reconciled: .leave(.notInjected)
    ),
    LifecycleCase(
      "LIFE-3", "an address is looked for before the end", under: "1.6.1", marked(podIP: "", statuses: []),
      reconciled: .leave(.podHasNoAddress)
    ),
    LifecycleCase("LIFE-3", "it is left alone", under: "1.2.0", marked(podIP: ""), reconciled: .leave(.podHasNoAddress)),
    LifecycleCase("LIFE-3", "it is left alone", under: "1.7.1", marked(podIP: ""), reconciled: .leave(.podHasNoAddress)),
    LifecycleCase(
      "LIFE-3", "its Dataplane is deleted", under: "1.6.2", marked(podIP: ""), reconciled: .delete(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-3", "its Dataplane is deleted", under: "1.7.2", marked(podIP: ""), reconciled: .delete(.podHasNoAddress)
    ),
    LifecycleCase("LIFE-3", "it is left alone", under: "1.8.0", marked(podIP: ""), reconciled: .leave(.podHasNoAddress)),
    LifecycleCase(
      "LIFE-3", "its Dataplane is deleted", under: "1.8.1", marked(podIP: ""), reconciled: .delete(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-3", "its Dataplane is deleted", under: "2.0.0", marked(podIP: ""), reconciled: .delete(.podHasNoAddress)
    ),
  ]

  /// LIFE-4.
  private static func evicted(_ reason: String = "Evicted", phase: String = "Failed", podIP: String = "10.0.0.1") -> Pod {
    marked(phase: phase, reason: reason, podIP: podIP)
  }

  private static let evictions: [LifecycleCase] = [
    LifecycleCase("LIFE-4", "an evicted Pod is mapped", evicted(), reconciled: .apply),
    LifecycleCase("LIFE-4", "an evicted Pod is mapped", under: "2.1.7", evicted(), reconciled: .apply),
    LifecycleCase(
      "LIFE-4", "a Pod that failed", under: "2.2.0", evicted(), reconciled: .delete(.podEvicted),
      previewed: .delete(.podEvicted)
    ),
    LifecycleCase("LIFE-4", "a Pod that runs", under: .newest, evicted(phase: "Running"), reconciled: .delete(.podEvicted)),
    LifecycleCase("LIFE-4", "a Pod without a phase", under: "2.2.0", evicted(phase: ""), reconciled: .delete(.podEvicted)),
    LifecycleCase(
      "LIFE-4", "that it succeeded comes first", under: "2.2.0", evicted(phase: "Succeeded"),
      reconciled: .delete(.podSucceeded)
    ),
    LifecycleCase(
      "LIFE-4", "that it has no address comes first", under: "2.2.0", evicted(podIP: ""),
      reconciled: .delete(.podHasNoAddress)
    ),
    LifecycleCase("LIFE-4", "a reason in other letters", under: "2.2.0", evicted("evicted"), reconciled: .apply),
    LifecycleCase("LIFE-4", "another reason", under: .newest, evicted("NodeLost"), reconciled: .apply),
    LifecycleCase(
      "LIFE-4", "a Pod that was never injected", under: "2.2.0", marked(nil, reason: "Evicted"),
      reconciled: .leave(.notInjected)
    ),
  ]

  /// LIFE-5.
  private static let terminations: [LifecycleCase] = [
    LifecycleCase("LIFE-5", "they are mapped", marked(), in: terminating, reconciled: .apply),
    LifecycleCase("LIFE-5", "they are mapped", under: "2.6.15", marked(), in: terminating, reconciled: .apply),
    LifecycleCase(
      "LIFE-5", "a Pod that succeeded", under: "2.6.15", marked(phase: "Succeeded"), in: terminating,
      reconciled: .delete(.podSucceeded)
    ),
    LifecycleCase(
      "LIFE-5", "they are left alone", under: "2.7.0", marked(), in: terminating, reconciled: .leave(.namespaceTerminating),
      previewed: .leave(.namespaceTerminating)
    ),
    LifecycleCase(
      "LIFE-5", "a Pod that succeeded is left alone", under: "2.7.0", marked(phase: "Succeeded"), in: terminating,
      reconciled: .leave(.namespaceTerminating)
    ),
    LifecycleCase(
      "LIFE-5", "a Pod without an address is left alone", under: .newest, marked(podIP: ""), in: terminating,
      reconciled: .leave(.namespaceTerminating)
    ),
    LifecycleCase(
      "LIFE-5", "an evicted Pod is left alone", under: "2.7.0", evicted(), in: terminating,
      reconciled: .leave(.namespaceTerminating)
    ),
    LifecycleCase(
      "LIFE-5", "a Pod that was never injected", under: "2.7.0", marked(nil), in: terminating,
      reconciled: .leave(.notInjected)
    ),
    LifecycleCase(
      "LIFE-5", "a mark that cannot be read", under: "2.7.0", marked("x"), in: terminating, reconciled: unreadable(mark, "x")
    ),
    LifecycleCase(
      "LIFE-5", "a Namespace without a phase is none", under: "2.7.0", marked(), in: .fixture(phase: ""), reconciled: .apply
    ),
  ]

  /// LIFE-6.
  private static let namespaces: [LifecycleCase] = [
    LifecycleCase("LIFE-6", "it is missing", marked(), in: nil, reconciled: noNamespace, previewed: noNamespace),
    LifecycleCase(
      "LIFE-6", "it is missing", under: .newest, marked(), in: nil, reconciled: noNamespace, previewed: noNamespace
    ),
    LifecycleCase(
      "LIFE-6", "it is missing for a Pod that names none", marked(namespace: nil), in: nil,
      reconciled: .fail(.namespaceNotFound("default"))
    ),
    LifecycleCase("LIFE-6", "it is not needed", under: "1.2.0", marked(), in: nil, reconciled: .apply),
    LifecycleCase(
      "LIFE-6", "it is not needed", under: "1.4.1", marked(), in: nil, reconciled: .apply, previewed: noNamespace
    ),
    LifecycleCase("LIFE-6", "it is needed before the mark", under: "1.5.0", marked(nil), in: nil, reconciled: noNamespace),
    LifecycleCase("LIFE-6", "it is needed before the mark", under: "1.6.1", marked(nil), in: nil, reconciled: noNamespace),
    LifecycleCase("LIFE-6", "it is needed before the mark", under: "1.7.1", marked(nil), in: nil, reconciled: noNamespace),
    LifecycleCase("LIFE-6", "it is needed before the mark", under: "1.8.0", marked("x"), in: nil, reconciled: noNamespace),
    LifecycleCase(
      "LIFE-6", "it is needed after the address", under: "1.5.0", marked(podIP: ""), in: nil,
      reconciled: .leave(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-6", "it is needed after the zone proxies", under: "1.5.0",
      marked(nil, [ingress: "true"], namespace: "kuma-system"),
      in: nil, reconciled: unserved("ZoneIngress")
    ),
    LifecycleCase("LIFE-6", "a Pod without the mark needs none", marked(nil), in: nil, reconciled: .leave(.notInjected)),
    LifecycleCase(
      "LIFE-6", "a Pod without the mark needs none", under: "1.6.2", marked(nil), in: nil, reconciled: .leave(.notInjected)
    ),
    LifecycleCase(
      "LIFE-6", "a Pod without the mark needs none", under: "2.7.0", marked(nil), in: nil, reconciled: .leave(.notInjected)
    ),
    LifecycleCase(
      "LIFE-6", "the reasons to delete come first", marked(phase: "Succeeded"), in: nil, reconciled: .delete(.podSucceeded)
    ),
    LifecycleCase(
      "LIFE-6", "that there is no address comes first", under: "2.6.15", marked(podIP: ""), in: nil,
      reconciled: .delete(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-6", "that the Pod was evicted comes first", under: "2.6.15", evicted(), in: nil, reconciled: .delete(.podEvicted)
    ),
    LifecycleCase(
      "LIFE-6", "it comes before that the Pod succeeded", under: "2.7.0", marked(phase: "Succeeded"), in: nil,
      reconciled: noNamespace
    ),
    LifecycleCase(
      "LIFE-6", "it comes before that there is no address", under: "2.7.0", marked(podIP: ""), in: nil,
      reconciled: noNamespace
    ),
  ]

  /// LIFE-7.
  private static let zoneProxies: [LifecycleCase] = [
    LifecycleCase(
      "LIFE-7", "an ingress", marked(nil, [ingress: "enabled"], namespace: "kuma-system"), in: system,
      reconciled: unserved("ZoneIngress"), previewed: unserved("ZoneIngress")
    ),
    LifecycleCase(
      "LIFE-7", "an ingress", under: "1.2.0", marked(nil, [ingress: "true"], namespace: "kuma-system"), in: system,
      reconciled: unserved("ZoneIngress")
    ),
    LifecycleCase(
      "LIFE-7", "an egress", marked(nil, [egress: "enabled"], namespace: "kuma-system"), in: system,
      reconciled: unserved("ZoneEgress")
    ),
    LifecycleCase(
      "LIFE-7", "an ingress before an egress", under: .newest,
      marked("true", [ingress: "true", egress: "true"], namespace: "kuma-system"), in: system,
      reconciled: unserved("ZoneIngress")
    ),
    LifecycleCase(
      "LIFE-7", "egresses are not known", under: "1.4.1", marked("true", [egress: "x"], namespace: "kuma-system"),
      in: system,
      reconciled: .apply
    ),
    LifecycleCase(
      "LIFE-7", "egresses are known", under: "1.5.0", marked("true", [egress: "true"], namespace: "kuma-system"), in: system,
      reconciled: unserved("ZoneEgress")
    ),
    LifecycleCase(
      "LIFE-7", "an ingress elsewhere", marked(nil, [ingress: "enabled"]), reconciled: outside(ingress),
      previewed: outside(ingress)
    ),
    LifecycleCase(
      "LIFE-7", "an egress elsewhere", under: .newest, marked(nil, [egress: "true"]), reconciled: outside(egress, "true")
    ),
    LifecycleCase(
      "LIFE-7", "the namespace is the configured one", marked(nil, [ingress: "enabled"], namespace: "kuma-system"),
      in: system,
      settings: { $0.systemNamespace = "mesh" }, reconciled: outside(ingress, "enabled", "mesh")
    ),
    LifecycleCase(
      "LIFE-7", "an ingress elsewhere that has no address yet is one once it runs",
      marked(nil, [ingress: "enabled"], podIP: ""),
      reconciled: .delete(.podHasNoAddress), previewed: outside(ingress)
    ),
    LifecycleCase(
      "LIFE-7", "an egress without an address is deleted", under: .newest,
      marked(nil, [egress: "true"], namespace: "kuma-system", podIP: ""), in: system, reconciled: .delete(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-7", "neither its phase nor an eviction matters to an ingress", under: .newest,
      marked(nil, [ingress: "true"], namespace: "kuma-system", phase: "Succeeded", reason: "Evicted"), in: system,
      reconciled: unserved("ZoneIngress")
    ),
    LifecycleCase(
      "LIFE-7", "an ingress whose containers have ended is left alone", under: "1.6.1",
      marked(nil, [ingress: "true"], namespace: "kuma-system", statuses: [ended]), in: system,
      reconciled: .leave(.podFinished)
    ),
    LifecycleCase(
      "LIFE-7", "an ingress elsewhere without an address is left alone", under: "1.6.1",
      marked(nil, [ingress: "enabled"], podIP: ""), reconciled: .leave(.podHasNoAddress)
    ),
    LifecycleCase(
      "LIFE-7", "an annotation that says no", marked("true", [ingress: "disabled", egress: "false"]), reconciled: .apply
    ),
    LifecycleCase(
      "LIFE-7", "an annotation that cannot be read", marked("true", [ingress: ""]), reconciled: unreadable(ingress, "")
    ),
    LifecycleCase(
      "LIFE-7", "an egress that cannot be read", under: "2.6.15", marked("true", [egress: "yes"]),
      reconciled: unreadable(egress, "yes")
    ),
    LifecycleCase(
      "LIFE-7", "yes is an ingress", under: "2.7.0", marked(nil, [ingress: "yes"], namespace: "kuma-system"), in: system,
      reconciled: unserved("ZoneIngress")
    ),
    LifecycleCase(
      "LIFE-7", "a Namespace that is being deleted does not count", under: .newest,
      marked("true", [ingress: "true"], namespace: "kuma-system"), in: .fixture(name: "kuma-system", phase: "Terminating"),
      reconciled: unserved("ZoneIngress")
    ),
  ]

  /// LIFE-8.
  private static func owner(_ name: String, _ uid: String, kind: String = "Pod") -> OwnerReference {
    OwnerReference(apiVersion: "v1", kind: kind, name: name, uid: uid, controller: true, blockOwnerDeletion: true)
  }

  private static func dataplane(_ name: String, in namespace: String = "demo", _ owners: OwnerReference...) -> Dataplane {
    Dataplane(
      mesh: "default", metadata: .init(name: name, namespace: namespace, ownerReferences: owners),
      networking: .init(address: "10.0.0.1")
    )
  }

  private static func name(_ name: String, in namespace: String = "demo") -> ObjectName {
    ObjectName(namespace: namespace, name: name)
  }

  static let orphans: [OrphanCase] = [
    OrphanCase("a Pod that exists", [dataplane("web-1", owner("web-1", "pod-uid"))], of: [.fixture()], expect: []),
    OrphanCase("a Pod that is gone", [dataplane("web-1", owner("web-1", "pod-uid"))], of: [], expect: [name("web-1")]),
    OrphanCase(
      "a Pod that is gone", under: .newest, [dataplane("web-1", owner("web-1", "pod-uid"))],
      of: [.fixture(name: "web-2")], expect: [name("web-1")]
    ),
    OrphanCase(
      "a Pod that was created anew with the same name", [dataplane("web-1", owner("web-1", "old-uid"))], of: [.fixture()],
      expect: [name("web-1")]
    ),
    OrphanCase(
      "a Pod of the same name and identifier in another namespace", [dataplane("web-1", owner("web-1", "pod-uid"))],
      of: [.fixture(namespace: "elsewhere")], expect: [name("web-1")]
    ),
    OrphanCase(
      "a Pod of the same identifier and another name", [dataplane("web-1", owner("web-1", "pod-uid"))],
      of: [.fixture(name: "web-9")], expect: [name("web-1")]
    ),
    OrphanCase(
      "one of several Pods exists", [dataplane("web-1", owner("web-0", "gone"), owner("web-1", "pod-uid"))],
      of: [.fixture()],
      expect: []
    ),
    OrphanCase("a Dataplane that nobody owns", [dataplane("web-1")], of: [], expect: []),
    OrphanCase(
      "a Dataplane that something else owns", [dataplane("web-1", owner("web-1", "x", kind: "MeshGatewayInstance"))], of: [],
      expect: []
    ),
    OrphanCase(
      "a Pod that has ended is still there", [dataplane("web-1", owner("web-1", "pod-uid"))],
      of: [.fixture(phase: "Succeeded")],
      expect: []
    ),
    OrphanCase(
      "they come by namespace and name",
      [
        dataplane("a", in: "z", owner("a", "1")), dataplane("b", owner("b", "2")),
        dataplane("web-1", owner("web-1", "pod-uid")),
        dataplane("B", owner("B", "3")),
      ],
      of: [.fixture()], expect: [name("B"), name("b"), name("a", in: "z")]
    ),
  ]
}

@Suite("Lifecycle")
struct LifecycleTests {
  @Test(arguments: LifecycleTable.cases)
  func outcome(_ row: LifecycleCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let objects = [KubernetesObject.pod(row.pod)] + (row.namespace.map { [.namespace($0)] } ?? [])
    let cluster = Cluster(objects.map(ClusterObject.kubernetes), under: kuma, completeness: .complete)
    let name = ObjectName(of: row.pod.metadata)
    #expect(row.reconciled != nil || row.previewed != nil)
    if let expected = row.reconciled {
      let outcome = kuma.outcome(of: row.pod, in: row.namespace, among: ObjectCatalog())
      #expect(outcome.verdict == expected)
      let report = try #require(cluster.reconciliation(of: name))
      #expect(report.outcome == outcome)
      #expect(cluster.reconciliations() == [report])
    }
    if let expected = row.previewed {
      let report = try #require(cluster.preview(of: name))
      #expect(report.outcome.verdict == expected)
      #expect(cluster.previews() == [report])
    }
  }

  @Test(arguments: LifecycleTable.orphans)
  func orphans(_ row: OrphanCase) throws {
    #expect(GarbageCollection.orphans(among: row.dataplanes, of: row.pods) == row.expected)
    let objects: [ClusterObject] = row.pods.map { .kubernetes(.pod($0)) } + row.dataplanes.map { .dataplane($0) }
    #expect(Cluster(objects, under: try row.rules.controlPlane()).orphans() == row.expected)
  }
}
