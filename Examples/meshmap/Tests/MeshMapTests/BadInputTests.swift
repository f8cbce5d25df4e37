import Foundation
import MeshMapping
import Testing

/// What bad input gets: what cannot be used is told, with everything that is wrong with it, where, and what to write instead, and what is
/// beside it is answered all the same; what can be used gives outcomes with reasons and findings.
@Suite struct BadInputTests {
  /// An input that cannot be used, and all of standard error.
  struct Refusal: CustomTestStringConvertible {
    let title: String
    let input: String
    let errors: [String]
    /// Whether there are good objects beside the bad ones.
    let isAnswered: Bool

    init(_ title: String, _ input: String, isAnswered: Bool = false, _ errors: String...) {
      self.title = title
      self.input = input
      self.errors = errors
      self.isAnswered = isAnswered
    }

    var testDescription: String { title }
  }

  // MARK: - Inputs that cannot be used

  @Test(arguments: refusals)
  func isRefused(_ refusal: Refusal) throws {
    let run = try Command("preview", "-").run(input: refusal.input)
    #expect(run.status == 2)
    #expect(run.output.isEmpty != refusal.isAnswered)
    #expect(run.errors == refusal.errors.map { "meshmap: standard input\($0)\n" }.joined())
  }

  static let refusals = [
    Refusal(
      "JSON that ends early",
      #"{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "de"#,
      ": is not JSON at line 1, column 67: the document ends inside a string; it is cut off, so write it out again"
    ),
    Refusal(
      "JSON with something behind it",
      #"{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "demo"}}}"#,
      isAnswered: true,
      ": is not JSON at line 1, column 72: something stands behind the end of the document; remove it, or write the objects "
        + "as items of a List"
    ),
    Refusal(
      "JSON with a word without quotes, which is no JSON and no object either",
      #"{"apiVersion": "v1", "kind": "Pod", "metadata": web-1}"#,
      ", line 1, column 49: Pod: metadata is web-1 and must be an object"
    ),
    Refusal(
      "JSON nested deeper than any",
      "{\"a\": " + String(repeating: "[", count: 600) + String(repeating: "]", count: 600) + "}",
      ": is not JSON at line 1, column 518: objects and lists are nested more than 512 levels deep, which no Kubernetes "
        + "object is"
    ),
    Refusal(
      "YAML with two values in a line",
      "kind: Pod\nmetadata: name: web-1\n",
      ": is not YAML at line 2, column 15: a value holds a second colon; put the value in quotes, or begin the mapping on the "
        + "next line"
    ),
    Refusal(
      "YAML indented with a tab",
      "kind: Pod\nmetadata:\n\tname: web-1\n",
      ": is not YAML at line 3, column 1: a tab stands where the line is indented; use spaces"
    ),
    Refusal("a text", "command not found", ", line 1: is no object; write one, or a List with the objects as its items"),
    Refusal(
      "an array with what is no object",
      #"[{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "demo"}}, 7]"#,
      isAnswered: true,
      ", line 1, column 75: object is 7 and must be an object"
    ),
    Refusal(
      "a number that is a word",
      Manifest.service(ports: "{port: eighty}"),
      ", line 4, column 45: Service demo/web: spec.ports[0].port is eighty and must be a whole number"
    ),
    Refusal(
      "a number with a fraction",
      Manifest.service(ports: "{port: 80}, {port: 80.5}"),
      ", line 4, column 57: Service demo/web: spec.ports[1].port is 80.5 and must be a whole number"
    ),
    Refusal(
      "a number that is larger than any",
      Manifest.service(ports: "{port: 99999999999}"),
      ", line 4, column 45: Service demo/web: spec.ports[0].port is 99999999999 and must be a whole number from -2147483648 to "
        + "2147483647"
    ),
    Refusal(
      "a target port that is neither number nor name",
      Manifest.service(ports: "{port: 80, targetPort: true}"),
      ", line 4, column 61: Service demo/web: spec.ports[0].targetPort is true and must be a port number or the name of a "
        + "container port"
    ),
    Refusal(
      "a list where an object belongs",
      Manifest.pod().replacingOccurrences(of: "labels: {app: web}", with: "labels: [app]"),
      ", line 3, column 50: Pod demo/web-1: metadata.labels is [app] and must be an object"
    ),
    Refusal(
      "a number where a list belongs",
      Manifest.pod(spec: "containers: 2"),
      ", line 4, column 20: Pod demo/web-1: spec.containers is 2 and must be a list"
    ),
    Refusal(
      "a label without quotes under a key with dots",
      Manifest.namespace(labels: "kuma.io/sidecar-injection: true"),
      #", line 3, column 60: Namespace demo: metadata.labels["kuma.io/sidecar-injection"] is true and must be a string; "#
        + #"put the value in quotes: "true""#
    ),
    Refusal(
      "an object without a kind",
      "apiVersion: v1\nmetadata: {name: web-1, namespace: demo}\n",
      ", line 1, column 1: object demo/web-1: kind is missing; every Kubernetes object has one, such as kind: Pod"
    ),
    Refusal(
      "an object without a name",
      "apiVersion: v1\nkind: Pod\nmetadata: {namespace: demo}\n",
      ", line 3, column 1: Pod: metadata.name is missing; give the object a name"
    ),
    Refusal(
      "an object whose name is empty",
      #"{"kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": ""}}]}"#,
      ", line 1, column 85: Pod: metadata.name is missing; give the object a name"
    ),
    Refusal(
      "an object whose name is made by the API server",
      "apiVersion: v1\nkind: Service\nmetadata: {generateName: web-, namespace: demo}\n",
      ", line 3, column 1: Service: metadata.name is missing, which the API server makes of generateName; give the object a name, or "
        + "read it from the cluster"
    ),
    Refusal("an object without metadata", "apiVersion: v1\nkind: Pod\n", ", line 1, column 1: Pod: metadata is missing"),
    Refusal(
      "a kind that is a number",
      "apiVersion: v1\nkind: 5\nmetadata: {name: web-1}\n",
      ", line 2, column 7: object web-1: kind is 5 and must be a string; put the value in quotes: \"5\""
    ),
    Refusal(
      "items that are no list",
      "apiVersion: v1\nkind: List\nitems: 5\n",
      ", line 3, column 8: List: items is 5 and must be a list"
    ),
    Refusal(
      "an item that is no object",
      #"{"apiVersion": "v1", "kind": "List", "items": ["web-1"]}"#,
      #", line 1, column 48: object is "web-1" and must be an object"#
    ),
    Refusal(
      "a mode of MeshServices that there is not",
      Manifest.mesh("default", spec: "meshServices: {mode: Sometimes}"),
      #", line 4, column 29: Mesh default: spec.meshServices.mode is "Sometimes" and must be one of Disabled, Everywhere, "#
        + "ReachableBackends, Exclusive"
    ),
    Refusal(
      "an object nested deeper than any",
      "a: " + String(repeating: "[", count: 300) + String(repeating: "]", count: 300),
      ": cannot be read at line 1, column 203: the document is nested more than 200 levels deep, which no Kubernetes object is"
    ),
    Refusal(
      "two bad objects among good ones in a List",
      """
      apiVersion: v1
      kind: List
      items:
        - {apiVersion: v1, kind: Namespace, metadata: {name: demo}}
        - {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo}, spec: {ports: [{port: eighty}]}}
        - {apiVersion: v1, kind: Service, metadata: {name: api, namespace: demo}, spec: {ports: [{port: 80}]}}
        - {apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: demo, labels: {team: 7}}}
      """,
      isAnswered: true,
      ", line 5, column 99: Service demo/web: spec.ports[0].port is eighty and must be a whole number",
      ", line 7, column 89: Pod demo/web-1: metadata.labels.team is 7 and must be a string; put the value in quotes: \"7\""
    ),
    Refusal(
      "two bad objects among good ones in documents",
      Manifest.documents(
        Manifest.namespace(), Manifest.service(ports: "{port: eighty}"), Manifest.pod(), Manifest.pod(labels: "team: 7")
      ),
      isAnswered: true,
      ", line 9, column 45: Service demo/web: spec.ports[0].port is eighty and must be a whole number",
      ", line 19, column 57: Pod demo/web-1: metadata.labels.team is 7 and must be a string; put the value in quotes: \"7\""
    ),
    Refusal(
      "two bad labels of one object, of which the first by name is told",
      Manifest.pod(labels: "z: 1, y: 2, x: 3, w: 4, v: 5, u: 6, t: 7"),
      ", line 3, column 90: Pod demo/web-1: metadata.labels.t is 7 and must be a string; put the value in quotes: \"7\""
    ),
  ]

