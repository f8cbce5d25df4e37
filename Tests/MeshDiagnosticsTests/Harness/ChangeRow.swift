import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// Rows of the release history with a cluster of which a comparison tells that they do something, and a like one of which it tells nothing by
/// them: what notes leave to the rows, and what no note of Kuma's says.
struct ChangeRow: Sendable, CustomTestStringConvertible {
  /// The note that the rows tell; nil for what no note says.
  let note: String?
  let rows: [String]
  /// The release that brings it, and the one before; left out: the one before in the list.
  let release: String
  let before: String?
  let shown: Manifests
  let hidden: Manifests
  let settings: ControlPlaneSettings

  var testDescription: String { "\(note ?? "no note") \(rows)" }

  init(
    _ note: String?,
    _ rows: [String],
    in release: String,
    from before: String? = nil,
    settings: ControlPlaneSettings = ControlPlaneSettings(),
    _ shown: String,
    not hidden: String
  ) {
    self.note = note
    self.rows = rows
    self.release = release
    self.before = before
    self.settings = settings
    self.shown = Manifests(stringLiteral: shown)
    self.hidden = Manifests(stringLiteral: hidden)
  }

  /// The rows that something changes by between the two releases.
  func causes(of manifests: Manifests) throws -> Set<String> {
    let new = try KumaRelease(parsing: release)
    let old = try before.map { try KumaRelease(parsing: $0) } ?? #require(KumaRelease.known.last { $0 < new })
    let cluster = Cluster(try manifests.objects(), under: ControlPlane(release: old), completeness: .complete)
    let comparison = UpgradeComparison(of: cluster, from: old, to: new, settings: settings)
    return Set(comparison.changes.flatMap(\.causes).map(\.id))
  }

  /// A Pod in a Namespace, behind a Service, in a mesh that exists.
  ///
  /// - Parameters:
  ///   - labels: Labels of the Pod besides `app: web`.
  ///   - annotations: Its annotations.
  ///   - namespace: The labels of the Namespace.
  ///   - namespaceAnnotations: Its annotations.
  ///   - service: What stands in the ports of the Service; nil for none.
  ///   - serviceMetadata: What else stands in its metadata.
  ///   - metadata: What else stands in the Pod's metadata.
  ///   - spec: What stands in its spec.
  ///   - status: What stands in its status.
  ///   - mesh: What stands in the spec of the Mesh.
  ///   - name: The name of the namespace.
  ///   - others: Other documents.
  static func pod(
    _ labels: String = "",
    annotations: String = "",
    namespace: String = "kuma.io/sidecar-injection: enabled",
    namespaceAnnotations: String = "",
    service: String? = "{name: http, port: 80, targetPort: 8080}",
    serviceMetadata: String = "",
    metadata: String = "",
    spec: String = "containers: [{name: app, image: app, ports: [{name: web, containerPort: 8080}]}]",
    status: String = "phase: Running, podIP: 10.0.0.1",
    mesh: String = "",
    name: String = "demo",
    others: String...
  ) -> String {
    let service = service.map { ports in
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: \(name)\(serviceMetadata)}
      spec: {clusterIP: 10.96.0.1, selector: {app: web}, ports: [\(ports)]}
      """
    }
    return
      ([
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: \(name), labels: {\(namespace)}, annotations: {\(namespaceAnnotations)}}
        """,
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web-1, namespace: \(name), labels: {app: web\(labels.isEmpty ? "" : ", \(labels)")}, annotations: {\(annotations)}\(metadata)}
        spec: {\(spec)}
        status: {\(status)}
        """,
        NoteRow.kuma("Mesh", mesh, name: "default"), NoteRow.kuma("Mesh", "", name: "blue"),
      ] + [service].compactMap(\.self) + others).joined(separator: "\n---\n")
  }

  /// A Pod without a sidecar, of which no release makes anything.
  static let outside = pod(namespace: "")
}
