import KubernetesJSON

/// Any JSON, as any decoder gives it.
indirect enum JSONTree: Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(Bytes)
  case array([JSONTree])
  case object([Bytes: JSONTree])

  /// A string that is its bytes.
  struct Bytes: Hashable, Comparable {
    let utf8: [UInt8]

    init(_ string: String) {
      utf8 = Array(string.utf8)
    }

    var string: String { String(decoding: utf8, as: UTF8.self) }

    static func < (left: Bytes, right: Bytes) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(intValue: Int) { nil }

    init(stringValue: String) {
      self.stringValue = stringValue
    }
  }
}

extension JSONTree: Decodable {
  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      var members: [Bytes: JSONTree] = [:]
      for key in container.allKeys { members[Bytes(key.stringValue)] = try container.decode(JSONTree.self, forKey: key) }
      self = .object(members)
    } else if var container = try? decoder.unkeyedContainer() {
      var elements: [JSONTree] = []
      while !container.isAtEnd {
        elements.append(try container.decodeNil() ? .null : try container.decode(JSONTree.self))
      }
      self = .array(elements)
    } else {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let bool = try? container.decode(Bool.self) {
        self = .bool(bool)
      } else if let integer = try? container.decode(Int64.self) {
        self = .integer(integer)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .string(Bytes(try container.decode(String.self)))
      }
    }
  }
}

extension JSONTree: JSONWritable {
  func write<Sink: JSONSink>(to sink: inout Sink) {
    switch self {
    case .null, .number: sink.writeNull()
    case .bool(let bool): sink.write(bool)
    case .integer(let integer): sink.write(integer)
    case .string(let string): sink.write(string.string)
    case .array(let elements): sink.writeArray { sink in for element in elements { element.write(to: &sink) } }
    case .object(let members):
      sink.writeObject { sink in
        for (key, value) in members.sorted(by: { $0.key < $1.key }) { sink.write(value, forKey: key.string) }
      }
    }
  }

  /// The value without numbers that are no integers, which nothing here writes.
  var integral: JSONTree {
    switch self {
    case .number: .null
    case .array(let elements): .array(elements.map(\.integral))
    case .object(let members): .object(members.mapValues(\.integral))
    default: self
    }
  }
}

extension JSONTree {
  /// Whether a decoder that rounds a number before it looks whether that is an integer reads this as another value: of `1e-400` it makes 0.
  func isRounded(to other: JSONTree) -> Bool {
    switch (self, other) {
    case (.number(let number), .integer(let integer)): number == Double(integer)
    case (.array(let mine), .array(let others)):
      mine.count == others.count && zip(mine, others).allSatisfy { $0.isRounded(to: $1) }
    case (.object(let mine), .object(let others)):
      mine.count == others.count && mine.allSatisfy { key, value in others[key].map(value.isRounded) ?? false }
    default: self == other
    }
  }
}

extension JSONTree.Bytes: CustomStringConvertible {
  var description: String { string.debugDescription }
}
