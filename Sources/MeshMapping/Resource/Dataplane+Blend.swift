import KubernetesObjects

extension Dataplane {
  /// A Dataplane that stands for two which differ in some values: those are patterns, such as `web-*`. Nil where they differ in more.
  /// O(*n*) for *n* labels and tags.
  func blended(with other: Dataplane) -> Dataplane? {
    var blend = self
    blend.metadata = metadata.blended(with: other.metadata)
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

extension ProxyResource {
  /// A resource that stands for two which differ in some values: those are patterns, such as `web-*`. Nil where they differ in more.
  /// O(*n*) for *n* labels and tags.
  func blended(with other: ProxyResource) -> ProxyResource? {
    switch (self, other) {
    case (.dataplane(let mine), .dataplane(let theirs)): return mine.blended(with: theirs).map { .dataplane($0) }
    case (.zoneIngress(var ingress), .zoneIngress(let theirs)):
      ingress.metadata = ingress.metadata.blended(with: theirs.metadata)
      return .zoneIngress(ingress)
    case (.zoneEgress(var egress), .zoneEgress(let theirs)):
      egress.metadata = egress.metadata.blended(with: theirs.metadata)
      return .zoneEgress(egress)
    default: return nil
    }
  }
}

extension Dataplane.Metadata {
  fileprivate func blended(with other: Self) -> Self {
    var blend = self
    blend.name = name.blended(with: other.name)
    blend.labels = labels.blended(with: other.labels)
    blend.annotations = annotations.blended(with: other.annotations)
    if ownerReferences.count == other.ownerReferences.count {
      for (index, owner) in other.ownerReferences.enumerated() {
        blend.ownerReferences[index].name = ownerReferences[index].name.blended(with: owner.name)
      }
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
