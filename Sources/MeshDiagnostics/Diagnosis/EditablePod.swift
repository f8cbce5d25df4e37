import KubernetesObjects
import MeshMapping

/// Where somebody edits a Pod: the object that it is made of, and the path to the template in it.
struct EditablePod {
  /// The object of the input that the Pod is edited in: what makes it, where that is in the input, and else the Pod itself.
  let whole: ObjectField
  /// The object to edit, in the input or not: what makes the Pod, and else the Pod itself.
  let source: ObjectField

  /// Where the Pod of a report is edited.
  init(of report: PodReport, in cluster: Cluster) {
    let pod = ObjectField(ObjectReference(.pod, namespace: report.name.namespace, name: report.name.name), DocumentPath([]))
    let reference = report.planned?.workload ?? report.workload.flatMap { cluster.workload($0)?.reference }
    if let reference {
      whole = ObjectField(reference, DocumentPath([]))
      template = reference.templateSteps
    } else {
      whole = pod
      template = []
    }
    if let workload = report.workload {
      let made =
        reference
        ?? ObjectReference(
          apiGroup: workload.apiGroup, kind: workload.kind, namespace: workload.namespace, name: workload.name)
      source = ObjectField(made, DocumentPath(made.templateSteps))
    } else {
      source = pod
    }
  }

  private let template: [DocumentPath.Step]

  /// A field of the Pod in the object of the input that it is edited in, by its path in the Pod.
  func field(_ steps: [DocumentPath.Step]) -> ObjectField {
    ObjectField(whole.object, DocumentPath(template + steps))
  }

  /// A field of the Pod in the object to edit, by its path in the Pod: what an ``Edit`` is about.
  func editable(_ steps: [DocumentPath.Step]) -> ObjectField {
    ObjectField(source.object, DocumentPath(source.path.steps + steps))
  }
}

extension WorkloadReference {
  /// The group of the API that the kind is of; empty for a kind that the mapping does not read.
  var apiGroup: String { ClusterObject.Kind(rawValue: kind)?.apiGroup ?? "" }
}
