/// A scalar while it is read: it stands in the source as it is until something in it must be changed.
struct YAMLScalarParts {
  /// Where in the source what is not copied yet begins.
  var start: Int
  /// Where it ends.
  var end: Int
  /// Where in the bytes that were made the scalar begins.
  let madeStart: Int
  /// Whether something of it was copied.
  var isMade = false

  init(from start: Int, in madeStart: Int) {
    self.start = start
    end = start
    self.madeStart = madeStart
  }
}
