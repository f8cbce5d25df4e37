import KubernetesObjects

/// The switches of the injection of other service meshes.
enum OtherMesh {
  /// A switch as it is written.
  struct Switch {
    /// The mesh that reads it.
    let mesh: String
    /// The key.
    let key: String
    /// Where it stands.
    let map: KeyPlace.Map
    /// Its value.
    let value: String
    /// Whether the mesh redirects what the Pod sends and receives without a sidecar in it.
    var isAmbient: Bool { key == OtherMesh.ambient }
  }

  /// The first switch of another mesh that is on among labels and annotations; nil where none is.
  static func switchOn(labels: StringMap, annotations: StringMap) -> Switch? {
    for known in known {
      guard let value = (known.map == .labels ? labels : annotations)[known.key], known.on.contains(value) else { continue }
      return Switch(mesh: known.mesh, key: known.key, map: known.map, value: value)
    }
    // Istio names the control plane that injects; its older labels on the same object come first, and say no as well.
    guard let revision = labels[revision], !revision.isEmpty, !isOptedOut(labels: labels, annotations: annotations) else {
      return nil
    }
    return Switch(mesh: "Istio", key: Self.revision, map: .labels, value: revision)
  }

  private static let revision = "istio.io/rev"
  private static let ambient = "istio.io/dataplane-mode"

  /// Whether a switch of another mesh is off among labels and annotations.
  static func isOptedOut(labels: StringMap, annotations: StringMap) -> Bool {
    known.contains { known in
      (known.map == .labels ? labels : annotations)[known.key].map { !known.on.contains($0) } ?? false
    }
  }

  private static let known: [(mesh: String, key: String, map: KeyPlace.Map, on: [String])] = [
    ("Istio", "istio-injection", .labels, ["enabled"]),
    ("Istio", "sidecar.istio.io/inject", .labels, ["true"]),
    ("Istio", "sidecar.istio.io/inject", .annotations, ["true"]),
    ("Istio", ambient, .labels, ["ambient"]),
    ("Linkerd", "linkerd.io/inject", .annotations, ["enabled", "ingress"]),
    ("Linkerd", "linkerd.io/inject", .labels, ["enabled", "ingress"]),
    ("Consul", "consul.hashicorp.com/connect-inject", .annotations, ["true"]),
  ]
}
