import Foundation
import KubernetesJSON
import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Pods that a workload will make, and the same Pods once they are there.
@Suite("Planned Pods")
struct PlannedPodsTests {
  private static let planes: [ControlPlane] =
    [ControlPlane(rules: .documented)] + KumaRelease.newestOfEachLine.map { ControlPlane(release: $0, zone: "east") }

  /// What was worked out once for all previews is not what a cluster answers with after an event.
  @Test func whatIsPreparedDoesNotOutliveAnEvent() throws {
    var random = RandomWorkload(seed: 1)
    let example = random.example()
    let workloads = example.objects(having: .workload)
    var cluster = Cluster(workloads, under: ControlPlane(rules: .documented)).preparedForPreviews()
    let before = cluster.previews()
    #expect(before.contains { $0.planned != nil })
    #expect(before == Cluster(workloads, under: ControlPlane(rules: .documented)).previews())
    _ = cluster.apply(.added(.kubernetes(.pod(example.pod))))
    let afresh = Cluster(workloads + [.kubernetes(.pod(example.pod))], under: ControlPlane(rules: .documented))
    #expect(cluster.previews() == afresh.previews())
    #expect(cluster.previews() != before)
  }

  /// What wants no Pods is listed, unless another object makes it or it owns some nonetheless.
  @Test func whatWantsNoPods() {
    func metadata(_ name: String, ownedBy owner: OwnerReference? = nil) -> ObjectMeta {
      ObjectMeta(name: name, namespace: "b", ownerReferences: owner.map { [$0] } ?? [])
    }
    func owner(_ kind: String, _ name: String) -> OwnerReference {
      OwnerReference(apiVersion: "apps/v1", kind: kind, name: name, uid: "u", controller: true)
    }
    let template = PodTemplateSpec(labels: ["app": "web"])
    let objects: [KubernetesObject] = [
      .deployment(Deployment(metadata: metadata("idle"), replicas: 0, template: template)),
      .deployment(Deployment(metadata: metadata("made", ownedBy: owner("Engine", "x")), replicas: 0, template: template)),
      .deployment(Deployment(metadata: metadata("busy"), replicas: 1, template: template)),
      .replicaSet(
        ReplicaSet(metadata: metadata("old", ownedBy: owner("Deployment", "gone")), replicas: 0, template: template)),
      .job(Job(metadata: metadata("done"), spec: JobSpec(template: template), progress: .finished)),
      .rollout(Rollout(metadata: metadata("canary"), replicas: 0, templateSource: nil)),
      .statefulSet(StatefulSet(metadata: metadata("db"), replicas: 0, template: template)),
      .pod(Pod(metadata: metadata("db-0", ownedBy: owner("StatefulSet", "db")))),
    ]
    let cluster = Cluster(objects.map(ClusterObject.kubernetes), under: ControlPlane(rules: .documented))
    #expect(cluster.idlePods.map(\.workload.name) == ["idle", "made", "done", "canary"])
    #expect(cluster.previewNames.map(\.name) == ["busy-*", "db-0"])
  }

