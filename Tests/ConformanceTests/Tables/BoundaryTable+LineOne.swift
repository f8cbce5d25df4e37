import KubernetesObjects
import MeshMapping
import TestSupport

extension BoundaryTable {
  static let injection = "kuma.io/sidecar-injection"
  static let mark = "kuma.io/sidecar-injected"
  static let mesh = "kuma.io/mesh"
  static let v6Port = "kuma.io/transparent-proxying-inbound-v6-port"
  static let familyMode = "kuma.io/transparent-proxying-ip-family-mode"
  static let gateway = "kuma.io/gateway"

  /// The annotations of a Pod with transparent proxying, and others.
  static func proxied(_ others: StringMap = [:]) -> StringMap {
    others.over(.proxied)
  }

  /// A Pod that runs and is marked by the injector.
  static func injected(
    name: String = "web-1",
    namespace: String = "demo",
    annotations: StringMap = [:],
    mark value: String = "true",
    phase: String = "Running",
    reason: String = "",
    podIP: String = "10.0.0.1",
    isTerminated: Bool = false
  ) -> Pod {
    var annotations = annotations
    annotations[mark] = value
    return .fixture(
      name: name,
      namespace: namespace,
      labels: ["app": "web"],
      annotations: annotations,
      phase: phase,
      reason: reason,
      podIP: podIP,
      statuses: [ContainerStatus(name: "app", isReady: !isTerminated, isTerminated: isTerminated)]
    )
  }

  /// A Pod that nothing starts anew: its application failed, and its sidecar runs.
  private static let onlySidecarRuns: Pod = {
    var pod = injected(isTerminated: true)
    pod.spec.restartPolicy = "Never"
    pod.status.containerStatuses = [
      ContainerStatus(name: "app", isReady: false, isTerminated: true, exitCode: 1),
      ContainerStatus(name: "kuma-sidecar", isReady: true),
    ]
    return pod
  }()

  static let lineOne: [BoundaryCase] =
    injectionOfLineOne + servicesAndTagsOfLineOne + gatewaysAndListsOfLineOne + lifecycleOfLineOne

  private static let injectionOfLineOne: [BoundaryCase] = [
    rows(
      "INJ-1", .injectionLabels, "", .at("1.4.0", "1.4.1"),
      pod: .fixture(labels: [injection: "enabled"]),
      see: decision, before: "skip notRequested", after: "inject podLabel"
    ),
    rows(
      "INJ-1", .injectionLabels, "label of the Namespace over its annotation", .at("1.4.0", "1.4.1"),
      in: .fixture(labels: [injection: "disabled"], annotations: [injection: "enabled"]),
      see: decision, before: "inject namespaceAnnotation", after: "skip optedOut"
    ),
    rows(
      "INJ-7", .existingSidecar, "", .at("1.4.0", "1.4.1"),
      pod: .fixture(annotations: [injection: "enabled"], containers: [Container(name: "kuma-sidecar")]),
      see: decision, before: "inject podAnnotation", after: "skip alreadyInjected podContainer"
    ),
    rows(
      "GATE-1", .webhookSelectors, "Pod", .at("1.4.0", "1.4.1"),
      pod: .fixture(labels: [injection: "enabled"]),
      see: webhook, before: "kuma-injector", after: "pods-kuma-injector"
    ),
    rows(
      "GATE-1", .webhookSelectors, "Namespace", .at("1.4.0", "1.4.1"),
      in: .fixture(labels: [injection: "enabled"]),
      see: webhook, before: "kuma-injector", after: "namespace-kuma-injector"
    ),
    rows(
      "WRITE-3", .injectedAdminPort, "written", .at("1.4.1", "1.5.0"),
      see: written("kuma.io/envoy-admin-port"),
      before: "label absent annotation absent", after: "label absent annotation 9901"
    ),
    rows(
      "INJ-10", .injectedAdminPort, "read", .at("1.4.1", "1.5.0"),
      pod: .fixture(labels: [injection: "enabled"], annotations: ["kuma.io/envoy-admin-port": "admin"]),
      see: decision, before: "inject podLabel", after: "reject unreadableAdminPort"
    ),
    rows(
      "MESH-1", .meshNamespace, "annotation of the Namespace", .at("1.4.1", "1.5.0"),
      in: .fixture(annotations: [mesh: "payments"]),
      see: meshes,
      before: "controller 'default' injector 'payments'", after: "controller 'payments' injector 'payments'"
    ),
    rows(
      "MESH-1", .meshNamespace, "empty annotation of the Pod", .at("1.4.1", "1.5.0"),
      pod: .fixture(annotations: [mesh: ""]), in: .fixture(annotations: [mesh: "payments"]),
      see: meshes, before: "controller 'default' injector ''", after: "controller 'payments' injector 'payments'"
    ),
  ].flatMap { $0 }

