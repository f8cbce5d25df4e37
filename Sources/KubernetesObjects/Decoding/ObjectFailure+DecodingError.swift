extension ObjectFailure {
  /// The failure that a decoding error means for the object at which a decoder stands.
  init(_ error: DecodingError, in decoder: any Decoder, of list: EnclosingList) {
    let (path, problem) = error.explanation
    let name = LenientName(of: decoder)
    self.init(
      apiVersion: name.apiVersion ?? (name.kind == nil ? list.itemType?.apiVersion : nil).flatMap { $0.isEmpty ? nil : $0 },
      kind: name.kind ?? list.itemType?.kind,
      namespace: name.namespace,
      name: name.name,
      itemPath: decoder.codingPath.fieldPath,
      path: path.dropFirst(decoder.codingPath.count).fieldPath,
      problem: problem
    )
  }
}

extension DecodingError {
  /// The path to the field that is wrong, and what is wrong with it, in words that say what to write.
  package var explanation: (path: [any CodingKey], problem: String) {
    switch self {
    case .typeMismatch(let type, let context): (context.codingPath, Self.expectation(of: type) ?? context.debugDescription)
    case .valueNotFound(let type, let context): (context.codingPath, Self.expectation(of: type) ?? context.debugDescription)
    case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
    case .dataCorrupted(let context): (context.codingPath, context.debugDescription)
    @unknown default: ([], "cannot be read")
    }
  }

  private static func expectation(of type: any Any.Type) -> String? {
    switch type {
    case is String.Type: ObjectFailure.unquotedString
    case is Bool.Type: "must be true or false"
    case is any FixedWidthInteger.Type: "must be a whole number"
    case is PortReference.Type: nil
    default: "\(type)".contains("Array") || "\(type)".contains("Unkeyed") ? "must be a list" : "must be an object"
    }
  }
}

extension Sequence where Element == any CodingKey {
  /// The path as a person writes it: `spec.ports[0].port`.
  package var fieldPath: String {
    reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else if key.stringValue.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }) {
        path += "[\"\(key.stringValue)\"]"
      } else {
        path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
  }
}
