import KubernetesObjects

/// The fields of those sections of two resources that are not equal, with their values as text.
struct DifferingFields {
  private var mine: [(FieldPath, String)] = []
  private var theirs: [(FieldPath, String)] = []

  /// The differences, first those that the first resource has a value of.
  var differences: [FieldDifference] { FieldDifference.betweenAlike(mine, theirs) }

  /// Adds a section of both, unless it is equal.
  ///
  /// - Parameters:
  ///   - section: The section of the first.
  ///   - other: The section of the second.
  ///   - fields: Its fields that are set.
  mutating func add<Section: Equatable>(
    _ section: Section, _ other: Section, _ fields: (Section) -> [(FieldPath, String)]
  ) {
    guard section != other else { return }
    mine += fields(section)
    theirs += fields(other)
  }
}
