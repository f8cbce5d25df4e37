import KubernetesObjects
import MeshMapping

extension ClusterObject {
  /// Whether the object lacks what every whole one of its kind has, as a patch does that is laid over a whole one.
  var isPartial: Bool {
    guard case .kubernetes(let object) = self else { return false }
    switch object {
    case .pod(let pod): return pod.spec.containers.isEmpty
    case .service(let service):
      return service.ports.isEmpty && service.selector.isEmpty && !service.isExternalName && !service.isHeadless
    case .unnamedPod, .customWorkload: return false
    case .rollout(let rollout) where rollout.templateSource != nil: return false
    case .job, .cronJob:
      // The API server makes the labels by which they are selected.
      guard let template = object.workload?.template else { return true }
      return template.spec.containers.isEmpty
    default:
      guard let workload = object.workload else { return false }
      guard let template = workload.template else { return true }
      return template.spec.containers.isEmpty || template.labels.isEmpty
    }
  }

  /// Where the template of its Pods is missing, of an object that would make some; nil of any other.
  var missingTemplate: String? {
    guard case .kubernetes(let object) = self, isPartial, let workload = object.workload, workload.template == nil,
      workload.metadata.ownerReferences.isEmpty, workload.pods(of: PodTemplateSpec()).count != .exactly(0)
    else { return nil }
    if case .cronJob = object { return "spec.jobTemplate.spec.template" }
    return "spec.template"
  }

  /// What owns the object, in its namespace.
  var owners: [ObjectReference] {
    guard case .kubernetes(let object) = self else { return [] }
    let metadata: ObjectMeta? =
      if case .pod(let pod) = object { pod.metadata } else { object.workload?.metadata }
    guard let metadata else { return [] }
    return metadata.ownerReferences.map { owner in
      let type = ObjectType(apiVersion: owner.apiVersion, kind: owner.kind)
      return ObjectReference(
        apiGroup: type.apiGroup, kind: owner.kind, namespace: metadata.effectiveNamespace, name: owner.name)
    }
  }

  /// Whether there is or will be a Pod of the object, or a proxy of one.
  var isOfPods: Bool {
    switch self {
    case .kubernetes(.pod), .dataplane: true
    case .kubernetes(let object): object.workload != nil
    default: false
    }
  }
}

extension ObjectFailure {
  /// What is wrong with an object that was read.
  init(of reference: ObjectReference, path: String, problem: String) {
    self.init(
      apiVersion: reference.apiGroup.isEmpty ? "v1" : "\(reference.apiGroup)/v1", kind: reference.kind,
      namespace: reference.namespace, name: reference.name, path: path, problem: problem)
  }
}
