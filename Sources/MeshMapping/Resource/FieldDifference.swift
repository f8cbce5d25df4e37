public import KubernetesObjects

/// A field in which two Dataplanes differ.
public struct FieldDifference: Sendable, Hashable {
  /// The field.
  public let path: FieldPath
  /// Its value in the first; nil where it is absent.
  @OptionalByteExact public private(set) var old: String?
  /// Its value in the second; nil where it is absent.
  @OptionalByteExact public private(set) var new: String?

  /// A difference of the given field and values.
  public init(path: FieldPath, old: String?, new: String?) {
    self.path = path
    self.old = old
    self.new = new
  }
}

extension FieldDifference {
  /// Whether it is a list of what a Pod reaches that is gone: that says more than that all of the section is.
  fileprivate var isOfListThatIsGone: Bool {
    switch path {
    case .proxying(.directAccessServices), .proxying(.reachableServices), .proxying(.reachableBackends): new == nil
    default: false
    }
  }

  /// The differences of two lists of fields, first those of the first.
  static func between(_ old: [(FieldPath, String)], _ new: [(FieldPath, String)]) -> [FieldDifference] {
    var values: [FieldPath: String] = [:]
    for (path, value) in new { values[path] = value }
    var differences: [FieldDifference] = []
    for (path, value) in old {
      let counterpart = values.removeValue(forKey: path)
      if let counterpart, counterpart.hasSameBytes(as: value) || path.isInbound { continue }
      differences.append(FieldDifference(path: path, old: value, new: counterpart))
    }
    return differences
      + new.compactMap { path, value in
        values[path] == nil ? nil : FieldDifference(path: path, old: nil, new: value)
      }
  }
}

extension FieldDifference {
  /// The differences of two lists of fields that are mostly in the same order, first those of the first. O(*n*) where they are, else
  /// O(*n*²).
  static func betweenAlike(_ old: [(FieldPath, String)], _ new: [(FieldPath, String)]) -> [FieldDifference] {
    if max(old.count, new.count) > 256 { return between(old, new) }
    var differences: [FieldDifference] = []
    var isMatched = [Bool](repeating: false, count: new.count)
    var next = 0
    for (path, value) in old {
      // Where the one after the last that was found is it, nothing is searched for.
      let index = (next..<new.count).first { new[$0].0 == path } ?? (0..<next).first { new[$0].0 == path }
      guard let index else {
        differences.append(FieldDifference(path: path, old: value, new: nil))
        continue
      }
      isMatched[index] = true
      next = index + 1
      if new[index].1.hasSameBytes(as: value) || path.isInbound { continue }
      differences.append(FieldDifference(path: path, old: value, new: new[index].1))
    }
    for (index, (path, value)) in new.enumerated() where !isMatched[index] {
      differences.append(FieldDifference(path: path, old: nil, new: value))
    }
    return differences
  }
}

extension Dataplane {
  /// The fields in which another Dataplane differs from this one: first those that this one has, then those that only the other
  /// has, each in the order of the resource. O(*n*) for *n* fields.
  ///
  /// Inbounds are told apart by their service and port; by the port alone where one of the two Dataplanes names no service.
  public func differences(to other: Dataplane) -> [FieldDifference] {
    differences(to: other, inbounds: identification(with: other))
  }

  /// What tells the inbounds of two Dataplanes apart.
  enum InboundIdentification: Sendable, Hashable {
    case byService
    /// One of the two names no service.
    case byPort
  }

  /// What tells the inbounds of this Dataplane and another one apart.
  func identification(with other: Dataplane) -> InboundIdentification {
    networking.namesServices && other.networking.namesServices ? .byService : .byPort
  }

  /// The fields in which another Dataplane differs from this one, inbounds told apart in a given way.
  func differences(to other: Dataplane, inbounds identification: InboundIdentification) -> [FieldDifference] {
    let areInboundsEqual = networking.inbound == other.networking.inbound
    let mine = areInboundsEqual ? [] : keyedInbounds(identification)
    let theirs = areInboundsEqual ? [] : other.keyedInbounds(identification)
    let differences = fieldDifferences(to: other, inbounds: mine, theirs) + otherDifferences(to: other, identification)
    return Self.withoutParts(differences) + Self.orderDifference(mine, theirs)
      + outboundDifferences(to: other)
  }

