public import KubernetesObjects

/// An object with one field of it that selects something.
public struct SelectingPolicy: Sendable, Hashable {
  /// The object; its namespace is empty where none is written.
  public let policy: ObjectReference
  /// The mesh that it is in.
  @ByteExact public private(set) var mesh: String
  /// The field, and what it selects.
  public let selection: PolicySelection

  /// The given field of an object.
  public init(policy: ObjectReference, mesh: String, selection: PolicySelection) {
    self.policy = policy
    self.selection = selection
    self.mesh = mesh
  }
}
