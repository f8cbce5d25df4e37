import KubernetesJSON
import KubernetesObjects
import KubernetesYAML
import MeshMapping

/// Bytes that may be manifests, YAML or JSON, read as the command reads them, and all questions asked of what is in them.
enum ManifestTarget {
  static func run(_ input: [UInt8]) throws {
    var objects: [ClusterObject] = []
    var failures: [ObjectFailure] = []
    for part in YAMLTarget.read(input, upTo: input.count + 1) {
      guard case .document(let document) = part, let json = try? document.json() else { continue }
      guard let list = try? JSONReader.decode(ObjectList<ClusterObject>.self, from: json) else { continue }
      objects += list.objects
      failures += list.failures
      for failure in list.failures { try check(failure, in: json) }
    }
    guard !objects.isEmpty else { return }
    objects = Order.unique(objects)
    guard objects.count < 200 else { return try checkPlan(of: objects) }
    var choices = Choices([UInt8(truncatingIfNeeded: input.count), input.last ?? 0])
    let kuma = ControlPlane(release: choices.release())
    let list = ObjectList(objects: objects, failures: failures)
    let cluster = Cluster(objects, under: kuma, completeness: ClusterTarget.completeness(of: list, nil, objects, kuma))
    let answers = Answers(cluster)
    try answers.check()
    try Order.check(objects, answers, seed: UInt64(input.count))
  }

  /// Many objects, which are asked for no more than what takes time where indexes of them do: the plan, and in the other order.
  private static func checkPlan(of objects: [ClusterObject]) throws {
    let plan = Cluster(objects, under: ControlPlane(release: .newest)).plan()
    let other = Cluster(objects.reversed(), under: ControlPlane(release: .newest)).plan()
    try BrokenProperty.unless(
      plan.count == other.count, "the order of objects means nothing", "\(plan.count), \(other.count)")
  }

  /// The field that a failure names is in the document, or is one that is missing there.
  private static func check(_ failure: ObjectFailure, in json: [UInt8]) throws {
    let full = [failure.itemPath, failure.path].filter { !$0.isEmpty }.joined(separator: ".")
    guard let path = DocumentPath(parsing: full) else { return }
    if let location = JSONReader.location(of: path, in: json) {
      try BrokenProperty.unless(
        location.value.lowerBound.offset <= json.count, "a field that cannot be read stands in its document", full)
    }
  }
}
