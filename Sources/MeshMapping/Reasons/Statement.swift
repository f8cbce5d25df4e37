/// The statements of the specification, `Specification.md`, each by its identifier there.
///
/// Identifiers are never reused. A test holds this list and the headings of the specification equal.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum Statement: String, Sendable, Hashable, CaseIterable {
  /// Objects are read for what the mapping needs.
  case projections = "OBJ-1"
  /// Unknown kinds are kept.
  case unsupportedKinds = "OBJ-2"
  /// A bad object is named and costs nothing beside it.
  case badObjects = "OBJ-3"
  /// Port numbers and port names are never merged.
  case portReferences = "OBJ-4"
  /// Strings are compared as bytes.
  case byteComparison = "OBJ-5"
  /// An object is read as what it says it is.
  case wrongType = "OBJ-6"
  /// What policies select is read.
  case selections = "OBJ-7"
  /// What makes Pods is read.
  case workloads = "WORK-1"
  /// The Pods of a workload.
  case podsOfWorkloads = "WORK-2"
  /// Which workloads are reported.
  case toldWorkloads = "WORK-3"
  /// Pods that there are not yet are mapped as others are.
  case plannedPods = "WORK-4"
  /// What only running Pods have is unknown.
  case unknownOfPods = "WORK-5"
  /// The name of the service without a Service.
  case plannedServiceName = "WORK-6"
  /// Services that want what only running Pods have.
  case possibleServices = "WORK-7"
  /// The zone that a control plane starts with.
  case zoneOfControlPlane = "SET-1"
  /// Settings that a release does not know.
  case unknownSettings = "SET-2"
  /// The name of a service.
  case serviceNameForm = "NAME-1"
  /// What is not the name of a service is refused.
  case serviceNameErrors = "NAME-2"
  /// One webhook for every Pod.
  case webhookForAll = "GATE-1"
  /// kube-system is left out.
  case webhookKubeSystem = "GATE-2"
  /// Only labelled Pods are asked about.
  case webhookLabels = "GATE-3"
  /// The Namespace must carry the label.
  case webhookNamespaceLabel = "GATE-4"
  /// Zone proxies in the control plane's namespace.
  case webhookZoneProxies = "GATE-5"
  /// Selectors of one's own.
  case ownWebhooks = "GATE-6"
  /// A list of namespaces.
  case webhookAllowList = "GATE-7"
  /// Where the switch is read.
  case switchPlaces = "INJ-1"
  /// The Pod's own switch wins.
  case podOverNamespace = "INJ-2"
  /// The words of the switch.
  case switchWordsRead = "INJ-3"
  /// Labels are recommended over annotations.
  case switchByAnnotation = "INJ-4"
  /// Without a switch nothing is injected.
  case noSwitch = "INJ-5"
  /// Exceptions are skipped.
  case exceptions = "INJ-6"
  /// A Pod that has its sidecar is skipped.
  case existingSidecar = "INJ-7"
  /// The mesh must exist.
  case missingMesh = "INJ-8"
  /// No container may run as the sidecar's user.
  case sidecarUser = "INJ-9"
  /// The administration port must be a number.
  case adminPortReadable = "INJ-10"
  /// A Namespace that is not there.
  case missingNamespace = "INJ-11"
  /// Injection happens at creation.
  case runningPods = "INJ-12"
  /// The order of the injector's errors.
  case refusalOrder = "INJ-13"
  /// Annotations of the sidecar must be readable.
  case sidecarAnnotations = "INJ-14"
  /// Annotations of transparent proxying must be readable.
  case proxyingAnnotations = "INJ-15"
  /// ContainerPatches must exist.
  case containerPatches = "INJ-16"
  /// The volume of the token must exist.
  case tokenVolume = "INJ-17"
  /// A gateway is a switch to the injector, and has no redirected probes.
  case gatewayProbes = "INJ-18"
  /// No probe may ask the port that probes are redirected to.
  case probePorts = "INJ-19"
  /// Annotations of transparent proxying by ConfigMap.
  case proxyingConfiguration = "INJ-20"
  /// The label of the workload is Kuma's.
  case workloadLabelOfPods = "REFUSE-1"
  /// One mesh a namespace, where it is set so.
  case meshesPerNamespace = "REFUSE-2"
  /// The name of the mesh is to be a label of the Pod.
  case meshLabelOfPods = "REFUSE-3"
  /// The annotations and ports.
  case writtenAnnotations = "WRITE-1"
  /// The mesh.
  case writtenMesh = "WRITE-2"
  /// The administration port.
  case writtenAdminPort = "WRITE-3"
  /// IPv6.
  case writtenIPv6 = "WRITE-4"
  /// The probes.
  case writtenProbes = "WRITE-5"
  /// The sidecar's position.
  case sidecarPosition = "WRITE-6"
  /// The service account, which the API server fills in.
  case filledInServiceAccount = "WRITE-7"
  /// Transparent proxying by ConfigMap.
  case proxyingConfigMap = "WRITE-8"
  /// Where the mesh is read.
  case meshPlaces = "MESH-1"
  /// The default mesh.
  case meshDefault = "MESH-2"
  /// The controller needs the Mesh.
  case meshExists = "MESH-3"
  /// A Service belongs to the Pods it selects.
  case serviceSelector = "SVC-1"
  /// Services come by name.
  case serviceOrder = "SVC-2"
  /// Services can be left out.
  case ignoredServices = "SVC-3"
  /// Labels can be taken out of selectors.
  case ignoredSelectorLabels = "SVC-4"
  /// Services without a selector.
  case endpointSlices = "SVC-5"
  /// Services of type ExternalName.
  case externalName = "SVC-6"
  /// Services that are refused.
  case refusedServices = "SVC-7"
  /// Only TCP ports give inbounds.
  case onlyTCP = "PORT-1"
  /// Target ports by number.
  case numericTargetPort = "PORT-2"
  /// Target ports by name.
  case namedTargetPort = "PORT-3"
  /// Services without any inbound.
  case noPortFound = "PORT-4"
  /// An absent target port is filled in.
  case filledInTargetPort = "PORT-5"
  /// Labels become tags.
  case labelsBecomeTags = "TAG-1"
  /// Empty labels are not converted.
  case emptyLabels = "TAG-2"
  /// Reserved labels are not converted.
  case reservedLabels = "TAG-3"
  /// The service.
  case serviceTag = "TAG-4"
  /// The zone.
  case zoneTag = "TAG-5"
  /// The protocol.
  case protocolTag = "TAG-6"
  /// The Kubernetes objects.
  case kubernetesTags = "TAG-7"
  /// Added tags are never overridden.
  case addedTagsWin = "TAG-8"
  /// The instance.
  case instanceTag = "TAG-9"
  /// Labels of the Node.
  case nodeLabels = "TAG-10"
  /// Inbounds without tags.
  case tagsDisabled = "TAG-11"
  /// The protocol's case.
  case protocolCase = "TAG-12"
  /// Only known protocols count.
  case knownProtocols = "TAG-13"
  /// Every tag knows its origin.
  case tagOrigins = "TAG-14"
  /// The reserved port.
  case placeholderPort = "POD-1"
  /// The name of its service.
  case nameWithoutService = "POD-2"
  /// Reserved labels of a Pod without a Service.
  case reservedLabelsWithoutService = "POD-3"
  /// Its readiness.
  case placeholderHealth = "POD-4"
  /// One inbound for each port.
  case inboundPerPort = "INB-1"
  /// Readiness.
  case inboundHealth = "INB-2"
  /// Deletion.
  case inboundDeletion = "INB-3"
  /// State.
  case inboundState = "INB-4"
  /// Names.
  case inboundName = "INB-5"
  /// Protocol.
  case inboundProtocol = "INB-6"
  /// Inbounds of one port are merged.
  case inboundMerging = "INB-7"
  /// The sidecar as init container.
  case sidecarStatus = "INB-8"
  /// Ports without an inbound.
  case undeclaredPorts = "INB-9"
  /// The annotation is a switch.
  case gatewaySwitch = "GW-1"
  /// A gateway has tags and no inbounds.
  case gatewayTags = "GW-2"
  /// A gateway's protocol.
  case gatewayProtocol = "GW-3"
  /// Types of gateways.
  case gatewayTypes = "GW-4"
  /// Provided gateways.
  case gatewayProvided = "GW-5"
  /// Builtin gateways.
  case gatewayBuiltin = "GW-6"
  /// Transparent proxying.
  case proxyingGate = "TP-1"
  /// Redirect ports.
  case redirectPorts = "TP-2"
  /// The port for IPv6.
  case redirectV6 = "TP-3"
  /// IP families.
  case ipFamilyMode = "TP-4"
  /// Nothing set.
  case emptyProxying = "TP-5"
  /// The administration port.
  case adminPort = "TP-6"
  /// Tags of builtin gateways.
  case builtinGatewayTags = "GW-7"
  /// What stays of the Dataplane of a builtin gateway.
  case builtinGatewayMetadata = "GW-8"
  /// Zone ingresses.
  case zoneIngresses = "ZONE-1"
  /// Where others reach a zone.
  case advertisedPlace = "ZONE-2"
  /// Zone egresses.
  case zoneEgresses = "ZONE-3"
  /// The Service of a zone proxy.
  case zoneProxyService = "ZONE-4"
  /// The labels of zone proxies.
  case zoneProxyLabels = "ZONE-5"
  /// Outbounds.
  case outbounds = "TP-7"
  /// What outbounds lead to.
  case outboundServices = "OUT-1"
  /// Outbounds of headless Services.
  case headlessOutbounds = "OUT-2"
  /// Outbounds of what may be reached.
  case reachableOutbounds = "OUT-3"
  /// Outbounds of virtual IPs.
  case virtualOutbounds = "OUT-4"
  /// A list of services.
  case directAccessList = "DA-1"
  /// Whitespace, empty entries and repeats.
  case directAccessWhitespace = "DA-2"
  /// Every service.
  case directAccessWildcard = "DA-3"
  /// No service.
  case directAccessNone = "DA-4"
  /// Entries that match nothing.
  case directAccessNames = "DA-5"
  /// What names match.
  case directAccessNameMatching = "DA-6"
  /// The listeners of direct access.
  case directAccessListeners = "DA-7"
  /// Reachable services.
  case reachableServices = "REACH-1"
  /// Reachable backends.
  case reachableBackends = "REACH-2"
  /// Name and namespace.
  case dataplaneName = "DP-1"
  /// Owner.
  case dataplaneOwner = "DP-2"
  /// The resource.
  case dataplaneResource = "DP-3"
  /// Labels.
  case dataplaneLabels = "LBL-1"
  /// The service account.
  case serviceAccountLabel = "LBL-2"
  /// The workload.
  case workloadLabel = "LBL-3"
  /// Listeners of zone proxies.
  case listenerLabels = "LBL-4"
  /// Labels of the Node.
  case nodeLabelsOnDataplane = "LBL-5"
  /// Reserved labels.
  case reservedDataplaneLabels = "LBL-6"
  /// Services of zone proxies give listeners.
  case zoneProxyServices = "LSN-1"
  /// Pods that are nothing but zone proxies.
  case zoneProxyOnly = "LSN-2"
  /// Listeners of one port.
  case listenerConflicts = "LSN-3"
  /// Metrics of the Pod.
  case metrics = "MET-1"
  /// Aggregated metrics.
  case aggregatedMetrics = "MET-2"
  /// Virtual probes.
  case virtualProbes = "PROBE-1"
  /// Probes through the proxy of probes.
  case proxiedProbes = "PROBE-2"
  /// Metrics.
  case metricsFailures = "FAIL-1"
  /// Probes.
  case probesFailures = "FAIL-2"
  /// Names of tags.
  case validTagNames = "VALID-1"
  /// Values of tags.
  case validTagValues = "VALID-2"
  /// The service.
  case validService = "VALID-3"
  /// The protocol.
  case validProtocol = "VALID-4"
  /// Ports.
  case validPort = "VALID-5"
  /// The address.
  case validAddress = "VALID-6"
  /// Gateways.
  case validGateway = "VALID-7"
  /// The administration port.
  case validAdminPort = "VALID-8"
  /// The name of the mesh.
  case validMeshName = "VALID-9"
  /// The origin.
  case validOrigin = "VALID-10"
  /// Reachable backends, where they are validated.
  case validReachableBackends = "VALID-11"
  /// Listeners of zone proxies, where they are validated.
  case validListeners = "VALID-12"
  /// Names of meshes, of which each must be a label.
  case validObjectNames = "VALID-15"
  /// Virtual probes, where they are validated.
  case validProbes = "VALID-13"
  /// Outbounds, where they are validated.
  case validOutbounds = "VALID-14"
  /// Where webhooks are asked about Dataplanes.
  case dataplaneWebhooks = "ADM-1"
  /// Labels that are defaulted.
  case defaultedLabels = "ADM-2"
  /// Labels that become annotations.
  case longLabels = "ADM-3"
  /// Labels of listeners, defaulted.
  case defaultedListenerLabels = "ADM-4"
  /// The mesh of a Dataplane must exist.
  case dataplaneMesh = "ADM-5"
  /// Constraints of the Mesh.
  case meshConstraints = "ADM-6"
  /// Labels must be labels.
  case storableLabels = "ADM-7"
  /// A Dataplane that is refused.
  case refusedDataplanes = "ADM-8"
  /// Admission left out.
  case admissionLeftOut = "ADM-9"
  /// Injected Pods get a Dataplane.
  case injectedPods = "LIFE-1"
  /// Pods that succeeded.
  case succeededPods = "LIFE-2"
  /// Pods without an address.
  case podsWithoutAddress = "LIFE-3"
  /// Evicted Pods.
  case evictedPods = "LIFE-4"
  /// Namespaces that are being deleted.
  case terminatingNamespaces = "LIFE-5"
  /// The Namespace is needed.
  case namespaceNeeded = "LIFE-6"
  /// Zone proxies.
  case zoneProxies = "LIFE-7"
  /// Deletion with the Pod.
  case garbageCollection = "LIFE-8"
  /// Pods of which only the sidecar runs.
  case finishedPods = "LIFE-9"
  /// Namespaces that are not in the input.
  case unknownNamespaces = "KNOW-1"
  /// Nodes that are not in the input.
  case unknownNodes = "KNOW-2"
  /// Meshes that are not in the input.
  case unknownMeshes = "KNOW-3"
  /// Owners that are not in the input.
  case unknownOwners = "KNOW-4"
  /// EndpointSlices that are not in the input.
  case unknownEndpointSlices = "KNOW-5"
  /// What the controller does.
  case unknownToController = "KNOW-6"
  /// Objects that cannot be read.
  case unreadableObjects = "KNOW-7"
  /// What changes between two releases.
  case comparison = "CMP-1"
  /// What causes a change.
  case comparisonCauses = "CMP-2"
  /// Direct access to renamed services.
  case comparisonDirectAccess = "CMP-3"
  /// Changes that rest on what the input lacks.
  case comparisonUndecided = "CMP-4"
  /// Changes that need attention.
  case comparisonAttention = "CMP-5"
  /// Policies that select what goes.
  case comparisonPolicies = "CMP-6"
  /// Pods that are alike.
  case comparisonAlike = "CMP-7"
  /// The verdict on an upgrade.
  case upgradeVerdict = "UPG-1"
  /// Where trouble begins.
  case upgradeBeginning = "UPG-2"
  /// Fixes that were tried.
  case upgradeFixes = "UPG-3"
  /// What a verdict rests on.
  case upgradeBasis = "UPG-4"
  /// What upgrade notes say in a verdict.
  case upgradeNotes = "UPG-5"
  /// Dataplanes that differ.
  case verification = "VER-1"
  /// Dataplanes that are missing or too many.
  case verificationPresence = "VER-2"
  /// Dataplanes that cannot be checked.
  case verificationUnchecked = "VER-3"
  /// Findings that somebody does not want to hear of.
  case suppressions = "LINT-1"
}
