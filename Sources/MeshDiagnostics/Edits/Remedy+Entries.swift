import KubernetesObjects
import MeshMapping

extension Remedy {
  /// Whether it takes something away and writes it where somebody wrote another value: which of the two is meant nobody knows.
  func writesOver(entriesOf cluster: Cluster) -> Bool {
    guard edits.contains(where: { $0.change == .removed }) else { return false }
    return edits.contains { edit in
      guard case .string(let value) = edit.change, let written = cluster.entry(at: edit.field) else { return false }
      return !written.hasSameBytes(as: value.string)
    }
  }
}

extension Cluster {
  /// The label or annotation that stands at a field; nil where none does, and at any other field.
  fileprivate func entry(at field: ObjectField) -> String? {
    let object = field.object
    switch object.kind {
    case Namespace.kind where object.apiGroup.isEmpty:
      return namespace(object.name)?.metadata.entry(at: field.path.steps[...])
    case Service.kind where object.apiGroup.isEmpty:
      return service(object.objectName)?.metadata.entry(at: field.path.steps[...])
    case Pod.kind where object.apiGroup.isEmpty:
      return pod(object.objectName)?.metadata.entry(at: field.path.steps[...])
    default:
      let reference = WorkloadReference(kind: object.kind, namespace: object.namespace, name: object.name)
      guard let workload = workload(reference) else { return nil }
      let template = object.templateSteps
      guard field.path.steps.starts(with: template) else {
        return workload.workload?.metadata.entry(at: field.path.steps[...])
      }
      guard let made = workload.podTemplate else { return nil }
      return ObjectMeta(name: "", labels: made.labels, annotations: made.annotations)
        .entry(at: field.path.steps[template.count...])
    }
  }
}

extension ObjectMeta {
  fileprivate func entry(at path: ArraySlice<DocumentPath.Step>) -> String? {
    guard path.count == 3, path.first == "metadata", case .key(let key)? = path.last else { return nil }
    switch path.dropFirst().first {
    case "labels": return labels[key.string]
    case "annotations": return annotations[key.string]
    default: return nil
    }
  }
}
