/// The tags that say what a scalar is; all others change nothing but that it is a string.
enum YAMLTag: Sendable, Hashable {
  case null
  case bool
  case int
  case float
  case string
  case binary
  case timestamp
  case merge
  case other

  /// What all tags of YAML itself begin with.
  static let prefix = "tag:yaml.org,2002:"

  init(_ tag: String) {
    guard tag.utf8.starts(with: Self.prefix.utf8) else {
      self = .other
      return
    }
    switch String(tag.utf8.dropFirst(Self.prefix.utf8.count)) ?? "" {
    case "null": self = .null
    case "bool": self = .bool
    case "int": self = .int
    case "float": self = .float
    case "str": self = .string
    case "binary": self = .binary
    case "timestamp": self = .timestamp
    case "merge": self = .merge
    default: self = .other
    }
  }
}
