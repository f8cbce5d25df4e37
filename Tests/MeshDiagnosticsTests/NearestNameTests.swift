import MeshDiagnostics
import Testing

/// The name that somebody meant who mistyped it.
@Suite("Nearest names")
struct NearestNameTests {
  static let rows: [(String, [String], String?)] = [
    ("zome", ["zone", "node-labels", "release", "pod"], "zone"),
    ("node-label", ["zone", "node-labels", "release", "pod"], "node-labels"),
    ("realease", ["zone", "node-labels", "release", "pod"], "release"),
    ("zzzzzz", ["zone", "node-labels", "release", "pod"], nil),
    // Two letters that changed places are one mistake, and of three letters one may be wrong.
    ("abc", ["bac", "axy"], "bac"),
    ("ab", ["xyz"], nil),
    ("foo", ["from"], nil),
    // Of two that are as near, the first by bytes.
    ("web", ["wed", "wec"], "wec"),
  ]

  @Test(arguments: rows)
  func theNearestIsNamed(_ name: String, _ names: [String], _ nearest: String?) {
    #expect(NearestName.of(name, among: names) == nearest)
  }

  /// A name that nobody can have written by mistake is not looked at, however near another one is.
  @Test func aNameOfAnyLengthCostsNothing() {
    let long = String(repeating: "a", count: 254)
    #expect(NearestName.of(long, among: [long]) == nil)
    #expect(NearestName.of(String(long.dropLast()), among: [String(long.dropFirst(2))]) != nil)
  }
}