  @Test func refusesBytesThatAreNoText() throws {
    try Command.withFolder(holding: [:]) { folder in
      let file = folder.appending(path: "latin1.yaml")
      try Data([0x61, 0x3A, 0x20, 0xE4, 0x0A]).write(to: file)
      let run = try Command("preview", file.path).run()
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(
        run.errors == "meshmap: \(file.path): is not YAML at line 1, column 4: the document is not UTF-8; save it as UTF-8\n"
      )
    }
  }

  // MARK: - Files

  @Test func namesTheFilesThatAreBad() throws {
    let run = try Command("preview", "broken").run()
    #expect(run.status == 2)
    #expect(
      run.lines.suffix(3) == [
        "4 Pods under the documented rules: 3 apply, 1 unknown; 5 warnings",
        "not known: Answers about 1 Pod rest on what is not in the input: add namespaces to it. Or say how they are labelled: "
          + "--assume-namespace-labels kuma.io/sidecar-injection=enabled",
        "not known: 3 Pods may have more inbounds than are given: Service demo/web-spelled-out could not be read; fix that.",
      ])
    #expect(
      run.errors == """
        meshmap: broken/not-json.json: is not JSON at line 20, column 31: the document ends inside a string; it is cut off, \
        so write it out again
        meshmap: broken/wrong-type.yaml, line 31, column 17: Service demo/web-spelled-out: spec.ports[0].port is eighty and must \
        be a whole number
        meshmap: note: 3 objects are in the input more than once, of which the last one counts: \
        Namespace demo (broken/garbled-direct-access.yaml, line 3, and broken/named-port.yaml, line 2), \
        Pod demo/web-1 (broken/named-port.yaml, line 21, and broken/unreadable-switch.yaml, line 9) and 1 more

        """
    )
  }

  @Test(arguments: ["preview", "explain", "reconcile", "verify"])
  func refusesAFileThatIsNotThere(by command: String) throws {
    let run = try Command(command, "nowhere.yaml", "broken/wrong-type.yaml", "nowhere").run()
    // What the other file holds is answered.
    #expect(run.status == 2)
    #expect(!run.output.isEmpty)
    #expect(
      run.errors == """
        meshmap: nowhere.yaml: there is no such file or directory
        meshmap: nowhere: there is no such file or directory
        meshmap: broken/wrong-type.yaml, line 31, column 17: Service demo/web-spelled-out: spec.ports[0].port is eighty and must \
        be a whole number

        """
    )
  }

  @Test func refusesADirectoryWithoutManifests() throws {
    try Command.withFolder(holding: ["README.md": "kind: Pod"]) { folder in
      let run = try Command("preview", folder.path).run()
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(
        run.errors
          == "meshmap: \(folder.path): has no file below it whose name ends in .yaml, .yml, .json, .jsonl or .ndjson\n")
    }
  }

  @Test func readsADirectoryThatIsNamedAsAFile() throws {
    let objects = Manifest.documents(Manifest.namespace(), Manifest.pod())
    try Command.withFolder(holding: ["web.yaml/demo.yaml": objects]) { folder in
      let report = try Command("preview", folder.path).report()
      #expect(report.pods.map(\.name) == ["web-1"])
    }
  }

  @Test func refusesAPodThatIsNotThere() throws {
    for command in ["preview", "explain", "reconcile"] {
      let run = try Command(command, "--pod", "demo/nobody", "documentation/tags.yaml").run()
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors == "meshmap: Pod demo/nobody is not in the input; there is 1 in kuma-demo\n")
    }
  }

  @Test func hasNothingToExplain() throws {
    let run = try Command("explain", "-").run(input: Manifest.namespace())
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors == "meshmap: the input has no Pod to explain\n")
  }

  /// Output that cannot be written is neither success nor a crash.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func saysThatOutputCannotBeWritten() throws {
    let full = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
    let run = try Command("preview", "documentation/tags.yaml").run(output: full)
    let status = try #require(run.status, "the command crashes: \(run.errors.prefix(200))")
    #expect(status > 1)
    #expect(run.errors.hasPrefix("meshmap: "))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  // MARK: - Plain values of YAML

  /// What Kubernetes' own reader takes for something else than a text is no label.
  /// How a value is written with quotes, where it is one word.
  private static func quoted(_ value: String) -> String {
    ["[a]", "{a: b}"].contains(value) ? "" : ": \"\(value)\""
  }

  @Test func refusesLabelsThatAreNoTexts() throws {
    let values = ["true", "False", "yes", "ON", "y", "N", "5", "-1", "1.10", "0x1F", "1e3", "1_000", "[a]", "{a: b}"]
    let pods = values.map { Manifest.pod(labels: "team: \($0)") }
    let run = try Command("preview", "-").run(input: pods.joined(separator: "---\n"))
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    let problem = "and must be a string; put the value in quotes"
    let lines = values.enumerated().map { index, value in
      "meshmap: standard input, line \(6 * index + 3), column 57: Pod demo/web-1: metadata.labels.team is \(value) \(problem)\(Self.quoted(value))\n"
    }
    #expect(run.errors == lines.joined())
  }

  /// What Kubernetes' own reader takes for a text is one, and so is whatever stands in quotes.
  @Test func readsLabelsThatAreTexts() throws {
    let values = [
      ("v2", "v2"), ("1.2.3", "1.2.3"), ("2024-01-01", "2024-01-01"), ("12:30", "12:30"), ("12:30:01", "12:30:01"),
      ("tRUE", "tRUE"), ("yEs", "yEs"), ("nan", "nan"), ("infinity", "infinity"), ("0x1p3", "0x1p3"), (#""true""#, "true"),
      ("'5'", "5"), (#""1.10""#, "1.10"), ("!!str 5", "5"),
    ]
    let labels = values.enumerated().map { "l\($0): \($1.0)" }.joined(separator: ", ")
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(labels: labels))
    let pod = try #require(try Command("preview", "-").report(input: input).pods.first)
    #expect(values.indices.map { pod.tags["l\($0)"] } == values.map(\.1))
  }

  @Test func readsLabelsThatAreEmpty() throws {
    let labels = #"a: , b: null, c: ~, d: "", e: e"#
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(labels: labels))
    let pod = try #require(try Command("preview", "-").report(input: input).pods.first)
    #expect(["a", "b", "c", "d", "e"].map { pod.tags[$0] } == [nil, nil, nil, nil, "e"])
    #expect(pod.findings.map(\.code) == repeatElement("empty-label", count: 4).map(\.self))
  }

  // MARK: - Wrong usage

  @Test(arguments: [
    ["preview"], ["preview", "--colour", "documentation"], ["teleport", "documentation"],
    ["preview", "--output", "xml", "documentation"], ["preview", "--mesh-services-mode", "exclusive", "documentation"],
    ["preview", "--pod", "web-1", "documentation"], ["preview", "--pod", "a/b/c", "documentation"],
    ["preview", "--pod", "/b", "documentation"], ["preview", "--exception-labels", "team", "documentation"],
    ["explain", "documentation"], ["compare", "documentation"], ["compare", "--from", "2.9", "documentation"],
  ])
  func isWrongUsage(_ arguments: [String]) throws {
    let run = try Command(arguments).run()
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func saysWhatToWriteInstead() throws {
    let mistakes = [
      (["--pod", "web-1"], #""web-1" does not name a Pod; write namespace/name."#),
      (["--exception-labels", "team"], #""team" is not an exception; write key=value, or key=* for any value."#),
      (
        ["--mesh-services-mode", "exclusive"],
        #""exclusive" is not a mode of MeshServices; write one of Disabled, Everywhere, ReachableBackends, Exclusive."#
      ),
    ]
    for (arguments, message) in mistakes {
      let errors = try Command(["preview"] + arguments + ["documentation"]).run().errors
      #expect(errors.contains(message))
    }
    let several = try Command("explain", "documentation").run().errors
    #expect(
      several.contains(
        "Error: There are 5 Pods to choose from: example/backend, kuma-demo/demo-app, "
          + "deployment/example-app …; name one before the files, or with --pod namespace/name."))
  }

  @Test(arguments: [
    ("0.9", "is not a release of Kuma that is known"), ("9.9", "is not a release of Kuma that is known"),
    ("1.1.0", "is not a release of Kuma that is known"), ("2.9.20", "is not a release of Kuma that is known"),
    ("2.15", "is not a release of Kuma that is known"), ("banana", "is not a release of Kuma"),
    ("2", "is not a release of Kuma"), ("2.9.4.1", "is not a release of Kuma"), ("vv2.9", "is not a release of Kuma"),
    ("2.09", "is not a release of Kuma"), ("2.9.", "is not a release of Kuma"), (" 2.9", "is not a release of Kuma"),
    ("", "is not a release of Kuma"), ("3.0.1", "is not a release of Kuma that is known"),
    ("3.1", "is not a release of Kuma that is known"),
  ])
  func refusesARelease(_ release: String, _ problem: String) throws {
    let supported = """
      write one of 1.2.0–3, 1.3.0–1, 1.4.0–1, 1.5.0–5, 1.6.0–5, 1.7.0–6, 1.8.0–8, 2.0.0–8, 2.1.0–7, 2.2.0–9, 2.3.0–7, \
      2.4.0–10, 2.5.0–11, 2.6.0–15, 2.7.0–29, 2.8.0–8, 2.9.0–19, 2.10.0–11, 2.11.0–18, 2.12.0–14, 2.13.0–10, 2.14.0–3, \
      3.0.0 (announced), or a \
      line such as 2.9 for its newest patch release
      """
    let run = try Command("preview", "--release", release, "documentation").run()
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(#""\#(release)" \#(problem)"#))
    #expect(run.errors.contains(supported))
  }

  @Test(arguments: [
    ["explain", "--release", "banana"], ["reconcile", "--release", "banana"], ["verify", "--release", "banana"],
    ["compare", "--from", "2.9", "--to", "banana"], ["compare", "--from", "banana", "--to", "2.9"],
  ])
  func refusesAReleaseEverywhere(_ arguments: [String]) throws {
    let run = try Command(arguments + ["documentation"]).run()
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(#""banana" is not a release of Kuma; write one of 1.2.0–3, "#))
  }

  // MARK: - Inputs that can be used

  @Test func leavesUnknownKindsAlone() throws {
    let known = Manifest.documents(Manifest.namespace(), Manifest.pod())
    let unknown = """
      apiVersion: v1
      kind: List
      items:
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {port: 80, labels: 5}}
        - {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web}, spec: surprising}
        - {apiVersion: v2, kind: Pod, metadata: {name: web-2, namespace: demo}}
        - {apiVersion: example.com/v1, kind: Service}

      """
    let plain = try Command("preview", "--output", "json", "-").run(input: known)
    let mixed = try Command("preview", "--output", "json", "-").run(input: Manifest.documents(unknown, known))
    #expect(mixed.status == 0)
    #expect(mixed.errors.isEmpty)
    #expect(mixed.output == plain.output)
  }

  @Test func saysThatANamespaceIsMissing() throws {
    for release in [[], ["--release", "1.6.5"], ["--release", "2.9.4"], ["--release", "\(KumaRelease.newest)"]] {
      let pod = try #require(try Command(["preview"] + release + ["broken/missing-namespace.yaml"]).report().pods.first)
      #expect(pod.decision == "unknown incompleteInput")
      #expect(
        pod.injection.message
          == "Whether a sidecar is added is unknown, since Namespace payments is not in the input; add it.")
      #expect(pod.injection.evidence == nil)
      #expect(pod.mesh == nil)
      #expect(pod.action == "unknown incompleteInput")
      #expect(
        pod.dataplane.message
          == "What happens to the Dataplane is unknown, since Namespace payments is not in the input; add it.")
      #expect(pod.dataplane.resource == nil)
    }
    let reconciled = try Command("reconcile", "-").report(input: Manifest.injectedPod())
    #expect(reconciled.pods.map(\.action) == ["fail namespaceNotFound"])
  }

  @Test func refusesSwitchesThatCannotBeRead() throws {
    let values = ["on", "Enabled", "ENABLED", "yes", "1", "", "enabled "]
    let places = ["namespaceAnnotation", "namespaceLabel", "podAnnotation", "podLabel"]
    var objects: [String] = []
    for (index, value) in values.enumerated() {
      let written = #"kuma.io/sidecar-injection: "\#(value)""#
      let names = places.map { "\(index)-\($0.lowercased())" }
      objects += [
        Manifest.namespace(names[0], labels: written).replacingOccurrences(of: "labels:", with: "annotations:"),
        Manifest.namespace(names[1], labels: written), Manifest.namespace(names[2], labels: ""),
        Manifest.namespace(names[3]),
        Manifest.pod(namespace: names[0]), Manifest.pod(namespace: names[1]),
        Manifest.pod(namespace: names[2], annotations: written), Manifest.pod(namespace: names[3], labels: written),
      ]
    }
    let pods = try Command("preview", "-").report(input: objects.joined(separator: "---\n")).pods
    let expected = values.flatMap { value in places.map { (place: $0, value: value) } }
    try #require(pods.count == expected.count)
    for (pod, (place, value)) in zip(pods, expected) {
      #expect(pod.decision == "reject unreadableSwitch")
      #expect(pod.injection.evidence == .init(place: place, key: "kuma.io/sidecar-injection", value: value))
      #expect(pod.injection.message.contains("says neither on nor off"))
      #expect(pod.action == "none willNotBeInjected")
      #expect(pod.networking == nil)
    }
  }

  @Test func saysThatNoContainerHasANamedPort() throws {
    let message = """
      Port 80 of Service web has target port "web", which no container port of the Pod is named; there is no inbound for it.
      """
    let alone = try #require(try Command("preview", "broken/named-port.yaml").report().pods.first)
    #expect(alone.action == "fail noMatchingContainerPort")
    let finding = try #require(alone.findings.first { $0.code == "unresolved-target-port" })
    #expect(finding.message == message)
    #expect([finding.severity, finding.statement] == ["warning", "PORT-3"])

    let mapped = try #require(try Command("preview", "--release", "2.8", "broken/named-port.yaml").report().pods.first)
    #expect(mapped.inbounds.map(\.port) == [49151])
    #expect(mapped.codes.contains("unresolved-target-port"))

    let ports = "{port: 80, targetPort: web}, {port: 81, targetPort: 8080}"
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(), Manifest.service(ports: ports))
    let beside = try #require(try Command("preview", "-").report(input: input).pods.first)
    #expect(beside.inbounds.map(\.row) == ["8080 web_demo_svc_81 tcp unknown"])
    #expect(beside.findings.map(\.message) == [message])
  }

  @Test(arguments: [[], ["--release", "\(KumaRelease.newest)"]])
  func findsValuesThatKumaRefuses(_ release: [String]) throws {
    let values = ["a b", "a/b", "a=b", "größe", "a\u{301}"]
    let pods = values.enumerated().map { Manifest.pod("web-\($0)", labels: #"app: web, team: "\#($1)""#) }
    let input = Manifest.documents(Manifest.namespace(), Manifest.service(), pods.joined(separator: "---\n"))
    let report = try Command(["preview"] + release + ["-"]).report(input: input)
    try #require(report.pods.count == values.count)
    let written = try Command(["preview", "--no-admission"] + release + ["-"]).report(input: input)
    #expect(written.pods.map(\.action) == values.map { _ in "apply" })
    #expect(written.pods.map { $0.tags["team"] } == values)
    for (pod, value) in zip(report.pods, values) {
      #expect(pod.action == "fail dataplaneRefused")
      let finding = try #require(pod.findings.first { $0.code == "invalid-dataplane" })
      #expect([finding.severity, finding.statement] == ["error", "VALID-2"])
      let sentence = "networking.inbound[0].tags[\"team\"] is \"\(value)\", which must be letters, digits and .-_:."
      #expect(finding.message == "Kuma refuses the Dataplane: \(sentence)")
    }
  }

  @Test func findsAKeyThatKumaRefuses() throws {
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(labels: #""a b": c"#), Manifest.service(selector: ""))
    let pod = try #require(try Command("preview", "-").report(input: input).pods.first)
    #expect(pod.findings.map { "\($0.code) \($0.severity) \($0.statement)" } == ["invalid-dataplane error VALID-1"])
  }

  @Test(arguments: [
    (["preview"], ["backend_demo_svc_80", "web_demo_svc_http", "*x"]),
    (
      ["preview", "--release", "1.6.5"],
      [" backend_demo_svc_80", " ", "web_demo_svc_http", "backend_demo_svc_80", "", "*x"]
    ),
    (["preview", "--release", "2.9"], [" backend_demo_svc_80", " ", "web_demo_svc_http", "backend_demo_svc_80", "*x"]),
  ])
  func keepsTheEntriesOfAGarbledList(_ arguments: [String], _ entries: [String]) throws {
    let pods = try Command(arguments + ["broken/garbled-direct-access.yaml"]).report().pods
    let client = try #require(pods.first { $0.name == "client" })
    #expect(client.directAccess == entries)
    // Every entry but the one that is the name of a service has its finding, in order.
    let findings = client.findings.filter { $0.code == "direct-access-entry" }
    let wrong = entries.filter { $0 != "backend_demo_svc_80" }
    #expect(findings.count == wrong.count)
    for (finding, entry) in zip(findings, wrong) {
      #expect([finding.severity, finding.statement] == ["warning", "DA-5"])
      #expect(finding.message.hasPrefix(#"Direct access entry "\#(entry)" matches no service on Kubernetes: "#))
    }
  }

  @Test func saysWhatIsWrongWithTheEntriesOfAGarbledList() throws {
    let pods = try Command("preview", "broken/garbled-direct-access.yaml").report().pods
    let client = try #require(pods.first { $0.name == "client" })
    #expect(
      client.findings.map(\.code) == [
        "runs-without-sidecar", "differs-from-releases", "direct-access-entry", "direct-access-entry",
      ]
    )
    let messages = client.findings.filter { $0.code == "direct-access-entry" }.map(\.message)
    #expect(
      messages == [
        """
        Direct access entry "web_demo_svc_http" matches no service on Kubernetes: "http" is not a port: a number from 1 to \
        65535 without leading zeros.
        """,
        """
        Direct access entry "*x" matches no service on Kubernetes: it has 1 part between "_"; write \
        <name>_<namespace>_svc_<port>, or <name>_<namespace>_svc for a Pod without a Service.
        """,
      ]
    )
  }

  @Test(arguments: ["", " ", ",", " , ,"])
  func findsNothingInAnEmptyList(_ value: String) throws {
    let pod = Manifest.pod(annotations: #"kuma.io/direct-access-services: "\#(value)""#)
    let report = try Command("preview", "-").report(input: Manifest.documents(Manifest.namespace(), pod))
    #expect(report.pods.map(\.directAccess) == [nil])
    #expect(!report.pods.flatMap(\.codes).contains("direct-access-entry"))
  }

  // MARK: - Characters that a terminal obeys

  private static let hostile = #"\u001b[31m\u0007\n\u009b2K\u202ereversed\u2066\u007f"#

  /// Objects every text of which has characters that a terminal obeys.
  private static let hostileObjects = #"""
    {"apiVersion": "v1", "kind": "List", "items": [
      {"apiVersion": "kuma.io/v1alpha1", "kind": "Mesh", "metadata": {"name": "m\#(hostile)"}},
      {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "n\#(hostile)", "labels":
        {"kuma.io/sidecar-injection": "enabled"}}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p\#(hostile)", "namespace": "n\#(hostile)",
        "labels": {"app": "web", "team\#(hostile)": "v\#(hostile)", "empty\#(hostile)": "",
                   "kuma.io/k\#(hostile)": "v\#(hostile)", "kuma.io/service": "v\#(hostile)"},
        "annotations": {"kuma.io/mesh": "m\#(hostile)",
                        "kuma.io/direct-access-services": "d\#(hostile),_svc\#(hostile)_svc_1",
                        "kuma.io/transparent-proxying-reachable-services": "r\#(hostile)"}},
        "spec": {"containers": [{"name": "c\#(hostile)", "ports": [{"name": "p\#(hostile)", "containerPort": 8080}]}]},
        "status": {"phase": "Running\#(hostile)", "podIP": "10.0.0.1\#(hostile)"}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "q\#(hostile)", "namespace": "n\#(hostile)",
        "labels": {"kuma.io/sidecar-injection": "on\#(hostile)"}}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "r\#(hostile)", "namespace": "gone\#(hostile)"}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "s\#(hostile)", "namespace": "n\#(hostile)",
        "labels": {"app": "api"}, "annotations": {"kuma.io/gateway": "g\#(hostile)"}}},
      {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "s\#(hostile)", "namespace": "n\#(hostile)"},
        "spec": {"selector": {"app": "web"}, "ports": [
          {"name": "p\#(hostile)", "port": 80, "targetPort": "p\#(hostile)", "appProtocol": "a\#(hostile)"},
          {"port": 81, "targetPort": "missing\#(hostile)"}, {"port": 82, "protocol": "UDP\#(hostile)"}]}},
      {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "t\#(hostile)", "namespace": "n\#(hostile)"},
        "spec": {"selector": {"l\#(hostile)": "v\#(hostile)"}}},
      {"apiVersion": "v1\#(hostile)", "kind": "Kind\#(hostile)", "metadata": {"name": "u\#(hostile)"}}
    ]}
    """#

  /// Whether a terminal obeys a character: it is a control other than the end of a line, or turns the direction of text.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test(arguments: ["preview", "reconcile", "explain"], ["text", "json", "yaml"])
  func printsNothingThatATerminalObeys(_ command: String, _ output: String) throws {
    for release in [[], ["--release", "\(KumaRelease.newest)"]] {
      let arguments = [command, "--output", output, "-"] + release
      let pod = #"n\#(Self.hostile)/p\#(Self.hostile)"#
      let name = try JSONDecoder().decode(String.self, from: Data(#""\#(pod)""#.utf8))
      let run = try Command(arguments + (command == "explain" ? ["--pod", name] : [])).run(input: Self.hostileObjects)
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.output.isEmpty)
      #expect(run.output.unicodeScalars.filter(Self.isObeyed).isEmpty)
      // The ends of lines are those of the form, not those of the texts.
      #expect(!run.lines.contains { $0.hasPrefix("\u{9b}2K") || $0.hasPrefix("2K") || $0.hasPrefix("reversed") })
    }
  }

  @Test func keepsWhatATerminalObeysForPrograms() throws {
    let report = try Command("preview", "--no-admission", "-").report(input: Self.hostileObjects)
    let hostile = "\u{1b}[31m\u{07}\n\u{9b}2K\u{202e}reversed\u{2066}\u{7f}"
    #expect(report.pods.map(\.name) == ["r\(hostile)", "p\(hostile)", "q\(hostile)", "s\(hostile)"])
    #expect(report.pods.first { $0.name == "p\(hostile)" }?.tags["team\(hostile)"] == "v\(hostile)")
  }

  @Test(arguments: [
    #"{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p\#(hostile)", "labels": {"k\#(hostile)": 5}}}"#,
    #"{"apiVersion": "v1", "kind": "K\#(hostile)", "metadata": 5, "items": 5}"#,
    #"{"apiVersion": "v1", "kind": "K\#(hostile)List", "items": 5}"#,
    #"{"apiVersion": "kuma.io/v1alpha1", "kind": "Mesh", "metadata": {"name": "m"}, "#
      + #""spec": {"meshServices": {"mode": "x\#(hostile)"}}}"#,
    "metadata: {\"k\\e[31m\\u202e\": 1, \"k\\e[31m\\u202e\": 2}", "\"\\e[31m",
  ])
  func printsNoErrorThatATerminalObeys(_ input: String) throws {
    let run = try Command("preview", "-").run(input: input)
    #expect(run.errors.unicodeScalars.filter(Self.isObeyed).isEmpty)
    #expect(
      run.errors.split(separator: "\n").allSatisfy {
        $0.hasPrefix("meshmap: standard input") || $0.hasPrefix("meshmap: the input has no object")
      })
  }

  @Test func printsNoPodNameThatATerminalObeys() throws {
    let run = try Command("preview", "--pod", "a/b\u{1b}[31m\u{202e}", "shop.json").run()
    #expect(run.status == 2)
    #expect(run.errors.contains(" is not in the input; there are "))
    #expect(run.errors.unicodeScalars.filter(Self.isObeyed).isEmpty)
  }

  @Test func printsNoFileNameThatATerminalObeys() throws {
    try Command.withFolder(holding: ["a\u{1b}[31m\u{202e}.yaml": "a: [", "b\u{1b}[31m.json": #"{"kind": 5}"#]) { folder in
      let run = try Command("preview", folder.path, folder.path + "/\u{1b}[2J").run()
      #expect(run.status == 2)
      #expect(run.errors.unicodeScalars.filter(Self.isObeyed).isEmpty)
      #expect(run.errors.split(separator: "\n").count == 3)
    }
  }
}
