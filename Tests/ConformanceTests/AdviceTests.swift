import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// What people are told to do: about the object that they would have to change, and so that it works.
@Suite("Advice")
struct AdviceTests {
  private static let key = "kuma.io/sidecar-injection"

  private func report(
    _ release: String,
    labels: StringMap = [:],
    owners: [OwnerReference] = [],
    namespace: String = "demo",
    namespaceLabels: StringMap = [:],
    annotations: StringMap = [:],
    others: [KubernetesObject] = []
  ) throws -> (report: PodReport, cluster: Cluster) {
    let pod = Pod.fixture(namespace: namespace, labels: labels, annotations: annotations, owners: owners)
    let objects: [KubernetesObject] = [.pod(pod), .namespace(.fixture(name: namespace, labels: namespaceLabels))] + others
    let kuma = ControlPlane(release: try KumaRelease(parsing: release))
    let cluster = Cluster(objects.map { .kubernetes($0) }, under: kuma)
    return (try #require(cluster.preview(of: ObjectName(of: pod.metadata))), cluster)
  }

  @Test(arguments: ["kube-system", "kuma-system"])
  func thereIsNothingToDoInSystemNamespaces(_ namespace: String) throws {
    let message = try report("2.14.3", namespace: namespace).report.injectionMessage
    #expect(message.hasSuffix("there is nothing to do: no application is injected in this namespace."))
  }

  @Test func kubernetesOwnPodsNeedNoSidecar() throws {
    let message = try report("1.6.5", namespace: "kube-system").report.injectionMessage
    #expect(!message.contains("label the Namespace"))
  }

  /// Releases up to 2.10 do not leave the control plane's namespace out by its name, nor those up to 2.4 that of Kubernetes.
  @Test(arguments: [
    ("1.2.0", "kuma-system", "the control plane's"), ("2.2.0", "kuma-system", "the control plane's"),
    ("2.10.11", "kuma-system", "the control plane's"), ("1.6.5", "kube-system", "Kubernetes'"),
    ("2.2.0", "kube-system", "Kubernetes'"), ("2.4.10", "kube-system", "Kubernetes'"),
  ])
  func thereIsNothingToDoForPodsOfTheSystem(_ release: String, _ namespace: String, _ whose: String) throws {
    let message = try report(release, namespace: namespace).report.injectionMessage
    #expect(message.hasSuffix("; there is nothing to do, since \(whose) own Pods need none."))
    #expect(!message.contains("label the"))
  }

  @Test func theNamespaceOfTheControlPlaneIsTheOneThatIsSet() throws {
    var kuma = ControlPlane(release: try KumaRelease(parsing: "2.10.11"))
    kuma.settings.systemNamespace = "mesh"
    for (namespace, isSystem) in [("mesh", true), ("kuma-system", false)] {
      let report = kuma.preview(
        of: .fixture(namespace: namespace), in: .fixture(name: namespace), among: ObjectCatalog())
      #expect(report.injectionMessage.contains("there is nothing to do") == isSystem)
    }
  }

  /// INJ-16: what a patch makes of the sidecar nobody looks at; whoever lists one is told, and everybody where the control plane does.
  @Test(arguments: [
    ("1.7.6", "a", "b", ""), ("1.8.0", "a", "", "; ContainerPatch a is taken to apply to it."),
    ("2.14.3", "a,b", "", "; ContainerPatches a, b are taken to apply to it."), ("2.14.3", ",", "", ""),
    ("2.14.3", "", "b", "; ContainerPatch b is taken to apply to it."),
    ("2.14.3", "a", "b", "; ContainerPatches b, a are taken to apply to it."),
  ])
  func patchesAreTakenToApply(_ release: String, _ list: String, _ common: String, _ ending: String) throws {
    var pod = Pod.fixture(annotations: ["kuma.io/container-patches": list])
    pod.metadata.labels[Self.key] = "enabled"
    var kuma = ControlPlane(release: try KumaRelease(parsing: release))
    kuma.settings.injector.containerPatches = common.isEmpty ? [] : [common]
    let patches = ["a", "b"].map { ContainerPatch(ObjectName(namespace: "kuma-system", name: $0)) }
    let report = kuma.preview(
      of: pod, in: .fixture(labels: [Self.key: "enabled"]), among: ObjectCatalog(containerPatches: .only(patches)))
    #expect(report.admission.decision.verdict == .inject)
    let asked = "A sidecar is added, since pod label \(Self.key)=enabled asks for it"
    #expect(report.injectionMessage == asked + (ending.isEmpty ? "." : ending))
  }

  /// KNOW-1: where its labels decide which webhook asks, each that may is told.
  @Test func eachWebhookThatMayAskIsTold() throws {
    let kuma = ControlPlane(release: try KumaRelease(parsing: "2.6.0"))
    let pod = Pod.fixture(labels: [Self.key: "enabled"])
    let unknown = Cluster([.kubernetes(.pod(pod))], under: kuma)
    let name = ObjectName(of: pod.metadata)
    #expect(
      unknown.preview(of: name)?.admission.webhook
        == .called(webhook: "namespace-kuma-injector or pods-kuma-injector"))
    let known = Cluster([.kubernetes(.pod(pod)), .kubernetes(.namespace(.fixture()))], under: kuma)
    #expect(known.preview(of: name)?.admission.webhook == .called(webhook: "pods-kuma-injector"))
  }

