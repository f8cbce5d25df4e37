/// A port given by its number or by its name, which are never merged: `8080` is a number and `"8080"` a name.
public enum PortReference: Sendable, Hashable {
  /// The port of this number. An absent target port is the number 0.
  case number(Int)
  /// The container port of this name.
  case name(ExactString)

  /// The container port of this name.
  public static func name(_ name: String) -> PortReference {
    .name(ExactString(name))
  }
}

extension PortReference: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  /// The port of this number.
  public init(integerLiteral value: Int) {
    self = .number(value)
  }

  /// The container port of this name.
  public init(stringLiteral value: String) {
    self = .name(value)
  }
}

extension PortReference: CustomStringConvertible {
  /// The number, or the name in quotes; safe to print.
  public var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .name(let name): name.quotedSafely
    }
  }
}

extension PortReference: Decodable {
  /// Decodes an integer or a string, as Kubernetes' `IntOrString`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let isString = (decoder as? any StringTellingDecoder)?.isAtString
    if isString != true, let number = try? container.decode(Int32.self) {
      self = .number(Int(number))
    } else if isString != false, let name = try? container.decode(String.self) {
      self = .name(name)
    } else {
      throw DecodingError.typeMismatch(
        PortReference.self,
        .init(codingPath: container.codingPath, debugDescription: "must be a port number or the name of a container port")
      )
    }
  }
}
