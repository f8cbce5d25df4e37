import KubernetesObjects

extension ControlPlane {
  /// What a Mesh's constraints refuse in the tags of a Dataplane (ADM-6): the first inbound that breaks one, or the gateway.
  func constraintRefusal(of dataplane: Dataplane, among meshes: MeshCatalog) -> DataplaneRefusal? {
    guard rules.admission.constraints == .read, let mesh = meshes.mesh(dataplane.mesh), !mesh.constraints.isEmpty else {
      return nil
    }
    for (index, inbound) in dataplane.networking.inbound.enumerated() {
      if let refusal = mesh.refusal(of: inbound.tags, at: "networking.inbound[\(index)].tags") { return refusal }
    }
    return dataplane.networking.gateway.flatMap { mesh.refusal(of: $0.tags, at: "networking.gateway.tags") }
  }
}

extension ControlPlane {
  /// The tags of some keys that constraints name (ADM-6), entry by entry: where nobody knows what those tags are, each of these may be what
  /// decides whether a Dataplane is refused. Each once, in no order; O(*n*) for *n* tags of constraints.
  func tagsInConstraints(of meshes: MeshCatalog, among keys: [String]) -> Set<StringMap> {
    guard rules.admission.constraints == .read, settings.admission == .asInstalled else { return [] }
    let wanted = Set(keys.map { ExactString($0) })
    return Set(
      meshes.constraints.lazy.flatMap { $0.requirements + $0.restrictions }.compactMap { tags in
        let named = tags.entries.filter { wanted.contains($0.id) && !$0.value.isEmpty }
        if named.isEmpty { return nil }
        return StringMap(
          named.map { .init(key: $0.key, value: $0.value == MeshConstraints.anyValue ? Assumption.labelValue : $0.value) })
      })
  }
}

extension Mesh {
  fileprivate func refusal(of tags: Tags, at path: String) -> DataplaneRefusal? {
    let isAllowed = constraints.requirements.isEmpty || constraints.requirements.contains { tags.meet($0) }
    if !isAllowed { return .unmetRequirements(mesh: ExactString(name), path: ExactString(path), tags: tags.map) }
    let restriction = constraints.restrictions.first { tags.meet($0) }
    return restriction.map { .restricted(mesh: ExactString(name), path: ExactString(path), tags: tags.map, restriction: $0) }
  }
}

extension Tags {
  /// Whether each of some tags is there with its value; `*` stands for any value that is not empty. A tag that is absent is an
  /// empty one.
  fileprivate func meet(_ wanted: StringMap) -> Bool {
    wanted.entries.allSatisfy { entry in
      let value = self[entry.key] ?? ""
      return entry.value == MeshConstraints.anyValue && !value.isEmpty || value.hasSameBytes(as: entry.value)
    }
  }

  /// The tags without where they come from.
  fileprivate var map: StringMap { StringMap(sorted.map { StringMap.Entry(key: $0.key, value: $0.value) }) }
}
