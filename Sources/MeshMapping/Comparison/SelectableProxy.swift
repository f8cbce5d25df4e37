import KubernetesObjects

/// What of a Dataplane somebody may select by.
struct SelectableProxy {
  private let labels: StringMap
  private let inbounds: [Part]

  /// What carries tags: an inbound, or the proxy of a gateway as a whole.
  private struct Part {
    let port: Int
    @ByteExact private(set) var name: String
    let tags: Tags

    init(port: Int, name: String = "", tags: Tags) {
      self.port = port
      self.tags = tags
      self.name = name
    }
  }

  /// What of a Dataplane somebody may select by.
  init(_ dataplane: Dataplane) {
    labels = dataplane.metadata.labels
    let networking = dataplane.networking
    inbounds =
      networking.gateway.map { [Part(port: 0, tags: $0.tags)] }
      ?? networking.inbound.map { Part(port: $0.port, name: $0.name, tags: $0.tags) }
  }

  /// The ports of what a selector selects: 0 for the proxy as a whole. What only running Pods have, or what is not known, may be what it asks
  /// for.
  func ports(selectedBy selector: [PolicySelection]) -> Set<Int> {
    var tags: [(key: ExactString, value: ExactString)] = []
    var names: [ExactString] = []
    for selection in selector {
      switch selection.target {
      case .label(let key, let value, kind: "Dataplane"):
        guard let own = labels[key.string], own.mayBe(value) else { return [] }
      case .tag(let key, let value): tags.append((key, value))
      case .inbound(let name): names.append(name)
      case .label, .tagKey, .object: break
      }
    }
    if tags.isEmpty, names.isEmpty { return [0] }
    return Set(
      inbounds.filter { part in
        tags.allSatisfy { key, value in part.tags[key.string].map { value == "*" || $0.mayBe(value) } ?? false }
          && names.allSatisfy { part.name.mayBe($0) }
      }
      .map(\.port))
  }
}

extension String {
  /// Whether it stands for a value that is not known: a pattern, where only running Pods have it, or one that is made up for what is missing.
  var isStandIn: Bool { utf8.contains(UInt8(ascii: "*")) || hasSameBytes(as: Assumption.labelValue) }

  /// Whether a value may be another one.
  fileprivate func mayBe(_ value: ExactString) -> Bool { value.string.hasSameBytes(as: self) || isStandIn }
}
