import KubernetesObjects
import KubernetesYAML
import MeshMapping

/// Reads the documents of a YAML stream, one after the other, as JSON: so both are read alike from there on.
struct YAMLInput {
  /// A document that is not empty.
  struct Document {
    /// The document as JSON; or what is wrong with it.
    let json: Result<YAMLJSON, InputProblem>
    /// The keys that are written twice in it.
    let repeatedKeys: [YAMLRepeatedKey]
    /// Where what it is read from begins.
    let position: ObjectPosition
    /// The file that it was made of, as `helm template` says it.
    let madeOf: String?
    /// The language of templates in which it may be written, where it cannot be read.
    let template: Template.Language?
  }

  private let bytes: InputBytes
  private let place: String
  private var stream: YAMLStream
  private var isComplete = false

  init(
    _ bytes: InputBytes,
    at place: String,
    maximumDocumentSize: Int = YAMLStream.standardDocumentSize
  ) {
    self.bytes = bytes
    self.place = place
    stream = YAMLStream(maximumDocumentSize: maximumDocumentSize)
  }

  /// The next document that is not empty; nil at the end.
  ///
  /// - Throws: `InputProblem` where the bytes cannot be read.
  mutating func next() throws(InputProblem) -> Document? {
    while true {
      do throws(YAMLError) {
        if let document = try stream.next() {
          guard !document.isEmpty else { continue }
          return Document(
            json: .success(try document.jsonWithSources()),
            repeatedKeys: document.repeatedKeys,
            position: ObjectPosition(offset: document.sourceOffset, line: document.sourceLine + 1),
            madeOf: Self.source(in: document),
            template: nil
          )
        }
      } catch {
        return Document(
          json: .failure(problem(error)),
          repeatedKeys: [],
          position: ObjectPosition(offset: error.location.offset, line: error.location.line),
          madeOf: nil,
          template: stream.rejectedBytes.flatMap(Template.language)
        )
      }
      guard !isComplete, !stream.isStopped else { return nil }
      if let more = try bytes.next() {
        stream.append(more)
      } else {
        stream.finish()
        isComplete = true
      }
    }
  }

  private func problem(_ error: YAMLError) -> InputProblem {
    switch error.reason {
    case .malformed: InputProblem(place: place, problem: "is not YAML at \(error)")
    case .unsupported: InputProblem(place: place, problem: "cannot be read at \(error)")
    }
  }

  /// The file that `helm template` names before what it makes of it.
  private static func source(in document: YAMLDocument) -> String? {
    let mark = "# Source: "
    return document.leadingComments.last { $0.string.utf8.starts(with: mark.utf8) }
      .map { String(decoding: $0.string.utf8.dropFirst(mark.utf8.count), as: UTF8.self) }
  }
}
