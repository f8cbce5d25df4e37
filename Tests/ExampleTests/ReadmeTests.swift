import Foundation
import KubernetesObjects
import MeshMapping
import Testing

/// The example of the README compiles here and prints what the README says.
@Suite("README")
struct ReadmeTests {
  static let readme: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? ""
  }()

  /// The example with `print` collected. Its lines are those of the README; ``theExampleIsTheOneThatRunsHere`` holds them equal.
  private func example() -> [String] {
    var printed: [String] = []
    func print(_ item: some CustomStringConvertible) { printed.append(item.description) }
    // README begin
    let kuma = ControlPlane(rules: .documented, settings: ControlPlaneSettings(zone: "east"))
    let namespace = Namespace(metadata: ObjectMeta(name: "demo", labels: ["kuma.io/sidecar-injection": "enabled"]))
    let pod = Pod(metadata: ObjectMeta(name: "web-1", namespace: "demo", labels: ["app": "web", "team": ""]))
    let port = ServicePort(appProtocol: "http", port: 80, targetPort: 8080)
    let service = Service(metadata: ObjectMeta(name: "web", namespace: "demo"), selector: ["app": "web"], ports: [port])
    print(kuma.injection(of: pod, in: namespace))
    let mapping = kuma.dataplane(of: pod, in: namespace, among: ObjectCatalog(services: [service]))
    for tag in mapping.dataplane?.networking.inbound[0].tags ?? [:] {
      print("\(tag.key)=\(tag.value) from \(tag.origin.phrase)")
    }
    // README end
    return printed
  }

  @Test func theExamplePrintsWhatTheReadmeSays() throws {
    let output = try #require(Self.block("text"))
    #expect(example() == output)
  }

  @Test func theExampleIsTheOneThatRunsHere() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let begin = try #require(source.firstIndex { $0.hasSuffix("// README begin") })
    let end = try #require(source.firstIndex { $0.hasSuffix("// README end") })
    let lines = source[(begin + 1)..<end].map { String($0.dropFirst(4)) }
    // The imports are those of this file.
    #expect(Self.block("swift") == ["import KubernetesObjects", "import MeshMapping", ""] + lines)
  }

  /// The lines of the first code block of a language.
  private static func block(_ language: String) -> [String]? {
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let begin = lines.firstIndex(of: "```\(language)") else { return nil }
    return Array(lines[(begin + 1)...].prefix { $0 != "```" })
  }
}
