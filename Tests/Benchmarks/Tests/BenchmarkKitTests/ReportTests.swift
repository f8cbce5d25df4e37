import BenchmarkKit
import Foundation
import Testing

/// What is printed can be read again and compared.
@Suite("Reports")
struct ReportTests {
  static func report(_ samples: [Double]) throws -> Report {
    Report([try #require(BenchmarkMeasurement(scenario: "s", metric: "m", samples: samples, unit: "µs/Pod"))])
  }

  @Test func aReportIsReadAsItWasPrinted() throws {
    let report = try Self.report([3, 1, 2.5])
    let expected = """
      [
      {"scenario":"s","metric":"m","minimum":1.0,"median":2.5,"unit":"µs/Pod"}
      ]
      """
    #expect(report.json == expected)
    #expect(try Report(json: Data(report.json.utf8)).measurements == report.measurements)
  }

  @Test func theTableHasTheRatioOfTheMinima() throws {
    let table = try Self.report([3, 1, 2, 4]).table(against: Self.report([2, 5]))
    let expected = """
      scenario  metric  minimum  median  unit    ratio
      s         m          1.00    2.50  µs/Pod   0.50
      """
    #expect(table == expected)
  }

  /// What decoding takes on the same machine is what other times of a Pod are measured by.
  @Test func timesStandBesideThoseOfTheDecoder() throws {
    let measurements = try [("JSONDecoder", 100, "µs/Pod"), ("mapping", 5, "µs/Pod"), ("event", 7, "µs/event")].map {
      try #require(BenchmarkMeasurement(scenario: "s", metric: $0.0, samples: [Double($0.1)], unit: $0.2))
    }
    let expected = """
      scenario  metric       minimum  median  unit      of JSONDecoder
      s         JSONDecoder   100.00  100.00  µs/Pod              1.00
      s         mapping         5.00    5.00  µs/Pod              0.05
      s         event           7.00    7.00  µs/event
      """
    #expect(Report(measurements).table() == expected)
  }

  @Test func aFileThatIsNotThereIsNamed() {
    #expect(throws: BenchmarkFailure.self) { try Report(readFrom: "/there/is/no/such.json") }
  }
}
