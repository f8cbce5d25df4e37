import Foundation
import Testing

/// `meshmap lint`: what it prints, how it ends, and what it writes.
@Suite struct LintTests {
  /// A Service with a misspelt protocol and a misspelt target port, and what it selects.
  private static let manifest = """
    # Our shop
    \(namespace)
    apiVersion: v1
    kind: Service
    metadata:
      name: web
      namespace: demo
      annotations:
        80.service.kuma.io/protocol: "htp"  # fast
    spec:
      selector: {app: web}
      ports:
        # The website
        - targetPort: htpp
          port: 80
    ---
    \(deployment)
    """

  private static let namespace = """
    apiVersion: v1
    kind: Namespace
    metadata:
      name: demo
      labels:
        kuma.io/sidecar-injection: enabled
    ---
    """

  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
      namespace: demo
    spec:
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: app
              ports:
                - {name: http, containerPort: 8080}

    """

  /// A cluster without findings.
  private static let healthy = manifest.replacing("\"htp\"", with: "http").replacing("htpp", with: "http")

  private static func lint(_ arguments: String..., files: [String: String]) throws -> Command.Run {
    try Command.withFolder(holding: files) { folder in
      try Command(["lint"] + arguments + ["--release", "2.9.4"]).run(in: folder)
    }
  }

  // MARK: - Text

  @Test func pointsAtTheLine() throws {
    let run = try Self.lint("web.yaml", files: ["web.yaml": Self.manifest])
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix(
        """
        error[service-refused]: Kuma refuses Service web when it is written, since service annotation 80.service.kuma.io/protocol=htp is no protocol that it knows; write another.
          --> web.yaml:15:5 Service demo/web
           |
        15 |     80.service.kuma.io/protocol: "htp"  # fast
           |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           = fix: write http in annotation 80.service.kuma.io/protocol
        """))
    #expect(run.output.contains("     -     80.service.kuma.io/protocol: \"htp\"  # fast\n"))
    #expect(run.output.contains("     +     80.service.kuma.io/protocol: \"http\"  # fast\n"))
  }

  @Test func isNoWiderThanTheTerminal() throws {
    let run = try Command.withFolder(holding: ["web.yaml": Self.manifest]) { folder in
      try Command("lint", "web.yaml", "--release", "2.9.4").run(environment: ["COLUMNS": "80"], in: folder)
    }
    #expect(run.lines.allSatisfy { $0.count <= 80 }, "\(run.lines.filter { $0.count > 80 })")
  }

  @Test func tellsWhatWasLookedAtWhereNothingIsFound() throws {
    let run = try Self.lint("web.yaml", files: ["web.yaml": Self.healthy])
    #expect(run.status == 0)
    #expect(
      run.output == """
        ✔ 1 workload without Pods, 1 Service, 1 Namespace under the rules of Kuma 2.9.4: nothing found
        note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.

