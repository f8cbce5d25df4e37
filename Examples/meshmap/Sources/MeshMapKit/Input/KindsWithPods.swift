import KubernetesObjects
import MeshMapping

/// The kinds that nobody reads and whose objects have Pods in them, or templates of Pods.
struct KindsWithPods {
  /// Where they stand in the first object of each kind, and how many there are.
  private var kinds: [ExactString: (path: String, count: Int)] = [:]

  /// The kinds of some objects.
  ///
  /// - Parameter paths: Where in each object its Pods stand, or their template.
  init(_ paths: [ObjectReference: ExactString]) {
    for (object, path) in paths.sorted(by: { $0.key < $1.key }) {
      kinds[ExactString(object.kind), default: (path.string, 0)].count += 1
    }
  }

  /// What no verdict is green for.
  var documents: Set<ObjectReference> {
    Set(kinds.map { ObjectReference(document: "\($0.key.string) (\($0.value.path))", .unexpanded) })
  }

  /// What there is to say about each kind, in order.
  var notes: [String] {
    kinds.sorted { $0.key < $1.key }.map { kind, found in
      let (kind, path) = (kind.string.printedSafely, found.path.printedSafely)
      let subject = found.count == 1 ? "1 \(kind) has" : "\(found.count) objects of kind \(kind) have"
      return found.path.contains("[")
        ? "\(subject) Pods that were not looked at, at \(path); add the Pods themselves"
        : "\(subject) a template of Pods that was not looked at, at \(path); read it with --pod-template \(kind)=\(path)"
    }
  }
}
