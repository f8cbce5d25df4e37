import ArgumentParser
import KubernetesJSON
import MeshDiagnostics
import MeshMapKit
import MeshMapping

struct Codes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain the codes of findings, the statements of the specification and the rows of the release history.",
    discussion: "Without a code all of them are listed, a line for each."
  )

  @Argument(help: "A code: unresolved-target-port, TAG-3 or app-protocol say.")
  var code: String?

  @OptionGroup var output: OutputOptions<CommonForms>

  func run() throws {
    let entries = CodeEntry.all
    guard let code else {
      return try output.print(CodeList(entries: entries)) {
        CodeText(style: $0, layout: $1).list(of: entries)
      }
    }
    let found = entries.filter { $0.code.lowercased() == code.lowercased() }
    guard !found.isEmpty else {
      let nearest = NearestName.of(code, among: entries.map(\.code)).map { "; \($0) is" } ?? ""
      throw ValidationError("\(code.quotedSafely) is no code\(nearest); meshmap codes lists them.")
    }
    try output.print(CodeList(entries: found)) { style, layout in
      found.map { CodeText(style: style, layout: layout).explanation(of: $0) }.joined(separator: "\n\n")
    }
  }
}
