import KubernetesJSON
import KubernetesObjects
import MeshMapping

/// Two releases, and an input that lacks something: no change without a cause, and no verdict that turns green by what is not there.
enum ReleasesTarget {
  /// What an input may lack.
  private static let lacks: [(objects: ClusterObject.Kind, kind: Completeness.Kind)] = [
    (.namespace, .namespaces), (.node, .nodes), (.mesh, .meshes), (.replicaSet, .replicaSets), (.job, .jobs),
    (.endpointSlice, .endpointSlices),
  ]

  static func run(_ input: [UInt8]) throws {
    var generator = DocumentGenerator(choices: Choices(input))
    let (old, new) = (generator.choices.release(), generator.choices.release())
    let settings = generator.choices.settings()
    let left = generator.choices.pick(lacks)
    let newSettings = generator.choices.happens(oneIn: 4) ? generator.choices.settings() : settings
    let read = try JSONReader.decode(ObjectList<ClusterObject>.self, from: generator.document()).objects
    // Of a Namespace that is not there one assumes that it switches the injection on or off, and nothing odd.
    let odd: ClusterObject.Kind? = left.kind == .namespaces ? .namespace : nil
    let objects = Order.unique(referred + owners(of: read) + read.filter { $0.kind != odd })
    func comparison(of objects: [ClusterObject], knowing completeness: Completeness) -> ReleaseComparison {
      let cluster = Cluster(objects, under: ControlPlane(release: old), completeness: completeness)
      return ReleaseComparison(of: cluster, from: old, to: new, settings: settings, newSettings: newSettings)
    }
    let whole = comparison(of: objects, knowing: .complete)
    for change in whole.changes {
      let isCaused = !change.causes.isEmpty || !change.otherCauses.isEmpty
      try BrokenProperty.unless(isCaused, "no change without a cause", "\(change.difference) of \(change.pod)")
      try Printed.check("\(change.difference)", "a difference")
    }
    // What the Pods of a template will be like is never known whole, nor where a Pod will run.
    let undecided = whole.undecided.filter { !Set($0.needs).isSubset(of: [.pods, .templates, .nodes]) }
    try BrokenProperty.unless(undecided.isEmpty, "a complete input leaves nothing undecided", "\(undecided)")
    let same = ReleaseComparison(of: objects, from: new, to: new, settings: settings)
    try BrokenProperty.unless(same.changes.isEmpty && same.undecided.isEmpty, "a release is itself", "\(same.changes)")
    let part = comparison(
      of: objects.filter { $0.kind != left.objects },
      knowing: Completeness(known: Completeness.complete.known.subtracting([left.kind])))
    try compare(part, with: whole, "from \(old) to \(new) without \(left.kind)")
    try Printed.check(json: JSONWriter.bytes(of: part, layout: .compact), "a comparison")
  }

  private static func compare(_ part: ReleaseComparison, with whole: ReleaseComparison, _ what: String) throws {
    let doubtful = Set(part.undecided.filter(\.mayNeedAttention).map(\.pod))
    let untold = troubled(whole).subtracting(troubled(part)).subtracting(doubtful)
    try BrokenProperty.unless(
      untold.isEmpty, "what an input lacks turns no verdict green",
      "\(untold) \(what): \(whole.changes.map { "\($0.pod): \($0.difference)" })")
    let invented = troubled(part).subtracting(troubled(whole))
    try BrokenProperty.unless(
      invented.isEmpty, "what an input lacks makes no verdict worse",
      "\(invented) \(what): \(part.changes.map { "\($0.pod): \($0.difference)" })")
  }

  /// The Pods of which a comparison says for sure that somebody should look at them.
  private static func troubled(_ comparison: ReleaseComparison) -> Set<ObjectName> {
    Set(comparison.changes.filter(\.needsAttention).map(\.pod))
  }

  /// What Pods may refer to: a whole cluster has it.
  private static let referred: [ClusterObject] = {
    let namespaces = Words.namespaces.map { name in
      let labels: StringMap = name == "a" ? ["kuma.io/sidecar-injection": "enabled"] : [:]
      return KubernetesObject.namespace(Namespace(metadata: ObjectMeta(name: name, labels: labels)))
    }
    let nodes = ["node-a", "node-b"].map { KubernetesObject.node(Node(metadata: ObjectMeta(name: $0))) }
    let meshes = Words.meshes.filter { !$0.isEmpty }.map { ClusterObject.mesh(Mesh(name: $0)) }
    return (namespaces + nodes).map(ClusterObject.kubernetes) + meshes
  }()

  /// The ReplicaSets and Jobs that own Pods.
  private static func owners(of objects: [ClusterObject]) -> [ClusterObject] {
    objects.flatMap { object -> [ClusterObject] in
      guard case .kubernetes(.pod(let pod)) = object else { return [] }
      return pod.metadata.ownerReferences.compactMap { owner in
        let metadata = ObjectMeta(name: owner.name, namespace: pod.metadata.namespace)
        return switch owner.kind {
        case "ReplicaSet": .kubernetes(.replicaSet(ReplicaSet(metadata: metadata)))
        case "Job": .kubernetes(.job(Job(metadata: metadata)))
        default: nil
        }
      }
    }
  }
}
