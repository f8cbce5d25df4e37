import KubernetesObjects
import MeshMapping

extension PodReport {
  /// What makes the Pods and how many there are or will be, e.g. `Deployment web · 3 Pods`; nil where nothing makes them.
  func workloadPhrase(_ sizes: WorkloadSizes) -> String? {
    guard let workload else { return nil }
    let number = planned == nil ? sizes.number(of: workload) : planned?.count.number
    guard let number else { return planned == nil ? workload.phrase : "\(workload.phrase) · Pods of an unknown number" }
    return "\(workload.phrase) · \(number) Pod\(number == 1 ? "" : "s")"
  }
}

extension DataplaneOutcome {
  private static let inbounds = "spec.networking.inbound"
  private static let gateway = "spec.networking.gateway"

  /// What is told where it is not known which inbounds there are besides those that are told, or which tags a gateway has.
  var unknownInboundsPhrase: String? {
    let gateway = "\(Self.gateway).tags"
    guard let value = unknownValues.first(where: { $0.path == Self.inbounds || $0.path == gateway }) else { return nil }
    if value.path == gateway { return "which other tags it has is unknown: a Service could not be read" }
    return value.needs == .services
      ? "which other inbounds there are is unknown: a Service could not be read"
      : "which other inbounds there are depends on labels that only running Pods have"
  }

  /// The keys of the tags of an inbound whose values are unknown, in order.
  func unknownTags(ofInbound index: Int) -> [UnknownTag] {
    let beginning = "\(Self.inbounds)[\(index)].tags[\""
    return unknownValues.compactMap { value in
      guard value.path.hasPrefix(beginning), value.path.hasSuffix("\"]") else { return nil }
      return UnknownTag(key: String(value.path.dropFirst(beginning.count).dropLast(2)), needs: value.needs)
    }
  }
}
