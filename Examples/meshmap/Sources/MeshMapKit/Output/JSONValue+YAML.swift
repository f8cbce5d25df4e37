import KubernetesYAML

extension JSONValue {
  /// The value as YAML text, with an end of line.
  package var yaml: String {
    var writer = YAMLWriter()
    write(to: &writer)
    return writer.string
  }

  private func write(to writer: inout YAMLWriter) {
    switch self {
    case .null: writer.writeNull()
    case .bool(let bool): writer.write(bool)
    case .integer(let integer): writer.write(integer)
    case .number(let number): writer.write(number)
    case .string(let string): writer.write(string)
    case .array(let elements):
      writer.beginSequence()
      for element in elements { element.write(to: &writer) }
      writer.endSequence()
    case .object(let members):
      writer.beginMapping()
      for member in members {
        writer.writeKey(member.key)
        member.value.write(to: &writer)
      }
      writer.endMapping()
    }
  }
}
