import ArgumentParser
import Foundation

/// The command `mutate`: which one-line changes of the libraries no test notices.
@main
struct Mutate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws one-line changes of the libraries, and tells those that no test notices.",
    discussion: """
      A copy of the project is built once with all of them, each behind a switch. Each test is run alone to see which changes it comes to, \
      and for each change those are run that do. What survives is for somebody to look at: some changes change no answer.
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

  @Option(help: ArgumentHelp("A change to try, by its number; all where none is named.", valueName: "number"))
  var only: [Int] = []

  @Option(help: ArgumentHelp("Tests whose name holds this are left out, long ones at first.", valueName: "part of a name"))
  var skip: [String] = []

  @Option(
    help: ArgumentHelp(
      "A package of the project, such as Examples/meshmap, whose tests try what survives those of the root; several in a row.",
      valueName: "folder"))
  var beside: [String] = []

  @Option(help: "How many tests are examined, and then changes tried, at once.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Tell what is drawn, and build and run nothing.")
  var dryRun = false

  func validate() throws {
    guard (1...5_000).contains(count) else { throw ValidationError("--count is \(count); write a number from 1 to 5000") }
    guard jobs > 0 else { throw ValidationError("--jobs is \(jobs); write a number from 1 on") }
  }

  func run() throws {
    let workshop = try Workshop(
      project: URL(filePath: project).standardizedFileURL, copy: URL(filePath: copy).standardizedFileURL)
    try workshop.refresh()
    // More than are wanted, since the compiler refuses some.
    let drawn = Candidates.draw(count * 2, from: workshop, seed: seed)
    if dryRun {
      for mutation in drawn.prefix(count) { tell(text(of: mutation)) }
      return
    }
    let taken = try built(drawn, in: workshop)
    // Those in reserve can be named too.
    let mutations = only.isEmpty ? Array(taken.prefix(count)) : taken.filter { only.contains($0.number) }
    var survivors = try surviving(mutations, workshop.tests())
    for package in beside where !survivors.isEmpty {
      tell("\(mutations.count - survivors.count) of \(mutations.count) are noticed; the others are tried by \(package)")
      if let refused = try workshop.build(package).first {
        throw Workshop.Failure(description: "the compiler refuses \(refused)")
      }
      survivors = try surviving(survivors, workshop.tests(of: package))
    }
    tell("\(mutations.count - survivors.count) of \(mutations.count) are noticed; of seed \(seed) these survive:")
    for survivor in survivors { tell(text(of: survivor)) }
  }

  /// The mutations that none of some tests notices.
  private func surviving(_ mutations: [Mutation], _ bundle: TestBundle) throws -> [Mutation] {
    let tests = try examined(bundle)
    let areNoticed = try mutations.mapped(atOnce: jobs) { mutation in
      let coming = tests.filter { $0.asked.contains(mutation.number) }
      let isNoticed = try bundle.notices(mutation.number, among: coming)
      tell((isNoticed ? "noticed  " : "SURVIVES ") + text(of: mutation) + (coming.isEmpty ? " (no test comes to it)" : ""))
      return isNoticed
    }
    return zip(mutations, areNoticed).filter { !$1 }.map(\.0)
  }

  /// The mutations that the compiler accepts, built.
  private func built(_ drawn: [Mutation], in workshop: Workshop) throws -> [Mutation] {
    var mutations = workshop.written(of: drawn) ?? drawn
    while true {
      try workshop.write(mutations, of: drawn)
      let refused = try workshop.build()
      guard !refused.isEmpty else { return mutations }
      // An expression of several lines is refused where it begins, a statement where it is used.
      let left =
        [3, 30, Int.max].lazy.map { distance in
          mutations.filter { mutation in
            !refused.contains { $0.file == mutation.file && abs($0.line - mutation.line) <= distance }
          }
        }
        .first { $0.count < mutations.count }
      guard let left else { throw Workshop.Failure(description: "the compiler refuses \(refused.prefix(3))") }
      tell("the compiler refuses \(mutations.count - left.count)")
      mutations = left
    }
  }

  /// The tests that pass without a mutation; those that read the sources do not.
  private func examined(_ bundle: TestBundle) throws -> [TestBundle.Test] {
    let names = try bundle.names().filter { name in !skip.contains { name.contains($0) } }
    let tests = try names.mapped(atOnce: jobs, bundle.examined).compactMap(\.self)
    let passing = Set(tests.map(\.name))
    let failing = names.filter { !passing.contains($0) }
    if !failing.isEmpty { tell("left out, since they fail without a mutation: \(failing.joined(separator: " "))") }
    return tests
  }

  /// Prints at once, since a run takes long.
  private func tell(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  private func text(of mutation: Mutation) -> String {
    let file = mutation.file.dropFirst("Sources/".count)
    let line = mutation.original.trimmingCharacters(in: .whitespaces)
    return "\(mutation.number) \(file):\(mutation.line): \(mutation.kind.summary): \(line)"
  }
}
