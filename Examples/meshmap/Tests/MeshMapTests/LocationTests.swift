import Foundation
import Testing

/// Where a message points: file, line and column of the value, and the file that somebody edits where another was made of it.
@Suite struct LocationTests {
  private static let bad = #"{"apiVersion":"v1","kind":"Service","metadata":{"name":"web"},"spec":{"ports":[{"port":"x"}]}}"#
  private static let problem = #"Service web: spec.ports[0].port is "x" and must be a whole number"#

  private static func errors(_ input: String) throws -> [String] {
    let run = try Command("preview", "-").run(input: input)
    #expect(run.status == 2)
    return run.errors.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("an object", bad, "1, column 88"), ("behind another", "{\"kind\": \"A\"}\n\n \(bad)", "3, column 89"),
    ("in a List", "{\"kind\": \"List\", \"items\": [\n\(bad)]}", "2, column 88"),
    ("in a List in a List", "{\"kind\":\"List\",\"items\":[{\"kind\":\"List\",\"items\":[\n\n  \(bad)]}]}", "3, column 90"),
    ("in an array", "[\n\(bad)]", "2, column 88"),
    ("in an event", "{\"type\":\"ADDED\",\n\"object\":\(bad)}", "2, column 97"),
    ("in YAML that is JSON", "# A comment\n\(bad)", "2, column 88"),
    ("in an array of YAML", "---\n- \(bad)\n", "2, column 90"),
    ("behind what is no ASCII", "{\"kind\": \"é😀\"} \(bad)", "1, column 103"),
    ("with a mark at the beginning", "\u{FEFF}\(bad)", "1, column 88"),
  ])
  func pointsAtTheValue(_ form: String, _ input: String, _ place: String) throws {
    let told = "meshmap: standard input, line \(place): \(Self.problem)"
    #expect(try Self.errors(input).first == told, "\(form)")
    // A file is read once more, and standard input kept.
    try Command.withFolder(holding: ["a.yaml": input]) { folder in
      let run = try Command("preview", folder.path + "/a.yaml").run()
      #expect(run.errors.contains(told.replacing("standard input", with: "\(folder.path)/a.yaml")))
    }
  }

  @Test func pointsIntoUTF16() throws {
    try Command.withFolder(holding: [:]) { folder in
      let text = "kind: A\n---\n\(Manifest.namespace())---\n# é😀\n\(Self.bad)\n"
      try #require(text.data(using: .utf16)).write(to: folder.appending(path: "a.yaml"))
      let run = try Command("preview", folder.path + "/a.yaml").run()
      #expect(run.errors == "meshmap: \(folder.path)/a.yaml, line 9, column 88: \(Self.problem)\n")
    }
  }

  /// A field that is missing is missing in what stands around it.
  @Test func pointsAtWhatLacksAField() throws {
    let input = "# A comment\napiVersion: v1\nkind: Pod\nmetadata:\n  namespace: demo\n"
    #expect(
      try Self.errors(input).first
        == "meshmap: standard input, line 4, column 1: Pod: metadata.name is missing; give the object a name")
  }

  @Test func showsNoLongValues() throws {
    let long = String(repeating: "x", count: 100)
    let input = Manifest.service(ports: "{port: \(long)}")
    #expect(
      try Self.errors(input).first
        == "meshmap: standard input, line 4, column 45: Service demo/web: spec.ports[0].port must be a whole number")
  }

  @Test func namesTheFileThatHelmMadeItOf() throws {
    let input = """
      ---
      # Source: chart/templates/namespace.yaml
      kind: Namespace
      apiVersion: v1
      metadata: {name: demo}
      ---
      # Source: chart/charts/web/templates/service.yaml
      \(Manifest.service(ports: "{port: x}"))
      """
    #expect(
      try Self.errors(input) == [
        "meshmap: standard input, line 11, column 45, made of chart/charts/web/templates/service.yaml: "
          + "Service demo/web: spec.ports[0].port is x and must be a whole number"
      ])
  }

  @Test(arguments: [true, false])
  func namesTheFileThatKustomizeMadeItOf(_ isJSON: Bool) throws {
    let yaml = """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        annotations:
          config.kubernetes.io/origin: |
            path: base/service.yaml
      spec: {ports: [{port: x}]}

      """
    let json = Self.bad.replacing(
      #""name":"web""#, with: #""name":"web","annotations":{"config.kubernetes.io/origin":"configuredIn: k.yaml\n"}"#)
    let errors = try Self.errors(isJSON ? json : yaml)
    #expect(
      errors.first?.contains(
        isJSON ? ", made of k.yaml: Service web" : "line 8, column 23, made of base/service.yaml: Service web") == true)
  }
}
