import KubernetesObjects
import MeshMapping

/// The fields that can be edited: each answers whether it could be.
extension StringMap {
  fileprivate mutating func make(_ change: Edit.Change, at path: ArraySlice<DocumentPath.Step>) -> Bool {
    guard path.count == 1, case .key(let key)? = path.first else { return false }
    switch change {
    case .string(let value): self[key.string] = value.string
    case .removed: self[key.string] = nil
    case .number: return false
    }
    return true
  }
}

extension ObjectMeta {
  mutating func make(_ change: Edit.Change, at path: ArraySlice<DocumentPath.Step>) -> Bool {
    let rest = path.dropFirst(2)
    return switch Array(path.prefix(2)) {
    case ["metadata", "labels"]: labels.make(change, at: rest)
    case ["metadata", "annotations"]: annotations.make(change, at: rest)
    default: false
    }
  }
}

extension Service {
  mutating func make(_ change: Edit.Change, at path: [DocumentPath.Step]) -> Bool {
    switch path.prefix(2) {
    case ["metadata", "labels"], ["metadata", "annotations"]: return metadata.make(change, at: path[...])
    case ["spec", "selector"] where path.count == 2 && change == .removed: selector = [:]
    case ["spec", "selector"]: return selector.make(change, at: path.dropFirst(2))
    case ["spec", "type"] where path.count == 2: return change.set(&type)
    case ["spec", "ports"]:
      guard path.count == 4, case .index(let index) = path[2], ports.indices.contains(index), case .key(let field) = path[3]
      else { return false }
      return ports[index].make(change, of: field.string)
    default: return false
    }
    return true
  }
}

extension ServicePort {
  fileprivate mutating func make(_ change: Edit.Change, of field: String) -> Bool {
    switch (field, change) {
    case ("appProtocol", .string(let value)): appProtocol = value.string
    case ("appProtocol", .removed): appProtocol = nil
    case ("targetPort", .string(let value)): targetPort = .name(value)
    case ("targetPort", .number(let number)): targetPort = .number(number)
    case ("targetPort", .removed): targetPort = .number(0)
    case ("port", .number(let number)): port = number
    case ("name", _): return change.set(&name)
    default: return false
    }
    return true
  }
}

extension Pod {
  mutating func make(_ change: Edit.Change, at path: ArraySlice<DocumentPath.Step>) -> Bool {
    path.first == "metadata" ? metadata.make(change, at: path) : spec.make(change, at: path)
  }
}

extension PodSpec {
  fileprivate mutating func make(_ change: Edit.Change, at path: ArraySlice<DocumentPath.Step>) -> Bool {
    let steps = Array(path)
    if steps == ["spec", "serviceAccountName"] { return change.set(&serviceAccountName) }
    guard steps.count == 6, steps[0] == "spec", steps[1] == "containers", case .index(let container) = steps[2],
      containers.indices.contains(container), steps[3] == "ports", case .index(let port) = steps[4],
      case .key(let field) = steps[5]
    else { return false }
    return containers[container].ports.make(change, at: port, of: field.string)
  }
}

extension [ContainerPort] {
  /// Changes the name of a port, or adds one after the last by its number. The number of one that is there stays what it is: `kubectl` is
  /// given what is added in another form than what is changed (``Fix/commands``).
  fileprivate mutating func make(_ change: Edit.Change, at index: Int, of field: String) -> Bool {
    if index == count, field == "containerPort", case .number(let number) = change {
      append(ContainerPort(containerPort: number))
      return true
    }
    guard indices.contains(index), field == "name" else { return false }
    return change.set(&self[index].name)
  }
}

extension PodTemplateSpec {
  fileprivate mutating func make(_ change: Edit.Change, at path: ArraySlice<DocumentPath.Step>) -> Bool {
    guard path.first == "metadata" else { return spec.make(change, at: path) }
    var metadata = ObjectMeta(name: "", labels: labels, annotations: annotations)
    guard metadata.make(change, at: path) else { return false }
    (labels, annotations) = (metadata.labels, metadata.annotations)
    return true
  }
}

extension Edit.Change {
  /// Makes a string that is never absent what the change says; one that is removed becomes empty.
  fileprivate func set(_ string: inout String) -> Bool {
    switch self {
    case .string(let value): string = value.string
    case .removed: string = ""
    case .number: return false
    }
    return true
  }
}

extension KubernetesObject {
  /// What the Pods of the object are made of.
  var podTemplate: PodTemplateSpec? {
    if case .podTemplate(let template) = self { template.template } else { workload?.template }
  }

  /// Changes a field of an object that makes Pods.
  mutating func make(_ change: Edit.Change, at path: [DocumentPath.Step]) -> Bool {
    let isOfTemplate = path.starts(with: reference.templateSteps)
    let rest = path.dropFirst(reference.templateSteps.count)
    func edited<Object>(
      _ object: Object,
      _ metadata: WritableKeyPath<Object, ObjectMeta>,
      _ template: WritableKeyPath<Object, PodTemplateSpec?>
    ) -> Object? {
      var object = object
      let isMade =
        isOfTemplate
        ? object[keyPath: template]?.make(change, at: rest) ?? false
        : object[keyPath: metadata].make(change, at: path[...])
      return isMade ? object : nil
    }
    let changed: KubernetesObject? =
      switch self {
      case .deployment(let object): edited(object, \.metadata, \.template).map(KubernetesObject.deployment)
      case .replicationController(let object):
        edited(object, \.metadata, \.template).map(KubernetesObject.replicationController)
      case .statefulSet(let object): edited(object, \.metadata, \.template).map(KubernetesObject.statefulSet)
      case .daemonSet(let object): edited(object, \.metadata, \.template).map(KubernetesObject.daemonSet)
      case .replicaSet(let object): edited(object, \.metadata, \.template).map(KubernetesObject.replicaSet)
      case .job(let object): edited(object, \.metadata, \.spec.template).map(KubernetesObject.job)
      case .cronJob(let object): edited(object, \.metadata, \.jobSpec.template).map(KubernetesObject.cronJob)
      case .rollout(let object): edited(object, \.metadata, \.template).map(KubernetesObject.rollout)
      case .customWorkload(let object): edited(object, \.metadata, \.template).map(KubernetesObject.customWorkload)
      case .podTemplate(let object): edited(object, \.metadata, \.editable).map(KubernetesObject.podTemplate)
      case .pod, .unnamedPod, .service, .namespace, .node, .endpointSlice, .unsupported: nil
      }
    guard let changed else { return false }
    self = changed
    return true
  }
}

extension PodTemplate {
  /// The template as other kinds hold it; it is never absent, and stays what it is where nil is set.
  fileprivate var editable: PodTemplateSpec? {
    get { template }
    set { template = newValue ?? template }
  }
}
