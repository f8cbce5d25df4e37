import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What becomes of each element, in order, several looked at at once.
  func mapped<Result: Sendable>(
    atOnce count: Int, _ transform: @Sendable (Element) throws -> Result
  ) throws -> [Result] {
    let next = Mutex(0)
    let results = Mutex([Int: Swift.Result<Result, any Error>]())
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      while true {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < self.count else { return }
        let result = Swift.Result { try transform(self[index]) }
        results.withLock { $0[index] = result }
      }
    }
    return try results.withLock { results in try indices.compactMap { try results[$0]?.get() } }
  }
}
