import KubernetesObjects

extension InjectionDecision.RejectReason {
  /// The name of the reason, which never changes its meaning.
  public var code: String {
    switch self {
    case .unreadableSwitch: "unreadableSwitch"
    case .namespaceNotFound: "namespaceNotFound"
    case .meshNotFound: "meshNotFound"
    case .sidecarUserInUse: "sidecarUserInUse"
    case .unreadableAdminPort: "unreadableAdminPort"
    case .unreadableAnnotation: "unreadableAnnotation"
    case .unreadableGateway: "unreadableGateway"
    case .virtualProbesOfGateway: "virtualProbesOfGateway"
    case .probeProxyOfGateway: "probeProxyOfGateway"
    case .probePortInUse: "probePortInUse"
    case .missingContainerPatches: "missingContainerPatches"
    case .missingTokenVolume: "missingTokenVolume"
    case .missingProxyConfigMap: "missingProxyConfigMap"
    case .reservedWorkloadLabel: "reservedWorkloadLabel"
    case .secondMesh: "secondMesh"
    case .meshNameNotALabel: "meshNameNotALabel"
    }
  }

  /// What the refusal rests on, the first where it rests on several things; nil where it rests on something being absent that the Pod and
  /// its Namespace do not name.
  public var evidence: Evidence? {
    switch self {
    case .unreadableSwitch(let evidence), .unreadableAdminPort(let evidence), .unreadableAnnotation(let evidence, _),
      .unreadableGateway(let evidence), .virtualProbesOfGateway(let evidence), .probeProxyOfGateway(let evidence),
      .missingTokenVolume(let evidence), .reservedWorkloadLabel(let evidence), .meshNameNotALabel(let evidence),
      .probePortInUse(let evidence, _, _):
      evidence
    case .meshNotFound(_, let evidence), .missingContainerPatches(_, _, let evidence), .secondMesh(_, let evidence, _):
      evidence
    case .sidecarUserInUse(let containers, _):
      containers.first.map { Evidence(.podContainer, key: "name", value: $0.string) }
    case .namespaceNotFound, .missingProxyConfigMap: nil
    }
  }

  /// The statement of the specification that refuses the Pod.
  public var statement: Statement {
    switch self {
    case .unreadableSwitch: .switchWordsRead
    case .namespaceNotFound: .missingNamespace
    case .meshNotFound: .missingMesh
    case .sidecarUserInUse: .sidecarUser
    case .unreadableAdminPort: .adminPortReadable
    case .unreadableAnnotation(let evidence, _): Self.statement(ofAnnotation: evidence.key)
    case .unreadableGateway, .virtualProbesOfGateway, .probeProxyOfGateway: .gatewayProbes
    case .probePortInUse: .probePorts
    case .missingContainerPatches: .containerPatches
    case .missingTokenVolume: .tokenVolume
    case .missingProxyConfigMap: .proxyingConfigMap
    case .reservedWorkloadLabel: .workloadLabelOfPods
    case .secondMesh: .meshesPerNamespace
    case .meshNameNotALabel: .meshLabelOfPods
    }
  }

  private static func statement(ofAnnotation key: String) -> Statement {
    switch key {
    case KumaKey.sidecarDrainTime, KumaKey.spire, KumaKey.sidecarVariables, KumaKey.sidecarConcurrency,
      KumaKey.waitForDataplane:
      .sidecarAnnotations
    case KumaKey.virtualProbes, KumaKey.virtualProbesPort, KumaKey.probeProxyPort: .gatewayProbes
    case KumaKey.ipFamilyMode, KumaKey.excludedInboundPorts, KumaKey.excludedOutboundPorts: .proxyingConfiguration
    default: .proxyingAnnotations
    }
  }

