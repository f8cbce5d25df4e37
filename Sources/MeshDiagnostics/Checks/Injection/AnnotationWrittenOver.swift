import KubernetesObjects
import MeshMapping

/// The injector writes another value over an annotation of the Pod.
enum AnnotationWrittenOver: SharedPodCheck {
  static let kind = FindingKind.annotationWrittenOver

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.isInMesh, let namespace = pod.namespace, let written = pod.annotationsBeforeInjection,
      keys.contains(where: { written[$0.key] != nil })
    else { return [] }
    var before = pod.pod.anew
    before.metadata.annotations = written
    let after = pod.controlPlane.injectedPod(before, in: namespace).metadata.annotations
    return keys.compactMap { key, statement in
      guard let own = written[key], let value = after[key], !says(own, as: value, key, on: pod) else { return nil }
      let message =
        "Annotation \(key)=\(own.quotedSafely) is written over by the injector, with \(value.quotedSafely); \(advice(about: key))."
      return Finding(
        kind, statement: statement, at: pod.annotation(key), message,
        remedies: [Remedy("remove the annotation, which does nothing", [pod.removing(.annotations, key)])])
    }
  }

  /// The annotations that the injector writes whatever the Pod says, in some releases or settings.
  private static let keys: [(key: String, statement: Statement)] = [
    (KumaKey.transparentProxying, .writtenAnnotations), (KumaKey.redirectPortInbound, .writtenAnnotations),
    (KumaKey.redirectPortOutbound, .writtenAnnotations), (KumaKey.redirectPortInboundV6, .writtenIPv6),
    (KumaKey.ipFamilyMode, .writtenIPv6), (KumaKey.adminPort, .writtenAdminPort),
    (KumaKey.sidecarInjected, .writtenAnnotations),
  ]

  /// Whether two values of an annotation say the same.
  private static func says(_ own: String, as value: String, _ key: String, on pod: PodSubject) -> Bool {
    let words = pod.controlPlane.rules.switchWords
    switch key {
    case KumaKey.transparentProxying, KumaKey.sidecarInjected: return words.setting(of: own) == words.setting(of: value)
    case KumaKey.ipFamilyMode: return own.lowercased().hasSameBytes(as: value)
    default: return own.hasSameBytes(as: value)
    }
  }

  private static func advice(about key: String) -> String {
    switch key {
    case KumaKey.transparentProxying: "on Kubernetes transparent proxying is always on, so remove the annotation"
    case KumaKey.sidecarInjected: "it records what the injector did; remove it"
    default: "this release takes it from the settings of the control plane alone, so set it there"
    }
  }
}

extension FindingKind {
  /// The injector writes another value over an annotation of the Pod.
  public static let annotationWrittenOver = FindingKind(
    "annotation-written-over", .warning, .writtenAnnotations,
    summary: "The injector writes another value over an annotation of the Pod.",
    reason: "What was written does not hold: the proxy is set up as the control plane says.",
    remedy: "Take the annotation away, or set the control plane so."
  )
}
