import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// Two sides that differ in more than the release.
@Suite("Comparing sides")
struct UpgradeComparisonTests {
  private static let manifests: Manifests = .inMesh(
    """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: demo}
    spec: {clusterIP: 10.96.0.1, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
    ---
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: web, namespace: demo}
    spec:
      selector: {matchLabels: {app: web}}
      template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: app}]}}
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: web-0
      namespace: demo
      labels: {app: web, statefulset.kubernetes.io/pod-name: web-0}
      annotations: {kuma.io/sidecar-injected: "true"}
      ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: web, uid: a, controller: true}]
    spec: {containers: [{name: app, image: app}, {name: kuma-sidecar, image: kuma}]}
    status: {phase: Running, podIP: 10.0.0.7}
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: web-1
      namespace: demo
      labels: {app: web, statefulset.kubernetes.io/pod-name: web-1}
      annotations: {kuma.io/sidecar-injected: "true"}
      ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: web, uid: a, controller: true}]
    spec: {containers: [{name: app, image: app}, {name: kuma-sidecar, image: kuma}]}
    status: {phase: Running, podIP: 10.0.0.8}
    """)

  private static let release = "2.9.4"

  private static func cluster() throws -> Cluster {
    Cluster(
      try manifests.objects(), under: ControlPlane(release: try KumaRelease(parsing: release)), completeness: .complete)
  }

  private static func comparison(
    edited: Cluster? = nil, newSettings: ControlPlaneSettings? = nil, to new: String = release
  ) throws -> UpgradeComparison {
    UpgradeComparison(
      of: try cluster(), from: try KumaRelease(parsing: release), to: try KumaRelease(parsing: new),
      newSettings: newSettings, edited: edited)
  }

  @Test func nothingChangesWhereNothingDiffers() throws {
    let comparison = try Self.comparison()
    #expect(comparison.step.verdict == .ready)
    #expect(comparison.changes.isEmpty && comparison.harmless.isEmpty)
    #expect((comparison.workloads, comparison.pods, comparison.dataplanes) == (1, 2, 2))
  }

  @Test func settingsCauseWhatTheyChange() throws {
    let comparison = try Self.comparison(newSettings: ControlPlaneSettings(zone: "east"))
    #expect(comparison.step.verdict == .ready)
    let zone = try #require(comparison.harmless.first { $0.summary == "tag kuma.io/zone changes" })
    #expect(zone.otherCauses == [.settings] && zone.causes.isEmpty && zone.workloads == 1)
  }

