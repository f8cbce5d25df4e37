import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// The keys of an upgrade as JSON are a contract with the programs that read it: none is missing, and none is there that they do not know.
@Suite("Keys of the JSON of upgrades")
struct UpgradeKeyTests {
  @Test func theKeysOfAllRowsAreKnown() throws {
    let paths = try UpgradeTable.cases.map { row in
      let old = try KumaRelease(parsing: row.old)
      let cluster = Cluster(row.objects, under: ControlPlane(release: old), completeness: row.completeness)
      return UpgradePath(of: cluster, from: old, to: try KumaRelease(parsing: row.new))
    }
    let keys = try WrittenKeys.paths(ofAll: paths)
    #expect(
      keys == [
        "announced", "firstTrouble", "from", "message", "notesToRead[]", "pods", "restsOn[].failing", "restsOn[].message",
        "restsOn[].needs",
        "restsOn[].pods", "restsOn[].premise", "safeUpTo", "steps[].from", "steps[].harmless",
        "steps[].incomplete[].message", "steps[].incomplete[].needs", "steps[].incomplete[].pods", "steps[].losingTags",
        "steps[].noteFixes[].changesNow[]", "steps[].noteFixes[].commands[]", "steps[].noteFixes[].message",
        "steps[].noteFixes[].note", "steps[].notesToRead[]", "steps[].notes[].effect", "steps[].notes[].kind",
        "steps[].notes[].message", "steps[].notes[].name", "steps[].notes[].namespace", "steps[].notes[].note",
        "steps[].notes[].path", "steps[].notes[].pods", "steps[].notes[].release", "steps[].notes[].remedy", "steps[].to",
        "steps[].troubles[].advice", "steps[].troubles[].causes[].id", "steps[].troubles[].causes[].kind",
        "steps[].troubles[].causes[].pullRequests[]", "steps[].troubles[].causes[].releases[]",
        "steps[].troubles[].causes[].summary", "steps[].troubles[].effect", "steps[].troubles[].first",
        "steps[].troubles[].fixes[].changesNow[]", "steps[].troubles[].fixes[].commands[]",
        "steps[].troubles[].fixes[].cost", "steps[].troubles[].fixes[].message", "steps[].troubles[].gone",
        "steps[].troubles[].message", "steps[].troubles[].note", "steps[].troubles[].workloads[].changes[].change",
        "steps[].troubles[].workloads[].changes[].message", "steps[].troubles[].workloads[].changes[].new",
        "steps[].troubles[].workloads[].changes[].old", "steps[].troubles[].workloads[].changes[].path",
        "steps[].troubles[].workloads[].kind", "steps[].troubles[].workloads[].name",
        "steps[].troubles[].workloads[].namespace", "steps[].troubles[].workloads[].pods",
        "steps[].troubles[].workloads[].selectedBy[]", "steps[].undecided[].kind", "steps[].undecided[].name",
        "steps[].undecided[].namespace", "steps[].undecided[].needs[]", "steps[].verdict", "to", "verdict", "workloads",
      ])
  }
}
