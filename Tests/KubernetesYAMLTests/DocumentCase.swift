import KubernetesYAML
import Testing

/// A document and the JSON that Kubernetes' own tools make of it, or what is wrong with it: asked of kubectl 1.32.
struct DocumentCase: Sendable, CustomTestStringConvertible {
  let document: String
  let expected: String

  var testDescription: String { document.debugDescription }

  init(_ document: String, _ expected: String) {
    (self.document, self.expected) = (document, expected)
  }

  /// What is read of the stream: the JSON of its documents, one a line, with what is wrong in the place of those that are.
  static func read(_ document: some Collection<UInt8>) -> String {
    var stream = YAMLStream()
    stream.append(document)
    stream.finish()
    var lines: [String] = []
    while true {
      do throws(YAMLError) {
        guard let document = try stream.next() else { return lines.joined(separator: "\n") }
        lines.append(String(decoding: try document.json(), as: UTF8.self))
      } catch {
        lines.append("\(error)")
      }
    }
  }
}
