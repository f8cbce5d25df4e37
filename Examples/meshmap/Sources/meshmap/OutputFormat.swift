import ArgumentParser
import KubernetesJSON
import MeshMapKit

/// The form of the output.
enum OutputFormat: String, ExpressibleByArgument {
  case text, json, yaml
  /// A page of its own, which only some commands have.
  case html

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
      guard let page else { throw Self.noPage }
      output = Array(page().utf8)
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
    case .html: throw Self.noPage
    }
  }

  private static let noPage = ValidationError(
    "The value 'html' is only for upgrade; write one of \(allValueStrings.joined(separator: ", ")).")
}
