import KubernetesObjects
import MeshMapping

/// The name of a service is longer than a label of DNS may be.
enum ServiceNameTooLong: ServiceCheck {
  static let kind = FindingKind.serviceNameTooLong

  static func findings(on subject: ServiceSubject) -> [Finding] {
    let (service, rules) = (subject.service, subject.controlPlane.rules)
    let name = subject.name
    // The marker of a service and two characters of a port at least.
    guard name.name.utf8.count + name.namespace.utf8.count + "__svc_0".utf8.count > Self.limit - 4,
      rules.tags.inboundTags == .present, !service.selector.isEmpty, !service.isExternalName,
      !subject.controlPlane.isIgnored(service),
      let value = subject.cluster.namespace(name.namespace)?.metadata.labels[KumaKey.sidecarInjection],
      rules.switchWords.setting(of: value) == .on
    else { return [] }
    let names = service.ports.filter { $0.transportProtocol == .tcp }.map { ServiceName(of: service, port: $0) }
    guard let long = names.first(where: { "\($0)".utf8.count > Self.limit }), let port = long.port else { return [] }
    let message =
      "Service \(name.name.printedSafely) is \("\(long)".printedSafely) to Kuma, of \("\(long)".utf8.count) characters; a label of DNS has \(Self.limit), so write \(long.name.printedSafely).\(long.namespace.printedSafely).svc.\(port).mesh where it is called by name."
    return [Finding(kind, at: subject.field(["metadata", "name"]), message)]
  }

  /// How many characters a label of DNS may have.
  private static let limit = 63
}

extension FindingKind {
  /// The name of a service is longer than a label of DNS may be.
  public static let serviceNameTooLong = FindingKind(
    "service-name-too-long", .info, .serviceTag,
    summary: "The name that Kuma gives a service has more than the 63 characters of a label of DNS.",
    reason: "NAME_NAMESPACE_svc_PORT.mesh does not resolve then, and the name is no value of a label.",
    remedy: "Call the service NAME.NAMESPACE.svc.PORT.mesh, where every part is a label of its own."
  )
}
