import Foundation
import KubernetesYAML
import Testing

@testable import MeshMapKit

/// What the command makes of YAML that is hostile, odd or repeated.
@Suite struct YAMLInputTests {
  private static let demo = Manifest.documents(Manifest.namespace(), Manifest.pod())

  // MARK: - Aliases (D1)

  /// 845 bytes, whose key stands for 2^40 strings: it is refused before it is expanded.
  @Test(.timeLimit(.minutes(1)), arguments: ["YAML", "JSON"])
  func refusesAnAliasAsAKeyBeforeExpandingIt(_ beginning: String) throws {
    let levels = (1...39).map { "a\($0): &a\($0) [*a\($0 - 1),*a\($0 - 1)]\n" }
    let lines = "a0: &a0 [x,x]\n" + levels.joined() + "? *a39\n: 1\n"
    #expect(lines.utf8.count == 845)
    // What begins as JSON and is none is tried as YAML.
    let isJSON = beginning == "JSON"
    let flow = lines.replacingOccurrences(of: "\n", with: ",\n").replacingOccurrences(of: ",\n:", with: "\n:")
    let input = isJSON ? "{\(flow)}" : lines
    let run = try Command("preview", "-").run(input: input)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    let problem =
      isJSON
      ? "is not JSON at line 1, column 2: a key in double quotes is missing"
      : "is not YAML at line 41, column 3: a key is a sequence or a mapping; Kubernetes has strings as keys only"
    #expect(run.errors == "meshmap: standard input: \(problem)\n")
  }

