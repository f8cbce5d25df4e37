import KubernetesObjects
import MeshMapping

/// The objects that were not read: those of kinds that do not matter, those whose kind does and whose version is not known, and those of which
/// Kuma makes Deployments, whose Pods are what matters.
struct UnreadObjects {
  private var needless: [ExactString: Int] = [:]
  private var foreign: [ExactString: Int] = [:]
  private var unknown: [ExactString: Int] = [:]
  private let gateways: Int

  /// The objects that were not read.
  ///
  /// - Parameters:
  ///   - counts: How many there are of each kind that nothing reads.
  ///   - resources: The objects of the mesh that are read for what they select.
  init(_ counts: [ObjectType: Int], among resources: [MeshResource]) {
    gateways = resources.count { $0.type.kind == "MeshGatewayInstance" }
    for (type, count) in counts {
      let kind = ClusterObject.Kind(rawValue: type.kind)
      if let kind, ExactString(kind.apiGroup) == ExactString(type.apiGroup) {
        unknown[ExactString("\(type.kind) of \(type.apiVersion)"), default: 0] += count
      } else if Self.isForeign(type) {
        foreign[ExactString(type.kind), default: 0] += count
      } else {
        needless[ExactString(type.kind), default: 0] += count
      }
    }
  }

  /// Whether a kind is one of neither Kubernetes nor Kuma, of which nobody here knows what their controllers make.
  private static func isForeign(_ type: ObjectType) -> Bool {
    type.apiGroup.contains(".") && !type.apiGroup.hasSuffix(".k8s.io") && !type.apiGroup.hasSuffix("kuma.io")
  }

  /// What there is to say about them, a line each.
  var lines: [String] {
    let lines = [
      ("not needed, so not read: ", needless),
      ("not read, and what their controllers make of them is not shown: ", foreign),
      ("not read, since the version is not known, though the kind matters: ", unknown),
    ]
    return lines.filter { !$0.1.isEmpty }.map { $0.0 + Self.list($0.1) } + [gatewayLine].compactMap(\.self)
  }

  /// What there is to say about what Kuma makes gateways of; nil where there is none.
  private var gatewayLine: String? {
    guard gateways > 0 else { return nil }
    let subject = gateways == 1 ? "1 MeshGatewayInstance" : "\(gateways) MeshGatewayInstances"
    return "not shown: the gateway Pods of \(subject), unless they are in the input; Kuma makes a Deployment for each"
  }

  private static func list(_ counts: [ExactString: Int]) -> String {
    counts.sorted { $0.key.string.utf8.lexicographicallyPrecedes($1.key.string.utf8) }
      .map { "\($0.value) \($0.key.string.printedSafely)" }.joined(separator: ", ")
  }
}
