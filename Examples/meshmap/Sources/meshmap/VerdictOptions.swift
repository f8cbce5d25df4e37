import ArgumentParser

/// The options of commands that give a verdict.
struct VerdictOptions: ParsableArguments {
  @Flag(help: "End with status 0 instead of 3 where nothing is found and the input does not let one know all that decides.")
  var allowIncomplete = false

  /// How a command ends that would end in the given way.
  func ending(_ ending: Ending) -> Ending {
    ending == .incomplete && allowIncomplete ? .done : ending
  }
}
