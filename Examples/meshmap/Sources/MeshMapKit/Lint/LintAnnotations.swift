import MeshDiagnostics
import MeshMapping

/// What `lint` writes for a host of code that runs it: a command for each finding, which becomes an annotation of the line.
package struct LintAnnotations {
  package init() {}

  /// The commands, a line for each finding.
  package func text(_ report: LintReport) -> String {
    (report.items.map(line) + report.incomplete.map(line) + report.unused.map(line)).map { $0 + "\n" }.joined()
  }

  private func line(of item: LintReport.Item) -> String {
    let finding = item.finding
    let command =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "notice"
      }
    var properties: [String] = []
    if let place = item.place {
      properties = ["file=\(Self.property(place.file))", "line=\(place.line)", "col=\(place.column)"]
    }
    properties.append("title=\(Self.property("meshmap \(finding.code)"))")
    let place = item.place == nil ? "\(finding.field): " : ""
    let making = item.place?.making.phrase.dropFirst(", ".count) ?? ""
    let made = making.isEmpty ? "" : "\n(\(making))"
    let fix = item.fixes.first.map { "\nFix: \($0.fix.message)." } ?? ""
    return "::\(command) \(properties.joined(separator: ","))::\(Self.data(place + finding.message + made + fix))"
  }

  /// What nobody can judge is no error, and yet nothing is said to be well.
  private func line(of lack: Incompleteness) -> String {
    "::warning title=meshmap incomplete::\(Self.data(lack.message))"
  }

  private func line(of unused: UnusedIgnore) -> String {
    "::notice title=\(Self.property("meshmap \(FindingKind.unusedSuppression.code)"))::\(Self.data(unused.message))"
  }

  private static func data(_ string: String) -> String {
    string.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ string: String) -> String {
    // Whatever else a name of a file holds that is not safe to print, no log is to obey it.
    data(string).printedSafely.replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
