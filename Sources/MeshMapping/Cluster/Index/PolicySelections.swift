public import KubernetesObjects

/// Who selects what: the selections of all policies and other objects that Kuma reads, found by what they select.
///
/// It answers what a tag, a label or the name of an inbound that goes away means for those who select by it. Whether a mesh takes them
/// into account is for whoever asks: each answer names its mesh.
///
/// ```swift
/// let selections = cluster.policySelections
/// selections.policies(selectingByTag: "version", value: "v2", in: "default")
/// selections.policies(selectingByTag: "kuma.io/service", value: "web_demo_svc_80")
/// ```
public struct PolicySelections: Sendable {
  /// Whether there is no object of a mesh that could select anything; quotas, Zones and routes of the Gateway API are none.
  public let isEmpty: Bool
  /// All selections, by object and field.
  public let all: [SelectingPolicy]
  /// For each of them, where among all those are that select together with it: by one selector, of which all has to hold.
  private let selectors: [Range<Int>]
  /// Where among them those are that select by the tag of a key.
  private var tags: [ExactString: [Int]] = [:]
  /// Where among them those are that select by the label of a key.
  private var labels: [ExactString: [Int]] = [:]
  /// Where among them those are that select an inbound by its name.
  private var inbounds: [ExactString: [Int]] = [:]
  /// Where among them those are that name an object of a kind and name.
  private var objects: [ObjectReference: [Int]] = [:]

  /// The selections of some objects. O(*n*).
  public init(of resources: some Sequence<MeshResource>) {
    var all: [SelectingPolicy] = []
    var selectors: [Range<Int>] = []
    var isEmpty = true
    for resource in resources {
      if resource.isOfMesh { isEmpty = false }
      let mesh = ExactString(resource.effectiveMesh)
      selectors += resource.selections.selectors(from: all.count)
      for selection in resource.selections {
        all.append(SelectingPolicy(policy: resource.reference, mesh: mesh.string, selection: selection))
        let index = all.count - 1
        switch selection.target {
        case .tag(let key, _), .tagKey(let key): tags[key, default: []].append(index)
        case .label(let key, _, _): labels[key, default: []].append(index)
        case .inbound(let name): inbounds[name, default: []].append(index)
        case .object(let reference): objects[reference, default: []].append(index)
        }
      }
    }
    self.all = all
    self.selectors = selectors
    self.isEmpty = isEmpty
  }
}

extension PolicySelections {
  /// Who selects by a tag, in the order of the objects.
  ///
  /// - Parameters:
  ///   - key: The tag's key; `kuma.io/service` for a service.
  ///   - value: Its value; nil for any. Who selects any value selects this one too.
  ///   - mesh: The mesh; nil for any.
  /// - Complexity: O(*m*) for *m* who select by the key.
  public func policies(selectingByTag key: String, value: String? = nil, in mesh: String? = nil) -> [SelectingPolicy] {
    places(selectingByTag: key, value: value, in: mesh).map { all[$0] }
  }

  /// Where those are who select by a tag.
  func places(selectingByTag key: String, value: String?, in mesh: String?) -> [Int] {
    found(tags[ExactString(key)], in: mesh) { target in
      guard let value, case .tag(_, let wanted) = target else { return true }
      return wanted == "*" || wanted.string.hasSameBytes(as: value)
    }
  }

  /// Who selects by a label, in the order of the objects.
  ///
  /// - Parameters:
  ///   - key: The label's key.
  ///   - value: Its value; nil for any.
  ///   - kind: The kind of what has the label, e.g. `Dataplane`.
  ///   - mesh: The mesh; nil for any.
  /// - Complexity: O(*m*) for *m* who select by the key.
  public func policies(
    selectingByLabel key: String,
    value: String? = nil,
    of kind: String = Dataplane.kind,
    in mesh: String? = nil
  ) -> [SelectingPolicy] {
    places(selectingByLabel: key, value: value, of: kind, in: mesh).map { all[$0] }
  }

  /// Where those are who select by a label.
  func places(
    selectingByLabel key: String, value: String?, of kind: String = Dataplane.kind, in mesh: String?
  ) -> [Int] {
    found(labels[ExactString(key)], in: mesh) { target in
      guard case .label(_, let wanted, let selected) = target, selected.string.hasSameBytes(as: kind) else { return false }
      return value.map { wanted.string.hasSameBytes(as: $0) } ?? true
    }
  }

  /// Who selects inbounds by a name, in the order of the objects.
  ///
  /// - Parameters:
  ///   - name: The name of the inbound.
  ///   - mesh: The mesh; nil for any.
  /// - Complexity: O(*m*) for *m* who select by the name.
  public func policies(selectingInbound name: String, in mesh: String? = nil) -> [SelectingPolicy] {
    places(selectingInbound: name, in: mesh).map { all[$0] }
  }

  /// Where those are who select inbounds by a name.
  func places(selectingInbound name: String, in mesh: String?) -> [Int] {
    found(inbounds[ExactString(name)], in: mesh) { _ in true }
  }

  /// Who names an object, in the order of the objects. Where they name no namespace, the reference must not either.
  ///
  /// - Parameters:
  ///   - object: What names the object.
  ///   - mesh: The mesh; nil for any.
  /// - Complexity: O(*m*) for *m* who name it.
  public func policies(naming object: ObjectReference, in mesh: String? = nil) -> [SelectingPolicy] {
    found(objects[object], in: mesh) { _ in true }.map { all[$0] }
  }

  /// All that is selected by the selector of which one of the selections is a part.
  func selector(of place: Int) -> [PolicySelection] { all[selectors[place]].map(\.selection) }

  private func found(
    _ indices: [Int]?,
    in mesh: String?,
    _ isMeant: (PolicySelection.Target) -> Bool
  ) -> [Int] {
    (indices ?? []).filter { place in
      let found = all[place]
      return (mesh.map { found.mesh.hasSameBytes(as: $0) } ?? true) && isMeant(found.selection.target)
    }
  }
}
