import Foundation
import MeshDiagnostics
import Synchronization

extension UpgradePath {
  /// The path that some work gives, its pieces done by two threads.
  init(onTwoCores work: UpgradeWork) {
    var work = work
    while !work.isDone {
      let pieces = work.pieces(8)
      let results = Mutex<[Int: UpgradeWork.Result]>([:])
      let next = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < pieces.count else { return }
          let result = pieces[index].result()
          results.withLock { $0[index] = result }
        }
      }
      work.take(results.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value))
    }
    self = work.path
  }
}

extension UpgradeComparison {
  /// The comparison that some work gives, its pieces done by two threads.
  init(onTwoCores work: UpgradeComparisonWork) {
    let pieces = work.pieces(2)
    let results = Mutex<[Int: UpgradeComparisonWork.Result]>([:])
    DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
      let result = pieces[index].result()
      results.withLock { $0[index] = result }
    }
    self = work.comparison(of: results.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value))
  }
}
