import MeshMapping

/// What is to be said of the switch of the injection.
enum SwitchRows {
  static let rows: [FindingRow] = values + effects + annotations + otherMeshes + istio

  private static func namespace(_ value: String, named name: String = "demo") -> String {
    "{apiVersion: v1, kind: Namespace, metadata: {name: \(name), labels: {kuma.io/sidecar-injection: \(value)}}}"
  }

  private static func deployment(_ template: String, in namespace: String = "demo") -> String {
    """
    {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: \(namespace)},
     spec: {selector: {matchLabels: {app: web}}, template: {metadata: {\(template)}, spec: {containers: [{name: app}]}}}}
    """
  }

  private static func objects(_ parts: String...) -> Manifests {
    Manifests(stringLiteral: parts.joined(separator: "\n---\n"))
  }

  private static let ofNamespace = "Namespace demo metadata.labels[\"kuma.io/sidecar-injection\"]"
  private static let ofTemplate =
    "Deployment demo/web spec.template.metadata.labels[\"kuma.io/sidecar-injection\"]"

  private static let values: [FindingRow] = [
    FindingRow(
      "switch-value-not-read", "another case", objects(namespace("Enabled")), at: [ofNamespace],
      saying: ["\"Enabled\"", "write enabled"]),
    FindingRow(
      "switch-value-not-read", "yes, before it was a word", under: "2.6.10", objects(namespace("'yes'")), at: [ofNamespace]),
    FindingRow("switch-value-not-read", "yes, since it is a word", under: "2.7.0", objects(namespace("'yes'")), at: []),
    FindingRow("switch-value-not-read", "nothing", objects(namespace("''")), at: [ofNamespace]),
    FindingRow("switch-value-not-read", "disabled", objects(namespace("disabled")), at: []),
    FindingRow(
      "switch-value-not-read", "of a Pod that nobody asks about",
      objects(
        "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}",
        deployment("labels: {app: web, kuma.io/sidecar-injection: 'TRUE'}")),
      at: [ofTemplate], saying: ["\"TRUE\""]),
    FindingRow(
      "switch-value-not-read", "of a Pod that is refused for it",
      objects(namespace("enabled"), deployment("labels: {app: web, kuma.io/sidecar-injection: 'TRUE'}")), at: []),
    FindingRow(
      "switch-value-not-read", "of a Pod that has its sidecar",
      objects(
        namespace("enabled"),
        """
        {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, labels: {kuma.io/sidecar-injection: 'TRUE'}},
         spec: {containers: [{name: kuma-sidecar}, {name: app}]}}
        """),
      at: []),
  ]

  private static let effects: [FindingRow] = [
    FindingRow(
      "switch-without-effect", "yes, which only the injector reads", under: "2.9.0", objects(namespace("'yes'")),
      at: [ofNamespace], saying: ["write enabled"]),
    FindingRow("switch-without-effect", "true", under: "2.9.0", objects(namespace("'true'")), at: []),
    FindingRow(
      "switch-without-effect", "true, where all are asked about", under: "2.5.0", objects(namespace("'true'")), at: []),
    FindingRow(
      "switch-without-effect", "kube-system", under: "2.9.0", objects(namespace("enabled", named: "kube-system")),
      at: ["Namespace kube-system metadata.labels[\"kuma.io/sidecar-injection\"]"], saying: ["another one"]),
    FindingRow(
      "switch-without-effect", "kube-system, where it is asked about", under: "2.4.0",
      objects(namespace("enabled", named: "kube-system")), at: []),
    FindingRow(
      "switch-without-effect", "the control plane's namespace, as Kuma labels it", under: "2.11.0",
      objects(namespace("'false'", named: "kuma-system")), at: []),
    FindingRow(
      "switch-without-effect", "not on the list", under: "2.11.0", objects(namespace("enabled")),
      settings: { $0.namespaceAllowList = ["shop"] }, at: [ofNamespace], saying: ["namespaceAllowList"]),
    FindingRow(
      "switch-without-effect", "on the list", under: "2.11.0", objects(namespace("enabled")),
      settings: { $0.namespaceAllowList = ["demo"] }, at: []),
    FindingRow(
      "switch-without-effect", "a Pod in a Namespace without the label", under: "2.11.0",
      objects(
        "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}",
        deployment("labels: {app: web, kuma.io/sidecar-injection: enabled}")),
      at: [ofTemplate], saying: ["kuma.io/sidecar-injection=disabled"]),
    FindingRow(
      "switch-without-effect", "a Pod in a Namespace without the label, which was enough", under: "2.10.0",
      objects(
        "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}",
        deployment("labels: {app: web, kuma.io/sidecar-injection: enabled}")),
      at: []),
    FindingRow(
      "switch-without-effect", "a Pod in a Namespace that is disabled", under: "2.11.0",
      objects(namespace("disabled"), deployment("labels: {app: web, kuma.io/sidecar-injection: enabled}")), at: []),
    FindingRow(
      "switch-without-effect", "a Pod labelled true, where only enabled is asked about", under: "2.9.0",
      objects(
        "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}",
        deployment("labels: {app: web, kuma.io/sidecar-injection: 'true'}")),
      at: [ofTemplate], saying: ["labelled enabled"]),
    FindingRow(
      "switch-without-effect", "a Pod labelled true in a Namespace without the label, both of which are not enough",
      under: "2.13.0",
      objects(
        "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}",
        deployment("labels: {app: web, kuma.io/sidecar-injection: 'true'}")),
      at: [ofTemplate],
      saying: [
        "write enabled on the template of Deployment web, and label Namespace demo kuma.io/sidecar-injection=disabled, which injects no other Pod."
      ]),
    FindingRow(
      "switch-without-effect", "a Pod labelled true in a Namespace that is enabled", under: "2.9.0",
      objects(namespace("enabled"), deployment("labels: {app: web, kuma.io/sidecar-injection: 'true'}")), at: []),
    FindingRow(
      "switch-without-effect", "a Pod that opts out", under: "2.11.0",
      objects(
        "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}",
        deployment("labels: {app: web, kuma.io/sidecar-injection: disabled}")),
      at: []),
    FindingRow(
      "switch-without-effect", "a Pod whose Namespace is not in the input", under: "2.11.0",
      objects(deployment("labels: {app: web, kuma.io/sidecar-injection: enabled}")), at: []),
  ]

