import KubernetesObjects
import MeshMapping

/// A Namespace as checks see it.
final class NamespaceSubject {
  /// The Namespace.
  let namespace: Namespace
  /// What is around it.
  let diagnostics: Diagnostics
  private let known: KnownReports?

  /// What is known of what happens to the Pods of a Namespace.
  enum KnownReports {
    /// What happens to all of them.
    case ofAll([PodReport])
    /// What happens to some, which are all that is to be looked at but where a check asks for more; which meshes the others may name
    /// themselves; and how to look at all.
    case ofSome([PodReport], othersName: Set<ExactString>, all: () -> [PodReport])
  }

  /// A Namespace as checks see it.
  ///
  /// - Parameters:
  ///   - namespace: The Namespace.
  ///   - diagnostics: What is around it.
  ///   - reports: What is known of what happens to its Pods; nil to look.
  init(_ namespace: Namespace, in diagnostics: Diagnostics, knowing reports: KnownReports? = nil) {
    self.namespace = namespace
    self.diagnostics = diagnostics
    known = reports
  }

  /// The cluster.
  var cluster: Cluster { diagnostics.cluster }
  /// The control plane.
  var controlPlane: ControlPlane { diagnostics.cluster.controlPlane }

  /// What happens to the Pods of the Namespace that are to be looked at, those included that workloads will make, sorted by name.
  var reports: [PodReport] {
    if case .ofSome(let reports, _, _) = known { return reports }
    return allReports
  }

  /// What happens to all Pods of the Namespace, those included that workloads will make, sorted by name.
  private(set) lazy var allReports: [PodReport] = {
    switch known {
    case .ofAll(let reports): return reports
    case .ofSome(_, _, let all): return all()
    case nil: break
    }
    return cluster.previews(of: cluster.previewNames(in: namespace.metadata.name))
  }()

  /// The meshes that Pods or templates of the Namespace may name themselves, as labels or annotations; most name none. O(*n*) for *n* Pods
  /// that are to be looked at.
  var meshesNamedByPods: Set<ExactString> {
    guard case .ofSome(let reports, let others, _) = known else {
      return cluster.meshesNamedByPods(in: namespace.metadata.name)
    }
    return others.union(reports.flatMap { Cluster.meshes(namedBy: $0.pod.metadata.labels, $0.pod.metadata.annotations) })
  }

  /// The labels and annotations that were meant for Kuma and that nobody reads.
  private(set) lazy var keyFaults: [KeyFault] = KeyFault.faults(
    ofLabels: namespace.metadata.labels, annotations: namespace.metadata.annotations, of: .namespace,
    under: controlPlane.rules)

  /// A field of the Namespace.
  func field(_ steps: [DocumentPath.Step] = []) -> ObjectField {
    ObjectField(ObjectReference(.namespace, name: namespace.metadata.name), DocumentPath(steps))
  }
}
