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
    var objects: [ClusterObject] = []
    for (_, list) in try documents() {
      if let failure = list.failures.first { throw Unreadable(failure: failure) }
      objects += list.objects
    }
    return objects
  }

  /// What is said of the values for which objects cannot be read.
  func findingsOnUnreadable() throws -> [Finding] {
    try documents().flatMap { document, list in
      list.failures.compactMap { failure in
        let path = DocumentPath(parsing: failure.path)?.steps.map { step -> YAMLPathStep in
          switch step {
          case .key(let key): .key(YAMLString(key.string))
          case .index(let index): .index(index)
          }
        }
        guard let place = path.flatMap({ document.root.location(of: $0) })?.value else { return nil }
        let written = Array(text.utf8)[place.lowerBound.offset..<place.upperBound.offset]
        return Finding(unquotedIn: failure, written: String(decoding: written, as: UTF8.self))
      }
    }
  }

  private func documents() throws -> [(YAMLDocument, ObjectList<ClusterObject>)] {
    try YAMLDocument.documents(in: text.utf8).filter { !$0.isEmpty }.map { document in
      (document, try JSONReader.decode(ObjectList<ClusterObject>.self, from: document.jsonWithSources().bytes))
    }
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