  private static let servicesAndTagsOfLineOne: [BoundaryCase] = [
    rows(
      "SVC-2", .servicesByName, "", .at("1.2.3", "1.3.0"),
      services: [.fixture(name: "zeta"), .fixture(name: "alpha")],
      see: services, before: "zeta by selector, alpha by selector", after: "alpha by selector, zeta by selector"
    ),
    rows(
      "SVC-3", .ignoreAnnotation, "", .at("1.3.1", "1.4.0"),
      services: [.fixture(annotations: ["kuma.io/ignore": "1"])],
      see: services, before: "web by selector", after: "none"
    ),
    rows(
      "SVC-3", .ignoreAnnotationSwitch, "a word of switches", .at("1.4.1", "1.5.0"),
      services: [.fixture(annotations: ["kuma.io/ignore": "enabled"])],
      see: services, before: "web by selector", after: "none"
    ),
    rows(
      "SVC-3", .ignoreAnnotationSwitch, "a word of Go's booleans", .at("1.4.1", "1.5.0"),
      services: [.fixture(annotations: ["kuma.io/ignore": "T"])],
      see: services, before: "none", after: "web by selector"
    ),
    rows(
      "TAG-3", .reservedLabels, "", .at("1.4.0", "1.4.1"),
      pod: .fixture(labels: ["app": "web", "x.kuma.io/y": "1"]), services: [.fixture()],
      see: tags("app", "x.kuma.io/y"), before: "web, 1", after: "web, absent"
    ),
    rows(
      "TAG-7", .kubernetesTags, "with a Service", .at("1.4.0", "1.4.1"),
      services: [.fixture()],
      see: tags("k8s.kuma.io/namespace", "k8s.kuma.io/service-name", "k8s.kuma.io/service-port"),
      before: "absent, absent, absent", after: "demo, web, 80"
    ),
    rows(
      "TAG-7", .kubernetesTags, "without a Service", .at("1.4.0", "1.4.1"),
      see: tags("k8s.kuma.io/namespace", "k8s.kuma.io/service-name", "k8s.kuma.io/service-port"),
      before: "absent, absent, absent", after: "demo, absent, absent"
    ),
    rows(
      "TAG-12", .protocolLowercase, "", .at("1.6.5", "1.7.0"),
      services: [.fixture(ports: [ServicePort(appProtocol: "HTTP", port: 80, targetPort: 8080)])],
      see: tags("kuma.io/protocol"), before: "HTTP", after: "http"
    ),
    rows(
      "INB-3", .deletionNotReady, "", .at("1.6.5", "1.7.0"),
      pod: .fixture(
        labels: ["app": "web"],
        deletionTimestamp: "2024-05-01T00:00:00Z",
        containers: [Container(name: "app", ports: [ContainerPort(containerPort: 8080)])],
        statuses: [ContainerStatus(name: "app", isReady: true)]
      ),
      services: [.fixture()],
      see: readiness, before: "Ready, healthy", after: "Ready, unhealthy"
    ),
  ].flatMap { $0 }

