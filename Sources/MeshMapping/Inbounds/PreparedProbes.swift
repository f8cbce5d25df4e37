import KubernetesObjects

/// The section of probes of a Pod, worked out once for all Pods of its template; a class for the reason that ``PreparedPod`` is one.
final class PreparedProbes: Sendable {
  /// The section, or what the control plane gives up on there once the Pod is mapped.
  let section: Result<Dataplane.Probes?, MappingFailure>

  private init(of pod: Pod, under controlPlane: ControlPlane) {
    section = Result { () throws(MappingFailure) in try controlPlane.probes(of: pod) }
  }

  /// The section of a Pod: that of a sibling where it follows from the same; nil where nothing asks for one.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - sibling: A Pod that is prepared under the same rules, and may be of the same template.
  ///   - controlPlane: The control plane.
  static func of(_ pod: Pod, like sibling: PreparedPod?, under controlPlane: ControlPlane) -> PreparedProbes? {
    guard controlPlane.rules.sections.probes == .read, pod.metadata.annotations[KumaKey.virtualProbes] != nil else {
      return nil
    }
    if let sibling, let probes = sibling.probes, sibling.pod.hasProbes(of: pod) { return probes }
    return PreparedProbes(of: pod, under: controlPlane)
  }
}

extension Pod {
  /// The annotations that the section of probes follows from.
  private static let keysOfProbes = [KumaKey.virtualProbes, KumaKey.virtualProbesPort, KumaKey.probeProxyPort]

  /// Whether another Pod has all that the section of probes follows from.
  fileprivate func hasProbes(of other: Pod) -> Bool {
    let (mine, others) = (metadata.annotations, other.metadata.annotations)
    return spec.containers == other.spec.containers && spec.initContainers == other.spec.initContainers
      && Self.keysOfProbes.allSatisfy { key in
        OptionalByteExact(wrappedValue: mine[key]) == OptionalByteExact(wrappedValue: others[key])
      }
  }
}
