import KubernetesObjects
import MeshMapping

/// The inbound that the proxies of a mesh get besides their own where its metrics go to Prometheus: no Dataplane shows it, and direct access
/// counts it (DA-7).
struct PrometheusInbound: Hashable {
  /// The service that it is of.
  @ByteExact private(set) var service: String
  /// Its port, where a Dataplane does not say otherwise.
  let port: Int

  /// The service that it is of where the Mesh does not say.
  static let standardService = "dataplane-metrics"
  private static let standardPort = 5670

  /// The inbound that a Mesh gives; nil where it gives none, or the rules have none.
  init?(of mesh: Mesh?, under rules: MappingRules) {
    guard rules.sections.metrics == .read, let metrics = mesh?.otherFields["metrics"],
      let name = metrics["enabledBackend"]?.string, !name.isEmpty,
      let backend = metrics["backends"]?.elements.first(where: { $0["name"]?.string?.hasSameBytes(as: name) ?? false }),
      backend["type"]?.string?.hasSameBytes(as: Self.type) ?? false
    else { return nil }
    let conf = backend["conf"]
    let tags = conf?["tags"]?.members ?? []
    let named = tags.first { $0.key.hasSameBytes(as: KumaKey.serviceTag) }?.value.string
    service = tags.isEmpty ? Self.standardService : named ?? ""
    if case .integer(let number)? = conf?["port"], number > 0, let port = Int(exactly: number) {
      self.port = port
    } else {
      port = Self.standardPort
    }
  }

  private static let type = "prometheus"

  /// Its port on the proxy of a Dataplane.
  func port(of dataplane: Dataplane) -> Int {
    guard let metrics = dataplane.metrics, metrics.type.hasSameBytes(as: Self.type), metrics.port != 0 else { return port }
    return metrics.port
  }
}
