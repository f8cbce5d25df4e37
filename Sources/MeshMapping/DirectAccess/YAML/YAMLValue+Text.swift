import KubernetesObjects

extension YAMLValue {
  /// The text that a scalar is where a text is wanted: numbers and booleans are written out, as Kuma's library does before it
  /// reads what becomes of them. Nil for null and for collections.
  var asText: String? {
    switch self {
    case .null, .sequence, .mapping: nil
    case .text(let text): text.string
    case .bool(let value): value ? "true" : "false"
    case .integer(let number): "\(number)"
    case .unsigned(let number): "\(number)"
    case .float(let number): GoFloat.text(Float(number))
    }
  }

  /// The key of an object of JSON that this key of a mapping becomes. Nil where it becomes none.
  var asKey: String? {
    guard case .float(let number) = self else { return isNullOrUnsigned ? nil : asText }
    if number.isNaN { return ".nan" }
    guard Float(number).isInfinite else { return GoFloat.text(Float(number)) }
    return number > 0 ? ".inf" : "-.inf"
  }

  private var isNullOrUnsigned: Bool {
    switch self {
    case .null, .unsigned: true
    default: false
    }
  }

  /// Whether JSON can hold the value: it has neither infinite numbers nor keys that are null or too great.
  var isJSON: Bool {
    switch self {
    case .float(let number): number.isFinite
    case .sequence(let values): values.allSatisfy(\.isJSON)
    case .mapping(let entries): entries.allSatisfy { $0.key.asKey != nil && $0.value.isJSON }
    default: true
    }
  }
}
