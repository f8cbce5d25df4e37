/// What a document says of an object that stands in it.
public enum ObjectChange: Sendable, Hashable {
  /// Nothing: the object is there.
  case none
  /// It was added or has changed, as an event of a watch says.
  case updated
  /// It was deleted, as an event of a watch says; what is decoded is its last state.
  case deleted
}
