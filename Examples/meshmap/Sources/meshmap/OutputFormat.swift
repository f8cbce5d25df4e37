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
    let output: String =
      switch self {
      case .text: text(.ofStandardOutput) + "\n"
      case .json: try JSONValue(encoding: document).text + "\n"
      case .yaml: try JSONValue(encoding: document).yaml
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