  /// The fields that differ. Sections that are equal, which most are, are not looked at field by field.
  private func fieldDifferences(to other: Dataplane, inbounds mine: [KeyedInbound], _ theirs: [KeyedInbound])
    -> [FieldDifference]
  {
    var fields = DifferingFields()
    fields.add(ExactString(mesh), ExactString(other.mesh)) { [(.mesh, $0.string)] }
    fields.add(metadata.labels, other.metadata.labels) { $0.entries.map { (.label($0.id), $0.value) } }
    fields.add(metadata.annotations, other.metadata.annotations) { $0.entries.map { (.annotation($0.id), $0.value) } }
    fields.add(metadata.ownerReferences, other.metadata.ownerReferences) { owners in
      (owners.first { $0.controller == true }.map { [(.owner, "\($0.kind) \($0.name) \($0.uid)")] } ?? []) + owners.others
    }
    fields.add(ExactString(networking.address), ExactString(other.networking.address)) { [(.address, $0.string)] }
    if mine.map(\.key) == theirs.map(\.key) {
      for (mine, theirs) in zip(mine, theirs) {
        fields.add(mine, theirs) { Self.fields(of: $0.inbound, $0.key) }
      }
    } else {
      fields.add(mine, theirs) { $0.flatMap { Self.fields(of: $0.inbound, $0.key) } }
    }
    fields.add(networking.gateway, other.networking.gateway) { gateway in
      guard let gateway else { return [] }
      return [(.gateway, gateway.type.rawValue)]
        + gateway.tags.sorted.map { (.gatewayTag(ExactString($0.key)), $0.value) }
    }
    fields.add(networking.listeners, other.networking.listeners) { listeners in
      listeners.map { (.listener($0.port), "\($0.type.rawValue) \($0.name) \($0.address) \($0.state.rawValue)") }
    }
    fields.add(networking.transparentProxying, other.networking.transparentProxying) { $0?.fields ?? [] }
    fields.add(networking.adminPort, other.networking.adminPort) { $0.map { [(.adminPort, "\($0)")] } ?? [] }
    fields.add(metrics, other.metrics) { $0?.fields ?? [] }
    fields.add(probes, other.probes) { $0?.fields ?? [] }
    return fields.differences
  }

  /// The order of the inbounds, where both have the same ones in another order: the first one names a gateway's service.
  private static func orderDifference(_ mine: [KeyedInbound], _ theirs: [KeyedInbound]) -> [FieldDifference] {
    let (old, new) = (mine.map(\.key), theirs.map(\.key))
    guard old != new, Set(old) == Set(new) else { return [] }
    let listed = { (keys: [InboundKey]) in keys.map(\.description).joined(separator: ", ") }
    return [.init(path: .inboundOrder, old: listed(old), new: listed(new))]
  }

  /// Leaves out the fields of an inbound or a gateway that one of the two has not at all: that is said once.
  private static func withoutParts(_ differences: [FieldDifference]) -> [FieldDifference] {
    guard differences.contains(where: \.path.isWhole) else { return differences }
    let paths = Set(differences.map(\.path))
    return differences.filter { difference in
      switch difference.path {
      case .inboundTag(let key, _), .inboundName(let key), .inboundReadiness(let key), .inboundProtocol(let key),
        .inboundAddress(let key):
        !paths.contains(.inbound(key))
      case .gatewayTag: !paths.contains(.gateway)
      case .proxying: !paths.contains(.proxyingSection) || difference.isOfListThatIsGone
      case .metrics: !paths.contains(.metricsSection)
      case .probes: !paths.contains(.probesSection)
      default: true
      }
    }
  }

