/// Why a field is not edited where it is written, so that a person has to.
public enum YAMLEditRefusal: Error, Sendable, Hashable, CaseIterable {
  /// It stands behind an alias: what is changed there changes elsewhere too.
  case alias
  /// It, or what holds it, has an anchor: what is changed there changes wherever an alias stands for it.
  case anchor
  /// It comes from another mapping through a merge key.
  case mergeKey
  /// It is a block of lines, behind `|` or `>`.
  case blockScalar
  /// What is there is not of the form that the path needs.
  case otherForm
  /// It is written in a way that nothing can be put beside, or taken out of, without moving what stands around it.
  case layout
}

extension YAMLEditRefusal: CustomStringConvertible {
  /// Why, as a clause: `it stands behind an alias`.
  public var description: String {
    switch self {
    case .alias: "it stands behind an alias"
    case .anchor: "it has an anchor, or what holds it has one"
    case .mergeKey: "it comes from a merge key"
    case .blockScalar: "it is a block of lines"
    case .otherForm: "what is there has another form"
    case .layout: "it cannot be written without moving what stands around it"
    }
  }
}