  /// Aliases of aliases: a few hundred bytes that stand for a million strings.
  @Test func refusesAliasesThatGrowWithoutEnd() throws {
    let levels = (1...6).map { "a\($0): &a\($0) [\(repeatElement("*a\($0 - 1)", count: 10).joined(separator: ","))]\n" }
    let input = "kind: ConfigMap\nmetadata: {name: a}\na0: &a0 x\n" + levels.joined()
    let run = try Command("preview", "-").run(input: input)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("meshmap: standard input: cannot be read at line "))
    #expect(run.errors.contains("grows to more than ten times its size by its aliases; write out what they stand for"))
  }

  @Test func readsAnchorsAndMergeKeysOfOneDocument() throws {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web-1
        namespace: demo
        labels: &labels {<<: {team: a, tier: b}, app: web, team: c}
      spec: {containers: [{name: web}], nodeSelector: *labels}
      status: {phase: Pending, podIP: 10.0.0.1}

      """
    let input = Manifest.documents(Manifest.namespace(), Manifest.service(), pod)
    let tags = try #require(try Command("preview", "-").report(input: input).pods.first).tags
    #expect(tags["team"] == "c")
    #expect(tags["tier"] == "b")
  }

  // MARK: - Keys (D6)

  private static let collectionAsKey = "a key is a sequence or a mapping; Kubernetes has strings as keys only"

  @Test(arguments: [
    ("? [a, b]\n    : c", "is not YAML at line 7, column 7: \(collectionAsKey)"),
    ("? {a: b}\n    : c", "is not YAML at line 7, column 7: \(collectionAsKey)"),
    ("~: c", "is not YAML at line 7, column 5: a key is null; write the key, in quotes if it is that word"),
    (": c", "is not YAML at line 7, column 5: a key is missing, or the line is not indented like the others"),
  ])
  func refusesKeysThatAreNoStrings(_ label: String, _ problem: String) throws {
    let input = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-1\n  namespace: demo\n  labels:\n    \(label)\n"
    let run = try Command("preview", "-").run(input: input)
    #expect(run.status == 2)
    #expect(run.errors == "meshmap: standard input: \(problem)\n")
  }

  @Test func readsKeysAsWhatTheyMean() throws {
    let labels = "on: a, 0x10: b, 1.50: c, 'off': d, 1e3: e"
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(labels: labels))
    let tags = try #require(try Command("preview", "-").report(input: input).pods.first).tags
    #expect(["true", "16", "1.5", "off", "1000"].map { tags[$0] } == ["a", "b", "c", "d", "e"])
    #expect(tags["on"] == nil)
  }

  @Test func refusesNumbersThatJSONHasNot() throws {
    let run = try Command("preview", "-").run(input: "apiVersion: v1\nkind: Pod\nspec:\n  priority: .inf\n")
    #expect(run.status == 2)
    let problem =
      "is not YAML at line 4, column 13: JSON has no such number, and Kubernetes neither; put the value in quotes"
    #expect(run.errors == "meshmap: standard input: \(problem)\n")
  }

  // MARK: - Size (D7, D12)

  /// Blanks before the first character are looked at once, however many there are and however they come in: four times as many take
  /// about four times the processor time, where looking again at each piece took sixteen times.
  @Test(.timeLimit(.minutes(1)), arguments: ["{\"a\": 1}", "a: 1"])
  func looksAtLeadingWhitespaceOnce(_ document: String) throws {
    let few = try Self.secondsOfLooking(behind: 250_000, at: document)
    let many = try Self.secondsOfLooking(behind: 1_000_000, at: document)
    #expect(many < 8 * few)
  }

  /// The processor time of this thread for finding out what stands behind blanks that come through a pipe.
  private static func secondsOfLooking(behind count: Int, at document: String) throws -> Double {
    let pipe = Pipe()
    let writer = Thread {
      pipe.fileHandleForWriting.write(Data([UInt8](repeating: 0x20, count: count) + Array(document.utf8)))
      pipe.fileHandleForWriting.closeFile()
    }
    writer.start()
    let bytes = InputBytes(Descriptor(number: pipe.fileHandleForReading.fileDescriptor), size: nil, at: "pipe")
    let start = secondsOfThread()
    #expect(try bytes.isJSON() == document.hasPrefix("{"))
    #expect(bytes.count >= count)
    return secondsOfThread() - start
  }

  private static func secondsOfThread() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// What does not end is given up at the size of the largest document; here it ends at four times that.
  @Test(.timeLimit(.minutes(1)), arguments: ["y", "a: [", "# comment", "- &a [*a]", "  \t", "'", "a: |\n  b"])
  func givesUpAStreamWithoutEnd(_ line: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "yes -- \"$0\" | head -c 4000000", line]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    defer { process.terminate() }
    let bytes = InputBytes(Descriptor(number: pipe.fileHandleForReading.fileDescriptor), size: nil, at: "pipe")
    var input = YAMLInput(bytes, at: "pipe", maximumDocumentSize: 1_000_000)
    let problem = "cannot be read at line 1, column 1: a document is larger than what is read at once; divide it with ---"
    #expect(throws: InputProblem(place: "pipe", problem: problem)) { try input.next()?.json.get() }
    #expect(try input.next() == nil)
    #expect(bytes.count < 3_000_000)
  }

  /// Documents that never end, and of which none can be used.
  @Test func givesUpAfterAThousandDocumentsThatCannotBeUsed() throws {
    let input = String(repeating: "a: [\n---\n", count: 1_500)
    let run = try Command("preview", "-").run(input: input)
    #expect(run.status == 2)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 1_001)
    #expect(lines.last == "meshmap: standard input: has 1000 unusable documents; the rest was not read")
  }

  // MARK: - Repeated keys and bad documents

  @Test func saysThatAKeyIsRepeated() throws {
    let pod = Manifest.pod(labels: "team: a, app: web, team: b")
    let run = try Command("preview", "--output", "json", "-").run(input: Manifest.documents(Manifest.namespace(), pod))
    #expect(run.status == 0)
    #expect(run.errors == "meshmap: standard input: key team is repeated at line 8, column 70; the last one holds\n")
    let plain = Manifest.pod(labels: "app: web, team: b")
    let other = try Command("preview", "--output", "json", "-").run(input: Manifest.documents(Manifest.namespace(), plain))
    #expect(other.errors.isEmpty)
    #expect(run.output == other.output)
  }

  @Test func tellsOnlyTheFirstRepeatedKeys() throws {
    let labels = (0..<13).map { "l\($0): a, l\($0): b" }.joined(separator: ", ")
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(labels: labels))
    let errors = try Command("preview", "-").run(input: input).errors.split(separator: "\n")
    #expect(errors.count == 11)
    #expect(errors.last == "meshmap: standard input: 3 more keys are repeated; the last one of each holds")
  }

  @Test func keepsKeysOfTerminalsOutOfTheTerminal() throws {
    let input = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n\"\\e[31m\": 1\n\"\\e[31m\": 2\n"
    let errors = try Command("preview", "-").run(input: input).errors
    #expect(errors.contains("is repeated at line 5, column 1"))
    #expect(!errors.contains("\u{1B}"))
  }

  /// A document that is no YAML costs itself; the lines are those of the stream.
  @Test func tellsEveryBadDocument() throws {
    let input = "a: [\n---\nkind: Pod\n---\n'a\n---\n" + Manifest.namespace()
    let run = try Command("preview", "-").run(input: input)
    #expect(run.status == 2)
    #expect(
      run.errors == """
        meshmap: standard input: is not YAML at line 1, column 4: a collection is not closed; write the missing bracket
        meshmap: standard input, line 3, column 1: Pod: metadata is missing
        meshmap: standard input: is not YAML at line 5, column 1: a quoted string is not closed; write the missing quote

        """)
  }

  // MARK: - Words (D14)

  /// Messages are the reader's own: none of them is libyaml's.
  @Test(arguments: [
    "a: b: c", "a:\n\tb: c", "- 'a", "- [a", "a: @b", "a: *b", "%FOO\n", "a: b\n- c", "!a!b c", "\"\\q\"", "|0\n a",
  ])
  func hasWordsOfItsOwn(_ document: String) throws {
    let errors = try Command("preview", "-").run(input: document).errors
    #expect(errors.hasPrefix("meshmap: standard input: is not YAML at line "))
    for words in ["found", "did not", "mapping values", "expected", "while "] {
      #expect(!errors.contains(words), "\(errors)")
    }
  }
}
