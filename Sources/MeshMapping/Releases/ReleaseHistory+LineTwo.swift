extension ReleaseChange {
  package static let ownerName = ReleaseChange(
    "owner-name", .service, [.from(2, 1, 0)], [5569],
    "The service of a Pod without a Service is named after the Pod's owner, no longer after a part of the Pod's name.",
    [.set(\.tags.nameWithoutService, .owner)]
  )

  package static let gatewayOwner = ReleaseChange(
    "gateway-owner", .service, [.from(2, 1, 0)], [5569],
    "The Deployment of a provided gateway is found among all owners, no longer behind the first ReplicaSet only.",
    [.set(\.gateway.deployment, .owner)]
  )

  package static let injectionLabelsOnly = ReleaseChange(
    "injection-labels-only", .sidecar, [.from(2, 2, 0)], [6225],
    "The switch of the injection is read as a label only; annotations no longer count.",
    [.set(\.injection.switchAnnotations, .notRead)]
  )

  package static let deleteEvicted = ReleaseChange(
    "delete-evicted", .dataplane, [.from(2, 2, 0)], [5822],
    "The Dataplane of an evicted Pod is deleted.",
    [.set(\.lifecycle.evicted, .deleted)]
  )

  package static let localhostInboundsGone = ReleaseChange(
    "localhost-inbounds-gone", .lifted, [.from(2, 2, 0)], [6214, 6219, 6438],
    "The control plane can no longer be set to let proxies reach their applications at the address of the host itself.",
    [.set(\.validation.adminPortCheck, .never)]
  )

  package static let externalName = ReleaseChange(
    "external-name", .service,
    [.from(2, 5, 0), .backport(2, 4, 4), .backport(2, 3, 4), .backport(2, 2, 6)], [8168, 8195, 8196, 8198],
    "Services of type ExternalName give no inbounds and no outbounds.",
    [.set(\.inbounds.externalName, .nothing), .set(\.outbounds.externalName, .leftOut)]
  )

  package static let sidecarUser = ReleaseChange(
    "sidecar-user", .refusal, [.from(2, 3, 0)], [7042],
    "A Pod with a container that runs as the sidecar's user is refused.",
    [.set(\.injection.sidecarUserCheck, .present)]
  )

  package static let appProtocolKnown = ReleaseChange(
    "app-protocol-known", .selectable, [.from(2, 4, 0)], [7133],
    "An appProtocol that Kuma does not know is passed over, and the annotation is read.",
    [.set(\.inbounds.appProtocol, .onlyKnown)]
  )

  package static let webhookKubeSystem = ReleaseChange(
    "webhook-kube-system", .sidecar, [.from(2, 5, 0)], [8157],
    "No webhook is called for kube-system, neither about Pods nor about Dataplanes.",
    [.set(\.injection.webhooks.kubeSystem, .absent), .set(\.admission.kubeSystem, .absent)]
  )

  package static let ignoredSelectorLabels = ReleaseChange(
    "ignored-selector-labels", .service, [.from(2, 5, 1)], [8463, 8544],
    "Configured labels are taken out of selectors; Services that match only thanks to that give inbounds that are ignored.",
    [.set(\.services.ignoredSelectorLabels, .read)]
  )

  package static let inboundState = ReleaseChange(
    "inbound-state", .readiness, [.from(2, 5, 1)], [8463, 8544],
    "Inbounds have a state, and health always; what has no status counts as ready.",
    [.set(\.inbounds.readiness, .state)]
  )

  package static let meshNameDots = ReleaseChange(
    "mesh-name-dots", .lifted, [.from(2, 5, 0)], [7976],
    "The name of a mesh may have dots, and 253 bytes at most.",
    [.set(\.validation.meshName, .withDots)]
  )

  package static let validationOrigin = ReleaseChange(
    "validation-origin", .refusal, [.from(2, 6, 0)], [8873],
    "The label of the origin must be global or zone.",
    [.set(\.validation.originCheck, .present)]
  )

  package static let webhookCatchAll = ReleaseChange(
    "webhook-catch-all", .sidecar, [.from(2, 6, 0)], [8456, 8464],
    "The webhook for every Pod is gone: Pods are injected only where the Namespace is labelled enabled or true, or the Pod enabled.",
    [.set(\.injection.webhooks.catchAll, .absent)]
  )

  package static let defaultZone = ReleaseChange(
    "default-zone", .selectable, [.from(2, 6, 0)], [8478, 8584],
    "A control plane is always that of a zone, whose name is default where none is set.",
    [.set(\.zone.defaultName, "default"), .set(\.zone.mode, .always)]
  )

  package static let zoneNameLength = ReleaseChange(
    "zone-name-length", .refusal, [.from(2, 6, 1)], [9191],
    "A control plane does not start with a zone whose name is longer than 63 characters.",
    [.set(\.zone.lengthLimit, .present)]
  )

  package static let directAccessTimeout = ReleaseChange(
    "direct-access-timeout", .unmapped, [.from(2, 6, 0)], [8511],
    "Direct connections time out after 5 seconds, no longer 10; not mapped here."
  )

  package static let switchYesNo = ReleaseChange(
    "switch-yes-no", .sidecar, [.from(2, 7, 0)], [8939],
    "Switches can also be written yes and no.",
    [.set(\.switchWords, .enabledTrueOrYes)]
  )

  package static let nativeSidecar = ReleaseChange(
    "native-sidecar", .sidecar, [.from(2, 7, 0)], [9321],
    "The sidecar can be an init container, where that is switched on: it is looked for there too, and so is its status.",
    [
      .set(\.injection.existingNativeSidecar, .read), .set(\.inbounds.nativeSidecarStatus, .read),
      .set(\.injection.written.nativeSidecars, .offByDefault),
    ]
  )

  package static let ipFamilyMode = ReleaseChange(
    "ip-family-mode", .refusal, [.from(2, 7, 0)], [8939],
    "The IP family mode is written by the injector and read; without it the port 0 for IPv6 means IPv4.",
    [.set(\.transparentProxying.familyMode, .read), .set(\.injection.written.ipv6, .familyMode)]
  )

  package static let nodeLabels = ReleaseChange(
    "node-labels", .refusal, [.from(2, 7, 0)], [9690],
    "Configured labels of the Node become tags, by default its zone and region.",
    [
      .set(\.tags.nodeLabels, .read),
      .append("topology.kubernetes.io/zone", to: \.defaultNodeLabels),
      .append("topology.kubernetes.io/region", to: \.defaultNodeLabels),
    ]
  )

  package static let terminatingNamespace = ReleaseChange(
    "terminating-namespace", .dataplane, [.from(2, 7, 0)], [9133],
    "Pods of a Namespace that is being deleted are left alone; the Namespace is looked up before the reasons to delete.",
    [.set(\.lifecycle.terminatingNamespace, .leftAlone)]
  )

  package static let noPortPlaceholder = ReleaseChange(
    "no-port-placeholder", .lifted, [.from(2, 8, 0)], [9982],
    "A Pod whose Services give no inbound is mapped as one without a Service, where it failed before.",
    [.set(\.inbounds.withoutInbound, .placeholder)]
  )

  package static let selectorlessServices = ReleaseChange(
    "selectorless-services", .service, [.from(2, 8, 0)], [10134],
    "Services without a selector belong to the Pods that their EndpointSlices name; an endpoint that names none crashes the control plane.",
    [.set(\.services.endpointSlices, .read)]
  )

  package static let selectorlessCrash = ReleaseChange(
    "selectorless-crash", .lifted, [.from(2, 8, 2)], [10746, 10763],
    "An endpoint that names no object is passed over.",
    [.set(\.services.endpointWithoutTarget, .isPassedOver)]
  )

  package static let protocolTLS = ReleaseChange(
    "protocol-tls", .selectable, [.from(2, 8, 0)], [10363],
    "The protocol tls is known.",
    [.insert("tls", into: \.inbounds.knownProtocols)]
  )

  package static let nodeLabelsHostname = ReleaseChange(
    "node-labels-hostname", .selectable, [.from(2, 8, 0)], [10243],
    "The hostname is among the labels of the Node that become tags by default.",
    [.append("kubernetes.io/hostname", to: \.defaultNodeLabels)]
  )
}

extension ReleaseHistory {
  /// What changed from 2.0 to 2.8.
  static let lineTwo: [ReleaseChange] = [
    .ownerName, .gatewayOwner, .injectionLabelsOnly, .deleteEvicted, .localhostInboundsGone, .externalName, .sidecarUser,
    .appProtocolKnown, .webhookKubeSystem, .meshNameDots, .ignoredSelectorLabels, .inboundState, .validationOrigin,
    .webhookCatchAll, .defaultZone, .zoneNameLength, .directAccessTimeout,
    .switchYesNo, .nativeSidecar, .ipFamilyMode, .nodeLabels, .terminatingNamespace, .noPortPlaceholder,
    .selectorlessServices, .selectorlessCrash, .protocolTLS, .nodeLabelsHostname,
  ]
}
