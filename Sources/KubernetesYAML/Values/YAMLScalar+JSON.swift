extension YAMLScalar {
  /// The string that Kubernetes' own tools make of a scalar where the field that it is for is a string: they write out numbers and
  /// Booleans, numbers with a point as `Float`s. Nil for null.
  public var stringForm: String? {
    switch self {
    case .null: nil
    case .bool(let value): value ? "true" : "false"
    case .integer(let number): "\(number)"
    case .unsigned(let number): "\(number)"
    case .float(let number): GoFloat.string(Float(number))
    case .string(let value): value.string
    }
  }

  /// The key of an object of JSON that a key of a mapping becomes. Nil where it becomes none: Kubernetes' own tools refuse null
  /// and integers that are too great for a sign.
  public var jsonKey: String? {
    switch self {
    case .null, .unsigned: nil
    case .float(let number) where number.isNaN: ".nan"
    case .float(let number) where Float(number).isInfinite: number > 0 ? ".inf" : "-.inf"
    default: stringForm
    }
  }
}
