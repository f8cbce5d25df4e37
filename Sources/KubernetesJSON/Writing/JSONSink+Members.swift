/// The members of an object. What is nil is absent, and nothing is written of it.
extension JSONSink {
  /// Writes a member that is a string.
  @inlinable
  public mutating func write(_ string: String?, forKey key: String) {
    guard let string else { return }
    writeKey(key)
    write(string)
  }

  /// Writes a member that is a whole number.
  @inlinable
  public mutating func write(_ integer: Int?, forKey key: String) {
    guard let integer else { return }
    writeKey(key)
    write(Int64(integer))
  }

  /// Writes a member that is `true` or `false`.
  @inlinable
  public mutating func write(_ bool: Bool?, forKey key: String) {
    guard let bool else { return }
    writeKey(key)
    write(bool)
  }

  /// Writes a member that writes itself.
  @inlinable
  public mutating func write(_ value: (some JSONWritable)?, forKey key: String) {
    guard let value else { return }
    writeKey(key)
    value.write(to: &self)
  }

  /// Writes a member that is an array of values. O(*n*).
  @inlinable
  public mutating func write(_ values: [some JSONWritable], forKey key: String) {
    writeKey(key)
    write(values)
  }

  /// Writes a member that is an array of strings. O(*n*).
  @inlinable
  public mutating func write(_ strings: [String], forKey key: String) {
    writeKey(key)
    write(strings)
  }

  /// Writes a member that is an object.
  ///
  /// - Parameter members: Writes the members of the object.
  @inlinable
  public mutating func writeObject(forKey key: String, _ members: (inout Self) -> Void) {
    writeKey(key)
    writeObject(members)
  }

  /// Writes a member that is an array.
  ///
  /// - Parameter elements: Writes the elements of the array.
  @inlinable
  public mutating func writeArray(forKey key: String, _ elements: (inout Self) -> Void) {
    writeKey(key)
    writeArray(elements)
  }
}

/// The members of an object whose default is left out.
extension JSONSink {
  /// Writes a member that is a string, unless it is empty.
  @inlinable
  public mutating func writeUnlessEmpty(_ string: String, forKey key: String) {
    if !string.isEmpty { write(string, forKey: key) }
  }

  /// Writes a member that is an array of values, unless it is empty. O(*n*).
  @inlinable
  public mutating func writeUnlessEmpty(_ values: [some JSONWritable], forKey key: String) {
    if !values.isEmpty { write(values, forKey: key) }
  }

  /// Writes a member that is an array of strings, unless it is empty. O(*n*).
  @inlinable
  public mutating func writeUnlessEmpty(_ strings: [String], forKey key: String) {
    if !strings.isEmpty { write(strings, forKey: key) }
  }

  /// Writes a member that is a whole number, unless it is 0.
  @inlinable
  public mutating func writeUnlessZero(_ integer: Int, forKey key: String) {
    if integer != 0 { write(integer, forKey: key) }
  }
}
