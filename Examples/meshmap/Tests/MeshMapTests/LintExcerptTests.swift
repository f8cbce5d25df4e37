import Foundation
import Testing

/// The lines that `meshmap lint` shows: what is meant is marked, however wide its characters are, and nothing of them harms a terminal.
@Suite struct LintExcerptTests {
  private static func lint(_ text: String, columns: Int? = 80) throws -> [String] {
    try Command.withFolder(holding: ["a.yaml": text]) { (folder: URL) throws in
      let environment = columns.map { ["COLUMNS": "\($0)"] } ?? [:]
      let run = try Command("lint", "a.yaml", "--release", "2.9.4").run(environment: environment, in: folder)
      #expect(run.errors.isEmpty, "\(run.errors)")
      return run.lines.map(String.init)
    }
  }

  private static func namespace(_ annotations: String, before: String = "") -> String {
    "\(before)metadata: {name: demo, annotations: {\(annotations)}}\napiVersion: v1\nkind: Namespace\n"
  }

  private static let key = "kuma.io/sidecar-injectin: \"x\""

  /// What stands before the marked value, and how many columns of a terminal that takes.
  private static let beginnings: [(String, String, Int)] = [
    ("plain", #"a: "x", "#, 8),
    // Unicode's annex 11: wide and fullwidth characters take two columns, halfwidth ones take one.
    ("wide", #"a: "漢字", "#, 11), ("fullwidth and halfwidth", #"a: "ＡＢｱ", "#, 12),
    ("a picture", #"a: "😀", "#, 9), ("a letter and its mark", "a: \"e\u{301}\", ", 8),
    ("an escape of the file", #"a: "\u001b[31m", "#, 17), ("a tab", "a: \"x\",\t", 9),
    // A character that is not seen is shown by its number.
    ("a mark of direction", "a: \"\u{202E}x\", ", 16), ("a joined picture", "a: \"👩\u{200D}👧\", ", 19),
  ]

  @Test(arguments: beginnings.indices) func theMarkStandsUnderWhatIsMeant(_ index: Int) throws {
    let (title, beginning, columns) = Self.beginnings[index]
    let text = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: demo\n  annotations: {\(beginning)\(Self.key)}\n"
    let lines = try Self.lint(text)
    let place = try #require(lines.firstIndex { $0.hasPrefix(" 5 | ") }, "\(title): \(lines)")
    let indent = "  annotations: {".count + columns
    #expect(
      lines[place + 1] == "   | " + String(repeating: " ", count: indent) + String(repeating: "^", count: 29), "\(title)")
    #expect(lines[place].contains("kuma.io/sidecar-injectin: \"x\""), "\(title)")
    for scalar in lines.joined().unicodeScalars {
      #expect(![.control, .format].contains(scalar.properties.generalCategory), "\(title): \(scalar.value)")
    }
  }

  /// Of a long line the part is shown that holds what is meant, all of it.
  @Test(arguments: ["a", "字", "😀"]) func aLongLineIsCutAroundWhatIsMeant(_ character: String) throws {
    let long = String(repeating: character, count: 60)
    let lines = try Self.lint(Self.namespace("a: \"\(long)\", \(Self.key), z: \"\(long)\""))
    let place = try #require(lines.firstIndex { $0.hasPrefix(" 1 | …") }, "\(lines)")
    let width = character == "a" ? 1 : 2
    #expect(lines[place].hasSuffix("\(Self.key)…"))
    let before = lines[place].dropFirst(5).prefix { $0 != "k" }
    let columns = before.reduce(0) { $0 + (String($1) == character ? width : 1) }
    #expect(lines[place + 1] == "   | " + String(repeating: " ", count: columns) + String(repeating: "^", count: 29))
    #expect(columns + 29 <= 68)
  }

  /// A fix is shown in the room that there is, with what it changes.
  @Test func aFixFitsIntoTheTerminal() throws {
    let long = String(repeating: "x", count: 100)
    let text = Self.namespace("a: \"\(long)\", kuma.io/sidecar-injectin: enabled, z: \"\(long)\"")
    for columns in [80, 120] {
      let lines = try Self.lint(text, columns: columns)
      #expect(lines.allSatisfy { $0.count <= columns }, "\(lines)")
      let old = try #require(lines.first { $0.hasPrefix("     - …") })
      let new = try #require(lines.first { $0.hasPrefix("     + …") })
      #expect(old.contains("kuma.io/sidecar-injectin: enabled") && old.hasSuffix("…") && new.hasSuffix("…"))
    }
    #expect(try Self.lint(text, columns: nil).contains { $0.hasPrefix("     - …") && $0.count > 120 })
  }

  /// The mark at the beginning of a file, or of one that was put behind another one, is no part of its first line.
  @Test(arguments: ["\u{FEFF}", "apiVersion: v1\nkind: Namespace\nmetadata: {name: other}\n---\n\u{FEFF}"])
  func aByteOrderMarkIsNotShown(_ before: String) throws {
    let lines = try Self.lint(Self.namespace(Self.key, before: before))
    let line = before.count { $0 == "\n" } + 1
    #expect(lines.contains("  --> a.yaml:\(line):38 Namespace demo"), "\(lines)")
    #expect(lines.contains(" \(line) | metadata: {name: demo, annotations: {\(Self.key)}}"), "\(lines)")
  }
}
