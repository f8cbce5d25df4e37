import KubernetesObjects
import MeshMapping

extension ClusterObject {
  /// Whether the API server has yet to make the name of the object.
  var isNamedByPattern: Bool {
    guard case .kubernetes(let object) = self, let workload = object.workload else { return false }
    if case .customWorkload = object { return false }
    return workload.metadata.isNamePattern
  }

  /// Makes the pattern that names the object another one, by so many stars, which says the same.
  mutating func lengthenPattern(by count: Int) {
    guard count > 0, case .kubernetes(let object) = self else { return }
    let stars = String(repeating: "*", count: count)
    func lengthened<Object>(_ object: Object, _ metadata: WritableKeyPath<Object, ObjectMeta>) -> Object {
      var object = object
      object[keyPath: metadata].name += stars
      return object
    }
    let longer: KubernetesObject? =
      switch object {
      case .deployment(let workload): .deployment(lengthened(workload, \.metadata))
      case .replicaSet(let workload): .replicaSet(lengthened(workload, \.metadata))
      case .replicationController(let workload): .replicationController(lengthened(workload, \.metadata))
      case .statefulSet(let workload): .statefulSet(lengthened(workload, \.metadata))
      case .daemonSet(let workload): .daemonSet(lengthened(workload, \.metadata))
      case .job(let workload): .job(lengthened(workload, \.metadata))
      case .cronJob(let workload): .cronJob(lengthened(workload, \.metadata))
      case .rollout(let workload): .rollout(lengthened(workload, \.metadata))
      default: nil
      }
    if let longer { self = .kubernetes(longer) }
  }
}
