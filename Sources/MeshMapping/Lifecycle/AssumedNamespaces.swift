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
    for mesh in Self.otherMeshes(in: mapper.objects.meshes, under: mapper.controlPlane) {
      var labels = Self.injected
      labels[KumaKey.mesh] = mesh
      others.append(namespace(labels, annotations: [KumaKey.mesh: mesh]))
    }
    self.others = others
  }

  /// The names of meshes besides `default` that a Namespace may name: one that stands for all that refuse no Dataplane, and one for each
  /// constraints that may refuse some (ADM-6).
  private static func otherMeshes(in meshes: MeshCatalog, under controlPlane: ControlPlane) -> [String] {
    if meshes == .every { return ["assumed"] }
    let names = meshes.names.filter { !$0.hasSameBytes(as: MeshChoice.defaultMesh.name) }.sorted { $0.precedesInBytes($1) }
    let isRead = controlPlane.rules.admission.constraints == .read
    var seen: Set<MeshConstraints> = []
    return names.filter { name in
      seen.insert(isRead ? meshes.mesh(name)?.constraints ?? MeshConstraints() : MeshConstraints()).inserted
    }
  }
}
