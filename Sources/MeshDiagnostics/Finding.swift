public import KubernetesObjects
public import MeshMapping

/// Something about a Pod that its owner would want to know.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum Finding: Sendable, Hashable {
  /// The switch of the injection stands in an annotation.
  case switchByAnnotation(Evidence)
  /// The switch of the injection stands in an annotation, where the release does not read it.
  case switchNotRead(Evidence)
  /// The Pod is refused at its creation; what makes the Pod, if anything does.
  case podRefused(InjectionDecision.RejectReason, of: WorkloadReference?)
  /// The control plane gives up on the Pod's Dataplane.
  case dataplaneFails(MappingFailure)
  /// The Pod runs without the sidecar that it would get if it were created now; what makes the Pod anew, if anything does.
  case runsWithoutSidecar(of: WorkloadReference?)
  /// The Pod has its sidecar, and the release does not look for it there.
  case sidecarNotLookedFor(Evidence)
  /// A label of the Pod is reserved and so no tag.
  case reservedLabel(key: ExactString, value: ExactString)
  /// A reserved label of the Pod becomes a tag, as it does in releases where no Service selects the Pod, and in old ones always.
  case reservedLabelConverted(key: ExactString, value: ExactString)
  /// A label of the Pod is empty and so no tag.
  case emptyLabel(key: ExactString)
  /// A label of the Pod is overridden by a tag that is added.
  case overriddenLabel(key: ExactString, value: ExactString, by: TagOrigin)
  /// A named target port of a Service is not on the Pod.
  case unresolvedTargetPort(service: ExactString, port: Int, name: ExactString)
  /// A port of a Service is not TCP.
  case portNotTCP(service: ExactString, port: Int, transportProtocol: ExactString)
  /// A Service of type ExternalName selects the Pod.
  case externalNameService(service: ExactString)
  /// A port of a Service has no target port, which the API server would fill in.
  case targetPortFilledIn(service: ExactString, port: Int)
  /// The Dataplane does not pass Kuma's validation.
  case invalidDataplane(ValidationProblem)
  /// The Dataplane does not pass Kuma's validation, and is stored all the same, since nobody asks the validator there.
  case invalidDataplaneStored(ValidationProblem, DataplaneWebhooks.Reason)
  /// The Dataplane is refused for another reason than what its fields hold.
  case dataplaneRefused(DataplaneRefusal)
  /// An entry of the direct access is not the name of a service on Kubernetes.
  case directAccessEntry(ExactString, ServiceNameError)
  /// An entry of the direct access that is a name, where names match no inbound by its tag.
  case directAccessName(ExactString, DirectAccess.NameMatching)
  /// The name of the Pod's mesh is one that its Mesh cannot be created or changed with.
  case meshNameRefused(ValidationProblem)
  /// The Pod reaches every service directly, which costs.
  case directAccessToEveryService
  /// The Pod reaches every service directly, which costs, in a release that knows no other direct access.
  case directAccessToEveryServiceOnly
  /// The documented rules differ here from every release.
  case differsFromReleases(Difference)
  /// The release writes outbounds of virtual IPs into the Dataplane, which are not mapped here.
  case outboundsNotMapped

  /// Where the documented rules differ from every release.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Difference: String, Sendable, Hashable, CaseIterable {
    /// Releases keep the whitespace around entries of the direct access, and such entries match nothing.
    case whitespaceInDirectAccess
    /// Releases turn reserved labels of a Pod without a Service into tags.
    case reservedLabelsWithoutService
    /// Releases name the service of a Pod without a Service after its owner or a part of its name.
    case nameWithoutService
  }
}

extension Finding {
  /// The code of the finding, which never changes its meaning.
  public var code: String {
    switch self {
    case .switchByAnnotation: "switch-by-annotation"
    case .switchNotRead: "switch-not-read"
    case .podRefused: "pod-refused"
    case .dataplaneFails: "dataplane-fails"
    case .runsWithoutSidecar: "runs-without-sidecar"
    case .sidecarNotLookedFor: "sidecar-not-looked-for"
    case .reservedLabel: "reserved-label"
    case .reservedLabelConverted: "reserved-label-converted"
    case .emptyLabel: "empty-label"
    case .overriddenLabel: "overridden-label"
    case .unresolvedTargetPort: "unresolved-target-port"
    case .portNotTCP: "port-not-tcp"
    case .externalNameService: "external-name-service"
    case .targetPortFilledIn: "target-port-filled-in"
    case .invalidDataplane: "invalid-dataplane"
    case .invalidDataplaneStored: "invalid-dataplane-stored"
    case .dataplaneRefused: "dataplane-refused"
    case .directAccessEntry: "direct-access-entry"
    case .directAccessName: "direct-access-name"
    case .meshNameRefused: "mesh-name-refused"
    case .directAccessToEveryService, .directAccessToEveryServiceOnly: "direct-access-to-every-service"
    case .differsFromReleases: "differs-from-releases"
    case .outboundsNotMapped: "outbounds-not-mapped"
    }
  }

  /// How much the finding matters.
  public var severity: Severity {
    switch self {
    case .dataplaneFails(.unsupportedReachableBackends): .warning
    case .invalidDataplane, .dataplaneRefused, .podRefused, .dataplaneFails: .error
    case .invalidDataplaneStored, .switchByAnnotation, .switchNotRead, .runsWithoutSidecar, .reservedLabelConverted,
      .unresolvedTargetPort,
      .directAccessEntry, .directAccessName, .meshNameRefused:
      .warning
    case .sidecarNotLookedFor, .reservedLabel, .emptyLabel, .overriddenLabel, .portNotTCP, .externalNameService,
      .targetPortFilledIn,
      .directAccessToEveryService, .directAccessToEveryServiceOnly, .differsFromReleases, .outboundsNotMapped:
      .info
    }
  }

  /// The statement of the specification that the finding rests on.
  public var statement: Statement {
    switch self {
    case .switchByAnnotation: .switchByAnnotation
    case .switchNotRead: .switchPlaces
    case .podRefused(let reason, _): reason.statement
    case .dataplaneFails(let failure): failure.statement
    case .runsWithoutSidecar: .runningPods
    case .sidecarNotLookedFor: .existingSidecar
    case .reservedLabel: .reservedLabels
    case .reservedLabelConverted: .reservedLabelsWithoutService
    case .emptyLabel: .emptyLabels
    case .overriddenLabel: .addedTagsWin
    case .unresolvedTargetPort: .namedTargetPort
    case .portNotTCP: .onlyTCP
    case .externalNameService: .externalName
    case .targetPortFilledIn: .filledInTargetPort
    case .invalidDataplane(let problem), .invalidDataplaneStored(let problem, _): problem.statement
    case .dataplaneRefused(let refusal): refusal.statement
    case .directAccessEntry: .directAccessNames
    case .directAccessName: .directAccessNameMatching
    case .meshNameRefused(let problem): problem.statement
    case .directAccessToEveryService, .directAccessToEveryServiceOnly: .directAccessWildcard
    case .differsFromReleases(.whitespaceInDirectAccess): .directAccessWhitespace
    case .differsFromReleases(.reservedLabelsWithoutService): .reservedLabelsWithoutService
    case .differsFromReleases(.nameWithoutService): .nameWithoutService
    case .outboundsNotMapped: .virtualOutbounds
    }
  }
}
