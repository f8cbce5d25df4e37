import KubernetesObjects
import MeshMapping

/// The `appProtocol` of a port is none that the release knows.
enum UnknownAppProtocol: ServiceCheck {
  static let kind = FindingKind.unknownAppProtocol

  static func findings(on service: ServiceSubject) -> [Finding] {
    let known = service.controlPlane.rules.inbounds.knownProtocols
    let unknown = service.service.ports.enumerated().filter { _, port in
      guard port.transportProtocol == .tcp, let written = port.appProtocol, !written.isEmpty else { return false }
      // Where an annotation is read instead, somebody knew.
      return !AppProtocol.isKnown(written, among: known)
        && service.controlPlane.appProtocol(of: service.service, port: port).origin != .serviceAnnotation
    }
    guard !unknown.isEmpty, service.givesInbounds else { return [] }
    return unknown.map { index, port in
      finding(port.appProtocol ?? "", of: port, at: service.field(ofPort: index, "appProtocol"), service, among: known)
    }
  }

  private static func finding(
    _ written: String, of port: ServicePort, at field: ObjectField, _ service: ServiceSubject, among known: [String]
  ) -> Finding {
    let phrase = "port \(port.port) of Service \(service.printedName)"
    let state = "Kuma does not know appProtocol \(written.quotedSafely), so that \(phrase) is treated as tcp"
    if let meant = ForeignProtocol.meaning(of: written, among: known) {
      let remedy = Remedy("set appProtocol: \(meant) on \(phrase)", [Edit(field, .string(ExactString(meant)))])
      return Finding(kind, at: field, "\(state); write \(meant).", remedies: [remedy])
    }
    let rest = ForeignProtocol.isEncrypted(written) ? ", which suits what the application encrypts itself." : "."
    return Finding(kind, severity: .info, at: field, "\(state)\(rest)")
  }
}

/// Protocols by names that Kuma does not know.
enum ForeignProtocol {
  private static let meanings: StringMap = [
    "grpc-web": "http", "h2c": "http2", "http/1.1": "http", "http/2": "http2", "http1": "http", "kubernetes.io/h2c": "http2",
    "kubernetes.io/ws": "http", "ws": "http",
  ]

  /// The name by which Kuma knows a protocol; nil where it knows it by none.
  static func meaning(of name: String, among known: [String]) -> String? {
    let name = name.lowercased()
    if isEncrypted(name) || name == "http3" { return nil }
    if let meaning = meanings[name] { return AppProtocol.isKnown(meaning, among: known) ? meaning : nil }
    // One letter makes another word of short names.
    guard name.utf8.count > 4 || name.hasPrefix("ht") else { return nil }
    return known.sorted { $0.precedesInBytes($1) }.first { candidate in
      candidate != AppProtocol.tcp && NearestName.distance(from: name, to: candidate) == 1
    }
  }

  /// Whether a protocol is one that only the two ends can read.
  static func isEncrypted(_ name: String) -> Bool {
    ["https", "tls", "ssl", "wss", "kubernetes.io/wss"].contains(name.lowercased())
  }
}

extension FindingKind {
  /// The `appProtocol` of a port is none that the release knows.
  public static let unknownAppProtocol = FindingKind(
    "unknown-app-protocol", .warning, .knownProtocols,
    summary: "The appProtocol of a port of a Service is none that the release knows.",
    reason: "The port is treated as tcp: without routes, retries and metrics of its protocol.",
    remedy: "Write a protocol that the release knows; nothing, where tcp is right for it."
  )
}
