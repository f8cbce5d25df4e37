import KubernetesYAML
import Testing

/// A document and what is read of it: a value, or why there is none.
struct YAMLCase: Sendable, CustomTestStringConvertible {
  let title: String
  let document: String
  let expected: Result<YAMLValue, YAMLError.Reason>

  var testDescription: String { title }

  init(_ title: String, _ document: String, _ written: WrittenValue) {
    (self.title, self.document, expected) = (title, document, .success(written.value))
  }

  init(_ title: String, _ document: String, _ reason: YAMLError.Reason) {
    (self.title, self.document, expected) = (title, document, .failure(reason))
  }
}
