import Foundation
import KubernetesYAML
import Testing

/// The code of the landing page compiles here and is the code that stands in it.
@Suite("Landing page of KubernetesYAML")
struct LandingPageTests {
  private func printed() throws -> [String] {
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    // Page begin
    let manifests = "kind: Pod\nmetadata: {labels: &l {on: a}}\n---\nkind: Service\nspec: {port: 80, port: 0x50}\n"
    var stream = YAMLStream()
    stream.append(manifests.utf8)
    stream.finish()
    while let document = try stream.next() {
      print(String(decoding: try document.json(), as: UTF8.self))
      if let kind = document.root["kind"] { print(kind.start) }
      for key in document.repeatedKeys { print("\(key.key) is repeated at \(key.location)") }
    }
    //
    let value = try YAMLValue(parsing: "refs: [{kind: MeshService, name: backend, port: 8080}]")
    if case .mapping(let entries) = value {
      for entry in entries { print(entry.key.jsonKey ?? "no key of JSON", entry.value) }
    }
    //
    if case .bool(let value) = YAMLScalar(word: "off") { print(value) }  // false
    print(YAMLScalar(word: "tRUE") == nil)  // true: this is a string
    print(YAMLScalar(plain: "0x1F"))  // integer(31)
    // Page end
    return printed
  }

  @Test func theCodePrintsWhatItSays() throws {
    let printed = try printed()
    #expect(try printed.prefix(5).joined(separator: "\n") == page().split(separator: "```\n")[2].dropLast())
    #expect(printed[5].hasPrefix("refs sequence("))
    #expect(Array(printed.dropFirst(6)) == ["false", "true", "integer(31)"])
  }

  @Test func theCodeIsTheOneThatRunsHere() throws {
    let tests = try String(contentsOfFile: #filePath, encoding: .utf8).components(separatedBy: "\n")
    let begin = try #require(tests.firstIndex { $0.hasSuffix("// Page begin") })
    let end = try #require(tests.firstIndex { $0.hasSuffix("// Page end") })
    // Blocks are divided by an empty comment.
    let code = tests[(begin + 1)..<end].map { String($0.dropFirst(4)) }.split(separator: "//").map(Array.init)
    let page = try page().components(separatedBy: "\n")
    let blocks = page.indices.filter { page[$0] == "```swift" }.map { begin in
      Array(page[(begin + 1)...].prefix { $0 != "```" })
    }
    #expect(blocks == code)
  }

  private func page() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Sources/KubernetesYAML/KubernetesYAML.docc/KubernetesYAML.md")
    return try String(contentsOf: file, encoding: .utf8)
  }
}
