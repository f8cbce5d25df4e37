import Foundation
import ObjectReading
import Testing

/// Work by all cores: the order of results, of failures, and what is taken after one.
@Suite struct OrderedWorkTests {
  private struct Refusal: Error, Equatable {
    let number: Int
  }

  @Test(arguments: [CoreUse.one, .all], [0, 1, 2, 7, 200])
  func takesResultsInOrder(cores: CoreUse, count: Int) throws {
    var taken: [Int] = []
    var work = OrderedWork<Int, Int>(on: cores) { number in
      // The first ones take longest.
      if number % 7 == 0 { Thread.sleep(forTimeInterval: 0.001) }
      return number * number
    } take: {
      taken.append($0)
    }
    for number in 0..<count { try work.add(number) }
    try work.finish()
    #expect(taken == (0..<count).map { $0 * $0 })
    try work.finish()
    #expect(taken.count == count)
  }

  @Test(arguments: [CoreUse.one, .all])
  func throwsTheFirstFailureAndTakesNothingBehindIt(cores: CoreUse) {
    var taken: [Int] = []
    var work = OrderedWork<Int, Int>(on: cores) { number in
      if number == 30 { Thread.sleep(forTimeInterval: 0.01) }
      guard number < 30 else { throw Refusal(number: number) }
      return number
    } take: {
      taken.append($0)
    }
    #expect(throws: Refusal(number: 30)) {
      for number in 0..<100 { try work.add(number) }
      try work.finish()
    }
    #expect(throws: Never.self) { try work.finish() }
    #expect(taken == Array(0..<30))
  }

  @Test(arguments: [CoreUse.one, .all])
  func stopsWhereTakingThrows(cores: CoreUse) {
    var taken: [Int] = []
    var work = OrderedWork<Int, Int>(on: cores) {
      $0
    } take: { number in
      taken.append(number)
      if number == 5 { throw Refusal(number: number) }
    }
    #expect(throws: Refusal(number: 5)) {
      for number in 0..<100 { try work.add(number) }
      try work.finish()
    }
    #expect(throws: Never.self) { try work.finish() }
    #expect(taken == Array(0...5))
  }

  @Test func holdsFewResults() throws {
    var (added, taken, most) = (0, 0, 0)
    var work = OrderedWork<Int, Int> {
      $0
    } take: { _ in
      taken += 1
    }
    for number in 0..<2_000 {
      added += 1
      try work.add(number)
      most = max(most, added - taken)
    }
    try work.finish()
    #expect(most <= 3 * ProcessInfo.processInfo.activeProcessorCount)
  }
}
