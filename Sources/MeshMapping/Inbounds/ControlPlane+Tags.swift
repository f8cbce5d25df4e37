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
    var common = commonTags(of: PreparedPod(pod, under: self), nodeTags: nodeTags(of: node))
    return tags(of: &common, through: prepared)
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
    var names: [KumaTag] = []
    if rules.tags.kubernetesTags == .present {
      names.append(KumaTag(key: KumaKey.kubernetesNamespace, value: metadata.effectiveNamespace, origin: .podNamespace))
    }
    names.append(KumaTag(key: KumaKey.serviceTag, value: "\(service)", origin: name.isPodName ? .podName : .owner))
    if !zone.isEmpty { names.append(KumaTag(key: KumaKey.zoneTag, value: zone, origin: .zoneSetting)) }
    var additions = [KumaTag(key: KumaKey.protocolTag, value: AppProtocol.tcp, origin: .defaultValue)]
    if rules.tags.instanceTag == .present {
      additions.insert(KumaTag(key: KumaKey.instanceTag, value: metadata.name, origin: .podName), at: 0)
    }
    let labels = metadata.labels.tags(reserved: rules.tags.reservedLabelsWithoutService)
    return TagLayers(labels: labels, names: names, additions: additions, node: nodeTags.tags).withoutService
  }

  /// What the tags of all inbounds of a Pod have in common, worked out once.
  func commonTags(of prepared: PreparedPod, nodeTags: NodeTags) -> CommonTags {
    CommonTags(
      labels: prepared.labelTags,
      node: nodeTags,
      instance: KumaTag(key: KumaKey.instanceTag, value: prepared.pod.metadata.name, origin: .podName),
      isGateway: isGatewayByAnnotation(prepared.pod)
    )
  }

  /// The tags of a Service's inbound (TAG-1 … TAG-13).
  func tags(of common: inout CommonTags, through port: PreparedPort) -> Tags {
    areTagsEnabled ? common.tags(through: port, instanceTag: rules.tags.instanceTag) : Tags()
  }

  /// The configured labels of a Node as tags (TAG-10). A label that the Node does not have gives none.
  func nodeTags(of node: Node?) -> NodeTags {
    guard rules.tags.nodeLabels == .read, let node else { return .none }
    let tags = nodeLabels.compactMap { key in
      node.metadata.labels[key].map { KumaTag(key: key, value: $0, origin: .nodeLabel) }
    }
    return NodeTags(Tags(tags).sorted)
  }

  /// The labels of Nodes that are copied: those that are set, or the release's own (TAG-10).
  package var nodeLabels: [String] {
    settings.nodeLabels ?? rules.defaultNodeLabels
  }

  /// Whether inbounds have tags (TAG-11).
  package var areTagsEnabled: Bool {
    guard rules.tags.inboundTags == .present else { return false }
    return rules.tags.inboundTagsSetting == .notRead || settings.inboundTags == .enabled
  }

  /// Whether the Pod is annotated to be a gateway in the way that leaves the protocol tag out (GW-3).
  private func isGatewayByAnnotation(_ pod: Pod) -> Bool {
    guard rules.tags.gatewayProtocol == .leftOutUnlessTCP, let gateway = pod.metadata.annotations[KumaKey.gateway] else {
      return false
    }
    return rules.switchWords.setting(of: gateway) == .on
  }
}
