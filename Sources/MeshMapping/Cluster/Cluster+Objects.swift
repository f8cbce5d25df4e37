public import KubernetesObjects

extension Cluster {
  /// The names of all Pods, sorted by namespace and name. O(*n* log *n*).
  public var podNames: [ObjectName] {
    namespaces.keys.sorted { $0.string.precedesInBytes($1.string) }.flatMap { namespace in
      (namespaces[namespace]?.pods.names ?? []).sorted { $0.precedesInBytes($1) }
        .map { ObjectName(namespace: namespace.string, name: $0) }
    }
  }

  /// The Pod of a name.
  public func pod(_ name: ObjectName) -> Pod? {
    namespaces[ExactString(name.namespace)]?.pods[name.name]?.pod
  }

  /// The Namespace of a name.
  public func namespace(_ name: String) -> Namespace? {
    namespaces[ExactString(name)]?.namespace
  }

  /// The Service of a name.
  public func service(_ name: ObjectName) -> Service? {
    namespaces[ExactString(name.namespace)]?.services[name.name]
  }

  /// The Node of a name.
  public func node(_ name: String) -> Node? {
    clusterScoped.node(name)
  }

  /// The meshes that exist.
  public var meshes: MeshCatalog { clusterScoped.meshes }

  /// The ContainerPatches that exist, sorted by namespace and name. O(*n* log *n*).
  public var containerPatches: [ContainerPatch] { clusterScoped.containerPatches.known.sorted { $0.name < $1.name } }

  /// The ContainerPatch of a name.
  public func containerPatch(_ name: ObjectName) -> ContainerPatch? { clusterScoped.containerPatches[name] }

  /// What names the objects of kinds that nothing reads, in no order; those without a name are left out.
  package var unsupportedReferences: some Sequence<ObjectReference> { unsupportedObjects.named }

  /// What else Kuma reads, such as policies, sorted by namespace, kind and name. O(*n* log *n*).
  public var resources: [MeshResource] {
    resourcesByReference.values.sorted { $0.reference < $1.reference }
  }

  /// What else Kuma reads, by its reference; the namespace is empty if none is written.
  public func resource(_ reference: ObjectReference) -> MeshResource? { resourcesByReference[reference] }

  /// Who selects what, among everything else that Kuma reads. O(*n* log *n*): ask once and keep it.
  public var policySelections: PolicySelections { PolicySelections(of: resources) }

  /// The Dataplane of a name that exists.
  public func existingDataplane(_ name: ObjectName) -> Dataplane? {
    namespaces[ExactString(name.namespace)]?.dataplanes[ExactString(name.name)]
  }

  /// The Dataplanes that exist, sorted by namespace and name. O(*n* log *n*).
  public var existingDataplanes: [Dataplane] {
    namespaces.values.flatMap(\.dataplanes.values).sorted { $0.objectName < $1.objectName }
  }

  /// The ZoneIngresses and ZoneEgresses that exist, sorted by namespace and name, of one name the ZoneIngress first. O(*n* log *n*).
  public var existingZoneProxies: [ProxyResource] {
    namespaces.values
      .flatMap {
        $0.zoneIngresses.values.map(ProxyResource.zoneIngress) + $0.zoneEgresses.values.map(ProxyResource.zoneEgress)
      }
      .sorted { left, right in
        left.objectName == right.objectName ? right.kind.precedesInBytes(left.kind) : left.objectName < right.objectName
      }
  }

  /// A namespace with the way that its Pods go; an empty one where there is nothing in it.
  func view(of namespace: String) -> NamespaceView {
    view(of: namespaces[ExactString(namespace)] ?? NamespaceObjects(under: controlPlane))
  }

  /// What is in a namespace with the way that its Pods go.
  func view(of objects: NamespaceObjects) -> NamespaceView {
    NamespaceView(of: objects, and: clusterScopedAsStated, under: controlPlane, without: unreadable)
  }
}

extension Dataplane {
  /// The namespace and name.
  public var objectName: ObjectName { ObjectName(namespace: metadata.namespace, name: metadata.name) }
}
