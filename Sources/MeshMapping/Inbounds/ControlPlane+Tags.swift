public import KubernetesObjects

extension ControlPlane {
  /// The tags of the inbound that a port of a Service gives a Pod (TAG-1 … TAG-13).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - service: The Service that belongs to the Pod.
  ///   - port: The port of the Service.
  ///   - node: The Pod's Node, where its labels are to be copied.
  public func tags(of pod: Pod, through service: Service, port: ServicePort, node: Node? = nil) -> Tags {
    let namespace = pod.metadata.effectiveNamespace
    let prepared = PreparedPort(port, of: service, podNamespace: namespace, under: self)
    var shared = sharedTags(of: PreparedPod(pod, under: self), nodeTags: nodeTags(of: node))
    return tags(of: &shared, through: prepared)
  }

  /// The tags of a Pod without a Service (TAG-1, POD-2, POD-3).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - name: What names its service.
  ///   - node: The Pod's Node, where its labels are to be copied.
  public func tags(of pod: Pod, named name: WorkloadName, node: Node? = nil) -> Tags {
    tags(of: pod, named: name, nodeTags: nodeTags(of: node))
  }

  /// The tags of a Pod without a Service, those of its Node worked out.
  func tags(of pod: Pod, named name: WorkloadName, nodeTags: NodeTags) -> Tags {
    guard areTagsEnabled else { return Tags() }
    let metadata = pod.metadata
    let service = ServiceName(name: name.name, namespace: metadata.effectiveNamespace)
    var added: [Tag] = []
    if rules.tags.kubernetesTags == .present {
      added.append(Tag(key: KumaKey.kubernetesNamespace, value: metadata.effectiveNamespace, origin: .podNamespace))
    }
    if rules.tags.instanceTag == .present {
      added.append(Tag(key: KumaKey.instanceTag, value: metadata.name, origin: .podName))
    }
    added.append(Tag(key: KumaKey.protocolTag, value: AppProtocol.tcp, origin: .defaultValue))
    added.append(Tag(key: KumaKey.serviceTag, value: "\(service)", origin: name.isPodName ? .podName : .owner))
    if !settings.zone.isEmpty { added.append(Tag(key: KumaKey.zoneTag, value: settings.zone, origin: .zoneSetting)) }
    // Here, unlike with a Service, node labels lie over everything (TAG-10).
    return metadata.labels.tags(reserved: rules.tags.reservedLabelsWithoutService)
      .overlaid(with: added).overlaid(with: nodeTags.tags)
  }

  /// What the tags of all inbounds of a Pod have in common, worked out once.
  func sharedTags(of prepared: PreparedPod, nodeTags: NodeTags) -> SharedTags {
    SharedTags(
      labels: prepared.labelTags(reserved: rules.tags.reservedLabels),
      node: nodeTags,
      instance: Tag(key: KumaKey.instanceTag, value: prepared.pod.metadata.name, origin: .podName),
      isGateway: isGatewayByAnnotation(prepared.pod)
    )
  }

  /// The tags of a Service's inbound: those of the port over those that all inbounds of the Pod share.
  func tags(of shared: inout SharedTags, through port: PreparedPort) -> Tags {
    guard areTagsEnabled else { return Tags() }
    let isInstanceAdded = rules.tags.instanceTag == .present && port.isHeadless
    let isProtocolLeftOut = shared.isGateway && !port.protocolTag.value.hasSameBytes(as: AppProtocol.tcp)
    if !isProtocolLeftOut, shared.node.isApartFromPorts {
      if isInstanceAdded { return shared.withInstance.overlaid(with: port.whole) }
      return shared.withoutInstance.overlaid(with: port.whole)
    }
    let last = [isInstanceAdded ? shared.instance : nil, isProtocolLeftOut ? nil : port.protocolTag].compactMap(\.self)
    // Node labels lie over the names and the zone, but under the protocol and the instance (TAG-10).
    return shared.labels.overlaid(with: port.names).overlaid(with: shared.node.tags).overlaid(with: last)
  }

  /// The configured labels of a Node as tags (TAG-10). A label that the Node does not have gives none.
  func nodeTags(of node: Node?) -> NodeTags {
    guard rules.tags.nodeLabels == .read, let node else { return .none }
    let tags = nodeLabels.compactMap { key in
      node.metadata.labels[key].map { Tag(key: key, value: $0, origin: .nodeLabel) }
    }
    return NodeTags(Tags(tags).sorted)
  }

  /// The labels of Nodes that are copied: those that are set, or the release's own (TAG-10).
  var nodeLabels: [String] {
    settings.nodeLabels ?? rules.defaultNodeLabels
  }

  /// Whether inbounds have tags (TAG-11).
  var areTagsEnabled: Bool {
    rules.tags.inboundTagsSetting == .notRead || settings.inboundTags == .enabled
  }

  /// Whether the Pod is annotated to be a gateway in the way that leaves the protocol tag out (GW-3).
  private func isGatewayByAnnotation(_ pod: Pod) -> Bool {
    guard rules.tags.gatewayProtocol == .leftOutUnlessTCP, let gateway = pod.metadata.annotations[KumaKey.gateway] else {
      return false
    }
    return rules.switchWords.reading(of: gateway) == .on
  }
}
