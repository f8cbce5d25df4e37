import ArgumentParser
import Foundation

/// The command `mutate`: which one-line changes of the libraries no test notices.
@main
struct Mutate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws one-line changes of the libraries, and tells those that no test notices.",
    discussion: """
      A copy of the project is built once with all of them, each behind a switch, and its tests are run once for each. What survives is for \
      somebody to look at: some changes change no answer.
      """
  )

  @Option(help: "What the changes are drawn by.")
  var seed: UInt64 = 1

  @Option(help: "How many are drawn; those that the compiler refuses are replaced.")
  var count = 80

  @Option(help: ArgumentHelp("The folder of the project.", valueName: "folder"))
  var project = "."

  @Option(help: ArgumentHelp("The folder of the copy; what is built there is kept.", valueName: "folder"))
  var copy = ".build/mutations"

  @Flag(help: "Tell what is drawn, and build and run nothing.")
  var dryRun = false

  func validate() throws {
    guard (1...10_000).contains(count) else { throw ValidationError("--count is \(count); write a number from 1 to 10000") }
  }

  func run() throws {
    let workshop = Workshop(
      project: URL(filePath: project).standardizedFileURL, copy: URL(filePath: copy).standardizedFileURL)
    try workshop.refresh()
    // More than are wanted, since the compiler refuses some.
    var mutations = try Candidates.draw(count * 2, from: workshop.sources, seed: seed)
    if dryRun {
      for mutation in mutations.prefix(count) { tell(mutation) }
      return
    }
    mutations = try built(mutations, in: workshop)
    let skipped = try skippedTests(in: workshop)
    var survivors: [Mutation] = []
    for mutation in mutations.prefix(count) {
      let noticed = try workshop.test(mutation.number, skipping: skipped)
      if noticed == [] { survivors.append(mutation) }
      print(noticed == [] ? "SURVIVES" : "noticed ", terminator: " ")
      tell(mutation)
    }
    let total = min(count, mutations.count)
    print("\(total - survivors.count) of \(total) are noticed; of seed \(seed) these survive:")
    for survivor in survivors { tell(survivor) }
  }

  /// The mutations that the compiler accepts, built.
  private func built(_ drawn: [Mutation], in workshop: Workshop) throws -> [Mutation] {
    var mutations = drawn
    while true {
      try workshop.refresh()
      try workshop.write(mutations)
      let refused = try workshop.build()
      guard !refused.isEmpty else { return mutations }
      let left = mutations.filter { !refused.contains("\($0.file):\($0.line)") }
      guard left.count < mutations.count else {
        throw Workshop.Failure(description: "the compiler refuses \(refused.sorted())")
      }
      mutations = left
    }
  }

  /// The tests that fail without a mutation, since they read the sources.
  private func skippedTests(in workshop: Workshop) throws -> [String] {
    guard let failing = try workshop.test(nil, skipping: []) else {
      throw Workshop.Failure(description: "the tests do not run without a mutation")
    }
    if !failing.isEmpty { print("left out, since they fail without a mutation: \(failing.joined(separator: " "))") }
    return failing
  }

  private func tell(_ mutation: Mutation) {
    let file = mutation.file.components(separatedBy: "/Sources/").last ?? mutation.file
    print(
      "\(mutation.number) \(file):\(mutation.line): \(mutation.kind.summary): \(mutation.original.trimmingCharacters(in: .whitespaces))"
    )
  }
}