  /// Both the release and the settings have a part in what only both together make.
  @Test func releaseAndSettingsTogether() throws {
    var settings = ControlPlaneSettings()
    settings.inboundTags = .disabled
    let comparison = try Self.comparison(newSettings: settings, to: "2.14.3")
    let change = try #require(
      comparison.changes.first { $0.difference.message.contains(#"tags["app"] is removed"#) })
    #expect(change.causes.contains(.inboundTagsDisabled) && change.otherCauses == [.settings])
    #expect(change.kind == .everywhere && !change.needsAttention)
  }

  /// Tags that a setting takes away within a release are a matter of each Pod, whether or not the Namespace is known (CMP-5).
  @Test(arguments: [Completeness.complete, Completeness(known: Completeness.complete.known.subtracting([.namespaces]))])
  func tagsThatASettingTakesAwayNeedAttention(_ completeness: Completeness) throws {
    var settings = ControlPlaneSettings()
    settings.inboundTags = .disabled
    let release = try KumaRelease(parsing: "2.14.3")
    // Of Pods that run it does not matter what the Namespace says.
    let objects = try Self.manifests.objects().filter {
      $0.kind != .pod && (completeness == .complete || $0.kind != .namespace)
    }
    let cluster = Cluster(objects, under: ControlPlane(release: release), completeness: completeness)
    let comparison = UpgradeComparison(of: cluster, from: release, to: release, newSettings: settings)
    guard completeness == .complete else {
      #expect(comparison.step.verdict == .cannotTell(needs: [.namespaces]))
      return
    }
    #expect(comparison.step.verdict == .notReady(workloads: 1))
    let trouble = try #require(comparison.step.troubles.first { $0.effect == .serviceGone })
    #expect(trouble.otherCauses == [.settings] && trouble.causes.isEmpty)
  }

  /// What an injector wrote on a Pod is not on the one that takes its place, and neither is what its template no longer says.
  @Test func anEditOfATemplateMakesItsPodsAnew() throws {
    let objects = try Self.manifests.objects().map { object -> ClusterObject in
      guard case .kubernetes(.pod(var pod)) = object else { return object }
      pod.metadata.annotations["kuma.io/envoy-admin-port"] = "9902"
      return .kubernetes(.pod(pod))
    }
    let kuma = ControlPlane(release: try KumaRelease(parsing: Self.release))
    let template = ObjectReference(apiGroup: "apps", kind: "StatefulSet", namespace: "demo", name: "web")
    let label = ObjectField(template, DocumentPath(["spec", "template", "metadata", "labels", .key("team")]))
    let edited = try #require(Cluster(objects, under: kuma, completeness: .complete).applying([Edit(label, .string("a"))]))
    let pod = try #require(edited.pod(ObjectName(namespace: "demo", name: "web-0")))
    #expect(pod.metadata.labels["team"] == "a")
    #expect(pod.metadata.annotations.isEmpty)
  }

  /// Tags that a release takes away from every Dataplane are a matter of the step that does it.
  @Test func tagsThatEveryDataplaneLosesAreCounted() throws {
    var settings = ControlPlaneSettings()
    settings.inboundTags = .disabled
    let (old, new) = try (KumaRelease(parsing: Self.release), KumaRelease(parsing: "2.14.3"))
    let path = UpgradePath(of: try Self.cluster(), from: old, to: new, settings: settings)
    #expect(path.steps.map(\.losingTags) == [0, 0, 0, 0, 0, 1])
    #expect(path.steps.last?.new == new)
  }

  /// What does away with a trouble of an upgrade does away with that of a comparison, unless the objects are others.
  @Test func troublesHaveFixes() throws {
    let (old, new) = try (KumaRelease(parsing: "2.1.7"), KumaRelease(parsing: "2.2.0"))
    let manifests: Manifests = """
      {apiVersion: v1, kind: Namespace, metadata: {name: demo, annotations: {kuma.io/sidecar-injection: enabled}}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app}]}}}}
      """
    let objects = try manifests.objects()
    let cluster = Cluster(objects, under: ControlPlane(release: old), completeness: .complete)
    let trouble = try #require(UpgradeComparison(of: cluster, from: old, to: new).step.troubles.first)
    #expect(trouble.effect == .losesSidecar)
    #expect(trouble.fixes.map(\.fix.message) == ["label the Namespace kuma.io/sidecar-injection=enabled"])
    let edited = UpgradeComparison(of: cluster, from: old, to: new, edited: cluster.applying(objects))
    #expect(edited.step.troubles.first?.fixes == [])
  }

  @Test func objectsCauseWhatTheyChange() throws {
    let unlabelled = Namespace(metadata: ObjectMeta(name: "demo"))
    let manifests = [ClusterObject.kubernetes(.namespace(unlabelled))]
    let comparison = try Self.comparison(edited: Self.cluster().applying(manifests))
    #expect(comparison.step.verdict == .notReady(workloads: 1))
    let trouble = try #require(comparison.step.troubles.first)
    #expect(trouble.effect == .losesSidecar && trouble.otherCauses == [.objects] && trouble.causes.isEmpty)
    #expect(trouble.pods == 2)
    #expect(comparison.restarts(after: manifests).map(\.name) == ["web"])
  }

  /// A template that becomes another one makes the Pods anew that are there.
  @Test func aTemplateMakesItsPodsAnew() throws {
    var objects = try Self.manifests.objects().compactMap { object -> ClusterObject? in
      guard case .kubernetes(.statefulSet(var set)) = object else { return nil }
      set.template?.labels["kuma.io/mesh"] = "blue"
      return .kubernetes(.statefulSet(set))
    }
    let edited = try Self.cluster().applying(objects)
    for name in ["web-0", "web-1"] {
      let pod = try #require(edited.pod(ObjectName(namespace: "demo", name: name)))
      #expect(pod.metadata.labels["kuma.io/mesh"] == "blue")
      #expect(pod.metadata.labels["statefulset.kubernetes.io/pod-name"] == name)
      #expect(pod.spec.containers.map(\.name) == ["app"])
      #expect(pod.metadata.annotations["kuma.io/sidecar-injected"] == nil)
    }
    let comparison = try Self.comparison(edited: edited)
    #expect(comparison.step.troubles.map(\.effect) == [.otherMesh])
    #expect(comparison.restarts(after: objects).isEmpty)
    objects.removeAll()
    #expect(try Self.comparison(edited: Self.cluster().applying(objects)).changes.isEmpty)
  }

  /// What a note says of a Pod of which nobody knows whether it is injected is undecided where releases are compared, too (UPG-5).
  @Test(arguments: [("kuma.io/a: b", true), ("kuma.io/sidecar-injection: disabled", false)])
  func notesOnPodsOfUnknownNamespaces(_ label: String, _ isUndecided: Bool) throws {
    let manifests: Manifests = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: demo}
      spec:
        template:
          metadata: {labels: {app: web, \(label)}}
          spec: {containers: [{name: app, ports: [{containerPort: 9902}]}]}
      """
    let release = try KumaRelease(parsing: "2.13.10")
    let comparison = UpgradeComparison(
      of: try manifests.cluster(under: "2.13.10"), from: release, to: try KumaRelease(parsing: "2.14.3"))
    #expect(comparison.step.verdict == (isUndecided ? .cannotTell(needs: [.namespaces]) : .ready))
    #expect(comparison.undecided.filter(\.mayNeedAttention).map(\.pod.name) == (isUndecided ? ["web-*"] : []))
  }
}
