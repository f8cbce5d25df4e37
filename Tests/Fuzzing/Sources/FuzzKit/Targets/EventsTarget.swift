import KubernetesJSON
import KubernetesObjects
import MeshMapping

/// Objects that come, change and go: the cluster is then the one that is built afresh, and its changes are the whole difference.
enum EventsTarget {
  static func run(_ input: [UInt8]) throws {
    var generator = DocumentGenerator(choices: Choices(input))
    let kuma = generator.choices.controlPlane()
    let start = try JSONReader.decode(ObjectList<ClusterObject>.self, from: generator.document()).objects
    // What has no name is another object each time.
    var objects = Order.unique(start.filter { !$0.reference.name.isEmpty })
    var cluster = Cluster(objects, under: kuma)
    var plan = cluster.plan()
    for _ in 0..<(2 + generator.choices.below(5)) {
      let changes: [ClusterChange]
      if generator.choices.happens(oneIn: 3), !objects.isEmpty {
        let gone = objects.remove(at: generator.choices.below(objects.count)).reference
        changes = cluster.apply(.deleted(gone))
      } else if generator.choices.happens(oneIn: 7) {
        let kind = generator.choices.pick(ClusterObject.Kind.allCases)
        let listed = objects.filter { $0.kind != kind || !generator.choices.happens(oneIn: 2) }
        objects = listed
        changes = cluster.replaceAll(kind, with: listed)
      } else {
        let document = generator.object().bytes
        guard let object = try JSONReader.decode(ObjectList<ClusterObject>.self, from: document).objects.first,
          !object.reference.name.isEmpty
        else { continue }
        objects = Order.unique(objects + [object])
        changes = cluster.apply(.modified(object))
      }
      try BrokenProperty.unless(
        changes.map(\.name) == Set(changes.map(\.name)).sorted(), "changes are in order, each name once")
      for change in changes { try BrokenProperty.unless(change.old != change.new, "a change changes something") }
      plan.apply(changes)
    }
    let afresh = Cluster(objects, under: kuma)
    try BrokenProperty.unless(cluster.plan() == afresh.plan(), "events give the cluster built afresh")
    try BrokenProperty.unless(plan == afresh.plan(), "changes are the whole difference")
    try BrokenProperty.unless(
      cluster.previews() == afresh.previews(), "events give the previews of the cluster built afresh")
    try BrokenProperty.unless(cluster.completeness == afresh.completeness, "events give what the cluster built afresh knows")
    try BrokenProperty.unless(
      cluster.unsupported == afresh.unsupported, "events count what the cluster built afresh counts",
      "\(cluster.unsupported), not \(afresh.unsupported)")
  }
}