  private static let annotations: [FindingRow] = [
    FindingRow(
      "switch-not-read", "of a Pod whose label is enough", under: "2.10.0",
      objects(unlabelled(), deployment("annotations: {kuma.io/sidecar-injection: enabled}")), at: [annotated],
      saying: ["make it a label of the template of Deployment web."]),
    FindingRow(
      "switch-not-read", "of a Pod whose Namespace needs the label too", under: "2.11.0",
      objects(unlabelled(), deployment("annotations: {kuma.io/sidecar-injection: enabled}")), at: [annotated],
      saying: [
        "make it a label of the template of Deployment web, and label Namespace demo kuma.io/sidecar-injection=disabled, which injects no other Pod."
      ]),
    FindingRow(
      "switch-not-read", "of a Pod whose Namespace has the label", under: "2.11.0",
      objects(namespace("disabled"), deployment("annotations: {kuma.io/sidecar-injection: 'true'}")), at: [annotated],
      saying: ["make it a label of the template of Deployment web that says enabled."]),
    FindingRow(
      "switch-not-read", "of a Pod that opts out", under: "2.11.0",
      objects(unlabelled(), deployment("annotations: {kuma.io/sidecar-injection: disabled}")), at: [annotated],
      saying: ["make it a label of the template of Deployment web."]),
    FindingRow(
      "switch-not-read", "where nothing is injected", under: "2.11.0",
      objects(
        unlabelled("kube-system"), deployment("annotations: {kuma.io/sidecar-injection: enabled}", in: "kube-system")),
      at: ["Deployment kube-system/web spec.template.metadata.annotations[\"kuma.io/sidecar-injection\"]"],
      saying: ["nothing is injected in namespace kube-system; run what is to be in the mesh in another one."]),
    FindingRow(
      "switch-not-read", "where it is read", under: "2.1.0",
      objects(unlabelled(), deployment("annotations: {kuma.io/sidecar-injection: enabled}")), at: []),
    FindingRow(
      "switch-value-not-read", "of a Pod whose Namespace needs the label too", under: "2.11.0",
      objects(unlabelled(), deployment("labels: {app: web, kuma.io/sidecar-injection: 'TRUE'}")), at: [ofTemplate],
      saying: ["write enabled, in lower case, and label Namespace demo kuma.io/sidecar-injection=disabled, "]),
    FindingRow(
      "switch-value-not-read", "of a Pod whose label is enough", under: "2.10.0",
      objects(unlabelled(), deployment("labels: {app: web, kuma.io/sidecar-injection: 'TRUE'}")), at: [ofTemplate],
      saying: ["write enabled or disabled, in lower case."]),
  ]

  private static let annotated =
    "Deployment demo/web spec.template.metadata.annotations[\"kuma.io/sidecar-injection\"]"

  private static func unlabelled(_ name: String = "demo") -> String {
    "{apiVersion: v1, kind: Namespace, metadata: {name: \(name)}}"
  }

  /// The Namespace demo, which asks Kuma for sidecars, with more labels.
  private static func both(_ labels: String) -> String {
    "{apiVersion: v1, kind: Namespace, metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled, \(labels)}}}"
  }

