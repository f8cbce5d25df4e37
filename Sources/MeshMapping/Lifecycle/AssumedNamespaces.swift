import KubernetesObjects

/// What a Namespace that is not there may be like.
struct AssumedNamespaces {
  /// What is taken for granted: the labels that are set to, or one that asks for injection, so that most shows of its Pods.
  let taken: Namespace
  /// What it may be like besides; nothing where its labels are set.
  let others: [Namespace]

  /// Labels that ask for injection.
  static let injected: StringMap = [KumaKey.sidecarInjection: "enabled"]

  /// What the Namespace of a name may be like.
  init(of name: String, _ mapper: NamespaceMapper, _ completeness: Completeness) {
    func namespace(_ labels: StringMap, annotations: StringMap = [:]) -> Namespace {
      Namespace(metadata: ObjectMeta(name: name, labels: labels, annotations: annotations))
    }
    if let labels = completeness.namespaceLabels {
      taken = namespace(labels)
      others = []
      return
    }
    taken = namespace(Self.injected)
    var others = [namespace([:]), namespace([KumaKey.sidecarInjection: "disabled"])]
    if let mesh = Self.anotherMesh(in: mapper.objects.meshes) {
      var labels = Self.injected
      labels[KumaKey.mesh] = mesh
      others.append(namespace(labels, annotations: [KumaKey.mesh: mesh]))
    }
    self.others = others
  }

  /// The name of a mesh besides `default` that a Namespace may name; nil where none exists.
  private static func anotherMesh(in meshes: MeshCatalog) -> String? {
    if meshes == .every { return "assumed" }
    return meshes.names.filter { !$0.hasSameBytes(as: MeshChoice.defaultMesh.name) }.min { $0.precedesInBytes($1) }
  }
}
