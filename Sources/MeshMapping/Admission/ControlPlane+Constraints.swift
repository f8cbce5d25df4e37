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
      return entry.value == "*" && !value.isEmpty || value.hasSameBytes(as: entry.value)
    }
  }

  /// The tags without where they come from.
  fileprivate var map: StringMap { StringMap(sorted.map { StringMap.Entry(key: $0.key, value: $0.value) }) }
}
