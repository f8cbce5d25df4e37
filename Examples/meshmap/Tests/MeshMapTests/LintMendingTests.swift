import Foundation
import Testing

/// `meshmap lint --fix`: in one go, in JSON too, and with quotes where they are missing.
@Suite struct LintMendingTests {
  private static func lint(_ arguments: String..., in folder: URL) throws -> Command.Run {
    try Command(["lint"] + arguments + ["--release", "2.9.4"]).run(in: folder)
  }

  private static func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  // MARK: - In one go

  /// A Service that Kuma refuses: its target port can be mended once it is taken at all.
  private static let chain = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: demo, annotations: {80.service.kuma.io/protocol: htp}}
    spec: {selector: {app: web}, ports: [{port: 80, targetPort: htpp}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: demo}
    spec:
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]}

    """

  @Test func whatFollowsFromAFixIsMendedTogether() throws {
    try Command.withFolder(holding: ["web.yaml": Self.chain]) { (folder: URL) throws in
      let patch = try Self.lint("web.yaml", "--diff", in: folder)
      #expect(patch.output.contains("+spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}\n"))
      let run = try Self.lint("web.yaml", "--fix", in: folder)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let mended = Self.chain.replacing("protocol: htp}", with: "protocol: http}").replacing("htpp", with: "http")
      #expect(try Self.text("web.yaml", in: folder) == mended)
      let again = try Self.lint("web.yaml", "--fix", in: folder)
      #expect(again.status == 0 && !again.errors.contains("wrote"))
    }
  }

  /// A document that is no YAML does not keep the others from being fixed.
  @Test func aBadDocumentBesideOthersStays() throws {
    let broken = Self.chain + "---\napiVersion: v1\nkind: Service\nmetadata: {name: [}\n"
    try Command.withFolder(holding: ["web.yaml": broken]) { (folder: URL) throws in
      let run = try Self.lint("web.yaml", "--fix", in: folder)
      #expect(run.status == 2, "\(run.output)\(run.errors)")
      let fixed = broken.replacing("protocol: htp}", with: "protocol: http}").replacing("htpp", with: "http")
      #expect(try Self.text("web.yaml", in: folder) == fixed)
    }
  }

  /// A file of several names would be another one under each.
  @Test func aFileOfSeveralNamesIsNotWritten() throws {
    try Command.withFolder(holding: ["web.yaml": Self.chain]) { (folder: URL) throws in
      let path = folder.appending(path: "web.yaml").path
      try FileManager.default.linkItem(atPath: path, toPath: folder.appending(path: "other.txt").path)
      let run = try Self.lint("web.yaml", "--fix", in: folder)
      #expect(run.status == 74)
      #expect(run.errors.contains("has other names (hard links), which would keep the old text, and is not written"))
      #expect(try Self.text("web.yaml", in: folder) == Self.chain)
    }
  }

  /// A patch is of what would be written, and says what would not be in the words of --fix.
  @Test(arguments: ["hard links", "read-only"])
  func whatIsNotWrittenIsNoPartOfThePatch(_ obstacle: String) throws {
    try Command.withFolder(holding: ["web.yaml": Self.chain]) { (folder: URL) throws in
      #expect(try Self.lint("web.yaml", "--diff", in: folder).output.hasPrefix("--- a/web.yaml\n"))
      let path = folder.appending(path: "web.yaml").path
      if obstacle == "read-only" {
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      } else {
        try FileManager.default.linkItem(atPath: path, toPath: folder.appending(path: "other.txt").path)
      }
      let shown = try Self.lint("web.yaml", "--diff", in: folder)
      let written = try Self.lint("web.yaml", "--fix", in: folder)
      #expect(shown.output.isEmpty)
      let line = try #require(shown.errors.split(separator: "\n").first { $0.contains(obstacle) })
      #expect(line.hasSuffix("and is not written") && written.errors.contains(line), "\(shown.errors)\(written.errors)")
    }
  }

  // MARK: - JSON

  /// Of a file of one line, what is around the change is shown, and not all of it twice for each fix.
  @Test func longLinesAreCut() throws {
    let items = (0..<20).map { number in
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"q\#(number)","namespace":"demo","annotations":"#
        + #"{"kuma.io/sidecar-injection":"\#(number == 7 ? "enabled" : "disabled")","note":"«\#(number)»"}},"#
        + #""spec":{"containers":[{"name":"c"}]}}"#
    }
    let namespace = #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"demo"}}"#
    let list = #"{"apiVersion":"v1","kind":"List","items":[\#((items + [namespace]).joined(separator: ","))]}"#
    try Command.withFolder(holding: ["all.json": list + "\n"]) { (folder: URL) throws in
      let run = try Self.lint("all.json", in: folder)
      let lines = run.lines.filter { $0.contains("   - ") || $0.contains("   + ") }
      #expect(!lines.isEmpty, "\(run.output)")
      #expect(lines.allSatisfy { $0.count < 300 && $0.contains("…") && !$0.contains("\u{FFFD}") }, "\(run.output)")
    }
  }

  /// A file of one line is as good as any: columns are those of the line, however long it is, and a fix is told by the part of the line that
  /// it changes, so that as many fixes as there are objects do not give the file as often.
  @Test(arguments: ["", "\u{FEFF}"]) func columnsAndFixesOfALongLine(_ mark: String) throws {
    let items = (0..<200).map { number in
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"q\#(number)","namespace":"demo","annotations":"#
        + #"{"note":"«ü\#(number)»","kuma.io/sidecar-injection":"enabled"}},"spec":{"containers":[{"name":"c"}]}}"#
    }
    let namespace = #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"demo"}}"#
    let list = #"{"apiVersion":"v1","kind":"List","items":[\#((items + [namespace]).joined(separator: ","))]}"#
    try Command.withFolder(holding: ["all.json": mark + list]) { (folder: URL) throws in
      let run = try Self.lint("all.json", "--output", "json", in: folder)
      let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let findings = try #require(report["findings"] as? [[String: Any]]).filter {
        $0["code"] as? String == "switch-not-read"
      }
      #expect(findings.count == 200)
      for finding in findings {
        let name = try #require((finding["object"] as? [String: Any])?["name"] as? String)
        // The key stands behind the note of its own Pod.
        let note = "«ü\(name.dropFirst())»\","
        let before = try #require(list.range(of: note)).upperBound
        let column = list.unicodeScalars.distance(from: list.startIndex, to: before) + 1
        #expect((finding["location"] as? [String: Any])?["column"] as? Int == column, "\(name)")
        let fix = try #require((finding["fixes"] as? [[String: Any]])?.first?["edits"] as? [[String: Any]])
        try #require(fix.count == 1, "\(name)")
        let (old, new) = (try #require(fix[0]["old"] as? String), try #require(fix[0]["new"] as? String))
        #expect(old.utf8.count < 400 && new.utf8.count < 400)
        // The part stands where it says, and the fix is in it.
        let start = try #require(fix[0]["column"] as? Int) - 1
        let from = list.unicodeScalars.index(list.startIndex, offsetBy: start)
        #expect(list.unicodeScalars[from...].starts(with: old.unicodeScalars))
        #expect(new.contains(#""labels":{"kuma.io/sidecar-injection":"enabled"}"#))
      }
    }
  }

  private static let json = """
    {"apiVersion": "v1", "kind": "List", "items": [
      {"apiVersion": "v1", "kind": "Namespace",
       "metadata": {"name": "demo", "labels": {"kuma.io/sidecar-injection": "enabled"}}},
      {"apiVersion": "v1", "kind": "Service",
       "metadata": {"name": "web", "namespace": "demo"},
       "spec": {"selector": {"app": "web"}, "ports": [{"name": "http", "port": 80, "targetPort": "htpp"}]}},
      {"apiVersion": "apps/v1", "kind": "Deployment",
       "metadata": {"name": "web", "namespace": "demo", "annotations": {"kuma.io/virtual-probes": "disabled"}},
       "spec": {"template": {
         "metadata": {"labels": {"app": "web"}},
         "spec": {"containers": [{"name": "app", "ports": [{"name": "http", "containerPort": 8080}]}]}}}}
    ]}

    """

  @Test func jsonIsMendedInItsPlace() throws {
    try Command.withFolder(holding: ["web.json": Self.json]) { (folder: URL) throws in
      let run = try Self.lint("web.json", "--fix", in: folder)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.errors.contains("wrote web.json, "))
      let mended = Self.json
        .replacing(#""targetPort": "htpp"}"#, with: #""targetPort": "http", "appProtocol": "http"}"#)
        .replacing(
          #""namespace": "demo", "annotations": {"kuma.io/virtual-probes": "disabled"}}"#, with: #""namespace": "demo"}"#
        )
        .replacing(
          #""metadata": {"labels": {"app": "web"}},"#,
          with: #""metadata": {"labels": {"app": "web"}, "annotations": {"kuma.io/virtual-probes": "disabled"}},"#)
      #expect(try Self.text("web.json", in: folder) == mended)
    }
  }

  @Test func aByteOrderMarkStays() throws {
    try Command.withFolder(holding: ["web.json": "\u{FEFF}\(Self.json)"]) { (folder: URL) throws in
      let run = try Self.lint("web.json", "--fix", in: folder)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let data = try Data(contentsOf: folder.appending(path: "web.json"))
      #expect(data.starts(with: [0xEF, 0xBB, 0xBF, UInt8(ascii: "{")]))
      #expect(String(decoding: data, as: UTF8.self).contains(#""targetPort": "http""#))
    }
  }

  @Test func aKeyThatIsWrittenTwiceIsLeftToAPerson() throws {
    let twice = Self.json.replacing(#""targetPort": "htpp""#, with: #""targetPort": 1, "targetPort": "htpp""#)
    try Command.withFolder(holding: ["web.json": twice]) { (folder: URL) throws in
      let run = try Self.lint("web.json", "--fix", in: folder)
      #expect(run.errors.contains("not written, since a key on the way to it is written twice"), "\(run.errors)")
      #expect(try Self.text("web.json", in: folder).contains(#""targetPort": 1, "targetPort": "htpp""#))
    }
  }

  /// What comes from a cluster is mended there: the file is a copy.
  @Test(arguments: [("json", #""name": "web", "#, #""name": "web", "resourceVersion": "7", "#)])
  func aDumpIsNotWritten(_ form: String, _ old: String, _ new: String) throws {
    try Command.withFolder(holding: ["dump.json": Self.json.replacing(old, with: new)]) { (folder: URL) throws in
      let run = try Self.lint("dump.json", "--fix", in: folder)
      #expect(
        run.errors.contains("not written, since it was read from a cluster and is to be changed there"), "\(run.errors)")
      #expect(run.output.contains("kubectl patch service web -n demo"))
      #expect(try Self.text("dump.json", in: folder).contains("htpp"))
    }
  }

  // MARK: - Quotes

  private static let unquoted = Self.chain.replacing("injection: enabled", with: "injection: true")
    .replacing(
      "labels: {app: web}}\n    spec: {containers",
      with: "labels: {app: web, version: 1.0, beta: yes}}\n    spec: {containers"
    )

  @Test func aValueWithoutQuotesIsAFinding() throws {
    try Command.withFolder(holding: ["web.yaml": Self.unquoted]) { (folder: URL) throws in
      let run = try Self.lint("web.yaml", in: folder)
      #expect(run.status == 2)
      #expect(
        run.errors.contains(
          "web.yaml, line 3, column 60: Namespace demo: metadata.labels[\"kuma.io/sidecar-injection\"] is true and must be a string; put the value in quotes: \"true\""
        ), "\(run.errors)")
      #expect(
        run.output.hasPrefix(
          """
          error[value-not-quoted]: Label kuma.io/sidecar-injection of Namespace demo is the boolean true and must be a string, so that kubectl refuses the object; quote it: "true".
            --> web.yaml:3:33 Namespace demo
          """), "\(run.output)")
      #expect(run.output.contains("Label version of Deployment demo/web is the number 1.0"))
      #expect(run.output.contains("Label beta of Deployment demo/web is the boolean yes"))
      // The other findings are told as if the quotes were there.
      #expect(run.output.contains("error[service-refused]: Kuma refuses Service web"))
      #expect(
        try Self.lint("web.yaml", "--ignore", "value-not-quoted", in: folder).output.contains("value-not-quoted") == false)
    }
  }

  @Test func quotesAreWritten() throws {
    try Command.withFolder(holding: ["web.yaml": Self.unquoted]) { (folder: URL) throws in
      let run = try Self.lint("web.yaml", "--fix", in: folder)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let mended = Self.unquoted.replacing("injection: true", with: "injection: \"true\"")
        .replacing("version: 1.0", with: "version: \"1.0\"").replacing("beta: yes", with: "beta: \"yes\"")
        .replacing("protocol: htp}", with: "protocol: http}").replacing("htpp", with: "http")
      #expect(try Self.text("web.yaml", in: folder) == mended)
    }
  }

  @Test func quotesAreWrittenIntoJSON() throws {
    let unquoted = Self.json.replacing(#"injection": "enabled""#, with: #"injection": true"#)
    try Command.withFolder(holding: ["web.json": unquoted]) { (folder: URL) throws in
      #expect(try Self.lint("web.json", "--fix", in: folder).status == 0)
      #expect(try Self.text("web.json", in: folder).contains(#"injection": "true""#))
    }
  }

  /// What is behind an alias is told, and not written.
  @Test func anAliasIsLeftToAPerson() throws {
    let alias = Self.unquoted.replacing(
      "{name: demo, labels: {kuma.io/sidecar-injection: true}}",
      with: "{name: demo, labels: {x: &t true, kuma.io/sidecar-injection: *t}}")
    try Command.withFolder(holding: ["web.yaml": alias]) { (folder: URL) throws in
      let run = try Self.lint("web.yaml", "--fix", in: folder)
      #expect(run.status == 2)
      #expect(try Self.text("web.yaml", in: folder).contains("*t"))
    }
  }

  @Test func standardInputIsAnsweredTheSame() throws {
    let run = try Command("lint", "-", "--release", "2.9.4").run(input: Self.unquoted)
    #expect(run.status == 2)
    #expect(run.output.contains("error[value-not-quoted]: Label kuma.io/sidecar-injection"))
    #expect(run.output.contains("not written into the file, since standard input cannot be written"))
    // No cluster has the object, so that there is nothing to label.
    #expect(!run.output.contains("kubectl label namespace demo"))
  }

  // MARK: - What is ignored in vain

  @Test func anIgnoreWithoutUseIsTold() throws {
    try Command.withFolder(holding: ["web.yaml": Self.chain]) { (folder: URL) throws in
      let run = try Self.lint("web.yaml", "--ignore", "service-refused,port-not-tcp", in: folder)
      #expect(run.output.contains("port-not-tcp is ignored (--ignore) and not found; take it out."))
      #expect(!run.output.contains("service-refused is ignored"))
      let part = try Self.lint("web.yaml", "--ignore", "port-not-tcp", "--namespace", "demo", in: folder)
      #expect(!part.output.contains("take it out"))
      let json = try Self.lint("web.yaml", "--ignore", "port-not-tcp", "--output", "json", in: folder)
      #expect(json.output.contains("\"unusedIgnores\": [\n    {\n      \"code\": \"port-not-tcp\""))
      let host = try Self.lint("web.yaml", "--ignore", "port-not-tcp", "--output", "github", in: folder)
      #expect(host.output.contains("::notice title=meshmap unused-suppression::port-not-tcp is ignored"))
    }
  }

  @Test func anIgnoreOfTheSettingsIsToldWithItsPlace() throws {
    let files = ["web.yaml": Self.chain, ".meshmap.yaml": "zone: z\nignore: [port-not-tcp]\n"]
    try Command.withFolder(holding: files) { (folder: URL) throws in
      let run = try Self.lint("web.yaml", in: folder)
      #expect(run.output.contains("port-not-tcp is ignored (.meshmap.yaml, line 2, column 1) and not found; take it out."))
    }
  }
}
