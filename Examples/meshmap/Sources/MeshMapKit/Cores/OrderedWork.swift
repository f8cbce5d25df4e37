import Foundation

/// Work on inputs that come one after the other, done by several cores, whose results are taken in the order of the inputs.
///
/// Inputs are asked for, and results taken, by the task that runs the work. Memory holds a few inputs and results for each core,
/// however many there are.
package struct OrderedWork<Input: Sendable, Output: Sendable>: Sendable {
  private let work: @Sendable (Input) throws -> Output
  private let cores: Int

  /// Work to be run.
  ///
  /// - Parameters:
  ///   - cores: Who works.
  ///   - work: The work on one input; called by several tasks at a time.
  package init(on cores: CoreUse = .all, _ work: @escaping @Sendable (Input) throws -> Output) {
    self.work = work
    self.cores = cores == .one ? 1 : max(1, ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Runs the work.
  ///
  /// - Parameters:
  ///   - next: Gives the next input, and nil behind the last one.
  ///   - take: Takes the results, in the order of their inputs.
  /// - Throws: What the work throws, for the first of the inputs for which it does, and what the arguments throw. What comes
  ///   before that is taken, and nothing behind it.
  package func run(next: () throws -> Input?, take: (Output) throws -> Void) async throws {
    guard cores > 1 else {
      while let input = try next() { try take(work(input)) }
      return
    }
    try await withThrowingTaskGroup(of: Step.self) { group in
      var results = Results()
      var mistake: (any Error)?
      while let input = Self.input(of: next, or: &mistake) {
        if results.pending >= 3 * cores { try await take(results.first(of: &group).get()) }
        let number = results.add()
        group.addTask { [work] in Step(number: number, result: Result { try work(input) }) }
      }
      while results.pending > 0 { try await take(results.first(of: &group).get()) }
      if let mistake { throw mistake }
    }
  }

  /// The results of the work on some inputs, in their order.
  ///
  /// - Throws: What the work throws, for the first of the inputs for which it does.
  package func results(of inputs: some Sequence<Input>) async throws -> [Output] {
    var next = inputs.makeIterator()
    var results: [Output] = []
    try await run(next: { next.next() }, take: { results.append($0) })
    return results
  }

  /// The next input; nil behind the last one, or where asking fails, which is told once all results are taken.
  private static func input(of next: () throws -> Input?, or mistake: inout (any Error)?) -> Input? {
    do {
      return try next()
    } catch {
      mistake = error
      return nil
    }
  }
}

extension OrderedWork {
  /// What the work on one input gave.
  private struct Step: Sendable {
    let number: Int
    let result: Result<Output, any Error>
  }

  /// The results that are not taken yet.
  private struct Results {
    private var added = 0
    private var taken = 0
    /// The results that came before their turn.
    private var early: [Int: Result<Output, any Error>] = [:]

    /// How many inputs were given whose results are not taken yet.
    var pending: Int { added - taken }

    /// Counts an input and gives its number.
    mutating func add() -> Int {
      defer { added += 1 }
      return added
    }

    /// Takes the first result; waits until it is there.
    mutating func first(of group: inout ThrowingTaskGroup<Step, any Error>) async throws -> Result<Output, any Error> {
      defer { taken += 1 }
      while true {
        if let result = early.removeValue(forKey: taken) { return result }
        guard let step = try await group.next() else { throw CancellationError() }
        early[step.number] = step.result
      }
    }
  }
}
