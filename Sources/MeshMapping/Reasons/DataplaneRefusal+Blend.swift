import KubernetesObjects

extension DataplaneRefusal {
  /// A refusal that stands for two which differ in some values: those are patterns, such as `web-*`. Nil where they are not of one kind.
  func blended(with other: DataplaneRefusal) -> DataplaneRefusal? {
    switch (self, other) {
    case (.invalid(let problems), .invalid(let counterparts)):
      guard problems.count == counterparts.count else { return nil }
      let blends = zip(problems, counterparts).compactMap { $0.blended(with: $1) }
      return blends.count == problems.count ? .invalid(blends) : nil
    case (
      .unmetRequirements(let mesh, let path, let tags),
      .unmetRequirements(let otherMesh, let otherPath, let counterparts)
    ) where mesh == otherMesh && path == otherPath:
      return .unmetRequirements(mesh: mesh, path: path, tags: tags.blended(with: counterparts))
    case (
      .restricted(let mesh, let path, let tags, let restriction),
      .restricted(let otherMesh, let otherPath, let counterparts, let other)
    ) where mesh == otherMesh && path == otherPath:
      return .restricted(
        mesh: mesh, path: path, tags: tags.blended(with: counterparts), restriction: restriction.blended(with: other))
    case (.invalidLabel(let key, let value), .invalidLabel(let otherKey, let counterpart)) where key == otherKey:
      return .invalidLabel(key: key, value: value.blended(with: counterpart))
    default: return nil
    }
  }
}
