import KubernetesObjects

/// Which ContainerPatches exist.
public struct ContainerPatchCatalog: Sendable, Hashable {
  /// Them by their names; nil if unknown.
  private var patches: [ObjectName: ContainerPatch]?

  /// Unknown.
  public static let unknown = ContainerPatchCatalog(patches: nil)

  /// Only these exist; of two with one name the last one holds. O(*n*).
  public static func only(_ patches: [ContainerPatch]) -> ContainerPatchCatalog {
    ContainerPatchCatalog(patches: Dictionary(patches.map { ($0.name, $0) }) { $1 })
  }

  /// The catalog of the ContainerPatches of an input: if there are none, they are unknown. O(*n*).
  public init(_ patches: [ContainerPatch]) {
    self = patches.isEmpty ? .unknown : .only(patches)
  }

  private init(patches: [ObjectName: ContainerPatch]?) {
    self.patches = patches
  }

  /// Whether something is known of what was asked about.
  enum Answer {
    case known
    case unknown
  }

  /// Those of some names that do not exist in a namespace, in order; nil if unknown.
  func missing(of wanted: [String], in namespace: String) -> [String]? {
    patches.map { patches in wanted.filter { patches[ObjectName(namespace: namespace, name: $0)] == nil } }
  }

  /// Those that are known, in no order.
  var known: some Collection<ContainerPatch> { (patches ?? [:]).values }

  /// The ContainerPatch of a name, where it is known to exist.
  subscript(name: ObjectName) -> ContainerPatch? { patches?[name] }

  /// Adds a ContainerPatch, or replaces the one of its name; from then on only those that were added exist.
  mutating func insert(_ patch: ContainerPatch) {
    patches = patches ?? [:]
    patches?[patch.name] = patch
  }

  /// Removes a ContainerPatch. If it was the last one, they are unknown, as if there never was any.
  mutating func remove(_ name: ObjectName) {
    patches?[name] = nil
    if patches?.isEmpty ?? false { patches = nil }
  }

  /// Adds the ContainerPatches of another catalog; of one name the other's holds.
  mutating func merge(_ other: ContainerPatchCatalog) {
    guard let others = other.patches else { return }
    patches = (patches ?? [:]).merging(others) { $1 }
  }
}