  @Test func theLabelOfTheNamespaceIsEnoughWhateverItSays() throws {
    let labels: StringMap = [Self.key: "enabled"]
    let message = try report("2.11.0", labels: labels).report.injectionMessage
    #expect(message.contains("label the Namespace kuma.io/sidecar-injection=disabled if you want one"))
    let done = try report("2.11.0", labels: labels, namespaceLabels: [Self.key: "disabled"]).report
    #expect(done.admission.decision.verdict == .inject)
  }

  @Test func aSwitchThatCannotBeReadIsToBeWrittenAnew() throws {
    let message = try report("2.11.0", labels: [Self.key: "Enabled"]).report.injectionMessage
    let both = "write kuma.io/sidecar-injection=enabled on the Pod, in lower case, and label the Namespace"
    #expect(message.contains("\(both) kuma.io/sidecar-injection=disabled"))
    let old = try report("2.6.0", labels: [Self.key: "Enabled"]).report.injectionMessage
    #expect(old.hasSuffix("write kuma.io/sidecar-injection=enabled on the Pod, in lower case, if you want one."))
    #expect(try report("2.6.0", labels: [Self.key: "enabled"]).report.admission.decision.verdict == .inject)
  }

  /// The webhook for Pods asks about `enabled` alone, and the injector reads more: whoever wrote `true` need not have the Namespace
  /// inject all of its Pods.
  @Test(
    arguments: [
      ("2.6.0", [:], "write kuma.io/sidecar-injection=enabled on the Pod if you want one."),
      ("2.10.0", [:], "write kuma.io/sidecar-injection=enabled on the Pod if you want one."),
      (
        "2.11.0", [:],
        "write kuma.io/sidecar-injection=enabled on the Pod, and label the Namespace kuma.io/sidecar-injection=disabled, if you want one."
      ),
      (
        "2.11.0", [key: "disabled"], "write kuma.io/sidecar-injection=enabled on the Pod if you want one."
      ),
    ] as [(String, StringMap, String)])
  func aPodThatAsksWithAnotherWordIsToldTheWord(_ release: String, _ namespace: StringMap, _ advice: String) throws {
    let message = try report(release, labels: [Self.key: "true"], namespaceLabels: namespace).report.injectionMessage
    #expect(message.hasSuffix("; \(advice)"))
    let labels: StringMap = advice.contains("disabled") ? [Self.key: "disabled"] : namespace
    let done = try report(release, labels: [Self.key: "enabled"], namespaceLabels: labels).report
    #expect(done.admission.decision.verdict == .inject)
  }

