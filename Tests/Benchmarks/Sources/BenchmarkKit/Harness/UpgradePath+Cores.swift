import Foundation
import MeshDiagnostics
import Synchronization

extension UpgradePath {
  /// The path that some work gives, its pieces done by two threads.
  init(onTwoCores work: UpgradeWork) {
    var work = work
    while !work.isDone { work.take(work.pieces(8).resultsOnTwoCores { $0.result() }) }
    self = work.path
  }
}

extension UpgradeComparison {
  /// The comparison that some work gives, its pieces done by two threads.
  init(onTwoCores work: UpgradeComparisonWork) {
    self = work.comparison(of: work.pieces(2).resultsOnTwoCores { $0.result() })
  }
}

extension Array where Element: Sendable {
  /// What each piece of work gives, in their order, done by two threads.
  fileprivate func resultsOnTwoCores<Result: Sendable>(_ work: @Sendable (Element) -> Result) -> [Result] {
    let results = Mutex<[Int: Result]>([:])
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = work(self[index])
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value)
  }
}
