/// How a command ends.
enum Ending: Int32, CaseIterable {
  /// Wrong usage; by the list of sysexits, as the next one.
  case wrongUsage = 64
  /// The output cannot be written.
  case unwritable = 74
  /// The input, or part of it, could not be used.
  case unusable = 2
  /// What was looked for was found.
  case found = 1
  /// Nothing was found, but something that decides is not in the input.
  case incomplete = 3
  case done = 0

  /// The ending of a command of which several are true: the first one of the list.
  static func first(of endings: Ending...) -> Ending {
    allCases.first(where: endings.contains) ?? .done
  }
}
