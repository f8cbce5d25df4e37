public import KubernetesObjects

extension ControlPlane {
  /// The tags of the inbound that a port of a Service gives a Pod (TAG-1 … TAG-11).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - service: The Service that belongs to the Pod.
  ///   - port: The port of the Service.
  ///   - node: The Pod's Node, where its labels are to be copied.
  public func tags(of pod: Pod, through service: Service, port: ServicePort, node: Node? = nil) -> Tags {
    let labels = Tags(inOrder: labelTags(of: pod, reserved: rules.tags.reservedLabels))
    return tags(labels, of: pod, through: service, port: port, nodeTags: nodeTags(of: node))
  }

  /// The tags of a Pod without a Service (TAG-1, POD-2, POD-3).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - name: What names its service.
  ///   - node: The Pod's Node, where its labels are to be copied.
  public func tags(of pod: Pod, named name: WorkloadName, node: Node? = nil) -> Tags {
    guard areTagsEnabled else { return Tags() }
    let metadata = pod.metadata
    let service = ServiceName(name: name.name, namespace: metadata.effectiveNamespace)
    var added: [Tag] = []
    if rules.tags.kubernetesTags == .added {
      added.append(Tag(key: KumaKey.kubernetesNamespace, value: metadata.effectiveNamespace, origin: .podNamespace))
    }
    if rules.tags.instanceTag == .added {
      added.append(Tag(key: KumaKey.instanceTag, value: metadata.name, origin: .podName))
    }
    added.append(Tag(key: KumaKey.protocolTag, value: AppProtocol.tcp, origin: .defaultValue))
    added.append(Tag(key: KumaKey.serviceTag, value: "\(service)", origin: name.isPodName ? .podName : .owner))
    if !settings.zone.isEmpty { added.append(Tag(key: KumaKey.zoneTag, value: settings.zone, origin: .zoneSetting)) }
    return Tags(inOrder: labelTags(of: pod, reserved: rules.tags.reservedLabelsWithoutService))
      .overlaid(with: Tags(inOrder: added))
      .overlaid(with: nodeTags(of: node))
  }

  /// The tags of a Service's inbound over those that all inbounds of the Pod share.
  func tags(_ labels: Tags, of pod: Pod, through service: Service, port: ServicePort, nodeTags: Tags) -> Tags {
    guard areTagsEnabled else { return Tags() }
    let name = ServiceName(of: service, port: port)
    var first: [Tag] = []
    var last: [Tag] = []
    if rules.tags.kubernetesTags == .added {
      first.append(Tag(key: KumaKey.kubernetesNamespace, value: pod.metadata.effectiveNamespace, origin: .podNamespace))
      first.append(Tag(key: KumaKey.kubernetesService, value: service.metadata.name, origin: .service))
      first.append(Tag(key: KumaKey.kubernetesServicePort, value: "\(port.port)", origin: .servicePort))
    }
    first.append(Tag(key: KumaKey.serviceTag, value: "\(name)", origin: .service))
    if !settings.zone.isEmpty { first.append(Tag(key: KumaKey.zoneTag, value: settings.zone, origin: .zoneSetting)) }
    if rules.tags.instanceTag == .added, service.isHeadless {
      last.append(Tag(key: KumaKey.instanceTag, value: pod.metadata.name, origin: .podName))
    }
    let appProtocol = appProtocol(of: service, port: port)
    if isProtocolTagKept(appProtocol.value, of: pod) {
      last.append(Tag(key: KumaKey.protocolTag, value: appProtocol.value, origin: appProtocol.origin))
    }
    // Node labels lie over the names and the zone, but under the protocol and the instance (release history, section 18).
    return labels.overlaid(with: Tags(inOrder: first)).overlaid(with: nodeTags).overlaid(with: Tags(inOrder: last))
  }

  /// The Pod's labels that become tags, in order (TAG-1, TAG-2, TAG-3).
  func labelTags(of pod: Pod, reserved: TagRules.ReservedLabels) -> [Tag] {
    var tags: [Tag] = []
    tags.reserveCapacity(pod.metadata.labels.entries.count)
    for label in pod.metadata.labels.entries where !label.value.isEmpty {
      if reserved == .dropped, ReservedKey.isReserved(label.key) { continue }
      tags.append(Tag(key: label.key, value: label.value, origin: .podLabel))
    }
    return tags
  }

  /// The configured labels of a Node as tags (TAG-10). A label that the Node does not have gives none.
  func nodeTags(of node: Node?) -> Tags {
    guard rules.tags.nodeLabels != .notRead, let node else { return Tags() }
    return Tags(
      nodeLabels.compactMap { key in
        node.metadata.labels[key].map { Tag(key: key, value: $0, origin: .nodeLabel) }
      }
    )
  }

  /// The labels of Nodes that are copied: those that are set, or the release's own (TAG-10).
  var nodeLabels: [String] {
    settings.nodeLabels ?? rules.defaultNodeLabels
  }

  /// Whether inbounds have tags (TAG-11).
  var areTagsEnabled: Bool {
    rules.tags.inboundTagsSetting == .notKnown || settings.inboundTags == .enabled
  }

  private func isProtocolTagKept(_ value: String, of pod: Pod) -> Bool {
    guard rules.tags.gatewayProtocol == .leftOutUnlessTCP, let gateway = pod.metadata.annotations[KumaKey.gateway] else {
      return true
    }
    return rules.switchWords.reading(of: gateway) != .on || value.hasSameBytes(as: AppProtocol.tcp)
  }
}
