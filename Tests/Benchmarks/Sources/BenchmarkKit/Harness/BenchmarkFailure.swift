/// Why a benchmark cannot be run, and what to mend.
package struct BenchmarkFailure: Error, CustomStringConvertible {
  /// The reason, and what to do.
  package let description: String

  /// A failure for the given reason.
  package init(_ description: String) {
    self.description = description
  }
}
