public import KubernetesJSON
public import KubernetesObjects

/// What a control plane writes for a Pod: a Dataplane or, for the proxy of a zone, a ZoneIngress or ZoneEgress.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum ProxyResource: Sendable, Hashable {
  /// The proxy of a workload, or a gateway.
  case dataplane(Dataplane)
  /// The proxy through which other zones reach a zone.
  case zoneIngress(ZoneIngress)
  /// The proxy through which a zone reaches what is outside of it.
  case zoneEgress(ZoneEgress)

  /// The Dataplane, where the resource is one.
  public var dataplane: Dataplane? {
    guard case .dataplane(let dataplane) = self else { return nil }
    return dataplane
  }

  /// The name, namespace, labels and owner.
  public var metadata: Dataplane.Metadata {
    switch self {
    case .dataplane(let dataplane): dataplane.metadata
    case .zoneIngress(let ingress): ingress.metadata
    case .zoneEgress(let egress): egress.metadata
    }
  }

  /// The kind of the resource.
  public var kind: String {
    switch self {
    case .dataplane: Dataplane.kind
    case .zoneIngress: ZoneIngress.kind
    case .zoneEgress: ZoneEgress.kind
    }
  }

  /// The namespace and name.
  public var objectName: ObjectName { ObjectName(namespace: metadata.namespace, name: metadata.name) }
}

extension ProxyResource {
  /// The fields in which another resource differs from this one, in the order of the resource; of another kind everything differs. The
  /// services that a ZoneIngress offers are not compared. O(*n*) for *n* fields.
  public func differences(to other: ProxyResource) -> [FieldDifference] {
    switch (self, other) {
    case (.dataplane(let old), .dataplane(let new)): return old.differences(to: new)
    case _ where self == other: return []
    default: return FieldDifference.between(zoneFields, other.zoneFields)
    }
  }

  /// Whether two are the same but for what means nothing, and for what another part of the control plane writes.
  func isSame(as other: ProxyResource) -> Bool {
    switch (self, other) {
    case (.dataplane(let old), .dataplane(let new)): return old.isSame(as: new)
    case (.zoneIngress(var old), .zoneIngress(let new)):
      old.availableServices = new.availableServices
      return old == new
    default: return self == other
    }
  }

  /// What both agree in, and the paths of the rest; nil where they are of different kinds.
  func agreement(with other: ProxyResource) -> (common: ProxyResource, differing: [String])? {
    switch (self, other) {
    case (.dataplane(let mine), .dataplane(let theirs)):
      let (common, differing) = mine.agreement(with: theirs)
      return (.dataplane(common), differing)
    case (.zoneIngress(var ingress), .zoneIngress(let theirs)):
      let differing = ingress.metadata.agree(with: theirs.metadata)
      return (.zoneIngress(ingress), differing)
    case (.zoneEgress(var egress), .zoneEgress(let theirs)):
      let differing = egress.metadata.agree(with: theirs.metadata)
      return (.zoneEgress(egress), differing)
    default: return nil
    }
  }

  /// Every field of the proxy of a zone that is set, with its value as text.
  private var zoneFields: [(FieldPath, String)] {
    var fields: [(FieldPath, String)] = [(.kind, kind)]
    fields += metadata.labels.entries.map { (.label($0.id), $0.value) }
    fields += metadata.annotations.entries.map { (.annotation($0.id), $0.value) }
    if let owner = metadata.ownerReferences.first(where: { $0.controller == true }) {
      fields.append((.owner, "\(owner.kind) \(owner.name) \(owner.uid)"))
    }
    fields += metadata.ownerReferences.others
    switch self {
    case .dataplane: break
    case .zoneIngress(let ingress):
      fields += [(.address, ingress.address), (.port, "\(ingress.port)")]
      if !ingress.advertisedAddress.isEmpty { fields.append((.advertisedAddress, ingress.advertisedAddress)) }
      if ingress.advertisedPort != 0 { fields.append((.advertisedPort, "\(ingress.advertisedPort)")) }
      if let port = ingress.adminPort { fields.append((.adminPort, "\(port)")) }
    case .zoneEgress(let egress):
      if !egress.zone.isEmpty { fields.append((.zone, egress.zone)) }
      fields += [(.address, egress.address), (.port, "\(egress.port)")]
      if let port = egress.adminPort { fields.append((.adminPort, "\(port)")) }
    }
    return fields
  }
}

extension ProxyResource: JSONWritable {
  /// Writes the resource.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    switch self {
    case .dataplane(let dataplane): dataplane.write(to: &sink)
    case .zoneIngress(let ingress): ingress.write(to: &sink)
    case .zoneEgress(let egress): egress.write(to: &sink)
    }
  }
}
