extension FieldValue: Decodable {
  /// Decodes a value of any type. Of repeated keys the one holds that the decoder gives.
  ///
  /// - Throws: `DecodingError` only where a number fits no type.
  public init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: AnyKey.self) {
      let members = try object.allKeys.map { key in
        Member(key: key.stringValue, value: try object.decode(FieldValue.self, forKey: key))
      }
      self = .object(of: members)
    } else if var list = try? decoder.unkeyedContainer() {
      var elements: [FieldValue] = []
      while !list.isAtEnd { elements.append(try list.decode(FieldValue.self)) }
      self = .list(elements)
    } else {
      try self.init(from: decoder.singleValueContainer())
    }
  }

  private init(from value: any SingleValueDecodingContainer) throws {
    if value.decodeNil() {
      self = .null
    } else if let string = try? value.decode(String.self) {
      self = .string(ExactString(string))
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let integer = try? value.decode(Int64.self) {
      self = .integer(integer)
    } else {
      self = .number(try value.decode(Double.self))
    }
  }
}
