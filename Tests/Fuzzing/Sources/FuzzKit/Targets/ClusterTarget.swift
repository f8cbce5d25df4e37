import KubernetesJSON
import KubernetesObjects
import MeshMapping

/// A document of a small cluster, all of whose questions are asked: the whole path from bytes to Dataplanes and back.
enum ClusterTarget {
  static func run(_ input: [UInt8]) throws {
    var generator = DocumentGenerator(choices: Choices(input))
    let kuma = generator.choices.controlPlane()
    let isComplete = generator.choices.happens(oneIn: 2)
    let list = try JSONReader.decode(ObjectList<ClusterObject>.self, from: generator.document())
    let objects = Order.unique(list.objects)
    let cluster = Cluster(
      objects, under: kuma, completeness: completeness(of: list, isComplete ? .complete : nil, objects, kuma))
    let answers = Answers(cluster)
    try answers.check()
    try Order.check(objects, answers, seed: UInt64(input.count))
  }

  /// What a cluster of a list knows: that some objects could not be read too.
  static func completeness(
    of list: ObjectList<ClusterObject>,
    _ stated: Completeness?,
    _ objects: [ClusterObject],
    _ kuma: ControlPlane
  ) -> Completeness? {
    let unreadable = Set(list.failures.compactMap(\.reference))
    guard !unreadable.isEmpty else { return stated }
    var completeness = stated ?? Cluster(objects, under: kuma).completeness
    completeness.unreadable = unreadable
    return completeness
  }
}
