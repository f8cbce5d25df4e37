extension YAMLValue {
  /// Whether JSON can hold the value: it has neither infinite numbers nor a key that ``YAMLScalar/jsonKey`` is nil for.
  ///
  /// - Complexity: O(*n*) in the number of values.
  public var isRepresentableInJSON: Bool {
    switch self {
    case .scalar(.float(let number)): number.isFinite
    case .scalar: true
    case .sequence(let values): values.allSatisfy(\.isRepresentableInJSON)
    case .mapping(let entries): entries.allSatisfy { $0.key.jsonKey != nil && $0.value.isRepresentableInJSON }
    }
  }
}
