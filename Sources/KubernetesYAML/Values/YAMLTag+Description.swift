extension YAMLTag: CustomStringConvertible {
  var description: String {
    switch self {
    case .null: "!!null"
    case .bool: "!!bool"
    case .int: "!!int"
    case .float: "!!float"
    case .string: "!!str"
    case .binary: "!!binary"
    case .timestamp: "!!timestamp"
    case .merge: "!!merge"
    case .other: "!"
    }
  }
}
