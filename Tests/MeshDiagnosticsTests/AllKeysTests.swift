import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// The keys of what is written as JSON of everything that the tables have: none is missing, and none is there that programs do not know.
@Suite("Keys of the JSON, in all answers")
struct AllKeysTests {
  private static func clusters() throws -> [Cluster] {
    try FindingRowTests.rows.map { try $0.manifests.cluster(under: $0.release, $0.settings) }
  }

  @Test func ofReports() throws {
    let reports = try Self.clusters().flatMap { $0.previews() + $0.reconciliations() }
    let keys = try WrittenKeys.paths(ofAll: reports)
    #expect(
      keys == [
        "alternatives[].condition", "alternatives[].dataplane.action", "alternatives[].dataplane.message",
        "alternatives[].dataplane.reason", "alternatives[].dataplane.resource", "alternatives[].injection.evidence.key",
        "alternatives[].injection.evidence.place", "alternatives[].injection.evidence.value",
        "alternatives[].injection.message", "alternatives[].injection.outcome", "alternatives[].injection.reason",
        "alternatives[].unknown[].needs", "alternatives[].unknown[].path", "dataplane.action", "dataplane.message",
        "dataplane.reason", "dataplane.resource", "injection.evidence.key", "injection.evidence.place",
        "injection.evidence.value", "injection.message", "injection.outcome", "injection.reason", "mesh", "name",
        "namespace", "unknown[].needs", "unknown[].path", "workload.kind", "workload.name", "workload.pods",
      ])
  }

  @Test func ofExplanations() throws {
    let explanations = try Self.clusters().flatMap { cluster in
      cluster.previewNames.compactMap { cluster.explanation(of: $0) }
    }
    let keys = try WrittenKeys.paths(ofAll: explanations, closed: ["pods"])
    #expect(
      keys == [
        "pods", "steps.droppedLabels[].key", "steps.droppedLabels[].reason", "steps.droppedLabels[].value",
        "steps.injection[].needs", "steps.injection[].place", "steps.injection[].standing", "steps.injection[].value",
        "steps.mesh[].needs", "steps.mesh[].place", "steps.mesh[].standing", "steps.mesh[].value",
        "steps.services[].belongs", "steps.services[].name", "steps.services[].ports[].port",
        "steps.services[].ports[].target", "steps.services[].reason", "steps.tags[].inbound", "steps.tags[].tags[].key",
        "steps.tags[].tags[].origin", "steps.tags[].tags[].value", "steps.webhook.called", "steps.webhook.needs[]",
        "steps.webhook.notCalled[]",
      ])
  }

  @Test func ofFindings() throws {
    let findings = try Self.clusters().flatMap { Diagnostics(of: $0).findings() }
    let keys = try WrittenKeys.paths(ofAll: findings)
    #expect(
      keys == [
        "code", "message", "severity", "statement",
      ])
  }

  @Test func ofServices() throws {
    let keys = try WrittenKeys.paths(ofAll: try Self.clusters().map { $0.serviceOverview() })
    #expect(
      keys == [
        "services[].ambiguous", "services[].endpoints[].address", "services[].endpoints[].namespace",
        "services[].endpoints[].pod", "services[].endpoints[].port", "services[].endpoints[].state",
        "services[].endpoints[].workload.kind", "services[].endpoints[].workload.name", "services[].mesh",
        "services[].name", "services[].protocols[].name", "services[].protocols[].origin", "services[].sources[].kind",
        "services[].sources[].name", "services[].sources[].namespace", "services[].sources[].port",
        "services[].sources[].source", "strayEntries[].annotation", "strayEntries[].entry", "strayEntries[].namespace",
        "strayEntries[].nearest", "strayEntries[].pod", "strayServices[].message", "strayServices[].name",
        "strayServices[].namespace",
        "strayServices[].reason",
      ])
  }

  @Test func ofDirectAccess() throws {
    let keys = try WrittenKeys.paths(ofAll: try Self.clusters().map { $0.directAccess() })
    #expect(
      keys == [
        "listeners", "pods[].entries[].answer", "pods[].entries[].entry", "pods[].entries[].message",
        "pods[].entries[].nearest", "pods[].entries[].places[].namespace", "pods[].entries[].places[].pod",
        "pods[].entries[].places[].port", "pods[].listeners[].namespace", "pods[].listeners[].pod",
        "pods[].listeners[].port", "pods[].mesh", "pods[].name", "pods[].namespace", "pods[].replacement[]",
      ])
  }

  @Test func ofSearches() throws {
    let keys = try WrittenKeys.paths(ofAll: try EditSearchTests.rows.compactMap { try $0.search() })
    #expect(
      keys == [
        "answer", "edits[].changing[]", "edits[].commands[]", "edits[].edits[].new", "edits[].edits[].object.kind",
        "edits[].edits[].object.name", "edits[].edits[].object.namespace", "edits[].edits[].path", "edits[].joining[]",
        "edits[].leaving[]", "edits[].message", "name", "namespace", "want",
      ])
  }
}
