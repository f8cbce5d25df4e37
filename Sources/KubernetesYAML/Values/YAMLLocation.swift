/// Where something stands in a document.
public struct YAMLLocation: Sendable, Hashable {
  /// The line, counted from 1.
  public let line: Int
  /// The column, counted from 1 in Unicode scalars.
  public let column: Int

  /// The location at a line and a column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