  /// With a sidecar it would be refused.
  @Test func aBuiltinGatewayNeedsNoSidecar() throws {
    let annotations: StringMap = ["kuma.io/gateway": "builtin", "kuma.io/tags": #"{"kuma.io/service":"edge"}"#]
    let message = try report("2.9.4", namespaceLabels: [Self.key: "disabled"], annotations: annotations).report
      .injectionMessage
    #expect(message.hasSuffix("; there is nothing to do, since the Pod of a builtin gateway is the proxy itself."))
    let delegated = try report(
      "2.9.4", namespaceLabels: [Self.key: "disabled"], annotations: ["kuma.io/gateway": "enabled"]
    ).report.injectionMessage
    #expect(delegated.hasSuffix("; label the Pod kuma.io/sidecar-injection=enabled if you want one."))
  }

  @Test func whoOptsOutIsNotToldToOptIn() throws {
    let message = try report("2.9.0", labels: [Self.key: "disabled"]).report.injectionMessage
    #expect(message.hasSuffix(", and the Pod opts out itself."))
  }

  /// Up to 1.4.0 the switch is an annotation.
  @Test(arguments: [("1.2.0", "annotate"), ("1.4.0", "annotate"), ("1.4.1", "label"), ("2.5.0", "label")])
  func theSwitchIsToldAsTheReleaseReadsIt(_ release: String, _ verb: String) throws {
    let message = try report(release).report.injectionMessage
    #expect(message.hasSuffix("; \(verb) the Namespace or the Pod kuma.io/sidecar-injection=enabled."))
    let labelled = try report(release, namespaceLabels: [Self.key: "enabled"]).report
    #expect((labelled.admission.decision.verdict == .inject) == (verb == "label"))
    let kuma = ControlPlane(release: try KumaRelease(parsing: release))
    let annotated = kuma.preview(
      of: .fixture(), in: .fixture(annotations: [Self.key: "enabled"]), among: ObjectCatalog())
    #expect(verb == "label" || annotated.admission.decision.verdict == .inject)
  }

  /// The others of a Namespace that opts out are left as they are.
  @Test(arguments: ["2.6.0", "2.11.0", "2.14.3"])
  func theLabelOfThePodIsEnoughWhereItsNamespaceOptsOut(_ release: String) throws {
    let off: StringMap = [Self.key: "disabled"]
    let told = try report(
      release, owners: [Self.owner], namespaceLabels: off, others: [.replicaSet(Self.replicaSet)]
    ).report.injectionMessage
    #expect(told.hasSuffix("; label the template of Deployment shop kuma.io/sidecar-injection=enabled if you want one."))
    let done = try report(release, labels: [Self.key: "enabled"], namespaceLabels: off).report
    #expect(done.admission.decision.verdict == .inject)
    let misspelt = try report(release, namespaceLabels: [Self.key: "Enabled"]).report.injectionMessage
    #expect(misspelt.hasSuffix("; label the Namespace kuma.io/sidecar-injection=enabled if you want one."))
  }

  @Test func anyOtherPodIsToldTheLabelOfItsNamespace() throws {
    let message = try report("2.9.0").report.injectionMessage
    #expect(message.hasSuffix("label the Namespace kuma.io/sidecar-injection=enabled if you want one."))
    #expect(try report("2.9.0", namespaceLabels: [Self.key: "enabled"]).report.admission.decision.verdict == .inject)
  }

  private static let owner = OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-5c8", controller: true)

  private static let replicaSet = ReplicaSet(
    metadata: ObjectMeta(
      name: "web-5c8", namespace: "demo",
      ownerReferences: [OwnerReference(apiVersion: "apps/v1", kind: "Deployment", name: "shop", controller: true)]))

  @Test func theTemplateIsToldOfAPodThatADeploymentMakes() throws {
    let told = try report("2.2.0", owners: [Self.owner], others: [.replicaSet(Self.replicaSet)]).report
    #expect(told.workload == WorkloadReference(kind: "Deployment", namespace: "demo", name: "shop"))
    #expect(told.injectionMessage.contains("the template of Deployment shop kuma.io/sidecar-injection=enabled"))
  }

  /// The ReplicaSet is not in the input; what it and the Pod are named tells the Deployment.
  @Test(arguments: [("5c8", "Deployment web"), ("5c9", "ReplicaSet web-5c8"), ("", "ReplicaSet web-5c8")])
  func theHashTellsTheDeployment(_ hash: String, _ workload: String) throws {
    let told = try report("2.2.0", labels: ["pod-template-hash": hash], owners: [Self.owner]).report
    #expect(told.workload?.phrase == workload)
  }

  @Test func aRefusalNamesTheTemplate() throws {
    let told = try report("2.2.0", labels: [Self.key: "on"], owners: [Self.owner], others: [.replicaSet(Self.replicaSet)])
    #expect(told.report.injectionMessage.hasSuffix("in lower case, in the template of Deployment shop."))
    let finding = try #require(told.cluster.findings(on: told.report).first)
    #expect(finding.message == told.report.injectionMessage)
  }

  @Test(arguments: [
    ("Deployment", "recreate it with kubectl rollout restart deployment/db -n demo."),
    ("StatefulSet", "recreate it with kubectl rollout restart statefulset/db -n demo."),
    ("DaemonSet", "recreate it with kubectl rollout restart daemonset/db -n demo."),
    ("Rollout", "delete it, so that Rollout db recreates it."),
  ])
  func aPodWithoutItsSidecarIsMadeAnew(_ kind: String, _ advice: String) throws {
    let owner = OwnerReference(apiVersion: "apps/v1", kind: kind, name: "db", controller: true)
    let told = try report("2.9.0", owners: [owner], namespaceLabels: [Self.key: "enabled"])
    let finding = try #require(told.cluster.findings(on: told.report).first { $0.code == "runs-without-sidecar" })
    #expect(finding.message.hasSuffix(advice))
  }

  @Test func aPodOfNothingIsCreatedAnew() throws {
    let told = try report("2.9.0", namespaceLabels: [Self.key: "enabled"])
    let finding = try #require(told.cluster.findings(on: told.report).first { $0.code == "runs-without-sidecar" })
    #expect(finding.message.hasSuffix("delete it and create it again."))
  }
}

/// The kind of what names a Pod without a Service.
@Suite("Kinds of workloads")
struct WorkloadKindTests {
  private func kind(_ owner: OwnerReference?, _ catalog: ObjectCatalog = ObjectCatalog()) throws -> String {
    let kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.0"))
    return try kuma.workloadName(of: .fixture(owners: owner.map { [$0] } ?? []), among: catalog).kind
  }

