import KubernetesObjects

/// Which meshes exist.
public struct MeshCatalog: Sendable, Hashable {
  /// The meshes by name; nil where every mesh exists, as far as anybody knows.
  private var meshes: [ExactString: Mesh]?
  /// Whether other meshes may exist, of which nothing else is known.
  private var mayBeMore = false

  /// Every mesh exists, as far as anybody knows.
  public static let every = MeshCatalog(meshes: nil)

  /// Only these exist; of two with the same name the last one holds. O(*n*).
  public static func only(_ meshes: [Mesh]) -> MeshCatalog {
    MeshCatalog(meshes: Dictionary(meshes.map { (ExactString($0.name), $0) }, uniquingKeysWith: { $1 }))
  }

  /// The catalog of the Mesh objects of an input: where there are none, every mesh exists.
  public init(_ meshes: [Mesh]) {
    self = meshes.isEmpty ? .every : .only(meshes)
  }

  private init(meshes: [ExactString: Mesh]?) {
    self.meshes = meshes
  }

  /// The Mesh of a name, where it is known. Setting one makes only the meshes that were set exist; where the last one is removed,
  /// every mesh exists, as far as anybody knows. O(1).
  package subscript(name: String) -> Mesh? {
    get { meshes?[ExactString(name)] }
    set {
      meshes = meshes ?? [:]
      meshes?[ExactString(name)] = newValue
      if meshes?.isEmpty ?? false { meshes = nil }
    }
  }

  /// The names of the meshes that are known, in no order.
  package var names: [String] { meshes.map { $0.keys.map(\.string) } ?? [] }

  /// The constraints of the meshes that have any, in no order. O(*n*).
  var constraints: [MeshConstraints] { meshes.map { $0.values.lazy.map(\.constraints).filter { !$0.isEmpty } } ?? [] }

  /// Whether a mesh of this name exists. No mesh has the empty name. O(1).
  public func contains(_ name: String) -> Bool {
    meshes == nil || mayBeMore ? !name.isEmpty : self[name] != nil
  }

  /// The Mesh of a name, where it is known. O(1).
  public func mesh(_ name: String) -> Mesh? { self[name] }

  /// These meshes and any others.
  var andOthers: MeshCatalog {
    var catalog = self
    catalog.mayBeMore = true
    return catalog
  }

  /// These meshes, the one that a default install makes, and no other.
  var andDefault: MeshCatalog {
    let name = "default"
    var catalog = MeshCatalog(meshes: meshes ?? [:])
    if catalog[name] == nil { catalog[name] = Mesh(name: name) }
    return catalog
  }

  /// These meshes and no other.
  var andNoOthers: MeshCatalog { MeshCatalog(meshes: meshes ?? [:]) }

  /// Adds the Mesh objects of another catalog; of two with the same name the other's holds.
  mutating func merge(_ other: MeshCatalog) {
    guard let others = other.meshes else { return }
    meshes = (meshes ?? [:]).merging(others) { $1 }
  }
}
