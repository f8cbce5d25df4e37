import KubernetesJSON
import KubernetesObjects
import MeshMapping

/// Two releases, and an input that lacks something: no change without a cause, and no verdict that turns green by what is not there.
enum ReleasesTarget {
  static func run(_ input: [UInt8]) throws {
    var generator = DocumentGenerator(choices: Choices(input))
    let (old, new) = (generator.choices.release(), generator.choices.release())
    let settings = generator.choices.settings()
    let left = generator.choices.pick(Array(ClusterObject.Kind.allCases))
    let objects = Order.unique(try JSONReader.decode(ObjectList<ClusterObject>.self, from: generator.document()).objects)
    let whole = ReleaseComparison(of: objects, from: old, to: new, settings: settings, completeness: .complete)
    for change in whole.changes {
      try BrokenProperty.unless(!change.causes.isEmpty, "no change without a cause", "\(change.difference) of \(change.pod)")
      try Printed.check("\(change.difference)", "a difference")
    }
    // What the Pods of a template will be like is never known whole, nor where a Pod will run.
    let undecided = whole.undecided.filter { !Set($0.needs).isSubset(of: [.pods, .templates, .nodes]) }
    try BrokenProperty.unless(undecided.isEmpty, "a complete input leaves nothing undecided", "\(undecided)")
    let same = ReleaseComparison(of: objects, from: new, to: new, settings: settings)
    try BrokenProperty.unless(same.changes.isEmpty && same.undecided.isEmpty, "a release is itself", "\(same.changes)")
    guard [.namespace, .node, .mesh, .replicaSet, .job, .endpointSlice].contains(left) else { return }
    let part = ReleaseComparison(of: objects.filter { $0.kind != left }, from: old, to: new, settings: settings)
    let untold = troubled(whole).subtracting(troubled(part)).subtracting(
      part.undecided.filter(\.mayNeedAttention).map(\.pod))
    try BrokenProperty.unless(
      untold.isEmpty, "what an input lacks turns no verdict green",
      "\(untold) from \(old) to \(new) without \(left): \(whole.changes.map { "\($0.difference)" })")
    try BrokenProperty.unless(
      troubled(part).isSubset(of: troubled(whole)), "what an input lacks makes no verdict worse",
      "\(troubled(part)) from \(old) to \(new) without \(left)")
    try Printed.check(json: JSONWriter.bytes(of: part, layout: .compact), "a comparison")
  }

  /// The Pods of which a comparison says for sure that somebody should look at them.
  private static func troubled(_ comparison: ReleaseComparison) -> Set<ObjectName> {
    Set(comparison.changes.filter(\.difference.needsAttention).map(\.pod))
  }
}
