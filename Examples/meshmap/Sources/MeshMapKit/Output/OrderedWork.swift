import Dispatch
import Foundation
import Synchronization

/// Work on many elements by all cores, whose results come in the order of the elements and a batch at a time, so that memory
/// holds one batch of results and not all of them.
package enum OrderedWork {
  /// Transforms elements and hands the results out in order.
  ///
  /// - Parameters:
  ///   - elements: What is worked on.
  ///   - batch: How many elements each core gets in a batch.
  ///   - transform: The work on a run of consecutive elements; called by several threads at a time.
  ///   - emit: What takes the results, in order; called by one thread.
  package static func map<Element: Sendable, Output: Sendable>(
    _ elements: [Element],
    batch: Int = 500,
    transform: @Sendable (ArraySlice<Element>) throws -> Output,
    emit: (Output) throws -> Void
  ) throws {
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    var start = 0
    while start < elements.count {
      let runs = (0..<cores).compactMap { core -> Range<Int>? in
        let first = start + core * batch
        return first < elements.count ? first..<min(first + batch, elements.count) : nil
      }
      let results = Mutex([Int: Result<Output, any Error>]())
      DispatchQueue.concurrentPerform(iterations: runs.count) { index in
        let result = Result { try transform(elements[runs[index]]) }
        results.withLock { $0[index] = result }
      }
      for index in runs.indices {
        if let result = results.withLock({ $0.removeValue(forKey: index) }) { try emit(try result.get()) }
      }
      start += cores * batch
    }
  }
}
