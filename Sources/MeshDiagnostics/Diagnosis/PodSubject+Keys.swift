import KubernetesObjects
import MeshMapping

extension PodSubject {
  /// The edit that gives the Pod a label or an annotation, where somebody edits it.
  func setting(_ map: KeyPlace.Map, _ key: String, to value: String) -> Edit {
    Edit(template.editable(map.steps(to: key)), .string(ExactString(value)))
  }

  /// The edit that takes a label or an annotation away from the Pod, where somebody edits it.
  func removing(_ map: KeyPlace.Map, _ key: String) -> Edit {
    Edit(template.editable(map.steps(to: key)), .removed)
  }

  /// The edit that gives the Pod's Namespace a label.
  func settingOfNamespace(_ key: String, to value: String) -> Edit {
    Edit(namespaceField(KeyPlace.Map.labels.steps(to: key)), .string(ExactString(value)))
  }

  /// The edit that changes the value that evidence names to another one; nil if the evidence names something else.
  func setting(_ evidence: Evidence, to value: String) -> Edit? {
    switch evidence.place {
    case .podLabel: setting(.labels, evidence.key, to: value)
    case .podAnnotation: setting(.annotations, evidence.key, to: value)
    case .namespaceLabel: settingOfNamespace(evidence.key, to: value)
    default: nil
    }
  }

  /// What is edited to change the Pod, in words: `the Pod`, or `the template of Deployment web`.
  var templatePhrase: String {
    workload.map { "the template of \($0.phrase)" } ?? "the Pod"
  }

  /// Whether the Pod has its sidecar, or gets it when it is created, in a mesh that may not be in the input.
  var isInMesh: Bool {
    switch report.admission.decision {
    case .inject, .unknown(needs: [.meshes]): true
    default: pod.sidecarEvidence != nil
    }
  }

  /// The annotations that somebody wrote: those of the template, where the input has it, and of the Pod, where the injector was not
  /// there yet; nil where nobody knows which of them the injector wrote.
  var annotationsBeforeInjection: StringMap? {
    if let workload, let template = cluster.workload(workload)?.podTemplate { return template.annotations }
    return pod.sidecarEvidence == nil ? pod.metadata.annotations : nil
  }
}

extension SwitchWords {
  /// The word that was probably meant by a value that is none; nil if unknown.
  func word(meantBy value: String) -> String? {
    switch value.lowercased() {
    case "enabled", "enable", "true", "yes", "on", "1", "y", "t": "enabled"
    case "disabled", "disable", "false", "no", "off", "0", "n", "f": "disabled"
    default: NearestName.of(value.lowercased(), among: ["enabled", "disabled"])
    }
  }
}
