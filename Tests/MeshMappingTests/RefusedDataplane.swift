import MeshMapping

/// Kuma's validator of Dataplanes as a single predicate, written from its Go source and without anything of the library's own.
enum RefusedDataplane {
  static func isRefused(_ dataplane: Dataplane, by release: KumaRelease) -> Bool {
    let networking = dataplane.networking
    let areTagsOptional = (release.major, release.minor) >= (2, 14)
    let areGatewayTagsOptional = areTagsOptional && release.patch >= 2
    if networking.inbound.isEmpty, networking.gateway == nil, !areTagsOptional { return true }
    if let tags = networking.gateway?.tags {
      if hasBadTag(tags) || (tags["kuma.io/protocol"] ?? "tcp") != "tcp" { return true }
      if tags["kuma.io/service"] == nil, !(areGatewayTagsOptional && tags.sorted.isEmpty) { return true }
    }
    return networking.inbound.contains { inbound in
      let protocols = [inbound.tags["kuma.io/protocol"], inbound.appProtocol.isEmpty ? nil : inbound.appProtocol]
      return hasBadTag(inbound.tags)
        || inbound.tags["kuma.io/service"] == nil && !(areTagsOptional && inbound.tags.sorted.isEmpty)
        || protocols.contains { name in name.map { !knownProtocols(of: release).contains($0.lowercased()) } ?? false }
        || inbound.port < 1 || inbound.port > 65535 || inbound.port == networking.adminPort
    }
  }

  private static func knownProtocols(of release: KumaRelease) -> [String] {
    let line = (release.major, release.minor)
    return ["tcp", "http", "http2", "grpc", "kafka"] + (line >= (2, 8) ? ["tls"] : []) + (line >= (2, 10) ? ["mysql"] : [])
  }

  private static func hasBadTag(_ tags: Tags) -> Bool {
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:"
    return tags.sorted.contains { tag in
      tag.key.isEmpty || tag.value.isEmpty || !tag.key.allSatisfy((letters + "/").contains)
        || !tag.value.allSatisfy(letters.contains)
    }
  }
}
