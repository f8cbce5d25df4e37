/// Where an object begins in what was read.
public struct ObjectPosition: Sendable, Hashable {
  /// How many bytes stand before it.
  public var offset: Int
  /// The line, counted from 1.
  public var line: Int

  /// The position behind so many bytes, in a line.
  public init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }
}
