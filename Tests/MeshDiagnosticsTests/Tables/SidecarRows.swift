import MeshMapping

/// What is to be said of what the injector makes of Pods.
enum SidecarRows {
  static let rows: [FindingRow] = writtenOver + byHand + networks + users

  private static func pod(_ metadata: String = "", _ spec: String = "") -> String {
    """
    {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, \(metadata)},
     spec: {containers: [{name: app}]\(spec)}}
    """
  }

  private static let mode = "annotations: {kuma.io/transparent-proxying-ip-family-mode: ipv4}"
  private static let ofMode = "Pod demo/web metadata.annotations[\"kuma.io/transparent-proxying-ip-family-mode\"]"

  private static let writtenOver: [FindingRow] = [
    FindingRow(
      "annotation-written-over", "the IP family mode", under: "2.8.1", .inMesh(pod(mode)), at: [ofMode],
      saying: ["\"ipv4\"", "\"dualstack\""]),
    FindingRow(
      "annotation-written-over", "the IP family mode, where it is kept", under: "2.9.0", .inMesh(pod(mode)), at: []),
    FindingRow(
      "annotation-written-over", "the IP family mode that the control plane says", under: "2.8.1", .inMesh(pod(mode)),
      settings: { $0.injector.ipFamilyMode = .ipv4 }, at: []),
    FindingRow(
      "annotation-written-over", "transparent proxying that is off",
      .inMesh(pod("annotations: {kuma.io/transparent-proxying: disabled}")),
      at: ["Pod demo/web metadata.annotations[\"kuma.io/transparent-proxying\"]"], saying: ["always on"]),
    FindingRow(
      "annotation-written-over", "transparent proxying that is on",
      .inMesh(pod("annotations: {kuma.io/transparent-proxying: 'true'}")), at: []),
    FindingRow(
      "annotation-written-over", "another redirect port",
      .inMesh(pod("annotations: {kuma.io/transparent-proxying-inbound-port: '15016'}")),
      at: ["Pod demo/web metadata.annotations[\"kuma.io/transparent-proxying-inbound-port\"]"], saying: ["\"15006\""]),
    FindingRow(
      "annotation-written-over", "an administration port of its own",
      .inMesh(pod("annotations: {kuma.io/envoy-admin-port: '9902'}")), at: []),
    FindingRow(
      "annotation-written-over", "what the injector wrote on a Pod that runs", under: "2.8.1",
      .inMesh(
        """
        {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, annotations:
          {kuma.io/sidecar-injected: 'true', kuma.io/transparent-proxying-ip-family-mode: ipv4}},
         spec: {containers: [{name: kuma-sidecar}, {name: app}]}, status: {phase: Running, podIP: 10.0.0.1}}
        """),
      at: []),
    FindingRow(
      "annotation-written-over", "a Pod that is not injected", under: "2.8.1",
      Manifests(stringLiteral: "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}\n---\n" + pod(mode)), at: []),
  ]

  private static let byHand: [FindingRow] = [
    FindingRow(
      "injected-by-hand", "a Pod that nobody injects",
      Manifests(
        stringLiteral: "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}\n---\n"
          + pod("annotations: {kuma.io/sidecar-injected: 'true'}")),
      at: ["Pod demo/web metadata.annotations[\"kuma.io/sidecar-injected\"]"], saying: ["no proxy serves"]),
    FindingRow(
      "injected-by-hand", "a Pod that is injected", .inMesh(pod("annotations: {kuma.io/sidecar-injected: 'true'}")), at: []),
    FindingRow(
      "injected-by-hand", "a Pod that has its sidecar",
      Manifests(
        stringLiteral: """
          {apiVersion: v1, kind: Namespace, metadata: {name: demo}}
          ---
          {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, annotations: {kuma.io/sidecar-injected: 'true'}},
           spec: {containers: [{name: app}], initContainers: [{name: kuma-sidecar, restartPolicy: Always}]}}
          """),
      at: []),
  ]

  private static let networks: [FindingRow] = [
    FindingRow(
      "host-network", "a Pod in the mesh", .inMesh(pod("", ", hostNetwork: true")), at: ["Pod demo/web spec.hostNetwork"]),
    FindingRow("host-network", "a Pod on its own network", .inMesh(pod("", ", hostNetwork: false")), at: []),
    FindingRow(
      "host-network", "a Pod that is not in the mesh",
      .inMesh(pod("labels: {kuma.io/sidecar-injection: disabled}", ", hostNetwork: true")), at: []),
  ]

  private static let users: [FindingRow] = [
    FindingRow(
      "sidecar-user-shared", "by the Pod", .inMesh(pod("", ", securityContext: {runAsUser: 5678}")),
      at: ["Pod demo/web spec.securityContext.runAsUser"],
      saying: ["Container app runs as user 5678, by the securityContext"]),
    FindingRow(
      "sidecar-user-shared", "by the Pod, and the container says another",
      .inMesh(
        """
        {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo},
         spec: {securityContext: {runAsUser: 5678}, containers: [{name: app, securityContext: {runAsUser: 1}}]}}
        """),
      at: []),
    FindingRow(
      "sidecar-user-shared", "an init container",
      .inMesh(pod("", ", initContainers: [{name: setup, securityContext: {runAsUser: 5678}}]")),
      at: ["Pod demo/web spec.initContainers[0].securityContext.runAsUser"],
      saying: ["Init container setup runs as user 5678, ", "choose another user, unless that is meant."]),
    FindingRow(
      "sidecar-user-shared", "both, by the Pod",
      .inMesh(pod("", ", securityContext: {runAsUser: 5678}, initContainers: [{name: setup}]")),
      at: ["Pod demo/web spec.securityContext.runAsUser", "Pod demo/web spec.securityContext.runAsUser"],
      saying: ["Container app runs", "choose another user.", "Init container setup runs"]),
    FindingRow(
      "sidecar-user-shared", "a container, which the release does not look at", under: "2.2.0",
      .inMesh(
        """
        {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo},
         spec: {containers: [{name: app, securityContext: {runAsUser: 5678}}]}}
        """),
      at: ["Pod demo/web spec.containers[0].securityContext.runAsUser"]),
    FindingRow(
      "sidecar-user-shared", "a container, for which the Pod is refused", under: "2.3.0",
      .inMesh(
        """
        {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo},
         spec: {containers: [{name: app, securityContext: {runAsUser: 5678}}]}}
        """),
      at: []),
    FindingRow("sidecar-user-shared", "another user", .inMesh(pod("", ", securityContext: {runAsUser: 1000}")), at: []),
    FindingRow(
      "sidecar-user-shared", "a zone proxy, as Kuma's chart writes it", under: "2.14.0",
      .inMesh(pod("labels: {k8s.kuma.io/zone-proxy-type: ingress}", ", securityContext: {runAsUser: 5678}")), at: []),
    FindingRow(
      "sidecar-user-shared", "the sidecar itself",
      .inMesh(
        """
        {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo},
         spec: {containers: [{name: kuma-sidecar, securityContext: {runAsUser: 5678}}, {name: app}]}}
        """),
      at: []),
  ]
}
