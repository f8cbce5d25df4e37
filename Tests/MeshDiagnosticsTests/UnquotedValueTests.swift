import KubernetesObjects
import MeshDiagnostics
import Testing

/// What is said of an object that cannot be read for want of quotes.
@Suite("Values without quotes")
struct UnquotedValueTests {
  private static func failure(
    of path: String, problem: String = "must be a string; put the value in quotes", name: String? = "demo"
  ) -> ObjectFailure {
    ObjectFailure(apiVersion: "v1", kind: "Namespace", name: name, path: path, problem: problem)
  }

  @Test(arguments: [
    (#"metadata.labels["kuma.io/sidecar-injection"]"#, "true", "Label kuma.io/sidecar-injection", "the boolean true"),
    ("metadata.annotations.a", "1.0", "Annotation a", "the number 1.0"),
    ("spec.selector.app", "yes", "Selector app", "the boolean yes"),
    ("metadata.namespace", "0x1F", "Field metadata.namespace", "the number 0x1F"),
  ])
  func says(_ path: String, _ written: String, _ field: String, _ value: String) throws {
    let finding = try #require(Finding(unquotedIn: Self.failure(of: path), written: written))
    #expect(
      finding.message
        == "\(field) of Namespace demo is \(value) and must be a string, so that kubectl refuses the object; quote it: \"\(written)\"."
    )
    #expect(finding.kind == .valueNotQuoted)
    #expect(finding.severity == .error)
    #expect("\(finding.field)" == "Namespace demo \(path)")
    let fix = try #require(Fix(quotingIn: Self.failure(of: path), written: written))
    #expect(fix.edits == [Edit(finding.field, .string(ExactString(written)))])
  }

  @Test func saysNothingOfOtherFailures() {
    #expect(Finding(unquotedIn: Self.failure(of: "spec.ports", problem: "must be a list"), written: "1") == nil)
    #expect(Finding(unquotedIn: Self.failure(of: "metadata.name", name: nil), written: "1") == nil)
    #expect(Fix(quotingIn: Self.failure(of: "spec.ports", problem: "must be a list"), written: "1") == nil)
  }
}
