import KubernetesObjects

/// The objects of a cluster that are in no namespace and matter to the Pods of all.
struct ClusterScopedObjects: Sendable {
  /// The Nodes by name.
  private(set) var nodes: [ExactString: PreparedNode] = [:]
  /// The meshes that exist.
  var meshes = MeshCatalog.every
  /// The ContainerPatches that exist.
  var containerPatches = ContainerPatchCatalog.unknown
  /// The outbounds that meshes give their Pods.
  var outbounds = OutboundIndex()

  /// A Node with what a control plane makes of it for all Pods on it.
  struct PreparedNode: Sendable {
    let node: Node
    let tags: NodeTags
  }

  /// Whether there is any Node.
  var hasNodes: Bool { !nodes.isEmpty }

  /// The Node of a name.
  func node(_ name: String) -> Node? {
    nodes[ExactString(name)]?.node
  }

  /// The first Node by name; nil where there is none. O(*n*).
  var firstNode: Node? {
    nodes.keys.min { $0.string.precedesInBytes($1.string) }.flatMap { nodes[$0]?.node }
  }

  /// Adds a Node, or replaces the one of its name.
  mutating func insert(_ node: Node, under controlPlane: ControlPlane) {
    nodes[ExactString(node.metadata.name)] = PreparedNode(node: node, tags: controlPlane.nodeTags(of: node))
  }

  /// Removes the Node of a name.
  mutating func removeNode(_ name: String) {
    nodes[ExactString(name)] = nil
  }

  /// The same objects, what is prepared under one control plane being prepared under another.
  func prepared(under controlPlane: ControlPlane) -> ClusterScopedObjects {
    var objects = self
    objects.nodes = nodes.mapValues { PreparedNode(node: $0.node, tags: controlPlane.nodeTags(of: $0.node)) }
    return objects
  }

  /// Adds the objects of another part of the same cluster under the same control plane; of what both have, the other's holds.
  mutating func merge(_ other: ClusterScopedObjects) {
    nodes.merge(other.nodes) { $1 }
    meshes.merge(other.meshes)
    containerPatches.merge(other.containerPatches)
    outbounds.merge(other.outbounds)
  }
}
