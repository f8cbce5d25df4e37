/// The characters that show as themselves on a terminal and do nothing else.
package enum PrintableCharacters {
  /// Whether a character is one.
  package static func contain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
