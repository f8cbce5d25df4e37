import KubernetesObjects

extension KubernetesVersion {
  /// The newest version that a kubelet of some objects' Nodes has: the cluster runs that one or a newer one. Nil where no Node says
  /// one that can be read. O(*n*) for *n* objects.
  public init?(ofNodesAmong objects: some Sequence<ClusterObject>) {
    let versions = objects.lazy.compactMap { object -> KubernetesVersion? in
      guard case .kubernetes(.node(let node)) = object else { return nil }
      return KubernetesVersion(node.kubeletVersion)
    }
    guard let newest = versions.max() else { return nil }
    self = newest
  }
}
