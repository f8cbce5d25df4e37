import ArgumentParser
import Foundation
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
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(output.utf8))
    } catch {
      FileHandle.standardError.write(Data("meshmap: the output cannot be written: \(error.localizedDescription)\n".utf8))
      throw ExitCode(74)  // EX_IOERR, of the same list as 64.
    }
  }
}
