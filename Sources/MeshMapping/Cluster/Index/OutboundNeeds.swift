import KubernetesObjects

/// What an input would have to hold for one to know what previews reach.
struct OutboundNeeds: Sendable {
  /// What the outbounds of every mesh need: somewhere a Pod may be in any.
  private var ofAll: Set<Completeness.Kind> = []
  /// What those of a mesh need.
  private var ofMesh: [ExactString: Set<Completeness.Kind>] = [:]

  /// Whether nothing is needed.
  var isEmpty: Bool { ofAll.isEmpty && ofMesh.isEmpty }

  /// Adds what a Pod needs for one to know what it offers.
  ///
  /// - Parameters:
  ///   - kinds: What it needs.
  ///   - mesh: Its mesh; nil where that is unknown.
  mutating func add(_ kinds: [Completeness.Kind], in mesh: String?) {
    guard !kinds.isEmpty else { return }
    if let mesh { ofMesh[ExactString(mesh), default: []].formUnion(kinds) } else { ofAll.formUnion(kinds) }
  }

  /// The first of what the outbounds of a mesh need; nil where they are known.
  func first(of mesh: String) -> Completeness.Kind? {
    Completeness.Kind.inOrder(ofAll.union(ofMesh[ExactString(mesh)] ?? [])).first
  }
}
