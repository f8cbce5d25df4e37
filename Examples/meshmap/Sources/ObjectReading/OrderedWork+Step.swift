import Dispatch
import Synchronization

extension OrderedWork {
  /// The work on one input, done by whoever comes first.
  final class Step: Sendable {
    private enum State: Sendable {
      case waiting(Input)
      case running
      case done(Result<Output, any Error>)
    }

    private let state: Mutex<State>
    private let end = DispatchSemaphore(value: 0)

    init(_ input: Input) {
      state = Mutex(.waiting(input))
    }

    /// Whether the result is there.
    var isDone: Bool { outcome != nil }

    private var outcome: Result<Output, any Error>? {
      state.withLock { if case .done(let result) = $0 { result } else { nil } }
    }

    /// Does the work; false where somebody else does it or has done it.
    @discardableResult
    func runIfWaiting(_ work: (Input) throws -> Output) -> Bool {
      guard let input = begin() else { return false }
      let result = Result { try work(input) }
      state.withLock { $0 = .done(result) }
      end.signal()
      return true
    }

    private func begin() -> Input? {
      state.withLock { state in
        guard case .waiting(let input) = state else { return nil }
        state = .running
        return input
      }
    }

    /// What the work gave; waits for whoever is doing it, so somebody must be.
    func result() throws -> Output {
      while true {
        if let outcome { return try outcome.get() }
        end.wait()
      }
    }
  }
}
