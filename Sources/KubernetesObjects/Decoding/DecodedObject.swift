/// An object, or why it cannot be decoded, so that one bad object does not cost the others.
///
/// Decoders that hand out the items of a list one by one decode this type where ``ObjectList`` would hold them all.
public struct DecodedObject<Element: ListElement>: Sendable, Hashable {
  /// The object, or why it cannot be decoded.
  public let result: Result<Element, ObjectFailure>

  /// The given object or failure.
  public init(_ result: Result<Element, ObjectFailure>) {
    self.result = result
  }
}

extension DecodedObject: Decodable {
  /// Decodes an object; where that fails, keeps why.
  public init(from decoder: any Decoder) throws {
    do {
      result = .success(try Element(from: decoder))
    } catch let error as DecodingError {
      result = .failure(ObjectFailure(error, in: decoder))
    }
  }
}
