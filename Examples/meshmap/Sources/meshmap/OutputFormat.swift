import ArgumentParser
import MeshMapKit

/// The form of the output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, yaml

  /// Prints a document in this form.
  ///
  /// - Parameters:
  ///   - document: What is printed as JSON or YAML.
  ///   - text: What is printed as text.
  func print(_ document: some Encodable, text: (Style) -> String) throws {
    let output: [UInt8] =
      switch self {
      case .text: Array((text(.ofStandardOutput) + "\n").utf8)
      case .json: try JSONWriter.text(of: document) + "\n".utf8
      case .yaml: Array(try JSONValue(encoding: document).yaml.utf8)
      }
    try StandardOutput.write(output)
  }

  /// The form of reports that are written while they are made.
  var form: ReportStream.Form {
    switch self {
    case .text: .text(.ofStandardOutput)
    case .json: .json
    case .yaml: .yaml
    }
  }
}