  private func owner(_ kind: String) -> OwnerReference { OwnerReference(apiVersion: "v1", kind: kind, name: "own") }

  private let metadata = ObjectMeta(name: "own", namespace: "demo")

  @Test func kinds() throws {
    #expect(try kind(nil) == "Pod")
    #expect(try kind(owner("StatefulSet")) == "StatefulSet")
    let replicaSets = ObjectCatalog(replicaSets: [ReplicaSet(metadata: metadata)])
    #expect(try kind(owner("ReplicaSet"), replicaSets) == "ReplicaSet")
    let jobs = ObjectCatalog(jobs: [Job(metadata: metadata)])
    #expect(try kind(owner("Job"), jobs) == "Job")
    var owned = metadata
    owned.ownerReferences = [OwnerReference(apiVersion: "batch/v1", kind: "CronJob", name: "nightly")]
    #expect(try kind(owner("Job"), ObjectCatalog(jobs: [Job(metadata: owned)])) == "CronJob")
  }
}

/// A Pod that is created anew asks for its own probes, not those that the injector made of them.
@Suite("Probes of Pods that run")
struct RestoredProbeTests {
  /// The live Pod of a release with virtual probes is not refused by any release for asking their port.
  @Test(arguments: ["1.2.0", "1.4.0", "2.8.8", "2.9.0", "2.14.3"])
  func injectedProbesRefuseNothing(_ release: String) throws {
    let kuma = ControlPlane(release: try KumaRelease(parsing: release))
    let namespace = Namespace.fixture(
      labels: ["kuma.io/sidecar-injection": "enabled"], annotations: ["kuma.io/sidecar-injection": "enabled"])
    let app = Container(
      name: "app", httpProbes: [HTTPProbe(.liveness, port: 8080, path: "/l")],
      portProbes: [PortProbe(.readiness, .tcp, port: 5432)])
    let live = kuma.injectedPod(.fixture(containers: [app]), in: namespace)
    let objects: [ClusterObject] = [.kubernetes(.pod(live)), .kubernetes(.namespace(namespace))]
    for other in ["1.2.0", "1.4.1", "2.6.15", "2.9.0", "2.13.0"] {
      let comparison = ReleaseComparison(
        of: objects, from: try KumaRelease(parsing: release), to: try KumaRelease(parsing: other))
      #expect(!comparison.changes.contains { $0.difference.code == "losesSidecar" }, "\(release) to \(other)")
    }
    #expect(kuma.preview(of: live, in: namespace, among: ObjectCatalog()).admission.decision.verdict != .reject)
  }
}
