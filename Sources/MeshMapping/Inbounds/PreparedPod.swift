import KubernetesObjects

/// A Pod with what a control plane makes of its labels, worked out once however often it is mapped.
///
/// A class, though nothing of it ever changes: it is handed from the index through the stages of the mapping to the report, and a
/// value with so many fields costs as many counted references each time.
final class PreparedPod: Sendable {
  let pod: Pod
  /// What became of reserved labels in the tags.
  private let reserved: TagRules.ReservedLabels
  /// The labels that become tags of the inbounds of Services (TAG-1, TAG-2, TAG-3).
  let labelTags: Tags
  /// Whether the switch of the injection is a label (INJ-5): for advice about it.
  let isSwitchLabel: Bool
  /// Whether the Pod is in the namespace of the control plane: for advice about its injection.
  let isOfControlPlane: Bool
  /// The ContainerPatches of every Pod, for what is told of the injection; nil where the release knows none.
  let commonPatches: [String]?
  /// The section of probes; nil where nothing asks for one (PROBE-1).
  let probes: PreparedProbes?
  private let sections: SectionRules
  private let switchWords: SwitchWords

  /// A Pod as a control plane sees it.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - sibling: A Pod that may be of the same template. What is the same in both is taken from it, so that both have it in one
  ///     place: a cluster needs less memory then, and what is mapped next is near.
  ///   - controlPlane: The control plane.
  init(_ pod: Pod, like sibling: PreparedPod? = nil, under controlPlane: ControlPlane) {
    var pod = pod
    reserved = controlPlane.rules.tags.reservedLabels
    isSwitchLabel = controlPlane.rules.injection.switchLabels == .read
    commonPatches = controlPlane.commonPatches
    sections = controlPlane.rules.sections
    switchWords = controlPlane.rules.switchWords
    isOfControlPlane = pod.metadata.effectiveNamespace.hasSameBytes(as: controlPlane.settings.systemNamespace)
    if let sibling, sibling.reserved == reserved, sibling.pod.metadata.labels == pod.metadata.labels {
      pod.metadata.labels = sibling.pod.metadata.labels
      labelTags = sibling.labelTags
    } else {
      labelTags = pod.metadata.labels.tags(reserved: reserved)
    }
    if let sibling, sibling.pod.spec.containers == pod.spec.containers {
      pod.spec.containers = sibling.pod.spec.containers
    }
    self.pod = pod
    var alike = sibling
    if let sibling, sibling.sections != sections || sibling.switchWords != switchWords { alike = nil }
    probes = .of(pod, like: alike, under: controlPlane)
  }

  /// Whether a control plane would prepare the Pod alike.
  func isPrepared(under controlPlane: ControlPlane) -> Bool {
    reserved == controlPlane.rules.tags.reservedLabels
      && sections == controlPlane.rules.sections && switchWords == controlPlane.rules.switchWords
      && isSwitchLabel == (controlPlane.rules.injection.switchLabels == .read)
      && (commonPatches?.map { ExactString($0) } == controlPlane.commonPatches?.map { ExactString($0) })
      && isOfControlPlane == pod.metadata.effectiveNamespace.hasSameBytes(as: controlPlane.settings.systemNamespace)
  }
}

extension ControlPlane {
  /// The ContainerPatches of every Pod; nil where the release knows none.
  fileprivate var commonPatches: [String]? {
    rules.injection.checks.containerPatches == .read ? settings.injector.containerPatches : nil
  }
}

/// Equal are prepared versions of the same Pod.
extension PreparedPod: Hashable {
  /// Whether both are the same Pod, field by field.
  static func == (left: PreparedPod, right: PreparedPod) -> Bool {
    left === right || left.pod == right.pod
  }

  /// Feeds the Pod to a hasher.
  func hash(into hasher: inout Hasher) {
    hasher.combine(pod)
  }
}

extension StringMap {
  /// The labels of a Pod that become tags (TAG-1, TAG-2, TAG-3).
  func tags(reserved: TagRules.ReservedLabels) -> Tags {
    var tags: [KumaTag] = []
    tags.reserveCapacity(entries.count)
    for label in entries where !label.value.isEmpty {
      if reserved == .dropped, ReservedKey.isReserved(label.key) { continue }
      tags.append(KumaTag(key: label.key, value: label.value, origin: .podLabel))
    }
    return Tags(inOrder: tags)
  }
}
