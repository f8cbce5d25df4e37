import KubernetesObjects
public import MeshMapping

extension Cluster {
  /// The cluster after some edits, one after the other; nil where one is of an object or a field that cannot be edited here.
  ///
  /// What is edited of a template holds for the Pods that are made of it too, as if they had been made anew: without the sidecar and the
  /// annotations that the injector gave them. What is edited of a Pod holds for the Pod in the same way.
  ///
  /// - Parameter edits: The edits.
  /// - Complexity: O(*n*) for *n* Pods of the namespaces of edited templates.
  public func applying(_ edits: [Edit]) -> Cluster? {
    applyingAndTelling(edits)?.cluster
  }

  /// The cluster after some edits, with the objects that they made others, as they are then; nil where one cannot be made.
  func applyingAndTelling(_ edits: [Edit]) -> (cluster: Cluster, objects: [ClusterObject])? {
    var cluster = self
    var all: [ClusterObject] = []
    for edit in edits {
      guard let objects = cluster.objects(after: edit) else { return nil }
      cluster = cluster.replacing(objects)
      all += objects
    }
    return (cluster, all)
  }

  /// The objects that an edit changes, as they are after it; nil where it cannot be made.
  private func objects(after edit: Edit) -> [ClusterObject]? {
    let (object, path) = (edit.field.object, edit.field.path.steps)
    switch object.kind {
    case Namespace.kind where object.apiGroup.isEmpty:
      guard var namespace = namespace(object.name), namespace.metadata.make(edit.change, at: path[...]) else { return nil }
      return [.kubernetes(.namespace(namespace))]
    case Service.kind where object.apiGroup.isEmpty:
      guard var service = service(object.objectName), service.make(edit.change, at: path) else { return nil }
      return [.kubernetes(.service(service))]
    case Pod.kind where object.apiGroup.isEmpty:
      guard let pod = pod(object.objectName) else { return nil }
      var anew = pod.madeAnew(of: nil)
      guard anew.make(edit.change, at: path[...]) else { return nil }
      return [.kubernetes(.pod(anew))]
    default: return workloadObjects(after: edit)
    }
  }

  private func workloadObjects(after edit: Edit) -> [ClusterObject]? {
    let reference = edit.field.object
    let workload = WorkloadReference(kind: reference.kind, namespace: reference.namespace, name: reference.name)
    let path = edit.field.path.steps
    let template = reference.templateSteps
    let object = self.workload(workload)
    var objects: [ClusterObject] = []
    var edited: PodTemplateSpec?
    if var object {
      guard object.make(edit.change, at: path) else { return nil }
      objects.append(.kubernetes(object))
      edited = object.podTemplate
    }
    guard path.starts(with: template) else { return objects.isEmpty ? nil : objects }
    for pod in pods(madeBy: workload) {
      var anew = pod.madeAnew(of: edited)
      guard anew.make(edit.change, at: path[template.count...]) else { return nil }
      objects.append(.kubernetes(.pod(anew)))
    }
    return objects.isEmpty ? nil : objects
  }
}

extension Pod {
  /// The Pod as it is when it is created once more: without what the injector added, of a template where that is known.
  func madeAnew(of template: PodTemplateSpec?) -> Pod {
    var pod = anew
    pod.metadata.annotations[KumaKey.sidecarInjected] = nil
    // It does not run without its sidecar: it does not run yet.
    if pod.status.phase == "Running" { pod.status.phase = "Pending" }
    guard let template else { return pod }
    for annotation in pod.metadata.annotations.entries where annotation.key.hasPrefix("kuma.io/") {
      pod.metadata.annotations[annotation.key] = template.annotations[annotation.key]
    }
    return pod
  }
}
