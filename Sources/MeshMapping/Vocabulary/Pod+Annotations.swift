import KubernetesObjects

extension Pod {
  /// Whether an annotation is switched on; one that is absent is off.
  ///
  /// - Parameters:
  ///   - annotation: The key of the annotation.
  ///   - words: Which words switch on and off.
  /// - Throws: ``MappingFailure/unreadableSwitch(_:)`` where the value says neither.
  func isOn(_ annotation: String, words: SwitchWords) throws(MappingFailure) -> Bool {
    guard let value = metadata.annotations[annotation] else { return false }
    switch words.setting(of: value) {
    case .on: return true
    case .off: return false
    case .unreadable: throw .unreadableSwitch(Evidence(.podAnnotation, key: annotation, value: value))
    }
  }

  /// The number that an annotation holds; nil where it is absent.
  ///
  /// - Throws: ``MappingFailure/unreadableNumber(_:)`` where the value is not a number of 32 bits without a sign.
  func number(_ annotation: String) throws(MappingFailure) -> Int? {
    guard let value = metadata.annotations[annotation] else { return nil }
    guard let number = UnsignedDecimal.parse(value) else {
      throw .unreadableNumber(Evidence(.podAnnotation, key: annotation, value: value))
    }
    return number
  }
}
