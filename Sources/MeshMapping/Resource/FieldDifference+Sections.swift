import KubernetesObjects

extension Dataplane {
  /// The outbounds that one has and the other has not, whatever their order; said once where one has none at all. O(*n*) for *n*
  /// outbounds, and O(1) where both have the same list.
  func outboundDifferences(to other: Dataplane) -> [FieldDifference] {
    let (old, new) = (networking.outbound, other.networking.outbound)
    guard old != new else { return [] }
    if old.isEmpty || new.isEmpty {
      return [.init(path: .outbounds, old: Self.counted(old), new: Self.counted(new))]
    }
    let (olds, news) = (Set(old), Set(new))
    return old.filter { !news.contains($0) }.map { .init(path: .outbound($0.key), old: $0.text, new: nil) }
      + new.filter { !olds.contains($0) }.map { .init(path: .outbound($0.key), old: nil, new: $0.text) }
  }

  /// How many outbounds there are; nil where there are none.
  private static func counted(_ outbounds: [Outbound]) -> String? {
    outbounds.isEmpty ? nil : "\(outbounds.count) outbound\(outbounds.count == 1 ? "" : "s")"
  }

  /// Whether two are the same but for the order of their outbounds, which means nothing.
  func isSame(as other: Dataplane) -> Bool {
    if self == other { return true }
    guard networking.outbound.count == other.networking.outbound.count,
      Set(networking.outbound) == Set(other.networking.outbound)
    else { return false }
    var reordered = self
    reordered.networking.outbound = other.networking.outbound
    return reordered == other
  }
}

extension Dataplane.Outbound {
  /// What tells it apart from others.
  fileprivate var key: OutboundKey {
    OutboundKey(service: tags[KumaKey.serviceTag] ?? "", address: address, port: port)
  }

  /// The outbound in one line.
  fileprivate var text: String {
    tags.entries.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }
}

extension Dataplane.Metrics {
  /// Every field that is set, with its value as text, after the section itself.
  var fields: [(FieldPath, String)] {
    var fields: [(FieldPath, String)] = [(.metricsSection, type)]
    if !path.isEmpty { fields.append((.metrics("conf.path"), path)) }
    if port != 0 { fields.append((.metrics("conf.port"), "\(port)")) }
    return fields + aggregate.map { (.metrics(ExactString("conf.aggregate[\($0.name)]")), $0.text) }
  }
}

extension Dataplane.Metrics.Application {
  /// The application in one line.
  fileprivate var text: String {
    let place = (address.isEmpty ? "" : address) + ":\(port)\(path)"
    return isEnabled ?? true ? place : "\(place), off"
  }
}

extension Dataplane.Probes {
  /// Every field that is set, with its value as text, after the section itself.
  var fields: [(FieldPath, String)] {
    var counts: [ExactString: Int] = [:]
    return [(.probesSection, "port \(port)"), (.probes("port"), "\(port)")]
      + endpoints.map { endpoint in
        let occurrence = counts[ExactString(endpoint.path), default: 0]
        counts[ExactString(endpoint.path)] = occurrence + 1
        let key = occurrence == 0 ? endpoint.path : "\(endpoint.path)#\(occurrence + 1)"
        return (.probes(ExactString("endpoints[\(key)]")), ":\(endpoint.inboundPort)\(endpoint.inboundPath)")
      }
  }
}

extension [OwnerReference] {
  /// The owners besides the one that controls the resource, or stands where that one would: rules give none.
  var others: [(FieldPath, String)] {
    let controller = firstIndex { $0.controller == true } ?? 0
    return enumerated().filter { $0.offset != controller }.map { index, owner in
      (.other(ExactString("metadata.ownerReferences[\(index)]")), "\(owner.kind) \(owner.name) \(owner.uid)")
    }
  }
}
