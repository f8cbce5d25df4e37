/// The list in which an object stands, as far as it matters for reading the object.
public struct EnclosingList: Sendable, Hashable {
  /// The type of those items that do not name their own, or nil where all have to.
  public let itemType: ObjectType?
  /// How many lists stand around the object.
  let depth: Int

  /// No list: the object is the document.
  public static let none = EnclosingList(itemType: nil, depth: 0)

  /// A document that is a list of the given type, which may be `List`, `PodList` or any other.
  public init(_ type: ObjectType) {
    self.init(itemType: type.itemType, depth: 1)
  }

  init(itemType: ObjectType?, depth: Int) {
    self.itemType = itemType
    self.depth = depth
  }

  /// How many lists may stand in each other. Nobody writes more than two; a bound keeps the stack from growing with the input.
  static let deepest = 16

  /// A list of the given type that is an object of this one; nil where it would be one too many.
  func list(of type: ObjectType) -> EnclosingList? {
    depth < Self.deepest ? EnclosingList(itemType: type.itemType, depth: depth + 1) : nil
  }
}
