public import KubernetesObjects

extension Dataplane {
  /// A field of the spec that no rules give, such as the port of a service that somebody wrote down: nothing here reads it, and the control
  /// plane removes it when it writes the Dataplane.
  public struct OtherField: Sendable, Hashable {
    /// The path in the spec, e.g. `networking.inbound[0].servicePort`; inbounds count from 0.
    public let path: DocumentPath
    /// The value as it is written, without quotes; `{}` or `[]` where it is empty.
    @ByteExact public private(set) var value: String

    /// A field of the given path and value.
    public init(path: DocumentPath, value: String) {
      self.path = path
      self.value = value
    }
  }
}

extension Dataplane.OtherField {
  /// The path, inbounds by what tells them apart instead of by their positions.
  ///
  /// - Parameter keys: What tells the inbounds apart, in their order.
  func path(identifying keys: [InboundKey]) -> FieldPath {
    guard path.steps.starts(with: ["networking", "inbound"]), path.steps.count > 2, case .index(let index) = path.steps[2],
      keys.indices.contains(index)
    else { return .other(ExactString(path.description)) }
    let rest = DocumentPath(Array(path.steps.dropFirst(3))).description
    let dot = rest.isEmpty || rest.utf8.first == UInt8(ascii: "[") ? "" : "."
    return .other(ExactString("networking.inbound[\(keys[index])]\(dot)\(rest)"))
  }
}

extension FieldValue {
  /// The fields that this holds, or the field that it is: those that say nothing, null, empty or 0, are left out, as they are where the
  /// control plane writes them.
  ///
  /// - Parameters:
  ///   - path: The path to it.
  ///   - isPart: Whether it is a part of a field that is not read, so that even an empty object says something.
  fileprivate func otherFields(at path: DocumentPath, isPart: Bool = false) -> [Dataplane.OtherField] {
    func field(_ value: String) -> [Dataplane.OtherField] { [Dataplane.OtherField(path: path, value: value)] }
    switch self {
    case .null, .bool(false), .integer(0), .string(""), .list([]): return []
    case .object([]): return isPart ? field("{}") : []
    case .bool(true): return field("true")
    case .integer(let integer): return field("\(integer)")
    case .number(let number): return field("\(number)")
    case .string(let string): return field(string.string)
    case .list(let elements):
      return elements.enumerated().flatMap { index, element in
        element.otherFields(at: path.appending(DocumentPath([.index(index)])), isPart: true)
      }
    case .object(let members):
      let fields = members.flatMap { member in
        member.value.otherFields(at: path.appending(DocumentPath([.key(ExactString(member.key))])), isPart: true)
      }
      // One whose members say nothing is stored as an empty one.
      return fields.isEmpty && isPart ? field("{}") : fields
    }
  }
}

extension Dataplane.OtherField {
  /// Reads the fields that no rules give.
  struct Reader {
    private(set) var fields: [Dataplane.OtherField] = []

    /// What is read where: the fields of an object, or whatever a field holds.
    private indirect enum Shape {
      case value
      case object([ExactString: Shape])
      case list(of: [ExactString: Shape])
    }

    /// Reads a spec, or what has its fields; in the order of their paths.
    ///
    /// - Parameter keys: The keys beside those of the spec that are not to be told.
    /// - Throws: `DecodingError` where the spec is not as a Dataplane's is.
    init(reading spec: KeyedDecodingContainer<AnyKey>, ignoring keys: [String] = []) throws {
      let ignored = keys.map { (ExactString($0), Shape.value) }
      try read(spec, Self.spec.merging(ignored) { known, _ in known }, at: DocumentPath([]))
      // Decoders give keys in whatever order.
      if fields.count > 1 { fields.sort { $0.path.description.precedesInBytes($1.path.description) } }
    }

    private mutating func read(
      _ object: KeyedDecodingContainer<AnyKey>,
      _ known: [ExactString: Shape],
      at path: DocumentPath
    ) throws {
      for key in object.allKeys {
        let name = ExactString(key.stringValue)
        let place = path.appending(DocumentPath([.key(name)]))
        switch known[name] {
        case .value?: continue
        case .object(let members)?:
          if let nested = try object.nestedIfPresent(keyedBy: AnyKey.self, forKey: key) {
            try read(nested, members, at: place)
          }
        case .list(let members)?:
          if try object.decodeNil(forKey: key) { continue }
          var list = try object.nestedUnkeyedContainer(forKey: key)
          while !list.isAtEnd {
            let element = place.appending(DocumentPath([.index(list.currentIndex)]))
            try read(list.nestedContainer(keyedBy: AnyKey.self), members, at: element)
          }
        case nil:
          fields += try object.decode(FieldValue.self, forKey: key).otherFields(at: place, isPart: place == Self.ingress)
        }
      }
    }

    /// What makes a Dataplane an ingress by being there.
    private static let ingress = DocumentPath(["networking", "ingress"])

    private static let spec: [ExactString: Shape] = [
      "networking": .object([
        "address": .value,
        "inbound": .list(of: [
          "address": .value, "port": .value, "name": .value, "tags": .value, "state": .value, "protocol": .value,
          "health": .object(["ready": .value]),
        ]),
        "outbound": .list(of: ["address": .value, "port": .value, "tags": .value]),
        "listeners": .list(of: ["type": .value, "address": .value, "port": .value, "name": .value, "state": .value]),
        "gateway": .object(["type": .value, "tags": .value]),
        "transparentProxying": .object([
          "redirectPortInbound": .value, "redirectPortInboundV6": .value, "redirectPortOutbound": .value,
          "directAccessServices": .value, "reachableServices": .value, "ipFamilyMode": .value,
          "reachableBackends": .object([
            "refs": .list(of: ["kind": .value, "name": .value, "namespace": .value, "port": .value, "labels": .value])
          ]),
        ]),
        "admin": .object(["port": .value]),
      ]),
      "metrics": .object([
        "type": .value,
        "conf": .object([
          "path": .value, "port": .value,
          "aggregate": .list(of: ["name": .value, "path": .value, "port": .value, "enabled": .value, "address": .value]),
        ]),
      ]),
      "probes": .object([
        "port": .value, "endpoints": .list(of: ["path": .value, "inboundPort": .value, "inboundPath": .value]),
      ]),
    ]
  }
}
