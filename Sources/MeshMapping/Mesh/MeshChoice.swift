public import KubernetesObjects

/// The mesh that a Pod belongs to, and why.
public struct MeshChoice: Sendable, Hashable {
  /// The mesh's name.
  @ByteExact public private(set) var name: String
  /// What names it; nil where nothing does and it is `default`.
  public let evidence: Evidence?

  /// The mesh that holds where nothing names one.
  public static let defaultMesh = MeshChoice(name: "default", evidence: nil)

  /// A choice of the given name and evidence.
  public init(name: String, evidence: Evidence?) {
    self.name = name
    self.evidence = evidence
  }
}
