import KubernetesObjects
import KubernetesYAML
import MeshDiagnostics
import Testing

/// What a finding points at besides its own field can be looked up in the manifests.
@Suite("Related fields, by manifests")
struct RelatedFieldTests {
  @Test(arguments: FindingRowTests.rows.filter { !$0.fields.isEmpty })
  func areThere(_ row: FindingRow) throws {
    let documents = try YAMLDocument.documents(in: row.manifests.text.utf8).map(\.root)
    for related in try row.findings().flatMap(\.related) {
      let object = related.field.object
      // Pods that a workload will make stand in no manifest.
      if object.name.hasSuffix("*") { continue }
      // The annotations and labels themselves may be missing; what they would be in is there.
      let path = related.field.path.steps.prefix { ![.key("annotations"), .key("labels")].contains($0) }
      let isFound = documents.contains { root in
        root["kind"]?.scalar == .string(YAMLString(object.kind))
          && root["metadata"]?["name"]?.scalar == .string(YAMLString(object.name))
          && Self.node(at: path, in: root) != nil
      }
      #expect(isFound, "\(related.field)")
    }
  }

  private static func node(at path: some Sequence<DocumentPath.Step>, in root: YAMLNode) -> YAMLNode? {
    path.reduce(root) { node, step in
      switch step {
      case .key(let key): node?[key.string]
      case .index(let index): node?[index]
      }
    }
  }
}
