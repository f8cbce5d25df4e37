package import Foundation

/// Measurements as they are printed and read again.
package struct Report {
  /// The measurements, in order.
  package let measurements: [BenchmarkMeasurement]

  /// A report of measurements.
  package init(_ measurements: [BenchmarkMeasurement]) {
    self.measurements = measurements
  }

  /// Reads a report from the JSON that another one gave.
  package init(json: Data) throws {
    measurements = try JSONDecoder().decode([BenchmarkMeasurement].self, from: json)
  }

  /// Reads a report from a file.
  ///
  /// - Throws: ``BenchmarkFailure``, which says what the file must hold.
  package init(readFrom path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw BenchmarkFailure("there is no \(path); check --baseline")
    }
    do {
      try self.init(json: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw BenchmarkFailure("\(path) is not an earlier output; make one with --output json > \(path)")
    }
  }

  /// A JSON list with an object for each measurement, one a line.
  package var json: String {
    let lines = measurements.map { measurement in
      """
      {"scenario":\(JSONText.string(measurement.scenario)),"metric":\(JSONText.string(measurement.metric)),\
      "minimum":\(measurement.minimum),"median":\(measurement.median),"unit":\(JSONText.string(measurement.unit))}
      """
    }
    return "[\n\(lines.joined(separator: ",\n"))\n]"
  }

  /// A table, with the ratio of each minimum to that of an earlier report; where Foundation's decoder was measured too, each time for a Pod
  /// stands beside what that takes to decode one, so that it says something of other machines as well.
  package func table(against baseline: Report? = nil) -> String {
    let decoder = measurements.first { $0.metric == "JSONDecoder" }
    let ratios = (decoder == nil ? [] : ["of JSONDecoder"]) + (baseline == nil ? [] : ["ratio"])
    var rows = [["scenario", "metric", "minimum", "median", "unit"] + ratios]
    for measurement in measurements {
      let numbers = [measurement.minimum, measurement.median].map(Self.text)
      var row = [measurement.scenario, measurement.metric] + numbers + [measurement.unit]
      if let decoder {
        row.append(measurement.unit == decoder.unit ? Self.text(measurement.minimum / decoder.minimum) : "")
      }
      if let baseline { row.append(baseline.ratio(of: measurement).map(Self.text) ?? "new") }
      rows.append(row)
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let line = zip(row, widths).map { cell, width in
        let blanks = String(repeating: " ", count: width - cell.count)
        return cell.first?.isNumber == true ? blanks + cell : cell + blanks
      }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// How a measurement compares with the earlier one of the same name; nil where there is none.
  private func ratio(of measurement: BenchmarkMeasurement) -> Double? {
    let earlier = measurements.first { $0.scenario == measurement.scenario && $0.metric == measurement.metric }
    guard let earlier, earlier.minimum > 0 else { return nil }
    return measurement.minimum / earlier.minimum
  }

  private static func text(_ number: Double) -> String {
    String(format: "%.2f", number)
  }
}
