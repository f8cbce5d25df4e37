/// What takes a JSON value, piece by piece, in the order in which it is written: ``JSONWriter`` makes bytes of it.
///
/// A value is one call, or those of its members between a beginning and an end; a member of an object is its key and then its value.
/// Nothing checks that: ``JSONWritable/write(to:)`` is held to it by writing with the functions that do both, such as
/// ``writeObject(_:)`` and `write(_:forKey:)`.
public protocol JSONSink {
  /// Begins an object.
  mutating func beginObject()
  /// Ends the object that was begun last.
  mutating func endObject()
  /// Begins an array.
  mutating func beginArray()
  /// Ends the array that was begun last.
  mutating func endArray()
  /// Writes the key of a member; its value comes next.
  mutating func writeKey(_ key: String)
  /// Writes a string.
  mutating func write(_ string: String)
  /// Writes a whole number.
  mutating func write(_ integer: Int64)
  /// Writes `true` or `false`.
  mutating func write(_ bool: Bool)
  /// Writes `null`.
  mutating func writeNull()
}
