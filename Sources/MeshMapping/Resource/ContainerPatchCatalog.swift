import KubernetesObjects

/// Which ContainerPatches exist.
public struct ContainerPatchCatalog: Sendable, Hashable {
  /// Their names; nil if unknown.
  private var names: Set<ObjectName>?

  /// Unknown.
  public static let unknown = ContainerPatchCatalog(names: nil)

  /// Only these exist. O(*n*).
  public static func only(_ patches: [ContainerPatch]) -> ContainerPatchCatalog {
    ContainerPatchCatalog(names: Set(patches.map(\.name)))
  }

  /// The catalog of the ContainerPatches of an input: if there are none, they are unknown. O(*n*).
  public init(_ patches: [ContainerPatch]) {
    self = patches.isEmpty ? .unknown : .only(patches)
  }

  private init(names: Set<ObjectName>?) {
    self.names = names
  }

  /// Whether something is known of what was asked about.
  enum Answer {
    case known
    case unknown
  }

  /// Those of some names that do not exist in a namespace, in order; nil if unknown.
  func missing(of wanted: [String], in namespace: String) -> [String]? {
    names.map { names in wanted.filter { !names.contains(ObjectName(namespace: namespace, name: $0)) } }
  }

  /// The names of those that are known, in no order.
  var known: [ObjectName] { names.map(Array.init) ?? [] }

  /// Whether a ContainerPatch is known to exist.
  func contains(_ name: ObjectName) -> Bool { names?.contains(name) ?? false }

  /// Adds a ContainerPatch; from then on only those that were added exist.
  mutating func insert(_ name: ObjectName) {
    names = names ?? []
    names?.insert(name)
  }

  /// Removes a ContainerPatch. If it was the last one, they are unknown, as if there never was any.
  mutating func remove(_ name: ObjectName) {
    names?.remove(name)
    if names?.isEmpty ?? false { names = nil }
  }

  /// Adds the ContainerPatches of another catalog.
  mutating func merge(_ other: ContainerPatchCatalog) {
    guard let others = other.names else { return }
    names = (names ?? []).union(others)
  }
}
