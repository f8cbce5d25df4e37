package import KubernetesObjects

extension Cluster {
  /// The objects that have an annotation: Namespaces, Services, Pods, and what makes Pods, where the annotation is its own or that of its
  /// template. By namespace, kind, name and path. O(*n*) for *n* objects.
  ///
  /// - Parameter key: The key of the annotation.
  /// - Returns: The objects, each with the path to the annotation and its value.
  package func annotations(_ key: String) -> [(object: ObjectReference, path: DocumentPath, value: String)] {
    var found: [(object: ObjectReference, path: DocumentPath, value: String)] = []
    func look(in annotations: StringMap, at steps: [DocumentPath.Step], of object: () -> ObjectReference) {
      guard let value = annotations[key] else { return }
      found.append((object(), DocumentPath(steps + ["metadata", "annotations", .key(ExactString(key))]), value))
    }
    for objects in namespaces.values {
      if let namespace = objects.namespace {
        look(in: namespace.metadata.annotations, at: []) { ObjectReference(.namespace, name: namespace.metadata.name) }
      }
      for service in objects.services.all {
        look(in: service.metadata.annotations, at: []) { Self.reference(.service, service.metadata) }
      }
      for prepared in objects.pods.all {
        look(in: prepared.pod.metadata.annotations, at: []) { Self.reference(.pod, prepared.pod.metadata) }
      }
      for workload in objects.workloadsAndWhatTheyMake {
        look(in: workload.metadata.annotations, at: []) { workload.reference }
        guard let template = workload.template else { continue }
        look(in: template.annotations, at: workload.reference.templateSteps) { workload.reference }
      }
    }
    return found.sorted { left, right in
      left.object == right.object
        ? left.path.description.precedesInBytes(right.path.description) : left.object < right.object
    }
  }

  private static func reference(_ kind: ClusterObject.Kind, _ metadata: ObjectMeta) -> ObjectReference {
    ObjectReference(kind, namespace: metadata.effectiveNamespace, name: metadata.name)
  }
}

extension ObjectReference {
  /// The steps to the template in an object that makes Pods.
  package var templateSteps: [DocumentPath.Step] {
    kind == "CronJob"
      ? ["spec", "jobTemplate", "spec", "template"] : kind == "PodTemplate" ? ["template"] : ["spec", "template"]
  }
}
