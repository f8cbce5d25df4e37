import Foundation
import KubernetesJSON
import KubernetesObjects
package import MeshMapping

/// Reads objects from files, directories and standard input.
package enum InputReader {
  /// All objects that the arguments of a command name.
  ///
  /// - Throws: ``UnusableInput`` with everything that is wrong, so that it can be mended at once; nothing is half done.
  package static func objects(at arguments: [String]) async throws(UnusableInput) -> [ClusterObject] {
    var (sources, problems) = InputSource.sources(of: arguments)
    var objects: [ClusterObject] = []
    for source in sources {
      for document in await documents(of: source) {
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

  private static func documents(of source: InputSource) async -> [Result<[ClusterObject], UnusableInput>] {
    do throws(InputProblem) {
      let bytes = try source.open()
      if try bytes.isJSON() { return try await json(bytes, at: source.name) }
      return try await yaml(YAMLDocuments.json(of: Data(bytes.rest()), at: source.name), at: source.name)
    } catch {
      return [.failure(UnusableInput([error]))]
    }
  }

  /// The objects of what begins as JSON does. JSON is YAML too, so where it is no JSON it may be YAML, several documents say;
  /// but nobody writes that by the megabyte.
  private static func json(
    _ bytes: InputBytes,
    at place: String
  ) async throws(InputProblem) -> [Result<[ClusterObject], UnusableInput>] {
    let whole = try bytes.whole()
    do throws(InputProblem) {
      return [try await decode(bytes, at: place)]
    } catch {
      guard let whole, let documents = try? YAMLDocuments.json(of: Data(whole), at: place) else { throw error }
      return try await yaml(documents, at: place)
    }
  }

  /// The objects of YAML documents that were turned into JSON.
  private static func yaml(
    _ documents: [Data],
    at place: String
  ) async throws(InputProblem) -> [Result<[ClusterObject], UnusableInput>] {
    var results: [Result<[ClusterObject], UnusableInput>] = []
    for (index, document) in documents.enumerated() {
      let place = documents.count > 1 ? "\(place), document \(index + 1)" : place
      results.append(try await decode(InputBytes([UInt8](document), at: place), at: place))
    }
    return results
  }

  /// The objects of one JSON document, or what is wrong with them.
  ///
  /// - Throws: `InputProblem` where it is no JSON document.
  private static func decode(
    _ bytes: InputBytes,
    at place: String
  ) async throws(InputProblem) -> Result<[ClusterObject], UnusableInput> {
    var list = ObjectList<ClusterObject>()
    do {
      try await read(bytes, to: &list)
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
  private static func read(_ bytes: InputBytes, to list: inout ObjectList<ClusterObject>) async throws {
    var progress = ProgressLine(size: bytes.size)
    defer { progress.clear() }
    var reader = ObjectReader<ClusterObject>()
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
