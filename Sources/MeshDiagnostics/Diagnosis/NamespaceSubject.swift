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
    /// What happens to some, which are all that is to be looked at but where a check asks for more; and how to look at the others.
    case ofSome([PodReport], all: () -> [PodReport])
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
    if case .ofSome(let reports, _) = known { return reports }
    return allReports
  }

  /// What happens to all Pods of the Namespace, those included that workloads will make, sorted by name.
  private(set) lazy var allReports: [PodReport] = {
    switch known {
    case .ofAll(let reports): return reports
    case .ofSome(_, let all): return all()
    case nil: break
    }
    return cluster.previews(of: cluster.previewNames(in: namespace.metadata.name))
  }()

  /// The labels and annotations that were meant for Kuma and that nobody reads.
  private(set) lazy var keyFaults: [KeyFault] = KeyFault.faults(
    ofLabels: namespace.metadata.labels, annotations: namespace.metadata.annotations, of: .namespace,
    under: controlPlane.rules)

  /// A field of the Namespace.
  func field(_ steps: [DocumentPath.Step] = []) -> ObjectField {
    ObjectField(ObjectReference(.namespace, name: namespace.metadata.name), DocumentPath(steps))
  }
}
