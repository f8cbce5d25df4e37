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

  /// Whether it is not known which inbounds there are besides those that are told.
  var areInboundsUnknown: Bool { unknownValues.contains { $0.path == Self.inbounds } }

  /// The keys of the tags of an inbound whose values are unknown, in order.
  func unknownTags(ofInbound index: Int) -> [UnknownTag] {
    let beginning = "\(Self.inbounds)[\(index)].tags[\""
    return unknownValues.compactMap { value in
      guard value.path.hasPrefix(beginning), value.path.hasSuffix("\"]") else { return nil }
      return UnknownTag(key: String(value.path.dropFirst(beginning.count).dropLast(2)), needs: value.needs)
    }
  }
}
