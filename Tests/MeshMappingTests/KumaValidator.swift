import KubernetesObjects
import MeshMapping

/// Kuma's validator of Dataplanes once more, written from its Go source and without anything of the library's own.
enum KumaValidator {
  /// The statements that a Dataplane breaks, where a release refuses it.
  static func brokenStatements(of dataplane: Dataplane, by release: KumaRelease) -> Set<Statement> {
    let networking = dataplane.networking
    let version = (release.major, release.minor, release.patch)
    let known =
      ["tcp", "http", "http2", "grpc"] + (version < (3, 0, 0) ? ["kafka"] : []) + (version >= (2, 8, 0) ? ["tls"] : [])
      + (version >= (2, 10, 0) ? ["mysql"] : [])
    var broken: Set<Statement> = []
    if let origin = dataplane.metadata.labels["kuma.io/origin"], version >= (2, 6, 0), !["global", "zone"].contains(origin) {
      broken.insert(.validOrigin)
    }
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789-_" + (version >= (2, 5, 0) ? "." : "")
    if dataplane.mesh.isEmpty || !dataplane.mesh.allSatisfy(letters.contains) { broken.insert(.validMeshName) }
    if networking.inbound.isEmpty, networking.gateway == nil, version < (2, 14, 0) { broken.insert(.validService) }
    for inbound in networking.inbound {
      if version < (3, 0, 0) {
        broken.formUnion(brokenStatements(of: inbound.tags, isServiceOptional: version >= (2, 14, 0)))
      }
      for name in [inbound.tags["kuma.io/protocol"] ?? "", inbound.appProtocol] where !name.isEmpty {
        if !known.contains(name.lowercased()) { broken.insert(.validProtocol) }
      }
      if inbound.port < 1 || inbound.port > 65535 { broken.insert(.validPort) }
      // Until 1.7 inbounds were taken to listen on the host itself, as the administration does.
      if inbound.port == networking.adminPort, version < (1, 8, 0) { broken.insert(.validAdminPort) }
    }
    if let tags = networking.gateway?.tags {
      broken.formUnion(brokenStatements(of: tags, isServiceOptional: version >= (2, 14, 2)))
      if let name = tags["kuma.io/protocol"], name != "tcp" { broken.insert(.validGateway) }
    }
    return broken
  }

  private static func brokenStatements(of tags: Tags, isServiceOptional: Bool) -> Set<Statement> {
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:"
    var broken: Set<Statement> = []
    for tag in tags.sorted {
      if tag.key.isEmpty || !tag.key.allSatisfy((letters + "/").contains) { broken.insert(.validTagNames) }
      if tag.value.isEmpty || !tag.value.allSatisfy(letters.contains) { broken.insert(.validTagValues) }
    }
    if tags["kuma.io/service"] == nil, !(isServiceOptional && tags.sorted.isEmpty) { broken.insert(.validService) }
    return broken
  }
}
