import Foundation

/// Work on inputs that come one after the other, done by several cores, whose results are taken in the order of the inputs.
///
/// Whoever adds the inputs takes the results, and works along while there is none to take. So memory holds a few inputs and
/// results for each core, however many there are.
package struct OrderedWork<Input: Sendable, Output: Sendable> {
  private let work: @Sendable (Input) throws -> Output
  private let take: (Output) throws -> Void
  /// Where the other cores find work; nil where there are none.
  private let others: OperationQueue?
  /// How many steps may wait, be done or be worked on before one is taken.
  private let limit: Int
  /// The steps whose results are not taken yet, in order.
  private var pending: [Step] = []

  /// Work that nothing was added to yet.
  ///
  /// - Parameters:
  ///   - cores: Who works.
  ///   - work: The work on one input; called by several threads at a time.
  ///   - take: What takes the results, in order; called by the thread that adds the inputs.
  package init(
    on cores: CoreUse = .all,
    _ work: @escaping @Sendable (Input) throws -> Output,
    take: @escaping (Output) throws -> Void
  ) {
    self.work = work
    self.take = take
    let count = cores == .one ? 1 : max(1, ProcessInfo.processInfo.activeProcessorCount)
    limit = count == 1 ? 0 : 3 * count
    others = count == 1 ? nil : OperationQueue()
    others?.maxConcurrentOperationCount = count - 1
  }

  /// Adds an input, and takes results that are there.
  ///
  /// - Throws: What the work throws, for the first of the inputs for which it does, and what taking throws. Nothing is taken
  ///   then any more.
  package mutating func add(_ input: Input) throws {
    // The newest step stays with the caller until another one comes: for a single one nobody else is called.
    if let others, let newest = pending.last {
      others.addOperation { [work] in newest.runIfWaiting(work) }
    }
    pending.append(Step(input))
    while let first = pending.first, first.isDone { try takeFirst() }
    try finish(allBut: limit)
  }

  /// Does what is left, and takes all results.
  ///
  /// - Throws: As ``add(_:)`` does.
  package mutating func finish() throws {
    try finish(allBut: 0)
  }

  private mutating func finish(allBut count: Int) throws {
    while pending.count > count {
      if pending[0].isDone || !pending.contains(where: { $0.runIfWaiting(work) }) { try takeFirst() }
    }
  }

  private mutating func takeFirst() throws {
    do {
      try take(try pending.removeFirst().result())
    } catch {
      pending = []
      throw error
    }
  }
}