  private static let gatewaysAndListsOfLineOne: [BoundaryCase] = [
    rows(
      "GW-6", .gatewayBuiltin, "", .at("1.4.1", "1.5.0"),
      pod: injected(annotations: [gateway: "builtin"]),
      see: outcome, before: "fail unreadableSwitch", after: "fail missingGatewayTags"
    ),
    rows(
      "GW-3", .gatewayProtocol, "", .at("1.5.5", "1.6.0"),
      pod: .fixture(labels: ["app": "web"], annotations: [gateway: "enabled"]),
      services: [.fixture(ports: [ServicePort(appProtocol: "http", port: 80, targetPort: 8080)])],
      see: tags("kuma.io/service", "kuma.io/protocol"), before: "web_demo_svc_80, http", after: "web_demo_svc_80, absent"
    ),
    rows(
      "GW-4", .gatewayProvided, "a word of switches", .at("1.7.6", "1.8.0"),
      pod: .fixture(labels: ["app": "web"], annotations: [gateway: "true"]), services: [.fixture()],
      see: tags("kuma.io/service"), before: "web_demo_svc_80", after: "fail invalidGatewayType"
    ),
    rows(
      "GW-5", .gatewayProvided, "of a Deployment", .at("1.7.6", "1.8.0"),
      pod: .fixture(
        labels: ["app": "web"],
        annotations: [gateway: "provided"],
        owners: [OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-7d9f")]
      ),
      services: [.fixture()],
      replicaSets: [replicaSet],
      see: tags("kuma.io/service", "kuma.io/service-name"),
      before: "fail unreadableSwitch", after: "absent, shop_demo_svc"
    ),
    rows(
      "REACH-1", .reachableServices, "", .at("1.4.1", "1.5.0"),
      pod: .fixture(annotations: proxied(["kuma.io/transparent-proxying-reachable-services": "a,,b"])),
      see: reachableServices, before: "none", after: "'a', '', 'b'"
    ),
    rows(
      "DA-2", .listAnnotations, "direct access", .at("1.7.6", "1.8.0"),
      pod: .fixture(annotations: proxied(["kuma.io/direct-access-services": "a,, b"])),
      see: directAccess, before: "'a', '', ' b'", after: "'a', ' b'"
    ),
    rows(
      "REACH-1", .listAnnotations, "reachable services", .at("1.7.6", "1.8.0"),
      pod: .fixture(annotations: proxied(["kuma.io/transparent-proxying-reachable-services": ""])),
      see: reachableServices, before: "''", after: "none"
    ),
    rows(
      "TP-6", .adminPort, "", .at("1.4.1", "1.5.0"),
      pod: .fixture(annotations: ["kuma.io/envoy-admin-port": "9902"]),
      see: dataplane { $0.networking.adminPort.map { "\($0)" } ?? "none" }, before: "none", after: "9902"
    ),
  ].flatMap { $0 }

  private static let lifecycleOfLineOne: [BoundaryCase] = [
    rows(
      "LIFE-1", .injectedMarkSwitch, "a word of Go's booleans", .at("1.4.1", "1.5.0"),
      pod: injected(mark: "1"),
      see: outcome, before: "apply", after: "fail unreadableSwitch"
    ),
    rows(
      "LIFE-1", .injectedMarkSwitch, "a word of switches", .at("1.4.1", "1.5.0"),
      pod: injected(mark: "enabled"),
      see: outcome, before: "fail unreadableSwitch", after: "apply"
    ),
    rows(
      "LIFE-6", .namespaceNeeded, "a Pod without the mark", .at("1.4.1", "1.5.0"),
      pod: injected(mark: "false"), in: nil,
      see: outcome, before: "none notInjected", after: "fail namespaceNotFound"
    ),
    rows(
      "LIFE-6", .namespaceNeeded, "a Pod with the mark", .at("1.4.1", "1.5.0"),
      pod: injected(), in: nil,
      see: outcome, before: "apply", after: "fail namespaceNotFound"
    ),
    rows(
      "LIFE-7", .zoneEgress, "", .at("1.4.1", "1.5.0"),
      pod: injected(namespace: "kuma-system", annotations: ["kuma.io/egress": "enabled"]),
      in: .fixture(name: "kuma-system"),
      see: outcome, before: "apply", after: "fail zoneProxyServices"
    ),
    rows(
      "VALID-3", .validationIngressGone, "", .at("1.4.1", "1.5.0"),
      previous: Dataplane(
        mesh: "default", metadata: .init(name: "web-1", namespace: "demo"),
        networking: .init(address: "10.0.0.1", inbound: [.init(port: 10001, tags: Tags())]),
        otherFields: [.init(path: DocumentPath(["networking", "ingress", "publicPort"]), value: "1")]),
      see: problemsOfPrevious, before: "none", after: "networking.inbound[0].tags[\"kuma.io/service\"] missingService"
    ),
    rows(
      "VALID-3", .validationGatewayPlace, "", .at("1.4.1", "1.5.0"),
      previous: existing(Dataplane.Networking(address: "10.0.0.1", gateway: Dataplane.Gateway(tags: Tags()))),
      see: problemsOfPrevious, before: "networking.gateway.tags[\"kuma.io/service\"] missingService",
      after: "networking.gateway.tags missingService"
    ),
    rows(
      "VALID-6", .validationAddress, "", .at("1.4.1", "1.5.0"),
      pod: .fixture(podIP: "0.0.0.0"),
      see: problems, before: "none", after: "networking.address unspecifiedAddress"
    ),
    rows(
      "LIFE-2", .deleteFinished, "phase Succeeded", .at("1.6.1", "1.6.2"),
      .at("1.7.1", "1.7.2", beforeAgain: ["1.7.0"]), .at("1.8.0", "1.8.1"), .at("1.8.0", "2.0.0"),
      pod: injected(phase: "Succeeded", isTerminated: true),
      see: outcome, before: "none podFinished", after: "delete podSucceeded"
    ),
    rows(
      "LIFE-2", .deleteFinished, "all containers ended in another phase", .at("1.6.1", "1.6.2"),
      .at("1.7.1", "1.7.2", beforeAgain: ["1.7.0"]), .at("1.8.0", "1.8.1"), .at("1.8.0", "2.0.0"),
      pod: injected(isTerminated: true),
      see: outcome, before: "none podFinished", after: "apply"
    ),
    rows(
      "LIFE-9", .finishedPods, "", .at("1.5.5", "1.6.0"), pod: onlySidecarRuns,
      see: outcome, before: "none podFinished", after: "delete onlySidecarRuns"
    ),
    rows(
      "LIFE-9", .deleteFinished, "only the sidecar runs", .at("1.6.1", "1.6.2"),
      .at("1.7.1", "1.7.2", beforeAgain: ["1.7.0"]), .at("1.8.0", "1.8.1"), .at("1.8.0", "2.0.0"),
      pod: onlySidecarRuns, see: outcome, before: "delete onlySidecarRuns", after: "apply"
    ),
    rows(
      "LIFE-3", .deleteFinished, "no address", .at("1.6.1", "1.6.2"),
      .at("1.7.1", "1.7.2", beforeAgain: ["1.7.0"]), .at("1.8.0", "1.8.1"), .at("1.8.0", "2.0.0"),
      pod: injected(podIP: ""),
      see: outcome, before: "none podHasNoAddress", after: "delete podHasNoAddress"
    ),
    rows(
      "LIFE-6", .deleteFinished, "a Pod without the mark in a Namespace that is not there", .at("1.6.1", "1.6.2"),
      .at("1.7.1", "1.7.2", beforeAgain: ["1.7.0"]), .at("1.8.0", "1.8.1"), .at("1.8.0", "2.0.0"),
      pod: injected(mark: "false"), in: nil,
      see: outcome, before: "fail namespaceNotFound", after: "none notInjected"
    ),
  ].flatMap { $0 }

  /// The ReplicaSet `demo/web-7d9f` of the Deployment `shop`.
  static let replicaSet = ReplicaSet(
    metadata: ObjectMeta(
      name: "web-7d9f",
      namespace: "demo",
      ownerReferences: [OwnerReference(apiVersion: "apps/v1", kind: "Deployment", name: "shop")]
    )
  )
}
