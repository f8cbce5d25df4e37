import Foundation
import Testing

/// What Helm and kustomize made: whatever is told of it names the files that somebody edits.
@Suite struct MadeFilesTests {
  private static let changes = """
    - configuredIn: prod/kustomization.yaml
          - configuredIn: prod/kustomization.yaml
          - configuredIn: prod/labels.yaml
    """

  /// A Service with a protocol that is not known, as kustomize makes it.
  private static func service(_ origin: String, changedBy changes: String = "") -> String {
    """
    apiVersion: v1
    kind: Service
    metadata:
      name: web
      namespace: demo
      annotations:
        config.kubernetes.io/origin: |
    \(origin.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n"))
    \(changes.isEmpty ? "" : "    alpha.config.kubernetes.io/transformations: |\n      \(changes)")
        80.service.kuma.io/protocol: htp
    spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}

    """
  }

  private static func input(_ service: String) -> String {
    Manifest.documents(Manifest.namespace(), Manifest.pod(), service)
  }

  private static func lint(_ input: String, as form: String) throws -> String {
    try Command("lint", "--release", "2.9.4", "--output", form, "-").run(input: input).output
  }

  @Test func lintNamesTheFileThatKustomizeMadeItOf() throws {
    let input = Self.input(Self.service("path: base/web.yaml", changedBy: Self.changes))
    let text = try Self.lint(input, as: "text")
    let making = "made of base/web.yaml, changed by prod/kustomization.yaml, prod/labels.yaml"
    #expect(text.contains("--> standard input:24:5, \(making) Service demo/web"), "\(text)")
    let json = try Self.lint(input, as: "json")
    #expect(
      json.contains(
        """
                "madeOf": "base/web.yaml",
                "changedBy": [
                  "prod/kustomization.yaml",
                  "prod/labels.yaml"
                ]
        """), "\(json)")
    let annotations = try Self.lint(input, as: "github")
    #expect(annotations.contains("%0A(\(making))"), "\(annotations)")
    let sarif = try Self.lint(input, as: "sarif")
    for (file, message) in [("base/web.yaml", "made of this"), ("prod/labels.yaml", "changed by this")] {
      let uri = try #require(sarif.range(of: "\"uri\": \"\(file)\""))
      #expect(sarif[uri.upperBound...].prefix(120).contains("\"text\": \"\(message)\""), "\(sarif)")
    }
  }

  /// In JSON the annotation is one string, and what a generator made has no file but where that is configured.
  @Test func ofJSON() throws {
    let service = """
      {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "demo", "annotations": {
      "config.kubernetes.io/origin": "configuredIn: prod/kustomization.yaml\\nconfiguredBy: {kind: X}\\n",
      "80.service.kuma.io/protocol": "htp"}},
      "spec": {"selector": {"app": "web"}, "ports": [{"port": 80}]}}

      """
    let text = try Self.lint(Self.input(service), as: "text")
    #expect(text.contains("--> standard input:14:1, made of prod/kustomization.yaml"), "\(text)")
  }

  /// A file of another repository is named with that, as kustomize takes it.
  @Test func ofAnotherRepository() throws {
    let origin = "path: deploy/web.yaml\nrepo: https://github.com/o/r\nref: v1.0.2"
    let input = Self.input(Self.service(origin))
    let name = "https://github.com/o/r//deploy/web.yaml?ref=v1.0.2"
    #expect(try Self.lint(input, as: "text").contains(", made of \(name)"))
    #expect(try Self.lint(input, as: "sarif").contains("\"uri\": \"\(name)\""))
  }

  @Test func helmNamesItBeforeTheDocument() throws {
    let service = "# Source: chart/templates/web.yaml\n" + Self.service("path: base/web.yaml")
    for form in ["text", "json", "github", "sarif"] {
      let output = try Self.lint(Self.input(service), as: form)
      #expect(output.contains("chart/templates/web.yaml"), "\(form): \(output)")
      #expect(!output.contains("base/web.yaml"), "\(form): \(output)")
    }
  }

  /// What no tool made is where it stands, whatever else its annotations say.
  @Test(arguments: ["x", "[1]", "path: [a]"]) func anOriginThatSaysNothing(_ origin: String) throws {
    let input = Self.input(Self.service(origin))
    #expect(!(try Self.lint(input, as: "text").contains("made of")))
  }

  @Test func whatKustomizeMadeIsNotWritten() throws {
    try Command.withFolder(holding: ["out.yaml": Self.input(Self.service("path: base/web.yaml"))]) { folder in
      let run = try Command("lint", "--release", "2.9.4", "--fix", "out.yaml").run(in: folder)
      #expect(run.errors.contains("is made of base/web.yaml"), "\(run.errors)")
      #expect(try String(contentsOf: folder.appending(path: "out.yaml"), encoding: .utf8).contains("htp"))
    }
  }
}
