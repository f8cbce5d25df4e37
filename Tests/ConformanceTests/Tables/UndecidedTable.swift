import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What is told of a comparison of releases where the input lacks something.
struct UndecidedCase: SpecificationCase {
  let statement = "CMP-4"
  let title: String
  let rules: RulesName
  let releases: (old: String, new: String)
  let objects: [ClusterObject]
  /// The changes that are certain, without their values.
  let changes: [String]
  /// What the input would have to hold, and whether that may need attention; nil where all is decided.
  let undecided: String?

  init(
    _ title: String,
    _ old: String,
    _ new: String,
    _ objects: [ClusterObject],
    changes: [String],
    undecided: String?
  ) {
    self.title = title
    rules = RulesName(stringLiteral: new)
    releases = (old, new)
    self.objects = objects
    self.changes = changes
    self.undecided = undecided
  }
}

enum UndecidedTable {
  static let cases = [
    UndecidedCase(
      "labels of an unknown Node that become tags are harmless", "2.6.0", "2.7.0", [pod(), service, namespace],
      changes: ["networking.transparentProxying.redirectPortInboundV6", "networking.transparentProxying.ipFamilyMode"],
      undecided: "nodes"
    ),
    UndecidedCase(
      "labels of an unknown Node are the same under both", "2.7.0", "2.7.1", [pod(), service, namespace], changes: [],
      undecided: nil
    ),
    UndecidedCase(
      "a Node without the labels", "2.6.0", "2.7.0",
      [pod(), service, namespace, .kubernetes(.node(Node(metadata: ObjectMeta(name: "n1"))))],
      changes: ["networking.transparentProxying.redirectPortInboundV6", "networking.transparentProxying.ipFamilyMode"],
      undecided: nil
    ),
    UndecidedCase(
      "a label of an unknown Node that the Mesh restricts", "2.6.0", "2.7.0", [pod(), service, namespace, restricting],
      changes: [], undecided: "nodes, attention"
    ),
    UndecidedCase(
      "a restriction of it refuses as much before", "2.7.0", "2.7.1", [pod(), service, namespace, restricting],
      changes: [], undecided: nil
    ),
    UndecidedCase(
      "a Namespace that may lack the label", "2.10.0", "2.11.0",
      [pod(labels: ["app": "web", "kuma.io/sidecar-injection": "enabled", "kuma.io/mesh": "default"], node: ""), service],
      changes: [], undecided: "namespaces, attention"
    ),
    UndecidedCase(
      "a Pod that opts out in whatever Namespace", "2.10.0", "2.11.0",
      [pod(labels: ["kuma.io/sidecar-injection": "disabled"], node: "")], changes: [], undecided: nil
    ),
    UndecidedCase(
      "a name that the owner gives", "2.0.0", "2.1.0",
      [pod(name: "web-5c8-x", owners: [owner], node: ""), namespace], changes: [], undecided: "replicaSets, attention"
    ),
  ]

  private static let owner = OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-5c8", controller: true)
  private static let restricting = ClusterObject.mesh(
    Mesh(
      name: "default",
      constraints: MeshConstraints(restrictions: [["topology.kubernetes.io/zone": "east"]])))
  private static let service = ClusterObject.kubernetes(.service(.fixture()))
  private static let namespace = ClusterObject.kubernetes(
    .namespace(.fixture(labels: ["kuma.io/sidecar-injection": "enabled"])))

  private static func pod(
    name: String = "web-1",
    labels: StringMap = ["app": "web"],
    owners: [OwnerReference] = [],
    node: String = "n1"
  ) -> ClusterObject {
    .kubernetes(.pod(.fixture(name: name, labels: labels, owners: owners, nodeName: node)))
  }
}

@Suite("Comparing with what the input lacks")
struct UndecidedTests {
  @Test(arguments: UndecidedTable.cases)
  func comparison(_ row: UndecidedCase) throws {
    let comparison = ReleaseComparison(
      of: row.objects,
      from: try KumaRelease(parsing: row.releases.old),
      to: try KumaRelease(parsing: row.releases.new),
      settings: ControlPlaneSettings(zone: "")
    )
    let paths = comparison.changes.map { change in
      if case .field(let difference) = change.difference { "\(difference.path)" } else { change.difference.code }
    }
    #expect(paths == row.changes)
    let undecided = comparison.undecided.map { pod in
      pod.needs.map(\.rawValue).joined(separator: " ") + (pod.mayNeedAttention ? ", attention" : "")
    }
    #expect(undecided == [row.undecided].compactMap(\.self))
  }
}
