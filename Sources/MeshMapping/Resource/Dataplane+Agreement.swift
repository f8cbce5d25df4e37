import KubernetesObjects

extension Dataplane {
  /// What two Dataplanes of one Pod agree in, and where they do not.
  ///
  /// - Parameter other: What is made of the Pod where something is assumed otherwise.
  /// - Returns: This Dataplane without the values that the other one does not have or has otherwise, and the paths of what either has
  ///   and the other has not, in the order of the resource. Only the mesh stays, which every Dataplane has. O(*n*) for *n* fields.
  func agreement(with other: Dataplane) -> (common: Dataplane, differing: [String]) {
    var common = self
    var paths: [String] = []
    if !mesh.hasSameBytes(as: other.mesh) { paths.append("mesh") }
    paths += common.metadata.agree(with: other.metadata)
    common.networking = networking.agreement(with: other.networking, &paths)
    if metrics != other.metrics {
      common.metrics = nil
      paths.append("spec.metrics")
    }
    if probes != other.probes {
      common.probes = nil
      paths.append("spec.probes")
    }
    return (common, paths)
  }
}

extension Dataplane {
  /// The path of the inbounds.
  static let inboundPath = "spec.networking.inbound"
  /// The path of the outbounds.
  static let outboundPath = "spec.networking.outbound"

  /// Whether a path is that of an inbound or of a value of one.
  static func isInInbound(_ path: String) -> Bool { path.utf8.starts(with: "\(inboundPath)[".utf8) }
}

extension Dataplane.Metadata {
  /// Leaves out what another has otherwise: the name, labels, annotations and the owner; the paths of these.
  mutating func agree(with other: Self) -> [String] {
    var paths: [String] = []
    if !name.hasSameBytes(as: other.name) {
      name = ""
      paths.append("metadata.name")
    }
    labels = labels.agreement(with: other.labels, at: "metadata.labels", &paths)
    annotations = annotations.agreement(with: other.annotations, at: "metadata.annotations", &paths)
    if ownerReferences != other.ownerReferences {
      ownerReferences = []
      paths.append("metadata.ownerReferences")
    }
    return paths
  }
}

extension Dataplane.Networking {
  private static let path = "spec.networking"

  /// What both agree in; the paths of the rest are added.
  fileprivate func agreement(with other: Self, _ paths: inout [String]) -> Self {
    var common = self
    agree(on: \.address, "address", without: "", &common, other, &paths)
    // Inbounds are told apart by their ports: where those differ, those of the same service are compared.
    let isOfSamePorts = inbound.map(\.port) == other.inbound.map(\.port)
    let pairs = isOfSamePorts ? Array(zip(inbound, other.inbound)) : inbound.paired(with: other.inbound)
    if !isOfSamePorts { paths.append("\(Self.path).inbound") }
    common.inbound = pairs.enumerated().map { index, pair in
      pair.0.agreement(with: pair.1, at: "\(Self.path).inbound[\(index)]", &paths)
    }
    agree(on: \.outbound, "outbound", without: [], &common, other, &paths)
    agree(on: \.listeners, "listeners", without: [], &common, other, &paths)
    if var gateway, let counterpart = other.gateway, gateway.type == counterpart.type {
      gateway.tags = gateway.tags.agreement(with: counterpart.tags, at: "\(Self.path).gateway.tags", &paths)
      common.gateway = gateway
    } else {
      agree(on: \.gateway, "gateway", without: nil, &common, other, &paths)
    }
    agree(on: \.transparentProxying, "transparentProxying", without: nil, &common, other, &paths)
    agree(on: \.adminPort, "admin.port", without: nil, &common, other, &paths)
    return common
  }

  /// Leaves a part out where the other has it otherwise.
  private func agree<Value: Equatable>(
    on part: WritableKeyPath<Self, Value>,
    _ name: String,
    without absent: Value,
    _ common: inout Self,
    _ other: Self,
    _ paths: inout [String]
  ) {
    guard self[keyPath: part] != other[keyPath: part] else { return }
    common[keyPath: part] = absent
    paths.append("\(Self.path).\(name)")
  }
}

extension [Dataplane.Inbound] {
  /// The inbounds that are in another list too, each with the one there: all of the shorter list, or none where one of it is not in
  /// the longer.
  fileprivate func paired(with other: [Dataplane.Inbound]) -> [(Dataplane.Inbound, Dataplane.Inbound)] {
    let (short, long) = count < other.count ? (self, other) : (other, self)
    var rest = long[...]
    var pairs: [(Dataplane.Inbound, Dataplane.Inbound)] = []
    for inbound in short {
      guard let index = rest.firstIndex(where: { $0.isOfSameService(as: inbound) }) else { return [] }
      pairs.append(count < other.count ? (inbound, rest[index]) : (rest[index], inbound))
      rest = rest[(index + 1)...]
    }
    return pairs
  }
}

extension Dataplane.Inbound {
  /// Whether both are of the same port and service.
  fileprivate func isOfSameService(as other: Self) -> Bool {
    let service = tags[KumaKey.serviceTag] ?? name
    return port == other.port && service.hasSameBytes(as: other.tags[KumaKey.serviceTag] ?? other.name)
  }

  fileprivate func agreement(with other: Self, at path: String, _ paths: inout [String]) -> Self {
    var common = self
    if !name.hasSameBytes(as: other.name) {
      common.name = ""
      paths.append("\(path).name")
    }
    common.tags = tags.agreement(with: other.tags, at: "\(path).tags", &paths)
    if state != other.state {
      common.state = .ready
      paths.append("\(path).state")
    }
    if health != other.health {
      common.health = nil
      paths.append("\(path).health")
    }
    if !appProtocol.hasSameBytes(as: other.appProtocol) {
      common.appProtocol = ""
      paths.append("\(path).protocol")
    }
    return common
  }
}

extension Tags {
  fileprivate func agreement(with other: Tags, at path: String, _ paths: inout [String]) -> Tags {
    guard self != other else { return self }
    let differing = ExactString.keys(sorted.map(\.key) + other.sorted.map(\.key)).filter { key in
      self[key.string].map { ExactString($0) } != other[key.string].map { ExactString($0) }
    }
    paths += differing.map { "\(path)[\($0.quotedSafely)]" }
    let unknown = Set(differing)
    return Tags(sorted.filter { !unknown.contains(ExactString($0.key)) })
  }
}

extension StringMap {
  fileprivate func agreement(with other: StringMap, at path: String, _ paths: inout [String]) -> StringMap {
    guard self != other else { return self }
    var common = self
    for key in ExactString.keys(map(\.key) + other.map(\.key)) {
      guard self[key.string].map({ ExactString($0) }) != other[key.string].map({ ExactString($0) }) else { continue }
      common[key.string] = nil
      paths.append("\(path)[\(key.quotedSafely)]")
    }
    return common
  }
}

extension ExactString {
  /// Some keys, each once, in order.
  fileprivate static func keys(_ keys: [String]) -> [ExactString] {
    Set(keys.map { ExactString($0) }).sorted { $0.string.precedesInBytes($1.string) }
  }
}
