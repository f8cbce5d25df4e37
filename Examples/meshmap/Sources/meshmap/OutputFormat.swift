import ArgumentParser
import KubernetesJSON
import MeshMapKit

/// The form of the output.
enum OutputFormat: String, ExpressibleByArgument {
  case text, json, yaml
  /// The form in which tools that look at code tell others what they found, which only `lint` has.
  case sarif
  /// Commands for a host of code, which only `lint` has.
  case github

  /// The forms that every command has.
  static var allValueStrings: [String] { [text, json, yaml].map(\.rawValue) }

  /// Prints a document in this form.
  ///
  /// - Parameters:
  ///   - document: What is printed as JSON or YAML.
  ///   - text: What is printed as text.
  func print(_ document: some JSONWritable, text: (Style) -> String) throws {
    let output: [UInt8]
    switch self {
    case .text: output = Array((text(.ofStandardOutput) + "\n").utf8)
    case .json: output = JSONWriter.bytes(of: document) + "\n".utf8
    case .yaml: output = Array(YAMLSink.yaml(of: document).utf8)
    case .sarif, .github: throw notHere
    }
    try StandardOutput.write(output)
  }

  /// The form of reports that are written while they are made.
  ///
  /// - Throws: Status 64 where they have no such form.
  func form() throws -> ReportStream.Form {
    switch self {
    case .text: .text(.ofStandardOutput)
    case .json: .json
    case .yaml: .yaml
    case .sarif, .github: throw notHere
    }
  }

  private var notHere: ValidationError {
    ValidationError("The value '\(rawValue)' is only for lint; write one of \(Self.allValueStrings.joined(separator: ", ")).")
  }
}