        """)
  }

  @Test func givesCommandsForWhatIsNoFile() throws {
    let run = try Command("lint", "-", "--release", "2.9.4").run(input: Self.manifest)
    #expect(
      run.output.contains(
        "       kubectl annotate service web -n demo 80.service.kuma.io/protocol=http --overwrite\n"))
  }

  // MARK: - Status

  @Test(arguments: [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
  func endsByTheThreshold(_ threshold: String, _ status: Int32) throws {
    #expect(try Self.lint("web.yaml", "--fail-on", threshold, files: ["web.yaml": Self.manifest]).status == status)
  }

  @Test func aWarningIsBelowTheThreshold() throws {
    let manifest = Self.manifest.replacing("\"htp\"", with: "http")
    #expect(try Self.lint("web.yaml", files: ["web.yaml": manifest]).status == 0)
    #expect(try Self.lint("web.yaml", "--fail-on", "warning", files: ["web.yaml": manifest]).status == 1)
  }

  /// Without its Namespace nobody knows whether a Pod is injected.
  @Test func whatIsNotKnownIsNotWell() throws {
    let run = try Self.lint("web.yaml", files: ["web.yaml": Self.deployment])
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("? "))
    #expect(run.output.contains("not known: "))
    #expect(try Self.lint("web.yaml", "--allow-incomplete", files: ["web.yaml": Self.deployment]).status == 0)
    #expect(try Self.lint("web.yaml", "--fail-on", "never", files: ["web.yaml": Self.deployment]).status == 0)
  }

  /// Nothing is said to be well where something could not be read, or is not in the list.
  @Test func whatIsNotReadIsNotWell() throws {
    let broken =
      Self.healthy
      + "---\napiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: demo}\nspec: {ports: 3}\n"
    let run = try Self.lint("web.yaml", files: ["web.yaml": broken])
    #expect(run.status == 2)
    #expect(run.output.hasPrefix("? "))
    #expect(run.output.contains("not known: There may be more than is shown: Service demo/api could not be read; fix that."))
    let cut = #"{"apiVersion": "v1", "kind": "PodList", "metadata": {"continue": "x"}, "items": []}"#
    let part = try Self.lint("web.yaml", "pods.json", files: ["web.yaml": Self.healthy, "pods.json": cut])
    #expect(part.status == 3)
    #expect(part.output.hasPrefix("? "))
    let lack = "There may be more than is shown: a list of Pod objects was cut off; list everything without a limit."
    #expect(part.output.contains("not known: \(lack)"))
  }

  // MARK: - Suppressions

  @Test func suppresses() throws {
    let ignored = Self.manifest.replacing(
      "  annotations:\n", with: "  annotations:\n    meshmap/ignore: \"service-refused # a test\"\n")
    #expect(try Self.lint("web.yaml", files: ["web.yaml": ignored]).status == 0)
    #expect(try Self.lint("web.yaml", "--ignore", "service-refused", files: ["web.yaml": Self.manifest]).status == 0)
    let settings = ["web.yaml": Self.manifest, ".meshmap.yaml": "ignore: [service-refused, unresolved-target-port]\n"]
    let run = try Self.lint("web.yaml", files: settings)
    #expect(run.status == 0)
    #expect(run.output.contains("nothing found") && run.output.contains("suppressed"))
    #expect(try Self.lint("web.yaml", "--ignore", "service-refusd", files: ["web.yaml": Self.manifest]).status == 64)
  }

  // MARK: - Other forms

  @Test func isJSON() throws {
    let run = try Self.lint("web.yaml", "--output", "json", files: ["web.yaml": Self.manifest])
    #expect(run.status == 1)
    let report = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
    let first = try #require(report.findings.first)
    #expect(first.code == "service-refused")
    #expect(first.location == Document.Location(file: "web.yaml", line: 15, column: 5))
    #expect(first.object == Document.Object(kind: "Service", namespace: "demo", name: "web"))
    let fix = try #require(first.fixes.first)
    #expect(fix.command == "kubectl annotate service web -n demo 80.service.kuma.io/protocol=http --overwrite")
    #expect(fix.edits.map(\.line) == [15])
    #expect(fix.edits.map(\.new) == ["    80.service.kuma.io/protocol: \"http\"  # fast"])
  }

  private struct Document: Decodable {
    struct Location: Decodable, Equatable {
      let file: String
      let line: Int
      let column: Int
    }

    struct Object: Decodable, Equatable {
      let kind: String
      let namespace: String?
      let name: String
    }

    struct Edit: Decodable {
      let line: Int
      let new: String
    }

    struct Fix: Decodable {
      let command: String?
      let edits: [Edit]
    }

    struct Finding: Decodable {
      let code: String
      let location: Location?
      let object: Object
      let fixes: [Fix]
    }

    let findings: [Finding]
  }

  /// The properties that the schema of SARIF 2.1.0 wants, and those that hosts of code read.
  @Test func isSARIF() throws {
    let run = try Self.lint("web.yaml", "--output", "sarif", files: ["web.yaml": Self.manifest])
    let log = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let runs = try #require(log["runs"] as? [[String: Any]])
    let driver = try #require((runs.first?["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "meshmap")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.count > 20)
    for rule in rules {
      #expect(rule["id"] is String)
      for text in ["shortDescription", "fullDescription", "help"] {
        #expect((rule[text] as? [String: Any])?["text"] is String, "\(rule)")
      }
      let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
      #expect(["error", "warning", "note"].contains(level ?? ""))
    }
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    #expect(!results.isEmpty)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect((result["message"] as? [String: Any])?["text"] is String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String ?? ""))
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let place = try #require(location["physicalLocation"] as? [String: Any])
      #expect((place["artifactLocation"] as? [String: Any])?["uri"] as? String == "web.yaml")
      #expect((place["region"] as? [String: Any])?["startLine"] is Int)
    }
    let fix = try #require((results.first?["fixes"] as? [[String: Any]])?.first)
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    #expect(change["artifactLocation"] is [String: Any])
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    let region = try #require(replacement["deletedRegion"] as? [String: Int])
    #expect(region == ["startLine": 15, "startColumn": 1, "endLine": 16, "endColumn": 1])
  }

  @Test func isCommandsForAHost() throws {
    let run = try Self.lint("web.yaml", "--output", "github", files: ["web.yaml": Self.manifest])
    #expect(
      run.output.hasPrefix(
        "::error file=web.yaml,line=15,col=5,title=meshmap service-refused::Kuma refuses Service web"))
    #expect(run.lines.allSatisfy { $0.hasPrefix("::") })
  }

  /// A pull request may bring a file of any name, and the log of a host obeys control sequences.
  @Test func theNameOfAFileCommandsNothing() throws {
    let name = "web\u{1B}[31m\u{202E}.yaml"
    let run = try Self.lint(name, "--output", "github", files: [name: Self.manifest])
    #expect(run.output.hasPrefix("::error file=\"web\\u{1b}[31m\\u{202e}.yaml\",line=15,col=5,"))
    #expect(!run.output.unicodeScalars.contains("\u{1B}") && !run.output.unicodeScalars.contains("\u{202E}"))
  }

  @Test func otherCommandsHaveNoSARIF() throws {
    #expect(try Command("verify", "shop.json", "--output", "sarif").run().status == 64)
  }

  // MARK: - Fixes in files

  @Test func aPatchCanBeApplied() throws {
    try Command.withFolder(holding: ["k8s/web.yaml": Self.manifest]) { folder in
      let run = try Command("lint", "k8s", "--diff", "--release", "2.9.4").run(in: folder)
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("--- a/k8s/web.yaml\n+++ b/k8s/web.yaml\n@@ -12,12 +12,12 @@\n"))
      #expect(
        run.output.contains(
          "\n-    80.service.kuma.io/protocol: \"htp\"  # fast\n+    80.service.kuma.io/protocol: \"http\"  # fast\n"))
      #expect(try String(contentsOf: folder.appending(path: "k8s/web.yaml"), encoding: .utf8) == Self.manifest)
    }
  }

  /// Both fixes are written: the target port can be mended once the Service is taken at all.
  @Test func fixesAreWrittenAndAllElseStays() throws {
    try Command.withFolder(holding: ["web.yaml": Self.manifest]) { folder in
      let run = try Command("lint", "web.yaml", "--fix", "--release", "2.9.4").run(in: folder)
      #expect(run.status == 0)
      let text = try String(contentsOf: folder.appending(path: "web.yaml"), encoding: .utf8)
      #expect(
        text == Self.manifest.replacing("\"htp\"", with: "\"http\"").replacing("targetPort: htpp", with: "targetPort: http"))
    }
  }

  @Test func aLinkStaysOneAndPermissionsStay() throws {
    try Command.withFolder(holding: ["real/web.yaml": Self.manifest]) { folder in
      let file = folder.appending(path: "real/web.yaml").path
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "web.yaml").path, withDestinationPath: "real/web.yaml")
      _ = try Command("lint", "web.yaml", "--fix", "--release", "2.9.4").run(in: folder)
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("protocol: \"http\""))
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder.appending(path: "web.yaml").path) == "real/web.yaml"
      )
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "real").path) == ["web.yaml"])
    }
  }

  /// What is written first stands behind what is removed later, and moves.
  @Test func anEditBeforeOthersMovesThem() throws {
    let moved = Self.deployment.replacing(
      "  name: web\n  namespace: demo\n",
      with: "  name: web\n  namespace: demo\n  annotations:\n    kuma.io/gateway: enabled\n")
    let namespace = Self.namespace.replacing(
      "kuma.io/sidecar-injection: enabled", with: "kuma.io/sidecar-injection: Enabled")
    let manifest = "\(moved)---\n\(namespace)"
    try Command.withFolder(holding: ["web.yaml": manifest]) { folder in
      let run = try Command("lint", "web.yaml", "--fix", "--release", "2.9.4").run(in: folder)
      #expect(run.errors.contains("wrote web.yaml"), "\(run.errors)")
      let text = try String(contentsOf: folder.appending(path: "web.yaml"), encoding: .utf8)
      #expect(text.contains("    kuma.io/sidecar-injection: enabled\n"))
      #expect(text.contains("  namespace: demo\nspec:"))
      #expect(text.contains("      annotations:\n        kuma.io/gateway: enabled\n"))
    }
  }

  @Test func whatIsReadOnlyStays() throws {
    try Command.withFolder(holding: ["web.yaml": Self.manifest]) { folder in
      let file = folder.appending(path: "web.yaml").path
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
      let run = try Command("lint", "web.yaml", "--fix", "--release", "2.9.4").run(in: folder)
      #expect(run.status == 74)
      #expect(run.errors.contains("web.yaml: is read-only, and is not written"))
      #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.manifest)
    }
  }

  /// A pipe cannot be read once more: whoever opens it again waits for ever.
  @Test(.timeLimit(.minutes(1))) func aPipeIsReadOnce() throws {
    try Command.withFolder(holding: ["web.yaml": Self.manifest]) { folder in
      let pipe = folder.appending(path: "pipe").path
      #expect(unsafe mkfifo(pipe, 0o600) == 0)
      let writer = Process()
      writer.executableURL = URL(filePath: "/bin/sh")
      writer.arguments = ["-c", "cat web.yaml > pipe"]
      writer.currentDirectoryURL = folder
      try writer.run()
      let run = try Command("lint", "pipe", "--fix", "--release", "2.9.4").run(in: folder)
      writer.waitUntilExit()
      #expect(run.status == 1)
      #expect(run.errors.contains("not written, since it is no file that could be written"), "\(run.errors)")
      #expect(run.output.contains("--> pipe:15:5"))
    }
  }

  /// No name of a file can end the line that it stands in, and begin another one.
  @Test(arguments: [
    ("a b.yaml", "--- a/a b.yaml\t\n+++ b/a b.yaml\t\n"),
    ("a\nb.yaml", #"--- "a/a\012b.yaml""# + "\n" + #"+++ "b/a\012b.yaml""# + "\n"),
    ("ä\".yaml", #"--- "a/\303\244\042.yaml""# + "\n"), ("./web.yaml", "--- a/web.yaml\n+++ b/web.yaml\n"),
  ])
  func namesInAPatch(_ name: String, _ head: String) throws {
    let file = name.replacing("./", with: "")
    try Command.withFolder(holding: [file: Self.manifest]) { folder in
      let run = try Command("lint", name, "--diff", "--release", "2.9.4").run(in: folder)
      #expect(run.output.hasPrefix(head), "\(run.output.prefix(80))")
    }
  }

  /// What a person has to do is shown and not written.
  @Test(arguments: [
    ("an alias", "    80.service.kuma.io/protocol: *p", "alias"),
    ("rendered output", "", "is made of chart/templates/web.yaml"), ("a template", "    note: \"{{ x }}\"", "template"),
    ("a block of lines", "    80.service.kuma.io/protocol: |-\n      htp", "block of lines"),
  ])
  func isShownAndNotWritten(_ form: String, _ line: String, _ reason: String) throws {
    var manifest = Self.manifest
    let written = "    80.service.kuma.io/protocol: \"htp\"  # fast"
    switch form {
    case "an alias":
      manifest = manifest.replacing(
        "  name: web\n  namespace: demo\n  annotations:\n\(written)",
        with: "  name: web\n  namespace: demo\n  annotations:\n    other: &p htp\n\(line)")
    case "rendered output":
      manifest = manifest.replacing(
        "---\napiVersion: v1\nkind: Service", with: "---\n# Source: chart/templates/web.yaml\napiVersion: v1\nkind: Service")
    case "a template": manifest = manifest.replacing(written, with: "\(line)\n\(written)")
    default: manifest = manifest.replacing(written, with: line)
    }
    try Command.withFolder(holding: ["web.yaml": manifest]) { folder in
      let run = try Command("lint", "web.yaml", "--fix", "--release", "2.9.4").run(in: folder)
      #expect(run.status == 1)
      #expect(run.errors.contains(reason), "\(run.errors)")
      #expect(try String(contentsOf: folder.appending(path: "web.yaml"), encoding: .utf8).contains("htp"))
      #expect(run.output.contains("kubectl annotate service web -n demo"))
    }
  }

  @Test func standardInputIsNotWritten() throws {
    let run = try Command("lint", "-", "--fix", "--release", "2.9.4").run(input: Self.manifest)
    #expect(run.status == 1)
    #expect(run.errors.contains("not written, since standard input cannot be written"))
  }

  @Test func fixAndDiffAreOneOrTheOther() throws {
    #expect(try Command("lint", "shop.json", "--fix", "--diff").run().status == 64)
  }

  // MARK: - Around it

  @Test func previewsTellWhereFindingsAre() throws {
    let run = try Command("preview", "-", "--release", "2.9.4", "--output", "json").run(input: Self.manifest)
    #expect(run.output.contains("\"location\": {\n            \"file\": \"standard input\",\n            \"line\": 15,"))
  }

  @Test(arguments: ["unresolved-target-port", "TAG-3", "tag-3", "app-protocol-known"])
  func aCodeIsExplained(_ code: String) throws {
    let run = try Command("codes", code).run()
    #expect(run.status == 0)
    #expect(run.output.lowercased().hasPrefix(code.lowercased()))
  }

  @Test func codesAreListed() throws {
    let run = try Command("codes").run()
    for code in ["unresolved-target-port", "TAG-3", "app-protocol-known"] { #expect(run.output.contains("\n\(code) ")) }
    let none = try Command("codes", "TAG-33").run()
    #expect(none.status == 64)
    #expect(none.errors.contains("\"TAG-33\" is no code; TAG-"))
    #expect(try Command("help", "json").run().output.contains("LINT"))
  }
}
