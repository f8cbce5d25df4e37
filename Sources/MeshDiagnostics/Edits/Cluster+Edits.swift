import KubernetesObjects
public import MeshMapping

extension Cluster {
  /// The cluster after some edits, one after the other; nil where one is of an object or a field that cannot be edited here.
  ///
  /// What is edited of a template holds for the Pods that are made of it too, as if they had been made anew: without the sidecar and the
  /// annotations that the injector gave them. What is edited of a Pod holds for the Pod in the same way.
  ///
  /// - Parameter edits: The edits.
  /// - Complexity: O(*n* log *n*) for *n* Pods of the namespaces of edited templates.
  public func applying(_ edits: [Edit]) -> Cluster? {
    var (cluster, made) = (self, MadePods())
    return cluster.make(edits, knowing: &made).isComplete ? cluster : nil
  }

  /// Makes some edits, one after the other, up to one that cannot be made.
  ///
  /// - Parameters:
  ///   - edits: The edits.
  ///   - made: What is known of the Pods that workloads make.
  /// - Returns: The objects that became others.
  mutating func make(_ edits: [Edit], knowing made: inout MadePods) -> EditedObjects {
    var all = EditedObjects()
    for edit in edits {
      guard let objects = objects(after: edit, knowing: &made) else {
        all.isComplete = false
        return all
      }
      take(objects.after, insteadOf: objects.before, &made)
      all.before += objects.before
      all.after += objects.after
    }
    return all
  }

  /// Takes edits back that were made last.
  mutating func takeBack(_ objects: EditedObjects, knowing made: inout MadePods) {
    take(objects.before.reversed(), insteadOf: objects.after.reversed(), &made)
  }

  private mutating func take(_ objects: [ClusterObject], insteadOf others: [ClusterObject], _ made: inout MadePods) {
    for case (.kubernetes(.pod(let pod)), .kubernetes(.pod(let old))) in zip(objects, others) {
      made.note(pod, insteadOf: old)
    }
    replace(objects)
  }

  /// The objects that an edit changes; nil where it cannot be made.
  private func objects(after edit: Edit, knowing made: inout MadePods) -> EditedObjects? {
    let (object, path) = (edit.field.object, edit.field.path.steps)
    var objects = EditedObjects()
    switch object.kind {
    case Namespace.kind where object.apiGroup.isEmpty:
      guard let old = namespace(object.name) else { return nil }
      var namespace = old
      guard namespace.metadata.make(edit.change, at: path[...]) else { return nil }
      objects.add(.namespace(namespace), insteadOf: .namespace(old))
    case Service.kind where object.apiGroup.isEmpty:
      guard let old = service(object.objectName) else { return nil }
      var service = old
      guard service.make(edit.change, at: path) else { return nil }
      objects.add(.service(service), insteadOf: .service(old))
    case Pod.kind where object.apiGroup.isEmpty:
      guard let pod = pod(object.objectName) else { return nil }
      var anew = pod.madeAnew(of: nil)
      guard anew.make(edit.change, at: path[...]) else { return nil }
      objects.add(.pod(anew), insteadOf: .pod(pod))
    default: return workloadObjects(after: edit, knowing: &made)
    }
    return objects
  }

  private func workloadObjects(after edit: Edit, knowing made: inout MadePods) -> EditedObjects? {
    let reference = edit.field.object
    let workload = WorkloadReference(kind: reference.kind, namespace: reference.namespace, name: reference.name)
    let path = edit.field.path.steps
    let template = reference.templateSteps
    var objects = EditedObjects()
    var edited: PodTemplateSpec?
    if let old = self.workload(workload) {
      var object = old
      guard object.make(edit.change, at: path) else { return nil }
      objects.add(object, insteadOf: old)
      edited = object.podTemplate
    }
    guard path.starts(with: template) else { return objects.before.isEmpty ? nil : objects }
    for pod in made.names(madeBy: workload, in: self).compactMap(pod) {
      var anew = pod.madeAnew(of: edited)
      guard anew.make(edit.change, at: path[template.count...]) else { return nil }
      objects.add(.pod(anew), insteadOf: .pod(pod))
    }
    return objects.before.isEmpty ? nil : objects
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
