package import KubernetesObjects

extension Cluster {
  /// All Namespaces, sorted by name. O(*n* log *n*).
  package var everyNamespace: [Namespace] {
    namespaces.values.compactMap(\.namespace).sorted { $0.metadata.name.precedesInBytes($1.metadata.name) }
  }

  /// All Services, sorted by namespace and name. O(*n* log *n*).
  package var everyService: [Service] {
    namespaces.values.flatMap(\.services.all).sorted { ObjectName(of: $0.metadata) < ObjectName(of: $1.metadata) }
  }

  /// The Meshes that are known, sorted by name. O(*n* log *n*).
  package var knownMeshes: [Mesh] {
    clusterScoped.meshes.names.sorted { $0.precedesInBytes($1) }.compactMap { clusterScoped.meshes[$0] }
  }
}
