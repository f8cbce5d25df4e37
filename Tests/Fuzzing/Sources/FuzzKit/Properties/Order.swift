import KubernetesObjects
import MeshMapping

/// The order in which objects come, and the parts in which they are kept, change nothing.
enum Order {
  static func check(_ objects: [ClusterObject], _ answers: Answers, seed: UInt64) throws {
    let cluster = answers.cluster
    var random = SplitMix(seed: seed)
    let shuffled = Cluster(objects.shuffled(using: &random), under: cluster.controlPlane, completeness: cluster.completeness)
    try BrokenProperty.unless(shuffled.previews() == answers.previews, "the order of objects changes no preview")
    try BrokenProperty.unless(
      shuffled.reconciliations() == answers.reconciliations, "the order of objects changes no reconciliation")
    let parts = cluster.partitions(3)
    let split = parts.flatMap { $0.previews() }.sorted { $0.name < $1.name }
    try BrokenProperty.unless(split == answers.previews.sorted { $0.name < $1.name }, "parts tell what the whole tells")
    let merged = Cluster(merging: parts, under: cluster.controlPlane, completeness: cluster.completeness)
    try BrokenProperty.unless(merged.plan() == cluster.plan(), "merged parts are the whole")
    try BrokenProperty.unless(merged.unsupported == cluster.unsupported, "merged parts count what the whole counts")
  }

  /// The objects of a list, of those with one kind and name the last one, as in a cluster.
  static func unique(_ objects: [ClusterObject]) -> [ClusterObject] {
    var seen: Set<ObjectReference> = []
    return Array(objects.reversed().filter { seen.insert($0.reference).inserted }.reversed())
  }
}
