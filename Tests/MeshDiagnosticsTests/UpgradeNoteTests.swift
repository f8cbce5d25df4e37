import Foundation
import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// The notes of upgrades: each is told of what it concerns and of nothing else, or says why it is not told.
@Suite("Upgrade notes")
struct UpgradeNoteTests {
  /// The release before another one.
  private static func before(_ release: KumaRelease) throws -> KumaRelease {
    try #require(KumaRelease.known.last { $0 < release })
  }

  @Test(arguments: NoteRows.rows)
  func isToldOfWhatItConcerns(_ row: NoteRow) throws {
    let note = try #require(UpgradeNote.note(row.note))
    let before = try Self.before(note.release)
    // Going on from the release itself, and up to the one before it, nothing is new.
    let (shown, hidden) = (try row.shown.cluster(under: "\(before)"), try row.hidden.cluster(under: "\(before)"))
    let found = shown.notes(from: before, to: note.release).filter { $0.note == note }
    #expect(found.map(\.phrase).sorted() == row.fields)
    #expect(found.allSatisfy { note.kinds.isEmpty || note.kinds.contains($0.object.kind) }, "\(found.map(\.object.kind))")
    #expect(hidden.notes(from: before, to: note.release).filter { $0.note == note }.map(\.description) == [])
    #expect(
      !shown.notes(from: note.release, to: KumaRelease.known[KumaRelease.known.count - 1]).contains { $0.note == note })
    if let first = KumaRelease.known.first, first < before {
      #expect(!shown.notes(from: first, to: before).contains { $0.note == note })
    }
  }

  @Test func everyNoteThatIsToldHasARow() {
    let told = UpgradeNote.all.filter { $0.telling == .check }.map(\.id)
    #expect(Set(NoteRows.rows.map(\.note)).sorted() == told.sorted())
  }

  @Test func identifiersAreThereOnce() {
    let ids = UpgradeNote.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(UpgradeNote.note("no-such-note") == nil)
  }

  /// A note that rows tell names rows that there are, and that hold from its release on or before.
  @Test(arguments: UpgradeNote.all)
  func rowsOfNotesAreThere(_ note: UpgradeNote) throws {
    guard case .rows(let rows) = note.telling else { return }
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(ReleaseHistory.change(row.string) != nil, "\(note.id) names \(row)")
    }
    let changes = rows.compactMap { ReleaseHistory.change($0.string) }
    #expect(changes.contains { $0.first >= note.release } || note.effect == .warning, "\(note.id)")
  }

  @Test(arguments: UpgradeNote.all)
  func sentencesAreWhole(_ note: UpgradeNote) {
    for sentence in [note.summary, note.remedy] {
      #expect(sentence.hasSuffix("."), "\(note.id)")
      #expect(sentence.first?.isUppercase ?? false, "\(note.id)")
    }
    #expect(KumaRelease.known.contains(note.release), "\(note.id)")
  }

  /// What takes the place of a note is told instead where both are passed.
  @Test func aLaterNoteTakesThePlace() throws {
    let cluster = try NoteRows.rows.first { $0.note == "exclusions-merged" }.map { try $0.shown.cluster(under: "2.4.0") }
    let old = try KumaRelease(parsing: "2.4.0")
    #expect(try cluster?.notes(from: old, to: KumaRelease(parsing: "2.8.0")).map(\.note.id) == ["exclusions-merged"])
    #expect(try cluster?.notes(from: old, to: KumaRelease(parsing: "2.9.0")).map(\.note.id) == ["exclusions-gone"])
  }

  /// What is stored of Dataplanes that nothing writes anew is refused, or breaks their mesh.
  @Test(arguments: [
    ("gateway: {type: BUILTIN, tags: {kuma.io/service: a}}", "Pod", 1),
    ("gateway: {type: BUILTIN, tags: {kuma.io/service: a}}", "", 1),
    ("gateway: {type: DELEGATED, tags: {kuma.io/service: a}}", "Pod", 0),
    ("outbound: [{port: 80, tags: {kuma.io/service: a}}]", "", 1),
    ("outbound: [{port: 80, tags: {kuma.io/service: a}}]", "Pod", 0),
    ("inbound: [{port: 80, tags: {kuma.io/service: a, kuma.io/protocol: http}}]", "", 1),
    ("inbound: [{port: 80, tags: {kuma.io/service: a, kuma.io/protocol: http}}]", "Pod", 0),
  ])
  func storedDataplanesBlock(_ networking: String, _ owner: String, _ objects: Int) throws {
    let owners = owner.isEmpty ? "" : ", ownerReferences: [{kind: \(owner), name: a, controller: true}]"
    let manifests = NoteRow.all(
      NoteRow.pod(),
      """
      apiVersion: kuma.io/v1alpha1
      kind: Dataplane
      mesh: default
      metadata: {name: a, namespace: demo\(owners)}
      spec: {networking: {address: 10.0.0.1, \(networking)}}
      """)
    let cluster = try Manifests(stringLiteral: manifests).cluster(under: "2.14.3")
    let path = UpgradePath(
      of: cluster, from: try KumaRelease(parsing: "2.14.3"), to: try KumaRelease(parsing: "3.0.0"))
    #expect(path.verdict == (objects == 0 ? .ready : .notReady(workloads: 0, objects: objects)))
  }

  /// What is left behind is no reason against an upgrade; a switch that is written and no longer there is one.
  @Test(arguments: [
    ("{apiVersion: v1, kind: Secret, metadata: {name: default.ca-builtin-key-ca, namespace: kuma-system}}", 0),
    (
      """
      apiVersion: kuma.io/v1alpha1
      kind: ContainerPatch
      metadata: {name: p, namespace: kuma-system}
      spec: {sidecarPatch: [{op: add, path: /env/-, value: '{"name": "KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED"}'}]}
      """, 1
    ),
  ])
  func onlyWhatIsGivenUpBlocks(_ object: String, _ objects: Int) throws {
    let cluster = try Manifests(stringLiteral: NoteRow.all(NoteRow.pod(), object)).cluster(under: "2.14.3")
    let path = UpgradePath(
      of: cluster, from: try KumaRelease(parsing: "2.14.3"), to: try KumaRelease(parsing: "3.0.0"))
    #expect(path.verdict == (objects == 0 ? .ready : .notReady(workloads: 0, objects: objects)))
    #expect(path.steps.flatMap(\.notes).count == 1)
    #expect(path.steps.flatMap(\.notesToRead).isEmpty)
  }

  /// Where a patch that is not in the input may open the ports of a Pod, nobody knows whether what asks one still gets an answer.
  @Test(arguments: [false, true])
  func aPatchThatIsNotThereMayOpenPorts(_ isRunning: Bool) throws {
    let row = try #require(NoteRows.rows.last { $0.note == "scraped-port-closed" })
    let (old, new) = (try KumaRelease(parsing: "2.12.0"), try KumaRelease(parsing: "2.13.0"))
    let running = row.shown.text
      .replacingOccurrences(of: "containers: [", with: "containers: [{name: kuma-sidecar}, ")
      .replacingOccurrences(of: "annotations: {", with: "annotations: {kuma.io/sidecar-injected: 'true', ")
    let objects = try Manifests(stringLiteral: isRunning ? running : row.shown.text).cluster(under: "2.12.0")
    #expect(UpgradePath(of: objects, from: old, to: new).verdict == .notReady(workloads: 1))
    var without = objects
    _ = without.replaceAll(.containerPatch, with: [])
    #expect(UpgradePath(of: without, from: old, to: new).verdict == .cannotTell(needs: [.containerPatches]))
  }

  /// What is to be done about a port of a gateway is done without having its Pods refused today.
  @Test func gatewaysNameNoPortBeforeTheUpgrade() throws {
    let gateway = NoteRow.pod(
      annotations: "kuma.io/gateway: enabled, kuma.io/application-probe-proxy-port: '9005'", ports: "{containerPort: 9001}")
    func decision(_ release: String) throws -> InjectionDecision.Verdict? {
      try Manifests(stringLiteral: gateway).cluster(under: release).previews().first?.admission.decision.verdict
    }
    #expect(try decision("2.14.3") == .reject)
    #expect(try decision("3.0.0") == .inject)
    let note = try #require(UpgradeNote.note("probe-proxy-port-taken-of-gateways"))
    #expect(note.remedy.hasPrefix("Have the container listen on another port; or "))
    #expect(note.remedy.contains(" together with the upgrade, since before it a gateway that names one is refused."))
    // Elsewhere it helps before.
    let other = try #require(UpgradeNote.note("probe-proxy-port-taken"))
    #expect(other.remedy.hasPrefix("Set the annotation kuma.io/application-probe-proxy-port"))
  }

  /// The mesh that the injector wrote on a Pod is not its owner's.
  @Test func whatTheInjectorWroteIsNotDeprecated() throws {
    let running = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: demo
        annotations: {kuma.io/mesh: default, kuma.io/sidecar-injected: 'true'}
      spec: {containers: [{name: app}, {name: kuma-sidecar}]}
      """
    let owned = running.replacingOccurrences(of: ", kuma.io/sidecar-injected: 'true'", with: "")
    let (old, new) = (try KumaRelease(parsing: "2.8.8"), try KumaRelease(parsing: "2.9.0"))
    func isTold(_ text: String) throws -> Bool {
      try Manifests(stringLiteral: text).cluster(under: "2.8.8").notes(from: old, to: new)
        .contains { $0.note.id == "mesh-annotation-deprecated" }
    }
    #expect(try !isTold(running))
    #expect(try isTold(owned))
  }

  @Test func goingBackPassesNoNote() throws {
    let cluster = try Manifests(stringLiteral: NoteRow.kuma("TrafficPermission", "")).cluster(under: "2.14.3")
    #expect(try cluster.notes(from: KumaRelease(parsing: "3.0.0"), to: KumaRelease(parsing: "2.14.3")).isEmpty)
  }

  @Test func thereAreTenMostDangerousNotes() {
    #expect(UpgradeNote.mostDangerous.count == 10)
    #expect(UpgradeNote.mostDangerous.first?.id == "mesh-mtls-without-identity")
    #expect(UpgradeNote.mostDangerous.last?.release == (try? KumaRelease(parsing: "2.1.0")))
  }

  /// Pods of one workload are one note, and a workload that has none yet is told at its template.
  @Test func podsOfAWorkloadAreToldOnce() throws {
    let replicas = (1...3).map { number in
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web-\(number)
        namespace: demo
        annotations: {kuma.io/builtin-dns: \(number == 3 ? "disabled" : "enabled")}
        ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: web, controller: true}]
      spec: {containers: [{name: app}]}
      """
    }
    let template = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: api, namespace: demo}
      spec:
        selector: {matchLabels: {app: api}}
        template:
          metadata: {labels: {app: api}, annotations: {kuma.io/builtin-dns: enabled}}
          spec: {containers: [{name: app}]}
      """
    let cluster = try Manifests(stringLiteral: (replicas + [template]).joined(separator: "\n---\n")).cluster(under: "2.14.3")
    let notes = try cluster.notes(from: KumaRelease(parsing: "2.14.3"), to: KumaRelease(parsing: "3.0.0"))
      .filter { $0.note.id == "builtin-dns-gone" }
    #expect(
      notes.map { "\($0.object) \($0.path) \($0.count)" } == [
        #"Pod demo/web-1 metadata.annotations["kuma.io/builtin-dns"] 2"#,
        #"Pod demo/web-3 metadata.annotations["kuma.io/builtin-dns"] 1"#,
        #"Deployment demo/api spec.template.metadata.annotations["kuma.io/builtin-dns"] 1"#,
      ])
    #expect(notes.map(\.workload?.name) == ["web", "web", "api"])
  }

  /// In what kumactl prints, the fields stand elsewhere.
  @Test func fieldsOfWhatKumactlPrints() throws {
    let text = """
      {type: MeshTimeout, mesh: blue, name: a_b, spec: {targetRef: {kind: MeshSubset}}}
      ---
      {type: TrafficPermission, mesh: blue, name: p, sources: []}
      """
    let cluster = try Manifests(stringLiteral: text).cluster(under: "2.9.0")
    let (old, new) = (try KumaRelease(parsing: "2.9.0"), try KumaRelease(parsing: "3.0.0"))
    #expect(
      cluster.notes(from: old, to: new).map { "\($0.note.id) \($0.object): \($0.phrase)" } == [
        #"names-of-objects MeshTimeout a_b: name is "a_b""#,
        #"policy-kind-gone MeshTimeout a_b: spec.targetRef.kind is "MeshSubset""#,
        #"old-policies-gone TrafficPermission p: type is "TrafficPermission""#,
      ])
  }

  /// The order of objects changes nothing, and nor does what else is there.
  @Test func theOrderOfObjectsChangesNothing() throws {
    let objects = try NoteRows.rows.flatMap { try $0.shown.objects() }
    let kuma = ControlPlane(release: try KumaRelease(parsing: "1.2.0"))
    let (old, new) = (try KumaRelease(parsing: "1.2.0"), try KumaRelease(parsing: "3.0.0"))
    // Of two objects of one name the last one holds, so each name once.
    var seen: Set<ObjectReference> = []
    let once = objects.filter { seen.insert($0.reference).inserted }
    let notes = Cluster(once, under: kuma).notes(from: old, to: new)
    #expect(notes == Cluster(once.reversed(), under: kuma).notes(from: old, to: new))
    #expect(notes.count > 40)
    #expect(notes.map(\.note.release) == notes.map(\.note.release).sorted())
  }
}
