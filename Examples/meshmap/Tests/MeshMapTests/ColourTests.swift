import Foundation
import Testing

/// `--color` and `--no-color`: never in a pipe without being asked for.
@Suite struct ColourTests {
  private static let red = "\u{1B}[31m"

  private static func lint(_ arguments: String..., environment: [String: String] = [:]) throws -> Command.Run {
    try Command(["lint", "shop.json", "--release", "2.9.4"] + arguments).run(environment: environment)
  }

  @Test func aPipeIsPlain() throws {
    #expect(try !Self.lint().output.contains("\u{1B}"))
    #expect(try !Self.lint("--no-color").output.contains("\u{1B}"))
  }

  @Test func isColouredWhereSomebodyWantsIt() throws {
    #expect(try Self.lint("--color").output.contains(Self.red))
    // Who asks for it in the command has the last word.
    #expect(try Self.lint("--color", environment: ["NO_COLOR": "1"]).output.contains(Self.red))
    #expect(try !Self.lint("--color", "--no-color").output.contains("\u{1B}"))
  }

  /// Colour is never the only sign.
  @Test(arguments: ["lint", "preview", "reconcile", "services", "direct-access", "verify"])
  func saysTheSameWithoutColour(_ command: String) throws {
    let plain = try Command(command, "shop.json", "--release", "2.9.4").run().output
    let coloured = try Command(command, "shop.json", "--release", "2.9.4", "--color").run().output
    #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
  }

  @Test func settingsMaySayIt() throws {
    try Command.withFolder(holding: [".meshmap.yaml": "color: true\n", "off.yaml": "color: false\n"]) {
      (folder: URL) throws in
      let shop = Command.samples.appending(path: "shop.json").path
      #expect(try Command("lint", shop).run(in: folder).output.contains(Self.red))
      #expect(try !Command("lint", shop, "--config", "off.yaml").run(in: folder).output.contains("\u{1B}"))
      #expect(try !Command("lint", shop, "--no-color").run(in: folder).output.contains("\u{1B}"))
    }
  }

  /// JSON has no colour.
  @Test(arguments: ["json", "yaml", "sarif", "github"]) func otherFormsArePlain(_ form: String) throws {
    #expect(try !Self.lint("--color", "--output", form).output.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("lint", "values: text, json, yaml, sarif, github"), ("upgrade", "values: text, json, yaml, html"),
    ("verify", "values: text, json, yaml"),
  ])
  func helpListsTheForms(_ command: String, _ words: String) throws {
    let help = try Command(command, "--help").run().output.replacing(/\s+/, with: " ")
    #expect(help.contains(words))
  }
}