  /// The differences of the fields that no rules give.
  private func otherDifferences(to other: Dataplane, _ identification: InboundIdentification) -> [FieldDifference] {
    if otherFields.isEmpty, other.otherFields.isEmpty { return [] }
    func fields(of dataplane: Dataplane) -> [(FieldPath, String)] {
      let keys = dataplane.keyedInbounds(identification).map(\.key)
      return dataplane.otherFields.map { ($0.path(identifying: keys), $0.value) }
    }
    return FieldDifference.between(fields(of: self), fields(of: other))
  }

  /// Every field of an inbound that is set, with its value as text.
  private static func fields(of inbound: Inbound, _ key: InboundKey) -> [(FieldPath, String)] {
    var fields: [(FieldPath, String)] = [(.inbound(key), inbound.tags[KumaKey.serviceTag] ?? "port \(inbound.port)")]
    if !inbound.name.isEmpty { fields.append((.inboundName(key), inbound.name)) }
    fields += inbound.tags.sorted.map { (.inboundTag(key, ExactString($0.key)), $0.value) }
    let health = inbound.health.map { $0.isReady ? ", health ready" : ", health not ready" } ?? ""
    fields.append((.inboundReadiness(key), inbound.state.rawValue + health))
    if !inbound.address.isEmpty { fields.append((.inboundAddress(key), inbound.address)) }
    if !inbound.appProtocol.isEmpty { fields.append((.inboundProtocol(key), inbound.appProtocol)) }
    return fields
  }

  /// An inbound with what tells it apart.
  private struct KeyedInbound: Equatable {
    let key: InboundKey
    let inbound: Inbound
  }

  /// The inbounds with what tells them apart.
  private func keyedInbounds(_ identification: InboundIdentification) -> [KeyedInbound] {
    var counts: [InboundKey: Int] = [:]
    return networking.inbound.map { inbound in
      let isNamed = identification == .byService && inbound.port != Self.reservedPort
      let service = isNamed ? inbound.tags[KumaKey.serviceTag] ?? "" : ""
      let first = InboundKey(service: service, port: inbound.port, occurrence: 0)
      let occurrence = counts[first, default: 0]
      counts[first] = occurrence + 1
      return KeyedInbound(key: InboundKey(service: service, port: inbound.port, occurrence: occurrence), inbound: inbound)
    }
  }
}

extension Dataplane.Networking {
  /// Whether the inbounds name services; a Dataplane without inbounds does as well as any.
  fileprivate var namesServices: Bool {
    inbound.isEmpty || inbound.contains { $0.tags[KumaKey.serviceTag] != nil }
  }
}

extension Dataplane.TransparentProxying {
  /// Every field that is set, with its value as text, after the section itself.
  fileprivate var fields: [(FieldPath, String)] {
    var fields: [(FieldPath, String)] = [(.proxyingSection, "set")]
    let ports: [(ProxyingField, Int)] = [
      (.redirectPortInbound, redirectPortInbound), (.redirectPortInboundV6, redirectPortInboundV6),
      (.redirectPortOutbound, redirectPortOutbound),
    ]
    fields += ports.filter { $0.1 != 0 }.map { (.proxying($0.0), "\($0.1)") }
    let lists: [(ProxyingField, [String])] = [
      (.directAccessServices, directAccessServices), (.reachableServices, reachableServices),
    ]
    fields += lists.filter { !$0.1.isEmpty }.map { (.proxying($0.0), $0.1.map(Self.listed).joined(separator: ",")) }
    if let reachableBackends {
      fields.append((.proxying(.reachableBackends), "[\(reachableBackends.map(\.text).joined(separator: "; "))]"))
    }
    if ipFamilyMode != .unspecified { fields.append((.proxying(.ipFamilyMode), ipFamilyMode.rawValue)) }
    return fields
  }
}

extension Dataplane.TransparentProxying {
  /// An entry as it stands in a list, in quotes where it could be taken for something else.
  private static func listed(_ entry: String) -> String {
    let isPlain =
      !entry.isEmpty && !entry.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 <= 0x20 }
    return isPlain ? entry : entry.quotedSafely
  }
}

extension ReachableBackend {
  /// The backend in one line.
  fileprivate var text: String {
    let named = [kind, name, namespace, port.map { "\($0)" } ?? ""].filter { !$0.isEmpty }
    return (named + labels.entries.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
  }
}
