public import KubernetesObjects

extension ControlPlane {
  /// The annotations of a Service for which the webhook that validates Services refuses it when it is written (SVC-7): those of the
  /// protocols of its ports that are not known, in the order of the ports.
  public func refusedProtocols(of service: Service) -> [Evidence] {
    guard rules.validation.services == .present, settings.admission == .asInstalled, !service.metadata.annotations.isEmpty
    else {
      return []
    }
    let isKubeSystem = service.metadata.effectiveNamespace.hasSameBytes(as: "kube-system")
    if rules.admission.kubeSystem == .absent, isKubeSystem { return [] }
    return service.ports.compactMap { port in
      let key = KumaKey.protocolAnnotation(ofPort: port.port)
      guard let value = service.metadata.annotations[key], !AppProtocol.isKnown(value, among: rules.inbounds.knownProtocols)
      else { return nil }
      return Evidence(.serviceAnnotation, key: key, value: value)
    }
  }
}
