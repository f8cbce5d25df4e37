import KubernetesObjects
import MeshMapping

/// What labels a Dataplane must have for an object to select it.
struct ProxySelector: Sendable, Hashable {
  /// The labels, all of which it must have.
  let labels: StringMap

  /// Whether it selects a Dataplane; nil where that depends on what the input does not let one know.
  func selects(_ dataplane: Dataplane, unknown: Set<ExactString>) -> Bool? {
    var isKnown = true
    for label in labels.entries {
      guard let own = dataplane.metadata.labels[label.key] else {
        guard unknown.contains(Self.path(of: label.key)) else { return false }
        isKnown = false
        continue
      }
      // Where only running Pods have the value, it is a pattern.
      if own.utf8.contains(UInt8(ascii: "*")) { isKnown = false } else if !own.hasSameBytes(as: label.value) { return false }
    }
    return isKnown ? true : nil
  }

  /// The path under which an unknown label is listed.
  private static func path(of key: String) -> ExactString {
    ExactString("\(FieldPath.label(ExactString(key)))")
  }
}

extension [MeshResource] {
  /// What the MeshIdentities of each mesh select: those that select anything.
  var selectorsOfIdentities: [ExactString: [ProxySelector]] {
    var selectors: [ExactString: [ProxySelector]] = [:]
    for identity in self where identity.kind.hasSameBytes(as: "MeshIdentity") {
      // Without a selector it selects nobody, and with an empty one everybody.
      guard let dataplane = identity.fields["selector"]?["dataplane"], dataplane != .null else { continue }
      var labels = StringMap()
      for member in dataplane["matchLabels"]?.members ?? [] { labels[member.key] = member.value.string ?? "" }
      selectors[ExactString(identity.effectiveMesh), default: []].append(ProxySelector(labels: labels))
    }
    return selectors
  }
}

extension NoteSurroundings {
  /// Whether a MeshIdentity of a mesh selects any proxy.
  func hasIdentity(in mesh: String) -> Bool { identities[ExactString(mesh)] != nil }

  /// Whether a proxy has an identity where its Mesh asks for mTLS today.
  enum Identity {
    case selected, unknown
    /// No MeshIdentity selects it; a label of which one asks for another value.
    case missing(key: ExactString)
  }

  /// Whether a MeshIdentity selects the proxy of a Pod, with what the input would have to hold for one to know whether there is one; nil where
  /// none of the mesh selects any, and where nobody needs one.
  func identity(of pod: Pod) -> (identity: Identity, needs: [Completeness.Kind])? {
    guard let after, let (dataplane, values, needs) = Self.dataplane(of: pod, in: after),
      let selectors = identities[ExactString(dataplane.mesh)],
      cluster.meshes.mesh(dataplane.mesh)?.hasMTLS ?? false
    else { return nil }
    let unknown = Set(values.map { ExactString($0.path) })
    let answers = selectors.map { $0.selects(dataplane, unknown: unknown) }
    if answers.contains(true) { return (.selected, needs) }
    if answers.contains(nil) { return (.unknown, needs) }
    let wanted = selectors.lazy.flatMap(\.labels.entries).first { label in
      !(dataplane.metadata.labels[label.key]?.hasSameBytes(as: label.value) ?? false)
    }
    return (.missing(key: ExactString(wanted?.key ?? "")), needs)
  }
}

extension UpgradeNote {
  /// The release from which on proxies need a MeshIdentity for mTLS.
  static let releaseOfIdentities = KumaRelease(3, 0, 0)

  /// The notes about proxies that no MeshIdentity selects.
  static let needingIdentities: [UpgradeNote] = [
    UpgradeNote(
      "proxy-without-identity", releaseOfIdentities, .silent, ["Pod"],
      "The mTLS settings of the Mesh are ignored, and no MeshIdentity selects this proxy: its traffic is plaintext, and permissions are not enforced.",
      remedy: "Have a MeshIdentity select it by labels of its Dataplane; one with an empty matchLabels selects all.",
      bearing: .breaks(.identityMissing),
      check: .pod { pod, around in
        guard let (identity, needs) = around.identity(of: pod), case .missing(let key) = identity else { return [] }
        return [NoteSight.labelOrNothing(key.string, of: pod.metadata).needing(needs)]
      }),
    UpgradeNote(
      "proxy-identity-unknown", releaseOfIdentities, .silent, ["Pod"],
      "The mTLS settings of the Mesh are ignored, and whether a MeshIdentity selects this proxy depends on labels that the input does not let one know.",
      remedy: "Check that a MeshIdentity selects it by labels that its Dataplane has.",
      check: .pod { pod, around in
        guard case .unknown? = around.identity(of: pod)?.identity else { return [] }
        return [
          NoteSight(DocumentPath(["metadata", "labels"]), pod.metadata.labels.entries.isEmpty ? .nothing : .something)
        ]
      }),
  ]
}

extension NoteSight {
  /// A label, or that it is not there.
  fileprivate static func labelOrNothing(_ key: String, of metadata: ObjectMeta) -> NoteSight {
    label(key, of: metadata) ?? NoteSight(DocumentPath(["metadata", "labels", .key(ExactString(key))]), .nothing)
  }
}
