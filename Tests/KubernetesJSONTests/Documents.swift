import KubernetesJSON
import KubernetesObjects

/// What is read of documents that come in pieces.
enum Documents {
  /// What is read of a document in pieces of a size, in words.
  static func events(in bytes: [UInt8], inPiecesOf size: Int) -> [String] { events(of: pieces(of: bytes, size)) }

  /// What is read of a document, in words.
  static func events(of pieces: () throws -> [UInt8]?) -> [String] {
    var events: [String] = []
    do {
      try read(pieces) { event in
        switch event {
        case .withdrawal: events.append("withdrawn")
        case .document: events.append("document")
        case .objects(let batch): events += try batch.decoded().map(describe)
        }
      }
    } catch is DecodingError {
      events.append("no object")
    } catch {
      events.append("\(error)")
    }
    return events
  }

  /// Reads a document, and hands out what is found in each piece before the next one is taken.
  static func read<Element: ListElement>(
    _ type: Element.Type,
    _ pieces: () throws -> [UInt8]?,
    _ handOut: (ObjectReader<Element>.Event) throws -> Void
  ) throws {
    var reader = ObjectReader<Element>()
    while let piece = try pieces() {
      reader.append(piece)
      while let event = try reader.next() { try handOut(event) }
    }
    reader.finish()
    while let event = try reader.next() { try handOut(event) }
  }

  /// Reads a document of Kubernetes' objects.
  static func read(
    _ pieces: () throws -> [UInt8]?,
    _ handOut: (ObjectReader<KubernetesObject>.Event) throws -> Void
  ) throws {
    try read(KubernetesObject.self, pieces, handOut)
  }

  /// An object in words.
  static func describe(_ object: DecodedObject<KubernetesObject>) -> String {
    switch object.result {
    case .success(.namespace(let namespace)): namespace.metadata.name
    case .success(.unsupported(let object)): "unsupported \(object.type.kind)"
    case .success(let other): "\(other)"
    case .failure(let failure): "\(failure)"
    }
  }

  /// Gives bytes in pieces of a size.
  static func pieces(of bytes: [UInt8], _ size: Int) -> () -> [UInt8]? {
    var rest = bytes[...]
    return {
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
  }

  /// Gives bytes in two pieces.
  static func pieces(of bytes: [UInt8], splitAt boundary: Int) -> () -> [UInt8]? {
    var pieces = [Array(bytes[..<boundary]), Array(bytes[boundary...])]
    return { pieces.isEmpty ? nil : pieces.removeFirst() }
  }
}
