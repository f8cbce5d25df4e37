import Foundation
import MeshMapKit
import Testing

/// Work by all cores: the order of results, of failures, and what is taken after one.
@Suite struct OrderedWorkTests {
  private struct Refusal: Error, Equatable {
    let number: Int
  }

  @Test(arguments: [CoreUse.one, .all], [0, 1, 2, 7, 200])
  func takesResultsInOrder(cores: CoreUse, count: Int) async throws {
    var taken: [Int] = []
    let work = OrderedWork<Int, Int>(on: cores) { number in
      // The first ones take longest.
      if number % 7 == 0 { Thread.sleep(forTimeInterval: 0.001) }
      return number * number
    }
    var rest = (0..<count)[...]
    try await work.run {
      rest.popFirst()
    } take: {
      taken.append($0)
    }
    #expect(taken == (0..<count).map { $0 * $0 })
  }

  @Test(arguments: [CoreUse.one, .all])
  func throwsTheFirstFailureAndTakesNothingBehindIt(cores: CoreUse) async {
    var taken: [Int] = []
    let work = OrderedWork<Int, Int>(on: cores) { number in
      if number == 30 { Thread.sleep(forTimeInterval: 0.01) }
      guard number < 30 else { throw Refusal(number: number) }
      return number
    }
    var rest = (0..<100)[...]
    await #expect(throws: Refusal(number: 30)) {
      try await work.run {
        rest.popFirst()
      } take: {
        taken.append($0)
      }
    }
    #expect(taken == Array(0..<30))
  }

  @Test(arguments: [CoreUse.one, .all])
  func stopsWhereTakingThrows(cores: CoreUse) async {
    var taken: [Int] = []
    let work = OrderedWork<Int, Int>(on: cores) { $0 }
    var rest = (0..<100)[...]
    await #expect(throws: Refusal(number: 5)) {
      try await work.run {
        rest.popFirst()
      } take: { number in
        taken.append(number)
        if number == 5 { throw Refusal(number: number) }
      }
    }
    #expect(taken == Array(0...5))
  }

  /// What was given before is taken before it is told that no more can be given.
  @Test(arguments: [CoreUse.one, .all])
  func takesAllThatWasGivenBeforeAMistake(cores: CoreUse) async {
    var taken: [Int] = []
    let work = OrderedWork<Int, Int>(on: cores) { $0 }
    var rest = (0..<20)[...]
    await #expect(throws: Refusal(number: 20)) {
      try await work.run {
        guard let next = rest.popFirst() else { throw Refusal(number: 20) }
        return next
      } take: {
        taken.append($0)
      }
    }
    #expect(taken == Array(0..<20))
  }

  @Test func holdsFewResults() async throws {
    var (added, taken, most) = (0, 0, 0)
    let work = OrderedWork<Int, Int> { $0 }
    try await work.run {
      guard added < 2_000 else { return nil }
      added += 1
      most = max(most, added - taken)
      return added
    } take: { _ in
      taken += 1
    }
    #expect(taken == 2_000)
    #expect(most <= 3 * ProcessInfo.processInfo.activeProcessorCount + 1)
  }
}
