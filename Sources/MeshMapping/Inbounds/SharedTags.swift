import KubernetesObjects

/// What the tags of all inbounds of a Pod have in common.
struct SharedTags {
  /// The labels that become tags.
  let labels: Tags
  /// What the Pod's Node gives.
  let node: NodeTags
  /// The tag of the instance, which inbounds of headless Services have.
  let instance: Tag
  /// Whether the Pod is a gateway whose protocol tag is left out where it is not `tcp`.
  let isGateway: Bool
  /// The labels and what the Node gives, where nothing comes between the two.
  let withoutInstance: Tags
  /// Those and the instance, which not all Pods need.
  private(set) lazy var withInstance = labels.overlaid(with: Tags(inOrder: node.tags).overlaid(with: [instance]))

  init(labels: Tags, node: NodeTags, instance: Tag, isGateway: Bool) {
    self.labels = labels
    self.node = node
    self.instance = instance
    self.isGateway = isGateway
    withoutInstance = labels.overlaid(with: node.tags)
  }
}
