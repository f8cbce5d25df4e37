import KubernetesObjects

/// What a Namespace that is not there may be like.
struct AssumedNamespaces {
  /// What is taken for granted: the labels that are set to, or one that asks for injection, so that most shows of its Pods.
  let taken: Namespace
  /// What it may be like besides; nothing where its labels are set.
  let others: [Namespace]
  /// What it may be like that asks for the same in a way that not every release reads, or for which some refuse its Pods, so that it only
  /// matters between releases.
  let otherwiseWritten: [Namespace]

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
      otherwiseWritten = []
      return
    }
    func injected(in mesh: String, annotations: StringMap = [:]) -> Namespace {
      var labels = Self.injected
      labels[KumaKey.mesh] = mesh
      return namespace(labels, annotations: annotations)
    }
    var meshes = Self.otherMeshes(in: mapper.objects.meshes, under: mapper.controlPlane)
    if meshes.isEmpty, completeness.mayLackMeshes { meshes = [Self.unknownMesh] }
    taken = namespace(Self.injected)
    others =
      [namespace([:]), namespace([KumaKey.sidecarInjection: "disabled"])]
      + meshes.map { injected(in: $0, annotations: [KumaKey.mesh: $0]) }
    otherwiseWritten =
      [namespace([:], annotations: Self.injected), namespace([KumaKey.sidecarInjection: "yes"])]
      + (meshes.first.map { [injected(in: $0), namespace(Self.injected, annotations: [KumaKey.mesh: $0])] } ?? [])
  }

  /// The name that stands for that of any mesh which the input does not have.
  private static let unknownMesh = "assumed"

  /// The names of meshes besides `default` that a Namespace may name: one that stands for all that refuse no Dataplane, and one for each
  /// constraints that may refuse some (ADM-6).
  private static func otherMeshes(in meshes: MeshCatalog, under controlPlane: ControlPlane) -> [String] {
    if meshes == .every { return [unknownMesh] }
    let names = meshes.names.filter { !$0.hasSameBytes(as: MeshChoice.defaultMesh.name) }.sorted { $0.precedesInBytes($1) }
    let isRead = controlPlane.rules.admission.constraints == .read
    var seen: Set<MeshConstraints> = []
    return names.filter { name in
      seen.insert(isRead ? meshes.mesh(name)?.constraints ?? MeshConstraints() : MeshConstraints()).inserted
    }
  }
}
