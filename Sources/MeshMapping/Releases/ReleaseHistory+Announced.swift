extension ReleaseChange {
  package static let inboundTagsGone = ReleaseChange(
    "inbound-tags-gone", .everywhere, [.from(3, 0, 0)], [17714, 17867],
    "Inbounds have no tags, so no kuma.io/service and no kuma.io/instance, and nor has a gateway; the labels of the Node are labels of the Dataplane.",
    [.set(\.tags.inboundTags, .absent)]
  )

  package static let deduplicationEverywhere = ReleaseChange(
    "deduplication-everywhere", .service, [.from(3, 0, 0)], [17714],
    "In every mesh, of several inbounds of one port the one with the best state stays.",
    [.set(\.inbounds.merging, .mergedEverywhere), .set(\.inbounds.survivor, .readiest)]
  )

  package static let gatewayBuiltinGone = ReleaseChange(
    "gateway-builtin-gone", .dataplane, [.from(3, 0, 0)], [17383, 17478],
    "Pods annotated as builtin gateway get none.",
    [.set(\.gateway.builtin, .notRead)]
  )

  package static let zoneProxiesGone = ReleaseChange(
    "zone-proxies-gone", .dataplane, [.from(3, 0, 0)], [17883, 17900],
    "Pods annotated kuma.io/ingress or kuma.io/egress are Pods like others: there are no ZoneIngresses and ZoneEgresses.",
    [.set(\.lifecycle.zoneIngress, .notRead), .set(\.lifecycle.zoneEgress, .notRead)]
  )

  package static let listenersEverywhere = ReleaseChange(
    "listeners-everywhere", .field, [.from(3, 0, 0)], [17449],
    "Services of zone proxies give listeners in every mesh, however it uses MeshServices.",
    [.set(\.inbounds.zoneProxyServices, .listenersEverywhere)]
  )

  package static let meshServicesModeGone = ReleaseChange(
    "mesh-services-mode-gone", .unmapped, [.from(3, 0, 0)], [17102, 17457, 17476],
    "Every mesh uses MeshServices exclusively; what depends on the mode has rows of its own."
  )

  package static let meshAnnotationGone = ReleaseChange(
    "mesh-annotation-gone", .identity, [.from(3, 0, 0)], [17547],
    "The mesh is read as a label only, of the Pod and of the Namespace.",
    [.set(\.mesh.annotations, .notRead)]
  )

  package static let constraintsGone = ReleaseChange(
    "constraints-gone", .lifted, [.from(3, 0, 0)], [17710],
    "A Mesh has no constraints: Dataplanes of any labels are let in.",
    [.set(\.admission.constraints, .notRead)]
  )

  package static let proxyingFieldsGone = ReleaseChange(
    "proxying-fields-gone", .field, [.from(3, 0, 0)], [17821],
    "The lists of direct access and of reachable backends are always read, and nothing else of transparent proxying: Dataplanes have no redirect ports and no IP family mode.",
    [.set(\.transparentProxying.activation, .listsAlone)]
  )

  package static let reachableServicesGone = ReleaseChange(
    "reachable-services-gone", .access, [.from(3, 0, 0)], [17615],
    "The reachable services are not read, so that every service is reachable where no backends are listed.",
    [.set(\.transparentProxying.reachableServices, .notRead)]
  )

  package static let directAccessByLabel = ReleaseChange(
    "direct-access-by-label", .access, [.from(3, 0, 0)], [17771],
    "A name in the direct access matches Dataplanes by their label kuma.io/service, no longer inbounds by their tag.",
    [.set(\.transparentProxying.directAccessKey, .label)]
  )

  package static let outboundsSettingGone = ReleaseChange(
    "outbounds-setting-gone", .field, [.from(3, 0, 0)], [17386, 17904],
    "The control plane can no longer be set to write outbounds into Dataplanes.",
    [.set(\.outbounds.writing, .never)]
  )

  package static let metricsGone = ReleaseChange(
    "metrics-gone", .field, [.from(3, 0, 0)], [17607, 17873],
    "Dataplanes have no metrics, and the annotations of metrics are not read.",
    [.set(\.sections.metrics, .notRead)]
  )

  package static let protocolKafkaGone = ReleaseChange(
    "protocol-kafka-gone", .field, [.from(3, 0, 0)], [17831],
    "The protocol kafka is not known.",
    [.remove("kafka", from: \.inbounds.knownProtocols)]
  )
}

extension ReleaseHistory {
  /// What the next release will change of Dataplanes, as far as it is known: the development branch as of 21 August 2026.
  static let announced: [ReleaseChange] = [
    .inboundTagsGone, .deduplicationEverywhere, .gatewayBuiltinGone, .zoneProxiesGone, .listenersEverywhere,
    .meshServicesModeGone, .meshAnnotationGone, .constraintsGone, .proxyingFieldsGone, .reachableServicesGone,
    .directAccessByLabel, .outboundsSettingGone, .metricsGone, .protocolKafkaGone,
  ]
}
