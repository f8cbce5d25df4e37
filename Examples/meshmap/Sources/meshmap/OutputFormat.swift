import ArgumentParser
import KubernetesJSON
import MeshMapKit

/// The form of the output.
enum OutputFormat: String, ExpressibleByArgument {
  case text, json, yaml
  /// A page of its own, which only `upgrade` has.
  case html
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
  ///   - page: What is printed as HTML; nil where the command has no page.
  ///   - text: What is printed as text.
  /// - Throws: Status 64 where the command has no such form.
  func print(_ document: some JSONWritable, page: (() -> String)? = nil, text: (Style) -> String) throws {
    let output: [UInt8]
    switch self {
    case .text: output = Array((text(.ofStandardOutput) + "\n").utf8)
    case .json: output = JSONWriter.bytes(of: document) + "\n".utf8
    case .yaml: output = Array(YAMLSink.yaml(of: document).utf8)
    case .html:
      guard let page else { throw notHere }
      output = Array(page().utf8)
    case .sarif, .github: throw notHere
    }
    try StandardOutput.write(output)
  }

  /// The form of reports that are written while they are made.
  ///
  /// - Throws: Status 64 where they have no such form.
  func form() throws -> ReportStream.Form {
    switch self {
    case .text: .text(.ofStandardOutput, .ofStandardOutput)
    case .json: .json
    case .yaml: .yaml
    case .html, .sarif, .github: throw notHere
    }
  }

  private var notHere: ValidationError {
    ValidationError(
      "The value '\(rawValue)' is only for \(self == .html ? "upgrade" : "lint"); write one of \(Self.allValueStrings.joined(separator: ", "))."
    )
  }
}
