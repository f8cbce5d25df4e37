import KubernetesObjects
import MeshMapping

/// The switch of another service mesh is on: for a Pod that Kuma injects too, or on an object that looks as if Kuma was meant.
enum SwitchOfAnotherMesh: SharedPodCheck, NamespaceCheck {
  static let kind = FindingKind.switchOfAnotherMesh

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.isInMesh || !pod.keyFaults.isEmpty else { return [] }
    let metadata = pod.pod.metadata
    if let found = OtherMesh.switchOn(labels: metadata.labels, annotations: metadata.annotations) {
      let field = pod.template.field(found.map.steps(to: found.key))
      return finding(found, at: field, pod)
    }
    // What the Pod says itself holds against its Namespace.
    guard pod.isInMesh, !OtherMesh.isOptedOut(labels: metadata.labels, annotations: metadata.annotations),
      let namespace = pod.namespace?.metadata,
      let found = OtherMesh.switchOn(labels: namespace.labels, annotations: namespace.annotations)
    else { return [] }
    return finding(found, at: pod.namespaceField(found.map.steps(to: found.key)), pod)
  }

  static func findings(on subject: NamespaceSubject) -> [Finding] {
    let metadata = subject.namespace.metadata
    guard !subject.keyFaults.isEmpty, metadata.labels[KumaKey.sidecarInjection] == nil,
      let found = OtherMesh.switchOn(labels: metadata.labels, annotations: metadata.annotations)
    else { return [] }
    return [Finding(kind, severity: .info, at: subject.field(found.map.steps(to: found.key)), hint(found))]
  }

  private static func finding(_ found: OtherMesh.Switch, at field: ObjectField, _ pod: PodSubject) -> [Finding] {
    guard pod.isInMesh else { return [Finding(kind, severity: .info, at: field, hint(found))] }
    let wish =
      found.isAmbient
      ? "has \(found.mesh) redirect what the Pod sends and receives, which Kuma's sidecar does as well"
      : "asks \(found.mesh) for a sidecar of its own beside Kuma's"
    let message =
      "\(found.map.capitalizedNoun) \(found.key)=\(found.value.quotedSafely) \(wish); take one of the two away."
    return [Finding(kind, at: field, message)]
  }

  private static func hint(_ found: OtherMesh.Switch) -> String {
    "\(found.map.capitalizedNoun) \(found.key)=\(found.value.quotedSafely) is \(found.mesh)'s, and Kuma does not read it; its own is the label \(KumaKey.sidecarInjection)."
  }
}

extension FindingKind {
  /// The switch of another service mesh is on.
  public static let switchOfAnotherMesh = FindingKind(
    "switch-of-another-mesh", .warning, .switchPlaces,
    summary:
      "The switch of another service mesh is on, for Pods that Kuma injects or on an object that has keys meant for Kuma.",
    reason:
      "Two proxies that both redirect what a Pod sends and receives get in each other's way; and what only another mesh reads, Kuma does not.",
    remedy: "Ask one mesh alone for a sidecar; Kuma's switch is the label kuma.io/sidecar-injection."
  )
}
