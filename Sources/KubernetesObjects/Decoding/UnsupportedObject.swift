/// An object of a kind that the mapping does not read, kept by its name so that it can be counted.
public struct UnsupportedObject: Sendable, Hashable {
  /// The API version and kind.
  public var type: ObjectType

  /// An object of the given type.
  public init(type: ObjectType) {
    self.type = type
  }
}
