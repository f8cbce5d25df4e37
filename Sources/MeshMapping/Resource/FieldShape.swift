import KubernetesObjects

/// What kind of value a field has.
enum FieldShape {
  case object, list, string, bool

  /// Whether a value is of the kind; null is of each.
  func holds(_ value: FieldValue) -> Bool {
    switch (self, value) {
    case (_, .null), (.object, .object), (.list, .list), (.string, .string), (.bool, .bool): true
    default: false
    }
  }

  /// What is to be said of another value.
  var problem: String {
    switch self {
    case .object: "must be an object"
    case .list: "must be a list"
    case .string: "must be a string; put the value in quotes"
    case .bool: "must be true or false"
    }
  }
}
