import KubernetesObjects
import MeshMapping
import Testing

/// What holds of an input from which something was left out: no verdict turns green by it, and what is still told is true.
@Suite("Properties of inputs that lack something")
struct CompletenessPropertyTests {
  /// What is left out.
  enum Left: CaseIterable {
    case namespaces, nodes, meshes, replicaSets, endpointSlices, dataplanes, oneNamespace, oneNode, oneReplicaSet, oneMesh

    var kind: ClusterObject.Kind {
      switch self {
      case .namespaces, .oneNamespace: .namespace
      case .nodes, .oneNode: .node
      case .meshes, .oneMesh: .mesh
      case .replicaSets, .oneReplicaSet: .replicaSet
      case .endpointSlices: .endpointSlice
      case .dataplanes: .dataplane
      }
    }

    /// The objects that are left.
    func without(_ objects: [ClusterObject]) -> [ClusterObject] {
      switch self {
      case .namespaces, .nodes, .meshes, .replicaSets, .endpointSlices, .dataplanes:
        return objects.filter { $0.kind != kind }
      case .oneNamespace, .oneNode, .oneReplicaSet, .oneMesh:
        let first = objects.firstIndex { $0.kind == kind }
        return objects.enumerated().filter { $0.offset != first }.map(\.element)
      }
    }
  }

  static let seeds = 0..<12
  static let pairs = [("2.0.0", "2.1.0"), ("2.6.15", "2.9.4"), ("2.10.11", "2.11.0"), ("2.13.10", "2.14.3")]

  /// A cluster with everything that others refer to.
  private static func objects(_ seed: Int) -> [ClusterObject] {
    var cluster = RandomCluster(seed: UInt64(seed))
    let meshes = ["default", "enabled", "*"].map { ClusterObject.mesh(Mesh(name: $0)) }
    let node = Node(metadata: ObjectMeta(name: "node-b", labels: ["topology.kubernetes.io/zone": "z2"]))
    return cluster.objects() + meshes + [.kubernetes(.node(node))]
  }

  private static func kuma(_ release: String) throws -> ControlPlane {
    ControlPlane(release: try KumaRelease(parsing: release))
  }

  @Test(arguments: Left.allCases, ["1.6.5", "2.6.15", "2.9.4", "2.11.0", "2.14.3"])
  func whatIsToldIsTrue(_ left: Left, _ release: String) throws {
    let kuma = try Self.kuma(release)
    for seed in Self.seeds {
      let objects = Self.objects(seed)
      let whole = Cluster(objects, under: kuma, completeness: .complete)
      let part = Cluster(left.without(objects), under: kuma)
      // ReplicaSets without Pods will make some; here the Pods that are there are looked at.
      for pod in whole.podNames where whole.pod(pod) != nil {
        let (told, full) = (try #require(part.preview(of: pod)), try #require(whole.preview(of: pod)))
        let name = "\(seed) \(told.name)"
        if told.admission.decision.needs.isEmpty, !Self.isRefusedForWhatIsMissing(told) {
          #expect(told.admission.decision.verdict == full.admission.decision.verdict, "\(name)")
        }
        guard let dataplane = told.outcome.dataplane else { continue }
        let truth = try #require(full.outcome.dataplane, "\(name) is told to have a Dataplane")
        #expect(told.outcome.verdict.action == full.outcome.verdict.action, "\(name)")
        let unknown = Set(told.outcome.unknownValues.map(\.path))
        let values = Self.values(of: truth)
        for (path, value) in Self.values(of: dataplane) where !unknown.contains(path) {
          #expect(values[path] == value, "\(name): \(path)")
        }
      }
    }
  }

  @Test(arguments: Left.allCases, pairs)
  func noComparisonTurnsGreen(_ left: Left, _ pair: (String, String)) throws {
    let (old, new) = (try KumaRelease(parsing: pair.0), try KumaRelease(parsing: pair.1))
    for seed in Self.seeds {
      let objects = Self.objects(seed)
      let whole = ReleaseComparison(of: objects, from: old, to: new, completeness: .complete)
      let part = ReleaseComparison(of: left.without(objects), from: old, to: new)
      let troubled = Set(part.changes.filter(\.needsAttention).map(\.pod))
      let doubtful = Set(part.undecided.filter(\.mayNeedAttention).map(\.pod))
      let truth = Set(whole.changes.filter(\.needsAttention).map(\.pod))
      #expect(truth.subtracting(troubled).subtracting(doubtful).isEmpty, "\(seed), from \(pair.0) to \(pair.1)")
      #expect(troubled.subtracting(truth).isEmpty, "\(seed), from \(pair.0) to \(pair.1)")
    }
  }

  @Test(arguments: Left.allCases, ["2.0.0", "2.9.4", "2.14.3"])
  func noVerificationTurnsGreen(_ left: Left, _ release: String) throws {
    let kuma = try Self.kuma(release)
    for seed in Self.seeds {
      var objects = Self.objects(seed)
      // The Dataplanes of a cluster in which something has changed since.
      let given = Cluster(objects, under: kuma, completeness: .complete).reconciliations().compactMap(\.outcome.dataplane)
      objects += given.enumerated().map { index, dataplane in
        var dataplane = dataplane
        if index.isMultiple(of: 3) { dataplane.mesh = "old" }
        if index % 3 == 1, !dataplane.networking.inbound.isEmpty {
          let moved = KumaTag(key: "topology.kubernetes.io/zone", value: "moved", origin: .resource)
          dataplane.networking.inbound[0].tags = dataplane.networking.inbound[0].tags.overlaid(with: Tags([moved]))
        }
        return .dataplane(dataplane)
      }
      let whole = Cluster(objects, under: kuma, completeness: .complete).verification()
      let part = Cluster(left.without(objects), under: kuma).verification()
      let seen = Set(part.problems.map(\.name)).union(part.unchecked.map(\.name))
      #expect(Set(whole.problems.map(\.name)).subtracting(seen).isEmpty, "\(seed)")
    }
  }

  /// Whether a Pod is refused for an object that is not there.
  private static func isRefusedForWhatIsMissing(_ report: PodReport) -> Bool {
    switch report.admission.decision {
    case .reject(.meshNotFound), .reject(.namespaceNotFound): true
    default: false
    }
  }

  /// The values of a Dataplane by their paths.
  private static func values(of dataplane: Dataplane) -> [String: String] {
    var values = ["mesh": dataplane.mesh]
    for label in dataplane.metadata.labels { values["metadata.labels[\"\(label.key)\"]"] = label.value }
    for (index, inbound) in dataplane.networking.inbound.enumerated() {
      let path = "spec.networking.inbound[\(index)]"
      for tag in inbound.tags { values["\(path).tags[\"\(tag.key)\"]"] = tag.value }
      values["\(path).port"] = "\(inbound.port)"
      values["\(path).state"] = inbound.state.rawValue
    }
    for tag in dataplane.networking.gateway?.tags ?? Tags() {
      values["spec.networking.gateway.tags[\"\(tag.key)\"]"] = tag.value
    }
    return values
  }
}
