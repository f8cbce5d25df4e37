import KubernetesJSON
import KubernetesObjects
import KubernetesYAML
import MeshDiagnostics
import MeshMapping

/// The objects of manifests, as people write them.
struct Manifests: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, Sendable {
  let text: String

  init(stringLiteral text: String) { self.text = text }

  init(_ text: String) { self.text = text }

  /// The Namespace `demo`, which asks for injection, and manifests besides.
  static func inMesh(_ others: String) -> Manifests {
    Manifests(
      stringLiteral: """
        apiVersion: v1
        kind: Namespace
        metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled}}
        ---
        \(others)
        """)
  }

  /// The objects, which must all be readable.
  func objects() throws -> [ClusterObject] {
    var list = ObjectList<ClusterObject>()
    for document in try YAMLDocument.documents(in: text.utf8) where !document.isEmpty {
      let more = try JSONReader.decode(ObjectList<ClusterObject>.self, from: document.jsonWithSources().bytes)
      list.objects += more.objects
      list.failures += more.failures
    }
    if let failure = list.failures.first { throw Unreadable(failure: failure) }
    return list.objects
  }

  /// The cluster of the objects under the rules of a release, or under `documented`.
  func cluster(under release: String, _ change: ((inout ControlPlaneSettings) -> Void)? = nil) throws -> Cluster {
    var kuma =
      release == "documented" ? ControlPlane(rules: .documented) : ControlPlane(release: try KumaRelease(parsing: release))
    change?(&kuma.settings)
    return Cluster(try objects(), under: kuma)
  }

  struct Unreadable: Error {
    let failure: ObjectFailure
  }
}
