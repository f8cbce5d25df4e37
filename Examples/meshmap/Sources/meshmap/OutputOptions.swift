import ArgumentParser
import KubernetesJSON
import MeshMapKit

/// The options of how a command prints its answer.
struct OutputOptions<Forms: OutputForms>: ParsableArguments {
  @Option(help: "The form of the output.")
  var output = OutputArgument<Forms>(.text)

  @Flag(
    inversion: .prefixedNo,
    help: "Whether text is coloured; left out: on a terminal, unless the environment has NO_COLOR.")
  var color: Bool?

  func validate() throws {
    guard !Forms.all.contains(output.format) else { return }
    let forms = Forms.all.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      "The value '\(output.format.rawValue)' is only for \(output.format == .html ? "upgrade" : "lint"); write one of \(forms)."
    )
  }

  /// The form of the output.
  var format: OutputFormat { output.format }

  /// How text is coloured.
  var style: Style { .ofStandardOutput(color.map { $0 ? .always : .never } ?? .automatic) }

  /// Prints a document in the form that is asked for.
  ///
  /// - Parameters:
  ///   - document: What is printed as JSON or YAML.
  ///   - text: What is printed as text.
  func print(_ document: some JSONWritable, text: (Style, TextLayout) -> String) throws {
    switch format {
    case .yaml: try StandardOutput.write(Array(YAMLSink.yaml(of: document).utf8))
    case .text: try StandardOutput.write(Array((text(style, .ofStandardOutput) + "\n").utf8))
    // The forms of one command are printed by that.
    case .json, .html, .sarif, .github: try StandardOutput.write(JSONWriter.bytes(of: document) + "\n".utf8)
    }
  }

  /// The form of reports that are written while they are made.
  var streamForm: ReportStream.Form {
    switch format {
    case .text: .text(style, .ofStandardOutput)
    case .yaml: .yaml
    case .json, .html, .sarif, .github: .json
    }
  }
}
