import BenchmarkKit
import Testing

/// Tests in which allocations are counted, one after the other: they are counted on all threads.
@Suite(.serialized)
enum CountingTests {}

extension CountingTests {
  /// What is recorded of something, and the counting of allocations where the platform tells them.
  @Suite("Recorder")
  struct RecorderTests {
    /// A class instance is one allocation.
    private final class Instance {}

    @Test func allocationsAreCountedOnlyWhileSomethingIsMeasured() {
      var kept: [Instance] = []
      kept.reserveCapacity(4_000)
      let count = Memory.allocations { for _ in 0..<1_000 { kept.append(Instance()) } }
      #if canImport(Glibc)
        // Other tests may allocate meanwhile.
        #expect((count ?? 0) >= 1_000)
        #expect((count ?? 0) < 100_000)
      #else
        #expect(count == nil)
      #endif
      for _ in 0..<1_000 { kept.append(Instance()) }
      let none = Memory.allocations {}
      #expect((none ?? 0) < 1_000)
      #expect(kept.count == 2_000)
    }

    @Test func aTimeIsRecordedWithItsAllocations() {
      var recorder = Recorder(scenario: "s", repetitions: 2)
      var runs = 0
      recorder.time("work", per: .events(10)) {
        runs += 1
        return [Instance(), Instance()]
      }
      #expect(recorder.measurements.first?.metric == "work")
      #expect(recorder.measurements.first?.unit == "µs/event")
      #if canImport(Glibc)
        #expect(recorder.measurements.map(\.metric) == ["work", "work, allocations"])
        #expect(recorder.measurements.last?.unit == "per event")
        // One to warm up, two that are timed, one that is counted.
        #expect(runs == 4)
      #endif
    }

    @Test func theAllocationsAreDividedByHowMuchThereIs() {
      var recorder = Recorder(scenario: "s", repetitions: 1)
      recorder.allocations("work", per: .pods(500)) { (0..<1_000).map { _ in Instance() } }
      #if canImport(Glibc)
        #expect(recorder.measurements.map(\.unit) == ["per Pod"])
        #expect((recorder.measurements.first?.minimum ?? 0) >= 2)
      #else
        #expect(recorder.measurements.isEmpty)
      #endif
    }
  }
}
