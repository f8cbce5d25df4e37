/// Why a field of JSON is not edited, so that a person has to.
public enum JSONEditRefusal: Error, Sendable, Hashable, CaseIterable {
  /// A key on the way to it is written twice in its object.
  case repeatedKey
  /// What is there is not of the form that the path needs.
  case otherForm
  /// The bytes are no JSON.
  case malformed
}

extension JSONEditRefusal: CustomStringConvertible {
  /// Why, as a clause: `a key on the way to it is written twice`.
  public var description: String {
    switch self {
    case .repeatedKey: "a key on the way to it is written twice"
    case .otherForm: "what is there has another form"
    case .malformed: "it is no JSON"
    }
  }
}
