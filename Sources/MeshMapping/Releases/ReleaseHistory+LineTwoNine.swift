extension ReleaseHistory {
  /// What changed from 2.9 on.
  static let lineTwoNine: [ReleaseChange] = [
    ReleaseChange(
      "mesh-label", [.from(2, 9, 0)], [11690],
      "The mesh is read as a label first, of the Pod and of the Namespace, and the injector writes it as one.",
      [.meshLabels(.read), .writtenMesh(.label)]
    ),
    ReleaseChange(
      "inbound-name", [.from(2, 9, 0)], [10638],
      "Inbounds have the name of the Service's port.",
      [.inboundName(.added)]
    ),
    ReleaseChange(
      "no-v6-port", [.from(2, 9, 0)], [10906],
      "The port for IPv6 is not read; without an IP family mode it is dual stack.",
      [.portV6(.notRead)]
    ),
    ReleaseChange(
      "ip-family-mode-kept", [.from(2, 9, 0)], [10905],
      "The injector keeps the IP family mode that the Pod has.",
      [.ownFamilyMode(.kept)]
    ),
    ReleaseChange(
      "reachable-backends", [.from(2, 9, 0)], [10869],
      "The reachable backends are read.",
      [.reachableBackends(.read)]
    ),
    ReleaseChange(
      "unchanged-left-alone", [.from(2, 9, 0)], [11758],
      "A Dataplane that would not change is not written again; its contents are the same."
    ),
    ReleaseChange(
      "inbound-name-container", [.from(2, 10, 0)], [12783],
      "Inbounds have the name of the container's port, no longer that of the Service's.",
      [.inboundNameSource(.containerPort)]
    ),
    ReleaseChange(
      "dataplane-labels", [.from(2, 10, 0)], [12453, 12589],
      "Dataplanes have the labels of their Pods, and others of their own.",
      [.computedLabels(.added)]
    ),
    ReleaseChange(
      "protocol-mysql", [.from(2, 10, 0)], [12839],
      "The protocol mysql is known.",
      [.addedProtocol("mysql")]
    ),
    ReleaseChange(
      "mesh-required", [.from(2, 11, 0)], [12760],
      "A Pod whose mesh does not exist gets no Dataplane.",
      [.meshExistence(.required)]
    ),
    ReleaseChange(
      "webhook-namespace-label", [.from(2, 11, 0)], [13378, 13466],
      "Pods labelled enabled are injected only where their Namespace has the label too, and never in the control plane's.",
      [.podLabelWebhook(.needsLabelledNamespace)]
    ),
    ReleaseChange(
      "deduplication", [.from(2, 11, 0)], [12760],
      "In a mesh that uses MeshServices exclusively, of several inbounds of one port the first stays.",
      [.merging(.merged)]
    ),
    ReleaseChange(
      "ip-family-mode-error-text", [.from(2, 11, 0)], [13491],
      "The error for an IP family mode that is not known names it, where it named DualStack before."
    ),
    ReleaseChange(
      "direct-access-listeners", [.from(2, 11, 0)], [13409],
      "Listeners for direct access need a transparent proxy that is switched on, no longer both redirect ports; not mapped here."
    ),
    ReleaseChange(
      "deduplication-by-state", [.backport(2, 13, 10)], [17395],
      "Inbounds of one port are merged only where their states are the same too.",
      [.mergingKey(.portAndState)]
    ),
    ReleaseChange(
      "proxy-configuration", [.from(2, 11, 0)], [13491],
      "The lists of services are also read where a transparent proxy configuration is annotated; what is empty is left out.",
      [
        .proxyingGate(.annotationOrConfiguration), .emptyFamilyMode(.leftOut), .emptySection(.leftOut),
        .familyModeOrder(.afterOutboundPort),
      ]
    ),
    ReleaseChange(
      "service-account-label", [.from(2, 12, 0)], [14151],
      "Dataplanes have the service account as a label.",
      [.serviceAccountLabel(.added)]
    ),
    ReleaseChange(
      "workload-label", [.from(2, 13, 0)], [14928, 14906],
      "Dataplanes have the workload as a label.",
      [.workloadLabel(.added)]
    ),
    ReleaseChange(
      "mesh-tolerated", [.from(2, 14, 0)], [16758],
      "A zone proxy is injected although its mesh does not exist, where the mesh is written down.",
      [.missingMesh(.refusedUnlessZoneProxy)]
    ),
    ReleaseChange(
      "webhook-zone-proxy", [.from(2, 14, 0)], [15748],
      "In the control plane's namespace zone proxies with a mesh are injected.",
      [.zoneProxyWebhook(.added)]
    ),
    ReleaseChange(
      "inbound-tags-disabled", [.from(2, 14, 0)], [15441, 15676],
      "The control plane can be set to leave the tags of inbounds out.",
      [.inboundTagsSetting(.obeyed)]
    ),
    ReleaseChange(
      "inbound-protocol", [.from(2, 14, 0)], [15445],
      "Inbounds have the protocol as a field.",
      [.protocolField(.added)]
    ),
    ReleaseChange(
      "zone-proxy-listeners", [.from(2, 14, 0)], [15843, 16014, 16574],
      "Services of zone proxies give no inbounds but, where the mesh uses MeshServices exclusively, listeners.",
      [.zoneProxyServices(.listeners), .listenerLabels(.added)]
    ),
    ReleaseChange(
      "validation-relaxed", [.from(2, 14, 0)], [15685, 15458],
      "A Dataplane may have no inbound, and an inbound no tags.",
      [.neededService(.withTags)]
    ),
    ReleaseChange(
      "deduplication-without-tags", [.from(2, 14, 1)], [17197, 17220],
      "Inbounds of one port are merged only where inbounds have no tags.",
      [.taggedMerging(.kept)]
    ),
    ReleaseChange(
      "validation-gateway", [.from(2, 14, 2)], [17611],
      "A gateway may have no tags.",
      [.neededGatewayService(.withTags)]
    ),
    ReleaseChange(
      "node-labels-as-labels", [.from(2, 14, 2)], [17480, 17569],
      "Where inbounds have no tags, the labels of the Node become labels of the Dataplane, where they were lost before.",
      [.nodeLabelsAsLabels(.added)]
    ),
  ]
}
