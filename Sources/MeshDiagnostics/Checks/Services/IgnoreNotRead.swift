import KubernetesObjects
import MeshMapping

/// A Service is marked to be left out in a way that Kuma does not read.
enum IgnoreNotRead: ServiceCheck {
  static let kind = FindingKind.ignoreNotRead

  static func findings(on service: ServiceSubject) -> [Finding] {
    let metadata = service.service.metadata
    guard service.controlPlane.rules.services.ignoreAnnotation == .read, !service.controlPlane.isIgnored(service.service)
    else { return [] }
    let annotation = service.annotation(KumaKey.ignore)
    let setting = Edit(annotation, .string("true"))
    let remedy = "annotate Service \(service.printedName) \(KumaKey.ignore): \"true\""
    if let value = metadata.labels[KumaKey.ignore], isMeant(value) {
      let field = service.field(["metadata", "labels", .key(ExactString(KumaKey.ignore))])
      let message =
        "\(KumaKey.ignore) is a label of Service \(service.printedName), which Kuma does not read, so that the Service counts all the same; make it an annotation."
      return [
        Finding(
          kind, at: field, message, remedies: [Remedy("\(remedy), and remove the label", [setting, Edit(field, .removed)])])
      ]
    }
    if let value = metadata.annotations[KumaKey.ignore], isMeant(value) {
      let message =
        "Kuma does not read \(value.quotedSafely) as the value of \(KumaKey.ignore), so that Service \(service.printedName) counts all the same; write \"true\"."
      return [Finding(kind, at: annotation, message, remedies: [Remedy(remedy, [setting])])]
    }
    return []
  }

  private static func isMeant(_ value: String) -> Bool {
    ["1", "enabled", "on", "t", "true", "y", "yes"].contains(value.lowercased())
  }
}

extension FindingKind {
  /// A Service is marked to be left out in a way that Kuma does not read.
  public static let ignoreNotRead = FindingKind(
    "ignore-not-read", .warning, .ignoredServices,
    summary: "A Service is marked with kuma.io/ignore in a way that Kuma does not read: as a label, or with another word.",
    reason: "The Service gives its Pods inbounds and may name them, as if it were not marked.",
    remedy: "Annotate the Service kuma.io/ignore: \"true\"."
  )
}
