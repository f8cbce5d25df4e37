import Foundation
import KubernetesJSON
package import KubernetesObjects
import KubernetesYAML
package import MeshMapping

/// Reads objects from files, directories and standard input.
package enum InputReader {
  /// All objects that the arguments of a command name.
  ///
  /// - Parameters:
  ///   - arguments: The names of files and folders, and `-`.
  ///   - podTemplates: Where kinds that nobody knows have the template of their Pods.
  ///   - warn: Takes what is no problem, but hardly meant.
  /// - Throws: ``UnusableInput`` with everything that is wrong, so that it can be mended at once; nothing is half done.
  package static func objects(
    at arguments: [String],
    podTemplates: PodTemplatePaths = PodTemplatePaths(),
    warn: @Sendable (InputProblem) -> Void = { _ in }
  ) async throws(UnusableInput) -> [ClusterObject] {
    var (sources, problems) = InputSource.sources(of: arguments)
    var objects: [ClusterObject] = []
    for source in sources {
      for document in await documents(of: source, podTemplates, warn: warn) {
        switch document {
        // The first objects are mostly all there are; they are not copied.
        case .success(let list): if objects.isEmpty { objects = list } else { objects += list }
        case .failure(let failure): problems += failure.problems
        }
      }
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
    return objects
  }

  private static func documents(
    of source: InputSource,
    _ podTemplates: PodTemplatePaths,
    warn: @Sendable (InputProblem) -> Void
  ) async -> [Result<[ClusterObject], UnusableInput>] {
    do throws(InputProblem) {
      let bytes = try source.open()
      if try bytes.isJSON() { return try await json(bytes, at: source.name, podTemplates, warn: warn) }
      return try await yaml(bytes, at: source.name, podTemplates, warn: warn)
    } catch {
      return [.failure(UnusableInput([error]))]
    }
  }

  /// The objects of what begins as JSON does. JSON is YAML too, so where it is no JSON it may be YAML, several documents say;
  /// but nobody writes that by the megabyte.
  private static func json(
    _ bytes: InputBytes,
    at place: String,
    _ podTemplates: PodTemplatePaths,
    warn: @Sendable (InputProblem) -> Void
  ) async throws(InputProblem) -> [Result<[ClusterObject], UnusableInput>] {
    let whole = try bytes.whole()
    do throws(InputProblem) {
      return [try await decode(bytes, at: place, podTemplates)]
    } catch {
      guard let whole, isYAML(whole) else { throw error }
      return try await yaml(InputBytes(whole, at: place), at: place, podTemplates, warn: warn)
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

  /// The objects of YAML documents.
  private static func yaml(
    _ bytes: InputBytes,
    at place: String,
    _ podTemplates: PodTemplatePaths,
    warn: @Sendable (InputProblem) -> Void
  ) async throws(InputProblem) -> [Result<[ClusterObject], UnusableInput>] {
    var input = YAMLInput(bytes, at: place)
    var results: [Result<[ClusterObject], UnusableInput>] = []
    var unusableCount = 0
    var next = try input.next()
    while let document = next {
      warnOfRepeatedKeys(in: document, at: place, warn)
      next = try input.next()
      // A document is counted where it is not the only one.
      let isAlone = results.isEmpty && next == nil
      let result = try await decode(
        document, at: isAlone ? place : "\(place), document \(results.count + 1)", podTemplates)
      if case .failure = result { unusableCount += 1 }
      results.append(result)
      guard unusableCount < Self.unusableCount else {
        let problem = InputProblem(place: place, problem: "has \(unusableCount) unusable documents; the rest was not read")
        return results + [.failure(UnusableInput([problem]))]
      }
    }
    return results
  }

  private static func decode(
    _ document: YAMLInput.Document,
    at place: String,
    _ podTemplates: PodTemplatePaths
  ) async throws(InputProblem) -> Result<[ClusterObject], UnusableInput> {
    switch document.json {
    case .success(let json): try await decode(InputBytes(json, at: place), at: place, podTemplates)
    case .failure(let problem): .failure(UnusableInput([problem]))
    }
  }

  /// How many repeated keys of a document are told.
  private static let toldKeyCount = 10

  private static func warnOfRepeatedKeys(
    in document: YAMLInput.Document,
    at place: String,
    _ warn: (InputProblem) -> Void
  ) {
    for key in document.repeatedKeys.prefix(toldKeyCount) {
      let problem = "key \(key.key.string.printedSafely) is repeated at \(key.location); the last one holds"
      warn(InputProblem(place: place, problem: problem))
    }
    let more = document.repeatedKeys.count - toldKeyCount
    if more > 0 { warn(InputProblem(place: place, problem: "\(more) more keys are repeated; the last one of each holds")) }
  }

  /// The objects of one JSON document, or what is wrong with them.
  ///
  /// - Throws: `InputProblem` where it is no JSON document.
  private static func decode(
    _ bytes: InputBytes,
    at place: String,
    _ podTemplates: PodTemplatePaths
  ) async throws(InputProblem) -> Result<[ClusterObject], UnusableInput> {
    var list = ObjectList<ClusterObject>()
    do {
      try await read(bytes, podTemplates, to: &list)
    } catch let error as JSONSyntaxError {
      throw InputProblem(place: place, problem: "is not JSON at \(error)")
    } catch is DecodingError {
      let problem = "is no object; write one, or a List with the objects as its items"
      return .failure(UnusableInput([InputProblem(place: place, problem: problem)]))
    } catch {
      throw error as? InputProblem ?? InputProblem(place: place, problem: "cannot be read: \(error)".printedSafely)
    }
    guard list.failures.isEmpty else {
      return .failure(UnusableInput(list.failures.map { InputProblem(place: place, problem: "\($0)".printedSafely) }))
    }
    return .success(list.objects)
  }

  /// Reads the objects of a document: one task scans it, and all cores decode what it finds.
  private static func read(
    _ bytes: InputBytes,
    _ podTemplates: PodTemplatePaths,
    to list: inout ObjectList<ClusterObject>
  ) async throws {
    var progress = ProgressLine(size: bytes.size)
    defer { progress.clear() }
    var reader = ObjectReader<ClusterObject>(userInfo: podTemplates.userInfo)
    var isComplete = false
    let work = OrderedWork<ObjectReader<ClusterObject>.Event, Found> { event in
      switch event {
      case .objects(let batch): .objects(try batch.decoded())
      case .withdrawal: .withdrawal
      }
    }
    try await work.run {
      while true {
        if let event = try reader.next() { return event }
        guard !isComplete else { return nil }
        progress.show(bytes: bytes.count, objects: list.objects.count)
        if let chunk = try bytes.next() {
          reader.append(chunk)
        } else {
          reader.finish()
          isComplete = true
        }
      }
    } take: { found in
      switch found {
      case .objects(let objects): for object in objects { list.add(object) }
      case .withdrawal: list = ObjectList()
      }
    }
  }

  /// What was found in a document, decoded.
  private enum Found: Sendable {
    case objects([DecodedObject<ClusterObject>])
    case withdrawal
  }
}