  private static let istio: [FindingRow] = [
    FindingRow(
      "switch-of-another-mesh", "of a revision of Istio",
      objects(both("istio.io/rev: default"), deployment("labels: {app: web}")),
      at: ["Namespace demo metadata.labels[\"istio.io/rev\"]"], saying: ["asks Istio for a sidecar of its own"]),
    FindingRow(
      "switch-of-another-mesh", "of a revision of Istio, and the older label says no",
      objects(both("istio.io/rev: default, istio-injection: disabled"), deployment("labels: {app: web}")), at: []),
    FindingRow(
      "switch-of-another-mesh", "of a revision of Istio, and the Pod opts out",
      objects(both("istio.io/rev: default"), deployment("labels: {app: web, sidecar.istio.io/inject: 'false'}")), at: []),
    FindingRow(
      "switch-of-another-mesh", "of a revision of Istio, on a Pod in the mesh",
      objects(namespace("enabled"), deployment("labels: {app: web, istio.io/rev: canary}")),
      at: ["Deployment demo/web spec.template.metadata.labels[\"istio.io/rev\"]"], saying: ["asks Istio for"]),
    FindingRow(
      "switch-of-another-mesh", "of Istio without sidecars",
      objects(both("istio.io/dataplane-mode: ambient"), deployment("labels: {app: web}")),
      at: ["Namespace demo metadata.labels[\"istio.io/dataplane-mode\"]"],
      saying: ["has Istio redirect what the Pod sends and receives"]),
    FindingRow(
      "switch-of-another-mesh", "of Istio without sidecars, and the Pod opts out",
      objects(both("istio.io/dataplane-mode: ambient"), deployment("labels: {app: web, istio.io/dataplane-mode: none}")),
      at: []),
  ]

  private static let otherMeshes: [FindingRow] = [
    FindingRow(
      "switch-of-another-mesh", "beside Kuma's",
      objects(
        """
        {apiVersion: v1, kind: Namespace,
         metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled, istio-injection: enabled}}}
        """, deployment("labels: {app: web}")),
      at: ["Namespace demo metadata.labels.istio-injection"], saying: ["Istio"]),
    FindingRow(
      "switch-of-another-mesh", "beside Kuma's, and the Pod opts out of the other",
      objects(
        """
        {apiVersion: v1, kind: Namespace,
         metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled, istio-injection: enabled}}}
        """, deployment("labels: {app: web, sidecar.istio.io/inject: 'false'}")),
      at: []),
    FindingRow(
      "switch-of-another-mesh", "of a Pod in the mesh",
      objects(namespace("enabled"), deployment("annotations: {linkerd.io/inject: enabled}")),
      at: ["Deployment demo/web spec.template.metadata.annotations[\"linkerd.io/inject\"]"], saying: ["Linkerd"]),
    FindingRow(
      "switch-of-another-mesh", "of Istio, as an annotation of a Pod in the mesh",
      objects(namespace("enabled"), deployment("annotations: {sidecar.istio.io/inject: 'true'}")),
      at: ["Deployment demo/web spec.template.metadata.annotations[\"sidecar.istio.io/inject\"]"],
      saying: ["asks Istio for"]),
    FindingRow(
      "switch-of-another-mesh", "of Istio, as a label of a Pod in the mesh",
      objects(namespace("enabled"), deployment("labels: {app: web, sidecar.istio.io/inject: 'true'}")),
      at: ["Deployment demo/web spec.template.metadata.labels[\"sidecar.istio.io/inject\"]"], saying: ["asks Istio for"]),
    FindingRow(
      "switch-of-another-mesh", "of Linkerd, as a label of a Pod in the mesh",
      objects(namespace("enabled"), deployment("labels: {app: web, linkerd.io/inject: ingress}")),
      at: ["Deployment demo/web spec.template.metadata.labels[\"linkerd.io/inject\"]"], saying: ["asks Linkerd for"]),
    FindingRow(
      "switch-of-another-mesh", "of Consul, as an annotation of a Pod in the mesh",
      objects(namespace("enabled"), deployment("annotations: {consul.hashicorp.com/connect-inject: 'true'}")),
      at: ["Deployment demo/web spec.template.metadata.annotations[\"consul.hashicorp.com/connect-inject\"]"],
      saying: ["asks Consul for"]),
    FindingRow(
      "switch-of-another-mesh", "where nobody means Kuma",
      objects(
        "{apiVersion: v1, kind: Namespace, metadata: {name: demo, labels: {istio-injection: enabled}}}",
        deployment("labels: {app: web}")),
      at: []),
    FindingRow(
      "switch-of-another-mesh", "where somebody means Kuma",
      objects(
        """
        {apiVersion: v1, kind: Namespace,
         metadata: {name: demo, labels: {kuma.io/sidecar-injections: enabled, istio-injection: enabled}}}
        """),
      at: ["Namespace demo metadata.labels.istio-injection"], saying: ["kuma.io/sidecar-injection"]),
  ]
}
