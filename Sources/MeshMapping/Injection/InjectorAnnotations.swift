import KubernetesObjects

/// The annotations of a Pod as the injector reads them: what is not of the form that it must have is an error.
struct InjectorAnnotations {
  private let annotations: StringMap
  private let words: SwitchWords

  /// The annotations of a Pod.
  init(of pod: Pod, words: SwitchWords) {
    annotations = pod.metadata.annotations
    self.words = words
  }

  /// Whether any of them is one of Kuma's; most Pods have none.
  var hasAnyOfKuma: Bool { annotations.entries.contains { ReservedKey.isReserved($0.key) } }

  /// What stands under a key; nil where nothing does.
  func evidence(of key: String) -> Evidence? {
    annotations[key].map { Evidence(.podAnnotation, key: key, value: $0) }
  }

  /// What a switch says; nil where it is absent.
  func setting(of key: String) throws(InjectorRefusal) -> SwitchSetting? {
    guard let evidence = evidence(of: key) else { return nil }
    let setting = words.setting(of: evidence.value)
    guard setting != .unreadable else { throw InjectorRefusal(.unreadableAnnotation(evidence, .onOrOff)) }
    return setting
  }

  /// The number under a key; nil where it is absent.
  func number(of key: String) throws(InjectorRefusal) -> Int? {
    guard let evidence = evidence(of: key) else { return nil }
    guard let number = UnsignedDecimal.parse(evidence.value) else {
      throw InjectorRefusal(.unreadableAnnotation(evidence, .number))
    }
    return number
  }

  /// Makes sure that what stands under a key, if anything, is of a form.
  func check(_ key: String, is form: AnnotationForm) throws(InjectorRefusal) {
    guard let evidence = evidence(of: key) else { return }
    let isReadable =
      switch form {
      case .onOrOff: words.setting(of: evidence.value) != .unreadable
      case .trueOrFalse: ["true", "yes", "false", "no"].contains { evidence.value.hasSameBytes(as: $0) }
      case .number: UnsignedDecimal.parse(evidence.value) != nil
      case .duration: GoDuration.isDuration(evidence.value)
      case .variables: Self.isListOfVariables(evidence.value)
      case .familyMode: ["", "dualstack", "ipv4"].contains { evidence.value.lowercased().hasSameBytes(as: $0) }
      case .ports: Self.isListOfPorts(evidence.value)
      }
    guard isReadable else { throw InjectorRefusal(.unreadableAnnotation(evidence, form)) }
  }

  /// Whether a string is variables between `;`, each a name and a value with one `=` between them. The empty string is none.
  private static func isListOfVariables(_ string: String) -> Bool {
    string.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .allSatisfy { variable in variable.count { $0 == UInt8(ascii: "=") } == 1 }
  }

  /// Whether a string is ports from 1 to 65535 between `,`, with whitespace around them or not. Empty pieces do not count.
  private static func isListOfPorts(_ string: String) -> Bool {
    string.utf8.split(separator: UInt8(ascii: ",")).allSatisfy { piece in
      let start = piece.drop(while: isWhitespace)
      guard let end = start.lastIndex(where: { !isWhitespace($0) }) else { return true }
      return UnsignedDecimal.parse(String(Substring(start[...end]))).map { (1...65535).contains($0) } ?? false
    }
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