  /// What is known of Pods before there are any is so once there are, and what is not is listed.
  @Test(arguments: 0..<30)
  func whatIsKnownIsSo(seed: Int) throws {
    for (index, plane) in Self.planes.enumerated() {
      var kuma = plane
      if index.isMultiple(of: 2) { kuma.settings.ignoredSelectorLabels = ["pod-template-hash"] }
      var random = RandomWorkload(seed: UInt64(seed))
      let example = random.example()
      let planned = try #require(Cluster(example.objects(having: .workload), under: kuma).previews().first)
      #expect(planned.planned != nil)
      let real = try #require(
        Cluster(example.objects(having: .pod), under: kuma).previews().first { $0.planned == nil })
      #expect(real.name == ObjectName(of: example.pod.metadata))
      if planned.admission.decision.verdict != .unknown {
        #expect(planned.admission.decision.verdict == real.admission.decision.verdict, "\(seed)")
      }
      #expect(planned.workload == real.workload)
      guard planned.outcome.verdict.action != .unknown else { continue }
      #expect(
        planned.outcome.verdict.action == real.outcome.verdict.action,
        "\(seed): \(planned.outcome.verdict), \(planned.name) of \(planned.planned.map { $0.workload.description } ?? "")")
      let unknown = planned.outcome.unknownValues.map(\.path)
      let places = Self.differences(try Self.json(of: planned), try Self.json(of: real), at: "")
      for place in places {
        #expect(unknown.contains { place.hasPrefix($0) }, "\(seed): \(place) is not among \(unknown)")
      }
    }
  }

  private static func json(of report: PodReport) throws -> Any {
    guard let dataplane = report.outcome.dataplane else { return NSNull() }
    var writer = JSONWriter()
    dataplane.write(to: &writer)
    return try JSONSerialization.jsonObject(with: Data(writer.bytes))
  }

  /// Where two values differ, as paths. Of lists of inbounds of which one is longer, those of the same service are compared.
  private static func differences(_ left: Any, _ right: Any, at path: String) -> [String] {
    if let left = left as? [String: Any], let right = right as? [String: Any] {
      return Set(left.keys).union(right.keys).sorted().flatMap { key -> [String] in
        let place =
          path.hasSuffix("tags") || path.hasSuffix("labels") || path.hasSuffix("annotations")
          ? "\(path)[\"\(key)\"]" : path.isEmpty ? key : "\(path).\(key)"
        if left[key] is [String: Any] || right[key] is [String: Any] {
          return differences(left[key] ?? [String: Any](), right[key] ?? [String: Any](), at: place)
        }
        guard let mine = left[key], let theirs = right[key] else { return [place] }
        return differences(mine, theirs, at: place)
      }
    }
    if let left = left as? [Any], let right = right as? [Any], left.count == right.count {
      return zip(left, right).enumerated().flatMap { differences($1.0, $1.1, at: "\(path)[\($0)]") }
    }
    return "\(left)" == "\(right)" ? [] : [path]
  }

  /// A workload that comes, changes and goes changes no plan, and is told of while it is there.
  @Test func eventsOfWorkloads() throws {
    let namespace = KubernetesObject.namespace(.fixture(labels: ["kuma.io/sidecar-injection": "enabled"]))
    var cluster = Cluster([.kubernetes(namespace)], under: ControlPlane(rules: .documented))
    var deployment = Deployment(
      metadata: ObjectMeta(name: "web", namespace: "demo"), template: PodTemplateSpec(labels: ["app": "web"]))
    #expect(cluster.apply(.added(.kubernetes(.deployment(deployment)))).isEmpty)
    #expect(cluster.previewNames == [ObjectName(namespace: "demo", name: "web-*")])
    #expect(cluster.plan().isEmpty)
    deployment.replicas = 0
    #expect(cluster.apply(.modified(.kubernetes(.deployment(deployment)))).isEmpty)
    #expect(cluster.previewNames.isEmpty)
    deployment.replicas = 2
    #expect(cluster.replaceAll(.deployment, with: [.kubernetes(.deployment(deployment))]).isEmpty)
    #expect(cluster.previews().map(\.planned?.count) == [.exactly(2)])
    // What could not be read any more is known by its reference, that of an older version included.
    let old = ObjectReference(apiGroup: "extensions", kind: "Deployment", namespace: "demo", name: "web")
    #expect(cluster.apply(.deleted(old)).isEmpty)
    #expect(cluster.previews().isEmpty)
    let engine = CustomWorkload(
      type: ObjectType(apiVersion: "example.org/v1", kind: "Engine"), metadata: ObjectMeta(name: "v8", namespace: "demo"),
      template: PodTemplateSpec())
    cluster.apply(.added(.kubernetes(.customWorkload(engine))))
    #expect(cluster.previewNames == [ObjectName(namespace: "demo", name: "v8-*")])
    #expect(cluster.replaceAll(.deployment, with: []).isEmpty)
    #expect(cluster.previewNames.count == 1)
    cluster.apply(.deleted(engine.reference))
    #expect(cluster.previews().isEmpty)
  }

  /// Parts of a cluster tell of the same workloads as the whole.
  @Test(arguments: 0..<10)
  func partsTellOfTheSameWorkloads(seed: Int) {
    var random = RandomCluster(seed: UInt64(seed))
    let cluster = Cluster(random.objects(), under: ControlPlane(rules: .documented))
    let parts = cluster.partitions(3)
    let names = parts.flatMap(\.previewNames).sorted()
    #expect(names == cluster.previewNames)
    #expect(Cluster(merging: parts, under: cluster.controlPlane).previews() == cluster.previews())
    #expect(cluster.plannedPods.count == cluster.previews().count { $0.planned != nil })
  }

  private static func compared(_ workload: KubernetesObject, _ old: String, _ new: String) throws -> ReleaseComparison {
    let namespace = Namespace.fixture(
      labels: ["kuma.io/sidecar-injection": "enabled"], annotations: ["kuma.io/sidecar-injection": "enabled"])
    return ReleaseComparison(
      of: [.kubernetes(.namespace(namespace)), .kubernetes(workload)], from: try KumaRelease(parsing: old),
      to: try KumaRelease(parsing: new), settings: ControlPlaneSettings(nodeLabels: []), completeness: .complete)
  }

  private static let template = PodTemplateSpec(labels: ["app": "web"], spec: PodSpec(containers: [Container(name: "app")]))
  private static let web = ObjectMeta(name: "my-web", namespace: "demo")

  /// What two releases do differently with Pods that are not there yet is told with patterns for what only running Pods have.
  @Test func releasesAreComparedByPatterns() throws {
    let comparison = try Self.compared(
      .deployment(Deployment(metadata: Self.web, template: Self.template)), "2.9.0", "2.10.0")
    #expect(comparison.undecided.isEmpty)
    #expect(comparison.changes.allSatisfy { $0.pod == ObjectName(namespace: "demo", name: "my-web-*") })
    let hash = comparison.changes.compactMap { change -> FieldDifference? in
      guard case .field(let difference) = change.difference else { return nil }
      return difference.path == .label("pod-template-hash") ? difference : nil
    }
    #expect(hash.map(\.new) == ["*"])
    #expect(hash.map(\.old) == [nil])
    // The service of a bare ReplicaSet's Pods was named after a part of their names.
    let renamed = try Self.compared(
      .replicaSet(ReplicaSet(metadata: Self.web, template: Self.template)), "2.0.0", "2.1.0")
    #expect(renamed.changes.map(\.difference) == [.serviceRenamed(old: "my_demo_svc", new: "my-web_demo_svc")])
    #expect(renamed.undecided.isEmpty)
  }

  /// What tells the gateways of a workload from each other is told by patterns too: here a Deployment is replaced by a StatefulSet.
  @Test func tagsOfGatewaysAreToldByPatterns() throws {
    let template = PodTemplateSpec(
      labels: ["app": "web"], annotations: ["kuma.io/gateway": "enabled"],
      spec: PodSpec(containers: [Container(name: "app")]))
    let workloads: [KubernetesObject] = [
      .deployment(Deployment(metadata: Self.web, template: template)),
      .statefulSet(StatefulSet(metadata: Self.web, template: template)),
    ]
    let kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"))
    let namespace = ClusterObject.kubernetes(.namespace(.fixture(labels: ["kuma.io/sidecar-injection": "enabled"])))
    let clusters = workloads.map { Cluster([namespace, .kubernetes($0)], under: kuma, completeness: .complete) }
    let release = try KumaRelease(parsing: "2.9.4")
    let comparison = ReleaseComparison(of: clusters[0], from: release, to: release, edited: clusters[1])
    let tags = comparison.changes.compactMap { change -> String? in
      guard case .field(let difference) = change.difference, case .gatewayTag(let key) = difference.path else { return nil }
      return "\(key.string) \(difference.old ?? "-") \(difference.new ?? "-")"
    }
    let owners = comparison.changes.compactMap { change -> String? in
      guard case .field(let difference) = change.difference, difference.path == .owner else { return nil }
      return "\(difference.old ?? "-") \(difference.new ?? "-")"
    }
    #expect(owners == [])
    #expect(
      tags.sorted() == [
        "apps.kubernetes.io/pod-index - *", "controller-revision-hash - my-web-*", "pod-template-hash * -",
        "statefulset.kubernetes.io/pod-name - my-web-*",
      ])
  }

  /// Where it depends on what only running Pods have whether anything changes, that is neither a change nor none.
  @Test func whatDependsOnRunningPodsIsUndecided() throws {
    let engine = CustomWorkload(
      type: ObjectType(apiVersion: "example.org/v1", kind: "Engine"), metadata: Self.web, template: Self.template)
    let comparison = try Self.compared(.customWorkload(engine), "2.0.0", "2.1.0")
    #expect(comparison.changes.isEmpty)
    #expect(comparison.undecided.map(\.needs) == [[.pods]])
    let rollout = Rollout(metadata: Self.web, templateSource: Deployment(metadata: Self.web).reference)
    let unknown = try Self.compared(.rollout(rollout), "2.0.0", "2.1.0")
    #expect(unknown.changes.isEmpty)
    #expect(unknown.undecided.map(\.needs) == [[.templates]])
  }

  /// The proxies of a zone, which a Deployment will make, are told without what only running Pods have, as Dataplanes are.
  @Test(arguments: ["ZoneIngress", "ZoneEgress"])
  func proxiesOfAZoneAreToldWithoutWhatIsMadeUp(kind: String) throws {
    let annotations: StringMap = [kind == "ZoneIngress" ? "kuma.io/ingress" : "kuma.io/egress": "enabled"]
    let objects: [KubernetesObject] = [
      .namespace(.fixture(name: "kuma-system")),
      .service(.fixture(name: "proxy", namespace: "kuma-system", ports: [ServicePort(port: 10001, targetPort: 10001)])),
      .deployment(
        Deployment(
          metadata: ObjectMeta(name: "proxy", namespace: "kuma-system"),
          template: PodTemplateSpec(
            labels: ["app": "web"], annotations: annotations, spec: PodSpec(containers: [Container(name: "app")])))),
    ]
    var kuma = ControlPlane(release: try KumaRelease(parsing: "2.8.8"))
    kuma.settings.admission = .leftOut
    let cluster = Cluster(objects.map { .kubernetes($0) }, under: kuma, completeness: .complete)
    let outcome = try #require(cluster.previews().first).outcome
    #expect(outcome.resource?.kind == kind)
    #expect(outcome.resource?.metadata.name == "")
    #expect(outcome.resource?.metadata.ownerReferences == [])
    #expect(
      outcome.unknownValues.filter { $0.needs != .controlPlane }
        == ["metadata.name", "metadata.ownerReferences"].map { Unknown(path: $0, needs: .pods) })
    // In newer releases the resource has the labels of the Pod, the hash of the template among them.
    let comparison = ReleaseComparison(of: cluster, from: try KumaRelease(parsing: "1.8.1"), to: .newest)
    let hashes = comparison.changes.compactMap { change -> String? in
      guard case .field(let difference) = change.difference else { return nil }
      return difference.path == .label("pod-template-hash") ? difference.new : nil
    }
    #expect(hashes == ["*"])
  }

  @Test func aServiceThatMaySelectSomeIsToldAsSuch() throws {
    let set = StatefulSet(
      metadata: ObjectMeta(name: "db", namespace: "demo"), template: PodTemplateSpec(labels: ["app": "db"]))
    let label = "statefulset.kubernetes.io/pod-name"
    let services: [Service] = [
      .fixture(name: "a", selector: ["app": "db"]), .fixture(name: "b", selector: ["app": "db", label: "db-0"]),
      .fixture(name: "c", selector: [label: "web-0"]), .fixture(name: "d", selector: [label: "db-0", "x": "y"]),
    ]
    let objects =
      [.namespace(.fixture(annotations: ["kuma.io/sidecar-injection": "enabled"])), .statefulSet(set)]
      + services.map(KubernetesObject.service)
    let cluster = Cluster(objects.map { .kubernetes($0) }, under: ControlPlane(rules: .documented))
    let report = try #require(cluster.previews().first)
    #expect(report.services.map(\.service.metadata.name) == ["a"])
    let explanation = cluster.explanation(of: report)
    #expect(explanation == cluster.explanation(of: report.name))
    let verdicts = explanation.services.map(\.verdict)
    #expect(verdicts.count == 4)
    #expect(verdicts[1] == .labelUnknown(key: ExactString(label), wanted: "db-0"))
    #expect(verdicts[2] == .labelDiffers(key: ExactString(label), wanted: "web-0", found: nil))
    #expect(verdicts[3] == .labelDiffers(key: "x", wanted: "y", found: nil))
    #expect(
      verdicts[1].phrase
        == "selects those of the Pods, if any, that get the label statefulset.kubernetes.io/pod-name=db-0 when they are made"
    )
  }
}
