import KubernetesObjects

extension ValidationProblem {
  /// A problem that stands for two of one field, whose value is a pattern where it differs; nil for others.
  func blended(with other: ValidationProblem) -> ValidationProblem? {
    guard path.hasSameBytes(as: other.path) else { return nil }
    return kind.blended(with: other.kind).map { ValidationProblem(path: path, kind: $0) }
  }
}

extension ValidationProblem.Kind {
  fileprivate func blended(with other: Self) -> Self? {
    if self == other { return self }
    return switch (self, other) {
    case (.tagValue(let value), .tagValue(let counterpart)): .tagValue(value.blended(with: counterpart))
    case (.unknownProtocol(let value, let known), .unknownProtocol(let counterpart, let others)) where known == others:
      .unknownProtocol(value.blended(with: counterpart), known: known)
    case (.gatewayProtocol(let value), .gatewayProtocol(let counterpart)):
      .gatewayProtocol(value.blended(with: counterpart))
    case (.unspecifiedAddress(let value), .unspecifiedAddress(let counterpart)):
      .unspecifiedAddress(value.blended(with: counterpart))
    case (.address(let value), .address(let counterpart)): .address(value.blended(with: counterpart))
    case (.meshName(let value), .meshName(let counterpart)): .meshName(value.blended(with: counterpart))
    case (.unknownOrigin(let value), .unknownOrigin(let counterpart)): .unknownOrigin(value.blended(with: counterpart))
    case (.objectName(let value), .objectName(let counterpart)): .objectName(value.blended(with: counterpart))
    default: nil
    }
  }
}
