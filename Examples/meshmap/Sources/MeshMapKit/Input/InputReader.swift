import KubernetesJSON
package import KubernetesObjects
import KubernetesYAML
import MeshMapping

/// Reads objects from files, directories and standard input.
package struct InputReader {
  private var collector = InputCollector()
  /// Where kinds that nobody knows have the template of their Pods.
  private let podTemplates: PodTemplatePaths
  /// What is read in the place of sources.
  private let replacements: [InputSource: [UInt8]]

  private init(podTemplates: PodTemplatePaths, replacing replacements: [InputSource: [UInt8]]) {
    self.podTemplates = podTemplates
    self.replacements = replacements
  }

  /// All objects that the arguments of a command name, and what there is to say about the rest.
  package static func read(
    _ arguments: [String],
    podTemplates: PodTemplatePaths = PodTemplatePaths()
  ) async -> ReadInput {
    await read(arguments, podTemplates: podTemplates, replacing: [:])
  }

  /// All objects that the arguments of a command name, with other bytes in the place of some sources.
  static func read(
    _ arguments: [String],
    podTemplates: PodTemplatePaths,
    replacing replacements: [InputSource: [UInt8]]
  ) async -> ReadInput {
    var reader = InputReader(podTemplates: podTemplates, replacing: replacements)
    let (sources, problems) = InputSource.sources(of: arguments)
    for problem in problems { reader.collector.addUnread(problem) }
    for source in sources { await reader.read(source) }
    return reader.collector.finished()
  }

  private mutating func read(_ source: InputSource) async {
    do throws(InputProblem) {
      if let refusal = source.refusal { throw refusal }
      let replacement = replacements[source]
      let bytes = if let replacement { InputBytes(replacement, at: source.name) } else { try source.open() }
      defer { bytes.close() }
      if let replacement { collector.keep(replacement, of: source) }
      if try bytes.isEmpty() {
        // Nothing is in many a file below a directory.
        if source.origin == .named { throw InputProblem(place: source.name, problem: source.wordsForEmptiness) }
      } else if try bytes.isJSON() {
        try await readJSON(bytes, from: source)
      } else {
        try await readYAML(bytes, from: source)
      }
      if let kept = bytes.kept { collector.keep(kept, of: source) }
    } catch {
      collector.addUnread(error)
    }
    collector.endSource(source)
  }

  /// Reads what begins as JSON does. JSON is YAML too, so where it is no JSON it may be YAML, several documents say; but nobody writes
  /// that by the megabyte.
  private mutating func readJSON(_ bytes: InputBytes, from source: InputSource) async throws(InputProblem) {
    let whole = try bytes.whole()
    collector.begin(.source)
    do throws(InputProblem) {
      try await decode(bytes, from: source, PatchMark.userInfo(for: whole ?? []))
    } catch {
      guard let whole else { throw error }
      if Self.isYAML(whole) {
        collector.withdraw(.source)
        return try await readYAML(InputBytes(whole, at: source.name), from: source)
      }
      let template = Template.language(of: whole)
      guard template == .braces || source.skipped != nil else { throw error.of(template) }
      guard source.origin == .found else { throw error.of(template) }
      collector.withdraw(.source)
      collector.skip(source.skipped ?? .template, in: source)
    }
  }

  private static func isYAML(_ bytes: [UInt8]) -> Bool {
    do throws(YAMLError) {
      for document in try YAMLDocument.documents(in: bytes) { _ = try document.json() }
      return true
    } catch {
      return false
    }
  }

  /// How many documents of one source may be unusable before the others are not looked at: nobody mends so many at once, and a
  /// stream that never ends has as many as are read.
  private static let unusableCount = 1_000

  private mutating func readYAML(_ bytes: InputBytes, from source: InputSource) async throws(InputProblem) {
    var input = YAMLInput(bytes, at: source.name)
    var count = 0
    var unusableCount = 0
    while let document = try input.next() {
      count += 1
      warnOfRepeatedKeys(document.repeatedKeys.map { ($0.key.string, "\($0.location)") }, in: source)
      switch document.json {
      case .success(let json): unusableCount += try await decode(json, of: document, from: source)
      case .failure where document.template == .braces && source.origin == .found: collector.skip(.template, in: source)
      case .failure where source.skipped != nil: collector.skip(source.skipped ?? .template, in: source)
      case .failure(let problem):
        unusableCount += 1
        collector.addUnread(problem.of(document.template))
      }
      guard unusableCount < Self.unusableCount else {
        let problem = "has \(unusableCount) unusable documents; the rest was not read"
        throw InputProblem(place: source.name, problem: problem)
      }
    }
    if count == 0, source.origin == .named { throw InputProblem(place: source.name, problem: "holds no object") }
  }

  /// How many repeated keys of a document are told.
  private static let toldKeyCount = 10

  private mutating func warnOfRepeatedKeys(_ keys: [(key: String, location: String)], in source: InputSource) {
    guard source.skipped == nil else { return }
    for (key, location) in keys.prefix(Self.toldKeyCount) {
      let problem = "key \(key.printedSafely) is repeated at \(location); the last one holds"
      collector.warn(InputProblem(place: source.name, problem: problem))
    }
    let more = keys.count - Self.toldKeyCount
    if more > 0 {
      let problem = "\(more) more keys are repeated; the last one of each holds"
      collector.warn(InputProblem(place: source.name, problem: problem))
    }
  }

  /// Reads the objects of a document that was YAML.
  ///
  /// - Returns: How many documents cannot be used: one or none.
  private mutating func decode(
    _ json: YAMLJSON,
    of document: YAMLInput.Document,
    from source: InputSource
  ) async throws(InputProblem) -> Int {
    var isUsable = false
    let marks = PatchMark.userInfo(for: json.bytes)
    try await decode(InputBytes(json.bytes, at: source.name), from: source, marks) { object in
      if case .success = object.result { isUsable = true }
      let begin = object.position.flatMap { json.source(ofObjectAt: $0.offset) }
      let position = begin.map { ObjectPosition(offset: $0.offset, line: $0.line) } ?? document.position
      return InputPlace(
        source: source, document: document.position, position: position, madeOf: document.madeOf, form: .yaml)
    }
    return isUsable ? 0 : 1
  }

  /// Reads the objects of documents of JSON.
  private mutating func decode(
    _ bytes: InputBytes, from source: InputSource, _ marks: [CodingUserInfoKey: any Sendable]
  ) async throws(InputProblem) {
    try await decode(bytes, from: source, marks) { object in
      let position = object.position ?? ObjectPosition(offset: 0, line: 1)
      return InputPlace(source: source, document: position, position: position, madeOf: nil, form: .json)
    }
  }

  private mutating func decode(
    _ bytes: InputBytes,
    from source: InputSource,
    _ marks: [CodingUserInfoKey: any Sendable],
    place: (DecodedObject<ClusterObject>) -> InputPlace
  ) async throws(InputProblem) {
    var repeatedKeys: [(key: String, location: String)] = []
    defer { warnOfRepeatedKeys(repeatedKeys, in: source) }
    do {
      try await Self.found(in: bytes, podTemplates.userInfo.merging(marks) { $1 }) { found in
        switch found {
        case .document: collector.begin(.document)
        case .withdrawal: collector.withdraw(.document)
        case .objects(let objects, let sightings, let keys):
          for (object, mark) in objects { collector.add(object, marked: mark, at: place(object)) }
          if source.skipped == nil { for (object, sighting) in sightings { collector.add(sighting, of: object) } }
          repeatedKeys += keys.map { ($0.key, "\($0.location)") }
        }
      }
    } catch let error as JSONSyntaxError {
      throw InputProblem(place: source.name, problem: "is not JSON at \(error)")
    } catch is DecodingError {
      let problem = "is no object; write one, or a List with the objects as its items"
      throw InputProblem(place: source.name, problem: problem)
    } catch {
      throw error as? InputProblem ?? InputProblem(place: source.name, problem: "cannot be read: \(error)".printedSafely)
    }
  }

  /// Reads documents: one task scans them, and all cores decode what it finds.
  private static func found(
    in bytes: InputBytes,
    _ userInfo: [CodingUserInfoKey: any Sendable],
    _ take: (Found) throws -> Void
  ) async throws {
    var progress = ProgressLine(size: bytes.size)
    defer { progress.clear() }
    var reader = ObjectReader<InputElement>(.sequence, userInfo: userInfo)
    var isComplete = false
    var count = 0
    let work = OrderedWork<ObjectReader<InputElement>.Event, Found> { event in
      switch event {
      case .objects(let batch): try Found(batch)
      case .withdrawal: .withdrawal
      case .document: .document
      }
    }
    try await work.run {
      while true {
        if let event = try reader.next() { return event }
        guard !isComplete else { return nil }
        progress.show(bytes: bytes.count, objects: count)
        if let chunk = try bytes.next() {
          reader.append(chunk)
        } else {
          reader.finish()
          isComplete = true
        }
      }
    } take: { found in
      if case .objects(let objects, _, _) = found { count += objects.count }
      try take(found)
    }
  }

  /// What was found in a document, decoded.
  private enum Found: Sendable {
    case objects(
      [(object: DecodedObject<ClusterObject>, mark: InputElement.Mark)], [(ObjectReference, ControlPlaneSighting)],
      [JSONRepeatedKey])
    case withdrawal
    case document

    init(_ batch: ObjectBatch<InputElement>) throws {
      var sightings: [(ObjectReference, ControlPlaneSighting)] = []
      let objects = try batch.decoded().map { element in
        if case .success(let read) = element.result, let sighting = read.sighting {
          sightings.append((read.reference, sighting))
        }
        let mark = (try? element.result.get())?.mark ?? .none
        let object = DecodedObject(element.result.map(\.object), change: element.change, position: element.position)
        return (object, mark)
      }
      self = .objects(objects, sightings, batch.repeatedKeys)
    }
  }
}

extension InputSource {
  /// What an empty source says.
  fileprivate var wordsForEmptiness: String {
    path == nil
      ? "is empty; check the command before the pipe" : "is empty; check the command that wrote it"
  }
}

extension InputProblem {
  /// The same problem, of what may be a template.
  fileprivate func of(_ template: Template.Language?) -> InputProblem {
    guard let template else { return self }
    let beginning = template == .braces ? "and so is a template; " : "as a template does; if it is one, "
    return InputProblem(
      place: place, problem: "holds \(template.mark) \(beginning)\(template.remedy): as it stands it \(problem)")
  }
}
