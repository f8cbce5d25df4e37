package import KubernetesObjects

/// Where in the input an object stands.
package struct InputPlace: Sendable, Hashable {
  /// The file.
  package let source: InputSource
  /// How many bytes stand before the document that the object is in, and how many lines.
  let document: ObjectPosition
  /// Where the object begins.
  package let position: ObjectPosition
  /// The file that somebody edits, where this one was made of it.
  @OptionalByteExact package private(set) var madeOf: String?
  /// Whether the document is YAML.
  let form: Form

  /// How a document is written.
  enum Form: Sendable, Hashable {
    case json
    case yaml
  }

  init(source: InputSource, document: ObjectPosition, position: ObjectPosition, madeOf: String?, form: Form) {
    self.source = source
    self.document = document
    self.position = position
    self.form = form
    self.madeOf = madeOf
  }

  /// The file and the line, e.g. `k8s/web.yaml, line 3`, safe to print.
  package var description: String {
    "\(source.name.printedSafely), line \(position.line)"
  }
}
