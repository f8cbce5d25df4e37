import KubernetesObjects

extension Dataplane {
  /// A Dataplane that stands for two which differ in some values: those are patterns, such as `web-*`. Nil where they differ in more.
  /// O(*n*) for *n* labels and tags.
  func blended(with other: Dataplane) -> Dataplane? {
    var blend = self
    blend.metadata.name = metadata.name.blended(with: other.metadata.name)
    blend.metadata.labels = metadata.labels.blended(with: other.metadata.labels)
    blend.metadata.annotations = metadata.annotations.blended(with: other.metadata.annotations)
    if metadata.ownerReferences.count == other.metadata.ownerReferences.count {
      for index in metadata.ownerReferences.indices {
        blend.metadata.ownerReferences[index].name = metadata.ownerReferences[index].name
          .blended(with: other.metadata.ownerReferences[index].name)
      }
    }
    guard networking.inbound.map(\.port) == other.networking.inbound.map(\.port) else { return nil }
    for index in networking.inbound.indices {
      blend.networking.inbound[index].tags = networking.inbound[index].tags
        .blended(with: other.networking.inbound[index].tags)
    }
    if let gateway = networking.gateway, let counterpart = other.networking.gateway {
      blend.networking.gateway?.tags = gateway.tags.blended(with: counterpart.tags)
    }
    return blend
  }
}

extension Tags {
  fileprivate func blended(with other: Tags) -> Tags {
    if self == other { return self }
    return Tags(
      map { tag in
        KumaTag(key: tag.key, value: other[tag.key].map(tag.value.blended) ?? "*", origin: tag.origin)
      } + other.filter { self[$0.key] == nil }.map { KumaTag(key: $0.key, value: "*", origin: $0.origin) })
  }
}

extension StringMap {
  fileprivate func blended(with other: StringMap) -> StringMap {
    if self == other { return self }
    var blend = self
    for entry in other.entries { blend[entry.key] = self[entry.key].map(entry.value.blended) ?? "*" }
    for entry in entries where other[entry.key] == nil { blend[entry.key] = "*" }
    return blend
  }
}

extension String {
  /// What two strings have in common at their beginnings and ends, and `*` between.
  fileprivate func blended(with other: String) -> String {
    if hasSameBytes(as: other) { return self }
    let beginning = zip(utf8, other.utf8).prefix { $0 == $1 }.map(\.0)
    let rest = (utf8.dropFirst(beginning.count), other.utf8.dropFirst(beginning.count))
    let ending = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.map(\.0).reversed()
    return "\(String(decoding: beginning, as: UTF8.self))*\(String(decoding: Array(ending), as: UTF8.self))"
  }
}
