import Foundation
import Testing

/// What a person sees at a terminal: the answer first, and no line wider than there is room.
@Suite struct TerminalTests {
  private static let files = [
    "chart/Chart.yaml": "apiVersion: v2\nname: web\n", "chart/values.yaml": "replicas: 2\n",
    "chart/templates/web.yaml": "kind: Pod\nmetadata: {name: \"{{ .Release.Name }}\"}\n",
    "broken.yaml": "kind: Pod\nmetadata: [\n",
    "all.yaml": Manifest.documents(Manifest.namespace(), Manifest.service(), Manifest.pod()),
  ]

  @Test func messagesAreWrapped() throws {
    try Command.withFolder(holding: Self.files) { folder in
      let run = try Command("preview", ".").run(environment: ["COLUMNS": "60"], in: folder)
      #expect(
        run.errors == """
          meshmap: ./broken.yaml: is not YAML at line 2, column 11: a
              collection is not closed; write the missing bracket
          meshmap: note: skipped 2 documents without Kubernetes
              objects: ./chart/Chart.yaml, ./chart/values.yaml
          meshmap: note: skipped 1 document of templates, which are
              read once they are rendered, as by helm template CHART |
              meshmap … -: ./chart/templates/web.yaml

          """)
    }
  }

  /// Where both outputs are one terminal, what is no answer stands behind it; a failure without an answer is the last word.
  @Test func theAnswerComesFirst() throws {
    try Command.withFolder(holding: Self.files) { folder in
      let shown = try Self.onTerminal(["preview", "--no-color", "."], in: folder)
      #expect(
        shown == """
          demo · mesh default · kuma.io/sidecar-injection=enabled
            Pod web-1  inject, apply
              port 8080  web_demo_svc_80  tcp  readiness unknown
                app=web
          1 Pod under the documented rules: 1 apply
          meshmap: ./broken.yaml: is not YAML at line 2, column 11: a collection is not
              closed; write the missing bracket
          meshmap: note: skipped 2 documents without Kubernetes objects:
              ./chart/Chart.yaml, ./chart/values.yaml
          meshmap: note: skipped 1 document of templates, which are read once they are
              rendered, as by helm template CHART | meshmap … -:
              ./chart/templates/web.yaml

          """)
      let failed = try Self.onTerminal(["lint", "chart"], in: folder)
      #expect(failed.hasPrefix("meshmap: note: skipped "))
      #expect(failed.hasSuffix("\nmeshmap: the input has no object\n"))
    }
  }

  /// What the command shows on a terminal that both of its outputs go to.
  private static func onTerminal(_ arguments: [String], in folder: URL) throws -> String {
    var (controller, terminal) = (Int32(-1), Int32(-1))
    let opened = unsafe openpty(&controller, &terminal, nil, nil, nil)
    try #require(opened == 0)
    let process = Process()
    process.executableURL = try Command.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["COLUMNS": ""]) { $1 }
    let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    close(terminal)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      // At its end a terminal fails.
      let count = unsafe read(controller, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    process.waitUntilExit()
    close(controller)
    return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
  }
}
