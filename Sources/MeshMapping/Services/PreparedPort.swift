package import KubernetesObjects

/// A port of a Service with what it gives the tags of every Pod behind it, worked out once for all of them; a class for the reason
/// that ``PreparedService`` is one.
package final class PreparedPort: Sendable {
  package let port: ServicePort
  /// Whether the target port is the Service's own.
  package let targetPortSource: TargetPortSource
  /// The names of the service and of the Kubernetes objects, and the zone (TAG-4, TAG-5, TAG-7).
  let names: [KumaTag]
  /// The application protocol (TAG-6).
  let protocolTag: KumaTag
  /// The names with the protocol over them: all that the port gives, where nothing of the Pod comes between.
  let whole: [KumaTag]
  /// Whether the Service is headless, so that the instance is added (TAG-9).
  let isHeadless: Bool

  /// Where a port's target port comes from.
  package enum TargetPortSource {
    /// The Service says it, or leaves it out.
    case written
    /// It was left out and is filled in, as the API server does (PORT-5).
    case filledIn
  }

  /// A port as a control plane sees it for the Pods of a namespace, which is the Service's own wherever the control plane looks; nil
  /// stands for that.
  init(_ port: ServicePort, of service: Service, podNamespace: String?, under controlPlane: ControlPlane) {
    let rules = controlPlane.rules.tags
    var names: [KumaTag] = []
    if rules.kubernetesTags == .present {
      let namespace = podNamespace ?? service.metadata.effectiveNamespace
      names.append(KumaTag(key: KumaKey.kubernetesNamespace, value: namespace, origin: .podNamespace))
      names.append(KumaTag(key: KumaKey.kubernetesService, value: service.metadata.name, origin: .service))
      names.append(KumaTag(key: KumaKey.kubernetesServicePort, value: "\(port.port)", origin: .servicePort))
    }
    names.append(KumaTag(key: KumaKey.serviceTag, value: "\(ServiceName(of: service, port: port))", origin: .service))
    let zone = controlPlane.zone
    if !zone.isEmpty { names.append(KumaTag(key: KumaKey.zoneTag, value: zone, origin: .zoneSetting)) }
    let appProtocol = controlPlane.appProtocol(of: service, port: port)
    self.port = port
    targetPortSource = .written
    self.names = names
    protocolTag = KumaTag(key: KumaKey.protocolTag, value: appProtocol.value, origin: appProtocol.origin)
    whole = Tags(inOrder: names).overlaid(with: [protocolTag]).sorted
    isHeadless = service.isHeadless
  }

  private init(_ other: PreparedPort, fillingIn port: ServicePort) {
    self.port = port
    targetPortSource = .filledIn
    names = other.names
    protocolTag = other.protocolTag
    whole = other.whole
    isHeadless = other.isHeadless
  }

  /// Whether the Service leaves the target port out.
  var isTargetPortAbsent: Bool { port.targetPort == .number(0) }

  /// The port with its target port filled in, which changes none of its tags.
  ///
  /// - Parameter port: The port with its target port.
  func withTargetPortFilledIn(_ port: ServicePort) -> PreparedPort {
    PreparedPort(self, fillingIn: port)
  }
}
