import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// A field that upgrade notes look at and that is of another kind than Kuma's is not taken for absent: the object cannot be read.
@Suite("Fields of another kind")
struct UnreadableFieldTests {
  @Test(arguments: [
    ("Mesh", "mtls: []", "spec.mtls must be an object"), ("Mesh", "mtls: 5", "spec.mtls must be an object"),
    ("Mesh", "mtls: {enabledBackend: 5}", "spec.mtls.enabledBackend must be a string; put the value in quotes"),
    ("Mesh", "mtls: {backends: {name: ca}}", "spec.mtls.backends must be a list"),
    ("Mesh", "networking: {outbound: {passthrough: 'no'}}", "spec.networking.outbound.passthrough must be true or false"),
    ("Mesh", "routing: true", "spec.routing must be an object"),
    ("MeshTrafficPermission", "from: true", "spec.from must be a list"),
    ("MeshTimeout", "to: {targetRef: {kind: Mesh}}", "spec.to must be a list"),
    ("MeshTimeout", "rules: 5", "spec.rules must be a list"),
    ("MeshIdentity", "selector: []", "spec.selector must be an object"),
    ("MeshIdentity", "selector: {dataplane: []}", "spec.selector.dataplane must be an object"),
  ])
  func areProblems(_ kind: String, _ spec: String, _ problem: String) throws {
    let error = try #require(
      #expect(throws: Manifests.Unreadable.self) {
        try Manifests(stringLiteral: NoteRow.kuma(kind, spec, name: "p")).objects()
      })
    #expect("\(error.failure)".hasSuffix(": \(problem)"), "\(error.failure)")
  }

  @Test(arguments: [
    ("Mesh", "mtls: null, networking: {outbound: {passthrough: false}}, logging: {}"),
    ("Mesh", "mtls: {enabledBackend: ca}"),
    ("MeshTrafficPermission", "from: [], to: null"), ("MeshIdentity", "selector: {dataplane: null}"),
    ("MeshProxyPatch", "default: {appendModifications: [{jsonPatches: [{op: move, from: /a, path: /b}]}]}"),
  ])
  func whatIsAsItShouldBeIsRead(_ kind: String, _ spec: String) throws {
    #expect(try Manifests(stringLiteral: NoteRow.kuma(kind, spec, name: "p")).objects().count == 1)
  }
}
