import KubernetesObjects
import MeshMapping
import Testing

/// What rows say that they are for people is what they do to Pods.
@Suite("Kinds of changes")
struct ChangeKindTests {
  /// Only what the mapping shows can be of a kind that it shows.
  @Test(arguments: ReleaseHistory.changes)
  func whatIsNotMappedSaysSo(_ change: ReleaseChange) {
    #expect(change.edits.isEmpty == (change.kind == .unmapped))
  }

  /// Where a change of a Pod needs attention, one of the rows that cause it says that it may; a row that lets something through refuses it
  /// again on the way back.
  @Test(arguments: ComparisonTable.cases)
  func whatNeedsAttentionHasACauseThatSaysSo(_ row: ComparisonCase) throws {
    var settings = ControlPlaneSettings()
    row.settings?(&settings)
    let (old, new) = try (KumaRelease(parsing: row.old), KumaRelease(parsing: row.new))
    let comparison = ReleaseComparison(of: row.objects, from: old, to: new, settings: settings, completeness: .complete)
    for change in comparison.changes where change.needsAttention {
      let isSaid = change.causes.contains { $0.kind.needsAttention || $0.kind == .lifted && !$0.holds(in: new) }
      #expect(isSaid, "\(change.difference.message) \(change.causes.map(\.id))")
    }
  }

  /// Tags that all lose are no trouble of one workload; a tag that only some lose is told by what it is.
  @Test func tagsThatAllLoseAreAMatterOfTheCluster() {
    let key = InboundKey(service: "", port: 80)
    let gone = PodDifference.field(FieldDifference(path: .inboundTag(key, "kuma.io/service"), old: "web", new: nil))
    let pod = ObjectName(namespace: "demo", name: "web-1")
    let everywhere = ReleaseComparison.Change(pod: pod, difference: gone, causes: [.inboundTagsGone])
    #expect(everywhere.kind == .everywhere && !everywhere.needsAttention)
    let otherwise = ReleaseComparison.Change(pod: pod, difference: gone, causes: [.gatewayProvided])
    #expect(otherwise.kind == .service && otherwise.needsAttention)
  }
}
