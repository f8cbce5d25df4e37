import KubernetesObjects

/// What the tags of all inbounds of a Pod have in common, so that most inbounds only lay what their port gives over it.
struct CommonTags {
  /// The labels that become tags.
  let labels: Tags
  /// What the Pod's Node gives.
  let node: NodeTags
  /// The tag of the instance, which inbounds of headless Services have.
  let instance: KumaTag
  /// Whether the Pod is a gateway whose protocol tag is left out where it is not `tcp`.
  let isGateway: Bool
  /// The labels and what the Node gives, where nothing comes between the two.
  private let withoutInstance: Tags
  /// Those and the instance, which not all Pods need.
  private lazy var withInstance = labels.overlaid(with: Tags(inOrder: node.tags).overlaid(with: [instance]))

  init(labels: Tags, node: NodeTags, instance: KumaTag, isGateway: Bool) {
    self.labels = labels
    self.node = node
    self.instance = instance
    self.isGateway = isGateway
    withoutInstance = labels.overlaid(with: node.tags)
  }

  /// The tags of the inbound of a port.
  ///
  /// - Parameters:
  ///   - port: The port.
  ///   - instanceTag: Whether inbounds of headless Services have the tag of the instance.
  mutating func tags(through port: PreparedPort, instanceTag: Presence) -> Tags {
    let isInstanceAdded = instanceTag == .present && port.isHeadless
    let isProtocolLeftOut = isGateway && !port.protocolTag.value.hasSameBytes(as: AppProtocol.tcp)
    // Where the Node's keys are none that a port can give, it does not matter which of the two lies over the other.
    if !isProtocolLeftOut, node.isApartFromPorts {
      return (isInstanceAdded ? withInstance : withoutInstance).overlaid(with: port.whole)
    }
    return layers(through: port, isInstanceAdded ? instance : nil, isProtocolLeftOut ? nil : port.protocolTag).throughService
  }

  /// The layers of the tags of a port's inbound.
  func layers(through port: PreparedPort, _ instance: KumaTag?, _ protocolTag: KumaTag?) -> TagLayers {
    TagLayers(labels: labels, names: port.names, additions: [instance, protocolTag].compactMap(\.self), node: node.tags)
  }
}
