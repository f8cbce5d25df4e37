public import KubernetesObjects

/// Whether a Pod gets a sidecar when it is created, and why.
public enum InjectionDecision: Sendable, Hashable {
  /// It does.
  case inject(InjectReason)
  /// It does not, and is created without.
  case skip(SkipReason)
  /// The Pod is refused.
  case reject(RejectReason)
  /// What decides is not in the input.
  case unknown(needs: [Completeness.Kind])

  /// What is decided, without why.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// It gets one.
    case inject
    /// It is created without one.
    case skip
    /// It is not created.
    case reject
    /// What decides is not in the input.
    case unknown
  }

  /// What is decided, without why.
  public var verdict: Verdict {
    switch self {
    case .inject: .inject
    case .skip: .skip
    case .reject: .reject
    case .unknown: .unknown
    }
  }

  /// What the input would have to hold for the decision to be known; nothing where it is.
  public var needs: [Completeness.Kind] {
    if case .unknown(let needs) = self { needs } else { [] }
  }

  /// Why a sidecar is added.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum InjectReason: Sendable, Hashable {
    /// The switch is on.
    case requested(by: Evidence)
  }

  /// Why none is added.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum SkipReason: Sendable, Hashable {
    /// The API server does not ask: no webhook matches.
    case webhookNotCalled([WebhookCall.Miss])
    /// A label of the Pod is one of the exceptions.
    case excepted(Evidence)
    /// The Pod has a sidecar.
    case alreadyInjected(Evidence)
    /// The switch is off.
    case optedOut(Evidence)
    /// There is no switch anywhere.
    case notRequested
  }

  /// Why the Pod is refused: the injector answers with an error, or the webhook that validates Pods.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum RejectReason: Sendable, Hashable {
    /// The switch says neither on nor off.
    case unreadableSwitch(Evidence)
    /// The Pod's Namespace is not among the objects.
    case namespaceNotFound(ExactString)
    /// The Pod's mesh does not exist; nothing names one where it is `default` by default.
    case meshNotFound(ExactString, namedBy: Evidence?)
    /// These containers run as the user of the sidecar.
    case sidecarUserInUse(containers: [ExactString], user: Int64)
    /// The annotation of the administration port is not a number.
    case unreadableAdminPort(Evidence)
    /// Another annotation that the injector reads is not of the form that it must have.
    case unreadableAnnotation(Evidence, AnnotationForm)
    /// The injector reads the gateway annotation as a switch, and its value is none.
    case unreadableGateway(Evidence)
    /// A gateway cannot have virtual probes.
    case virtualProbesOfGateway(Evidence)
    /// A gateway cannot have a proxy of probes.
    case probeProxyOfGateway(Evidence)
    /// A probe of a container, which this names, asks the port that the probes are to be redirected to.
    case probePortInUse(Evidence, HTTPProbe.Kind, port: Int)
    /// The control plane, for every Pod, or an annotation of the Pod itself names ContainerPatches that do not exist.
    case missingContainerPatches(ofControlPlane: [ExactString], ofPod: [ExactString], namedBy: Evidence?)
    /// The Pod has no volume of the name that its annotation gives.
    case missingTokenVolume(Evidence)
    /// The ConfigMap of transparent proxying does not exist in the control plane's namespace, or cannot be read.
    case missingProxyConfigMap(ExactString)
    /// The Pod has the label of the workload, which only Kuma may write.
    case reservedWorkloadLabel(Evidence)
    /// The namespace has a Dataplane of another mesh, and is held to one: the mesh that the Dataplane is labelled with, or else the one
    /// that it is in. Where that is the Pod's, the Dataplane is not labelled, which counts as another mesh. Nothing names the Pod's mesh
    /// where it is `default` by default.
    case secondMesh(ExactString, namedBy: Evidence?, existing: ExactString)
    /// The injector labels the Pod with its mesh, whose name, as this has it, is no value of a label.
    case meshNameNotALabel(Evidence)
  }
}

extension InjectionDecision {
  /// The kind of the object that is missing, where the Pod is refused for that.
  var missingKind: Completeness.Kind? {
    switch self {
    case .reject(.missingContainerPatches): .containerPatches
    default: missingObject.flatMap(Completeness.Kind.init(of:))
    }
  }

  /// The object that is missing, where the Pod is refused for one.
  var missingObject: ObjectReference? {
    switch self {
    case .reject(.namespaceNotFound(let name)): .namespace(name.string)
    case .reject(.meshNotFound(let name, _)): .mesh(name.string)
    default: nil
    }
  }
}
