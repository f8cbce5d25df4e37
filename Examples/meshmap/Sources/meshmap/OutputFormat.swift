import ArgumentParser
import KubernetesJSON
import MeshMapKit

/// The form of the output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, yaml

  /// Prints a document in this form.
  ///
  /// - Parameters:
  ///   - document: What is printed as JSON or YAML.
  ///   - text: What is printed as text.
  func print(_ document: some JSONWritable, text: (Style) -> String) throws {
    let output: [UInt8] =
      switch self {
      case .text: Array((text(.ofStandardOutput) + "\n").utf8)
      case .json: JSONWriter.bytes(of: document) + "\n".utf8
      case .yaml: Array(YAMLSink.yaml(of: document).utf8)
      }
    try StandardOutput.write(output)
  }

  /// The form of reports that are written while they are made.
  var form: ReportStream.Form {
    switch self {
    case .text: .text(.ofStandardOutput, .ofStandardOutput)
    case .json: .json
    case .yaml: .yaml
    }
  }
}
