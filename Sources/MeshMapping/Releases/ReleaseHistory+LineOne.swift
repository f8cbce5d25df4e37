extension ReleaseChange {
  package static let gatewayType = ReleaseChange(
    "gateway-type", .unmapped, [.from(1, 3, 0), .backport(1, 2, 3)], [2404, 2437],
    "A delegated gateway has its type written, which is the default and so absent."
  )

  package static let servicesByName = ReleaseChange(
    "services-by-name", .service, [.from(1, 3, 0)], [2505],
    "The Services of a Pod give inbounds in the order of their names, no longer as they are listed.",
    [.set(\.services.order, .byName)]
  )

  package static let ignoreAnnotation = ReleaseChange(
    "ignore-annotation", .service, [.from(1, 4, 0)], [3142],
    "Services annotated kuma.io/ignore are left out; the value is read as Go reads booleans.",
    [.set(\.services.ignoreAnnotation, .read)]
  )

  package static let injectionLabels = ReleaseChange(
    "injection-labels", .sidecar, [.from(1, 4, 1)], [3417, 3441],
    "The switch of the injection is read as a label first, for the Pod and then for the Namespace, and as an annotation after it.",
    [.set(\.injection.switchLabels, .read)]
  )

  package static let existingSidecar = ReleaseChange(
    "existing-sidecar", .sidecar, [.from(1, 4, 1)], [3417, 3441],
    "A Pod with a container kuma-sidecar is not injected a second time.",
    [.set(\.injection.existingSidecar, .read)]
  )

  package static let webhookSelectors = ReleaseChange(
    "webhook-selectors", .sidecar, [.from(1, 4, 1)], [3417, 3441],
    "Two webhooks select by label, of the Namespace and of the Pod; the one for every Pod stays.",
    [.set(\.injection.webhooks.selecting, .present)]
  )

  package static let reservedLabels = ReleaseChange(
    "reserved-labels", .selectable, [.from(1, 4, 1)], [3417, 3441],
    "Labels whose key contains kuma.io/ are no longer tags of inbounds of Services.",
    [.set(\.tags.reservedLabels, .dropped)]
  )

  package static let kubernetesTags = ReleaseChange(
    "kubernetes-tags", .selectable, [.from(1, 4, 1)], [3439, 3485],
    "Tags name the Kubernetes namespace, Service and port.",
    [.set(\.tags.kubernetesTags, .present)]
  )

  package static let switchErrorText = ReleaseChange(
    "switch-error-text", .unmapped, [.from(1, 5, 0)], [3698],
    "The error for a switch that cannot be read no longer lists the values that can."
  )

  package static let numberErrorText = ReleaseChange(
    "number-error-text", .unmapped, [.from(1, 5, 0)], [3677],
    "The error for a number that cannot be read names the annotation."
  )

  package static let ignoreAnnotationSwitch = ReleaseChange(
    "ignore-annotation-switch", .service, [.from(1, 5, 0)], [3698],
    "kuma.io/ignore is read as a switch.",
    [.set(\.services.ignoreForm, .asSwitch)]
  )

  package static let injectedMarkSwitch = ReleaseChange(
    "injected-mark-switch", .dataplane, [.from(1, 5, 0)], [3698],
    "kuma.io/sidecar-injected is read as a switch, no longer as Go reads booleans.",
    [.set(\.lifecycle.injectedAnnotation, .asSwitch)]
  )

  package static let meshNamespace = ReleaseChange(
    "mesh-namespace", .identity, [.from(1, 5, 0)], [3708],
    "Injector and controller work the mesh out alike: the Pod's annotation, then the Namespace's, each unless empty.",
    [.set(\.mesh.agreement, .alike)]
  )

  package static let namespaceNeeded = ReleaseChange(
    "namespace-needed", .refusal, [.from(1, 5, 0)], [3708],
    "The controller looks the Namespace up before it looks whether the Pod is injected, and fails without it.",
    [.set(\.lifecycle.namespaceLookup, .read)]
  )

  package static let reachableServices = ReleaseChange(
    "reachable-services", .access, [.from(1, 5, 0)], [3791],
    "The reachable services are read and split at commas; an empty annotation gives one empty entry.",
    [.set(\.transparentProxying.reachableServices, .read)]
  )

  package static let adminPort = ReleaseChange(
    "admin-port", .field, [.from(1, 5, 0)], [3739],
    "The port of Envoy's administration is read from an annotation.",
    [.set(\.transparentProxying.adminPort, .read), .set(\.zoneProxies.ingressAdminPort, .read)]
  )

  package static let injectedAdminPort = ReleaseChange(
    "injected-admin-port", .refusal, [.from(1, 5, 0)], [3739],
    "The injector writes the port of Envoy's administration, unless it is annotated, and refuses one that is no number.",
    [.set(\.injection.written.adminPort, .writtenUnlessPresent)]
  )

  package static let gatewayBuiltin = ReleaseChange(
    "gateway-builtin", .dataplane, [.from(1, 5, 0)], [3294],
    "Pods annotated as builtin gateway get the Dataplane of a gateway that Kuma runs.",
    [.set(\.gateway.builtin, .read)]
  )

  package static let zoneEgress = ReleaseChange(
    "zone-egress", .dataplane, [.from(1, 5, 0)], [3757],
    "Pods annotated kuma.io/egress get a ZoneEgress.",
    [.set(\.lifecycle.zoneEgress, .read)]
  )

  package static let validationIngressGone = ReleaseChange(
    "validation-ingress-gone", .refusal, [.from(1, 5, 0)], [3435],
    "No Dataplane is an ingress: one with networking.ingress follows the rules of all others.",
    [.set(\.validation.ingresses, .absent)]
  )

  package static let validationGatewayPlace = ReleaseChange(
    "validation-gateway-place", .field, [.from(1, 5, 0)], [3580],
    "A gateway without the tag of its service is refused for its tags, and no longer for the tag that is missing.",
    [.set(\.validation.gatewayServicePlace, .tags)]
  )

  package static let validationAddress = ReleaseChange(
    "validation-address", .refusal, [.from(1, 5, 0)], [3691],
    "An address that means every address is refused.",
    [.set(\.validation.addressCheck, .present)]
  )

  package static let dataplaneMesh = ReleaseChange(
    "dataplane-mesh", .refusal, [.from(1, 5, 0)], [3619],
    "A Dataplane is refused whose mesh does not exist, or whose tags do not meet the constraints of its Mesh.",
    [.set(\.admission.meshLookup, .read), .set(\.admission.constraints, .read)]
  )

  package static let gatewayProtocol = ReleaseChange(
    "gateway-protocol", .selectable, [.from(1, 6, 0)], [4067],
    "A gateway's protocol tag is left out where it is not tcp.",
    [.set(\.tags.gatewayProtocol, .leftOutUnlessTCP)]
  )

  package static let finishedPods = ReleaseChange(
    "finished-pods", .dataplane, [.from(1, 6, 0)], [4079],
    "The Dataplane of any Pod is deleted of which only the sidecar still runs and whose policy starts nothing anew, no longer of Jobs only.",
    [.set(\.lifecycle.finishedPods, .deletedByRestartPolicy)]
  )

  package static let deleteFinished = ReleaseChange(
    "delete-finished", .dataplane,
    [.from(2, 0, 0), .backport(1, 8, 1), .backport(1, 7, 2), .backport(1, 6, 2)], [4964, 4980, 5096, 5097],
    "The Dataplane of a Pod that succeeded or has no address is deleted, where the Pod was left alone before; that of one of which only the sidecar runs is not.",
    [.set(\.lifecycle.procedure, .kindFirst), .set(\.lifecycle.finishedPods, .left)]
  )

  package static let protocolLowercase = ReleaseChange(
    "protocol-lowercase", .selectable, [.from(1, 7, 0)], [4248],
    "The protocol is written in lower case.",
    [.set(\.inbounds.protocolCase, .lowercased)]
  )

  package static let deletionNotReady = ReleaseChange(
    "deletion-not-ready", .readiness, [.from(1, 7, 0)], [4229],
    "Inbounds of Services of a Pod that is being deleted are not ready.",
    [.set(\.inbounds.deletion, .notReady)]
  )

  package static let meshFirst = ReleaseChange(
    "mesh-first", .refusal, [.from(1, 8, 0)], [4678],
    "The injector looks for the Mesh before anything else, so that a missing one is reported before whatever keeps the sidecar from being put together.",
    [.set(\.injection.checks.meshLookup, .first)]
  )

  package static let gatewayProvided = ReleaseChange(
    "gateway-provided", .service, [.from(1, 8, 0)], [4703],
    "Only enabled and provided make a gateway; a provided one is named after its Deployment.",
    [.set(\.gateway.values, .enabledOrProvided)]
  )

  package static let validationAdminPort = ReleaseChange(
    "validation-admin-port", .lifted, [.from(1, 8, 0)], [4750],
    "The administration port is held against ports of the host itself only, where no inbound of a Pod listens unless the control plane is set so.",
    [.set(\.validation.adminPortCheck, .withLocalhostInbounds)]
  )

  package static let listAnnotations = ReleaseChange(
    "list-annotations", .access, [.from(1, 8, 0)], [4660],
    "Empty pieces of the lists of services are dropped, and an empty list is absent.",
    [.set(\.transparentProxying.emptyPieces, .dropped)]
  )
}

extension ReleaseHistory {
  /// What changed in the releases before 2.0.
  static let lineOne: [ReleaseChange] = [
    .gatewayType, .servicesByName, .ignoreAnnotation, .injectionLabels, .existingSidecar, .webhookSelectors, .reservedLabels,
    .kubernetesTags, .switchErrorText, .numberErrorText, .ignoreAnnotationSwitch, .injectedMarkSwitch, .meshNamespace,
    .namespaceNeeded, .reachableServices, .adminPort, .injectedAdminPort, .gatewayBuiltin, .zoneEgress,
    .validationIngressGone, .validationGatewayPlace, .validationAddress,
    .dataplaneMesh, .gatewayProtocol, .finishedPods, .deleteFinished, .protocolLowercase, .deletionNotReady, .meshFirst,
    .gatewayProvided,
    .validationAdminPort, .listAnnotations,
  ]
}
