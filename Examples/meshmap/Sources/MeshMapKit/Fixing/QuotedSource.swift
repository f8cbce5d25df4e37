/// A file in which values were put in quotes.
package struct QuotedSource: Sendable {
  /// The file as it is.
  let before: [UInt8]
  /// The file with the values in quotes.
  var after: [UInt8]
  /// Why it is not written; nil where it can be.
  var obstacle: Unwritable?
}
