public import KubernetesObjects
import MeshMapping

extension Finding {
  /// What is to be said of an object that cannot be read, since a value has no quotes that must be a string; nil where it cannot be read
  /// for another reason, or does not say what it is.
  ///
  /// OBJ-3.
  ///
  /// - Parameters:
  ///   - failure: Why the object cannot be read.
  ///   - written: The value as it is written, one word: `true`, say. In quotes it is the string that is meant.
  public init?(unquotedIn failure: ObjectFailure, written: String) {
    guard failure.isUnquotedString, let reference = failure.reference, !reference.name.isEmpty,
      let path = DocumentPath(parsing: failure.path)
    else { return nil }
    let object = "\(reference)"
    let message =
      "\(path.phrase) of \(object) is \(Self.phrase(for: written)) and must be a string, so that kubectl refuses the object; quote it: \"\(written.printedSafely)\"."
    self.init(.valueNotQuoted, at: ObjectField(reference, path), message)
  }

  /// What YAML takes a word for, with the word, safe to print.
  private static func phrase(for written: String) -> String {
    let word = written.printedSafely
    let isNumber = written.utf8.first.map { (0x30...0x39).contains($0) || "+-.".utf8.contains($0) } ?? false
    if isNumber { return "the number \(word)" }
    let isBool = ["true", "false", "yes", "no", "on", "off", "y", "n"].contains(written.lowercased())
    return isBool ? "the boolean \(word)" : word
  }
}

extension Fix {
  /// What puts the value in quotes that keeps an object from being read; nil where it cannot be read for another reason.
  ///
  /// Unlike other fixes it was not tried, since an object that cannot be read is in no cluster: read it once more afterwards.
  ///
  /// - Parameters:
  ///   - failure: Why the object cannot be read.
  ///   - written: The value as it is written.
  public init?(quotingIn failure: ObjectFailure, written: String) {
    guard let finding = Finding(unquotedIn: failure, written: written) else { return nil }
    let edit = Edit(finding.field, .string(ExactString(written)))
    self.init("quote it: \"\(written.printedSafely)\"", [edit], pods: [], restarts: [])
  }
}

extension DocumentPath {
  /// The field in words, at the beginning of a sentence, safe to print.
  fileprivate var phrase: String {
    if steps.count > 2, case .key(let key)? = steps.last {
      switch steps[steps.count - 2] {
      case "labels": return "Label \(key.string.printedSafely)"
      case "annotations": return "Annotation \(key.string.printedSafely)"
      case "selector", "matchLabels": return "Selector \(key.string.printedSafely)"
      default: break
      }
    }
    return "Field \("\(self)".printedSafely)"
  }
}

extension FindingKind {
  /// A value has no quotes that must be a string.
  public static let valueNotQuoted = FindingKind(
    "value-not-quoted", .error, .badObjects,
    summary: "A value that must be a string has no quotes, and YAML takes it for a boolean or a number.",
    reason:
      "Kubernetes refuses the object: the values of labels, annotations and selectors are strings. Nothing that the object says holds.",
    remedy: "Put the value in quotes: \"true\"."
  )
}
