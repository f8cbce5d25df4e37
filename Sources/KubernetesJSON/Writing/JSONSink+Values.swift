extension JSONSink {
  /// Writes an object.
  ///
  /// - Parameter members: Writes its members.
  @inlinable
  public mutating func writeObject(_ members: (inout Self) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  /// Writes an array.
  ///
  /// - Parameter elements: Writes its elements.
  @inlinable
  public mutating func writeArray(_ elements: (inout Self) -> Void) {
    beginArray()
    elements(&self)
    endArray()
  }

  /// Writes a whole number.
  @inlinable
  public mutating func write(_ integer: Int) {
    write(Int64(integer))
  }

  /// Writes an array of values, in order. O(*n*).
  @inlinable
  public mutating func write(_ values: some Sequence<some JSONWritable>) {
    writeArray { sink in
      for value in values { value.write(to: &sink) }
    }
  }

  /// Writes an array of strings, in order. O(*n*).
  @inlinable
  public mutating func write(_ strings: some Sequence<String>) {
    writeArray { sink in
      for string in strings { sink.write(string) }
    }
  }
}
