import KubernetesYAML
import MeshMapping

/// Reads the documents of a YAML stream, one after the other, as JSON: so both are read alike from there on.
struct YAMLInput {
  /// A document that is not empty.
  struct Document {
    /// The document as JSON; or what is wrong with it.
    let json: Result<[UInt8], InputProblem>
    /// The keys that are written twice in it.
    let repeatedKeys: [YAMLRepeatedKey]
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
          return Document(json: .success(try document.json()), repeatedKeys: document.repeatedKeys)
        }
      } catch {
        return Document(json: .failure(problem(error)), repeatedKeys: [])
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
}
