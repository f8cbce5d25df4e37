import KubernetesObjects

/// A port of a Service with what it gives the tags of every Pod behind it, worked out once for all of them; a class for the reason
/// that ``PreparedService`` is one.
final class PreparedPort: Sendable {
  let port: ServicePort
  /// The names of the service and of the Kubernetes objects, and the zone (TAG-4, TAG-5, TAG-7).
  let names: [Tag]
  /// The application protocol (TAG-6).
  let protocolTag: Tag
  /// The names with the protocol over them: all that the port gives, where nothing of the Pod comes between.
  let whole: [Tag]
  /// Whether the Service is headless, so that the instance is added (TAG-9).
  let isHeadless: Bool

  /// A port as a control plane sees it for the Pods of a namespace, which is the Service's own wherever the control plane looks.
  init(_ port: ServicePort, of service: Service, podNamespace namespace: String, under controlPlane: ControlPlane) {
    let rules = controlPlane.rules.tags
    var names: [Tag] = []
    if rules.kubernetesTags == .present {
      names.append(Tag(key: KumaKey.kubernetesNamespace, value: namespace, origin: .podNamespace))
      names.append(Tag(key: KumaKey.kubernetesService, value: service.metadata.name, origin: .service))
      names.append(Tag(key: KumaKey.kubernetesServicePort, value: "\(port.port)", origin: .servicePort))
    }
    names.append(Tag(key: KumaKey.serviceTag, value: "\(ServiceName(of: service, port: port))", origin: .service))
    if !controlPlane.settings.zone.isEmpty {
      names.append(Tag(key: KumaKey.zoneTag, value: controlPlane.settings.zone, origin: .zoneSetting))
    }
    let appProtocol = controlPlane.appProtocol(of: service, port: port)
    self.port = port
    self.names = names
    protocolTag = Tag(key: KumaKey.protocolTag, value: appProtocol.value, origin: appProtocol.origin)
    whole = Tags(inOrder: names).overlaid(with: [protocolTag]).sorted
    isHeadless = service.isHeadless
  }

  /// Another version of a port that gives the same tags.
  init(_ port: ServicePort, as other: PreparedPort) {
    self.port = port
    names = other.names
    protocolTag = other.protocolTag
    whole = other.whole
    isHeadless = other.isHeadless
  }
}
