public import KubernetesObjects

extension ControlPlane {
  /// The application protocol of a Service's port, and where it is said (TAG-6, TAG-12, TAG-13).
  public func appProtocol(of service: Service, port: ServicePort) -> (value: String, origin: TagOrigin) {
    let (value, origin) = writtenProtocol(of: service, port: port)
    if value.isEmpty { return (AppProtocol.tcp, .defaultValue) }
    return (rules.inbounds.protocolCase == .lowercased ? value.lowercased() : value, origin)
  }

  private func writtenProtocol(of service: Service, port: ServicePort) -> (value: String, origin: TagOrigin) {
    if let written = port.appProtocol {
      switch rules.inbounds.appProtocol {
      case .whateverIsWritten: return (written, .appProtocol)
      case .onlyKnown where AppProtocol.isKnown(written, among: rules.inbounds.knownProtocols):
        return (written, .appProtocol)
      case .onlyKnown: break
      }
    }
    let annotation = service.metadata.annotations[KumaKey.protocolAnnotation(ofPort: port.port)]
    return (annotation ?? "", .serviceAnnotation)
  }
}
