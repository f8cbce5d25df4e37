import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// One boundary of a change: the newest release before a run of releases in which it holds, and the first one in the run.
struct BoundaryCase: SpecificationCase {
  let statement: String
  /// The row of the release history.
  let change: ReleaseChange
  /// What is looked at, where a change has more than one row.
  let detail: String
  let edge: BoundaryEdge
  let scenario: BoundaryScenario
  let settings: SettingsChange?
  /// Rows that lie over the change and hide it, so that they are left out wherever it is looked at.
  let over: Set<ReleaseChange>
  let observe: Observation
  /// What is seen where the change does not hold.
  let before: String
  /// What is seen where it does.
  let after: String

  var title: String { "\(change.id)\(detail.isEmpty ? "" : ", \(detail)"), \(edge.before) → \(edge.first)" }
  var rules: RulesName { RulesName(stringLiteral: edge.first) }
}

/// The releases on both sides of a boundary.
struct BoundaryEdge: Sendable {
  /// The newest release before the first one in which the change does not hold.
  let before: String
  /// The first release of the run.
  let first: String
  /// Other releases in which the change does not hold, though it does in older ones.
  let beforeAgain: [String]

  static func at(_ before: String, _ first: String, beforeAgain: [String] = []) -> BoundaryEdge {
    BoundaryEdge(before: before, first: first, beforeAgain: beforeAgain)
  }
}

/// What a boundary is looked at with.
struct BoundaryScenario: Sendable {
  var pod: Pod = .fixture(labels: ["app": "web"])
  var namespace: Namespace? = .fixture()
  var catalog = ObjectCatalog()
  /// The Dataplane as it stands.
  var previous: Dataplane?
}

/// A short value that tells what a control plane does in a scenario.
typealias Observation = @Sendable (ControlPlane, BoundaryScenario) throws -> String

enum BoundaryTable {
  static let cases: [BoundaryCase] =
    lineOne + lineTwo + lineTwoNine + sections + admission + podAdmission + announced

  /// The rows of a change: one for each of its boundaries.
  static func rows(
    _ statement: String,
    _ change: ReleaseChange,
    _ detail: String = "",
    _ edges: BoundaryEdge...,
    pod: Pod = .fixture(labels: ["app": "web"]),
    in namespace: Namespace? = .fixture(),
    services: [Service] = [],
    slices: [EndpointSlice] = [],
    replicaSets: ObjectIndex<ReplicaSet> = [],
    nodes: [Node] = [],
    meshes: MeshCatalog = .every,
    patches: ContainerPatchCatalog = .unknown,
    dataplanes: [Dataplane] = [],
    previous: Dataplane? = nil,
    settings: SettingsChange? = nil,
    under over: Set<ReleaseChange> = [],
    see observe: @escaping Observation,
    before: String,
    after: String
  ) -> [BoundaryCase] {
    let catalog = ObjectCatalog(
      services: services,
      endpointSlices: slices,
      replicaSets: replicaSets,
      nodes: nodes,
      meshes: meshes,
      containerPatches: patches,
      dataplanes: dataplanes
    )
    return edges.map { edge in
      BoundaryCase(
        statement: statement,
        change: change,
        detail: detail,
        edge: edge,
        scenario: BoundaryScenario(pod: pod, namespace: namespace, catalog: catalog, previous: previous),
        settings: settings,
        over: over,
        observe: observe,
        before: before,
        after: after
      )
    }
  }
}

@Suite("Release boundaries")
struct BoundaryTests {
  @Test(arguments: BoundaryTable.cases)
  func beforeAndAfter(_ row: BoundaryCase) throws {
    for release in [row.edge.before] + row.edge.beforeAgain {
      let seen = try see(row, in: release)
      #expect(seen == row.before, "in \(release)")
    }
    let seen = try see(row, in: row.edge.first)
    #expect(seen == row.after, "in \(row.edge.first)")
  }

  /// The change alone makes the difference: without it the first release does as the one before.
  @Test(arguments: BoundaryTable.cases)
  func withdrawn(_ row: BoundaryCase) throws {
    let seen = try see(row, in: row.edge.first, without: [row.change])
    #expect(seen == row.before)
  }

  private func see(_ row: BoundaryCase, in release: String, without withdrawn: Set<ReleaseChange> = []) throws -> String {
    let rules = ReleaseHistory.rules(of: try KumaRelease(parsing: release), without: withdrawn.union(row.over))
    var settings = ControlPlaneSettings(nodeLabels: rules.defaultNodeLabels)
    row.settings?(&settings)
    return try row.observe(ControlPlane(rules: rules, settings: settings), row.scenario)
  }
}
