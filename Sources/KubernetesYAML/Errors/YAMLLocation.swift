/// Where something stands in a stream of documents.
public struct YAMLLocation: Sendable, Hashable {
  /// How many bytes stand before it.
  public let offset: Int
  /// The line, counted from 1.
  public let line: Int
  /// The column, counted from 1 in Unicode scalars.
  public let column: Int

  /// The location at an offset, a line and a column.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }
}