  /// The refusal as a sentence that says what to do, safe to print.
  public var message: String {
    switch self {
    case .unreadableSwitch(let evidence):
      "The injector refuses the Pod, since \(evidence.phrase) says neither on nor off; write enabled or disabled, in lower case."
    case .namespaceNotFound(let name):
      "Whether a sidecar is added is unknown, since Namespace \(name.printedSafely) is not in the input; add it."
    case .meshNotFound(let name, _):
      "The injector refuses the Pod, since mesh \(name.string.isEmpty ? "\"\"" : name.printedSafely) does not exist; create it or name another."
    case .sidecarUserInUse(let containers, let user):
      "The injector refuses the Pod, since \(Self.list(containers)) runs as user \(user), which is the sidecar's; choose another user."
    case .unreadableAdminPort(let evidence): "The injector refuses the Pod, since \(evidence.phrase) is not a number."
    case .unreadableAnnotation(let evidence, let form):
      "The injector refuses the Pod, since \(evidence.phrase) \(form.phrase)."
    case .unreadableGateway(let evidence):
      "The injector refuses the Pod, since it reads \(evidence.phrase) as a switch, which says neither on nor off; write enabled."
    case .virtualProbesOfGateway(let evidence):
      "The injector refuses the Pod, since a gateway cannot have virtual probes, which \(evidence.phrase) asks for; remove that annotation."
    case .probeProxyOfGateway(let evidence):
      "The injector refuses the Pod, since a Pod with the annotation \(KumaKey.gateway) cannot have a proxy of probes, which \(evidence.phrase) asks for; remove that annotation."
    case .probePortInUse(let evidence, let kind, let port):
      "The injector refuses the Pod, since the \(kind.rawValue) probe of \(evidence.phrase) asks port \(port), which probes are redirected to; let the application answer on another port."
    case .missingContainerPatches(let ofControlPlane, let ofPod, _):
      "The injector refuses the Pod, since \(Self.missingPatches(ofControlPlane, ofPod))"
    case .missingTokenVolume(let evidence):
      "The injector refuses the Pod, since \(evidence.phrase) names a volume that the Pod does not have; add it or name another."
    case .missingProxyConfigMap(let name):
      "The injector refuses every Pod, since ConfigMap \(name.printedSafely), which transparent proxying is set up with, does not exist in the control plane's namespace or holds no configuration that can be read; create it, or correct its \(ProxyConfiguration.dataKey)."
    case .reservedWorkloadLabel(let evidence):
      "Kuma refuses the Pod, since only Kuma itself may write \(evidence.phrase); remove that label."
    case .secondMesh(let mesh, _, let existing) where mesh == existing:
      "Kuma refuses the Pod in mesh \(mesh.printedSafely), since its namespace is held to one mesh and has a Dataplane without the label \(KumaKey.mesh), which counts as one of another mesh."
    case .secondMesh(let mesh, _, let existing):
      "Kuma refuses the Pod in mesh \(mesh.printedSafely), since its namespace has Dataplanes of mesh \(existing.printedSafely) and is held to one mesh."
    case .meshNameNotALabel(let evidence):
      "The API server refuses the Pod, since the injector labels it with mesh \(evidence.value.quotedSafely), and a label may have 63 characters, letters, digits and -_., which begin and end with a letter or digit; choose another mesh."
    }
  }

  /// Which ContainerPatches do not exist, who names them, and what to do, as the end of a sentence.
  private static func missingPatches(_ ofControlPlane: [ExactString], _ ofPod: [ExactString]) -> String {
    let kind = { (names: [ExactString]) in names.count == 1 ? "ContainerPatch" : "ContainerPatches" }
    let named = [
      ofControlPlane.isEmpty
        ? "" : "\(kind(ofControlPlane)) \(list(ofControlPlane)), which the control plane adds to every Pod,",
      ofPod.isEmpty
        ? ""
        : "\(kind(ofPod)) \(list(ofPod)), which pod annotation \(KumaKey.containerPatches) asks for,",
    ]
    let isOne = ofControlPlane.count + ofPod.count == 1
    let (verb, them) = isOne ? ("does", "it") : ("do", "them")
    let place =
      ofControlPlane.isEmpty
      ? "correct the annotation"
      : ofPod.isEmpty ? "take \(them) out of its setting" : "correct the control plane's setting and the annotation"
    return
      "\(named.filter { !$0.isEmpty }.joined(separator: " and ")) \(verb) not exist in the control plane's namespace; create \(them) there, or \(place)."
  }

  private static func list(_ names: [ExactString]) -> String {
    names.map(\.printedSafely).joined(separator: ", ")
  }
}

extension AnnotationForm {
  /// What is wrong with a value that is not of the form, and what to write, as the end of a sentence.
  fileprivate var phrase: String {
    switch self {
    case .onOrOff: "says neither on nor off; write enabled or disabled"
    case .trueOrFalse: "says neither true nor false; write true or false"
    case .number: "is not a number; write one in decimal digits"
    case .duration: "is not a duration; write one as 30s"
    case .variables: "is not a list of variables; write it as A=1;B=2, with exactly one = in each"
    case .familyMode: "is no IP family mode; write dualstack or ipv4"
    case .ports: "is not a list of ports; write it as 8080,9090"
    }
  }
}
