import Foundation
import KubernetesObjects
package import MeshMapping

/// Reads objects from files, directories and standard input.
package enum InputReader {
  /// All objects that the arguments of a command name.
  ///
  /// - Throws: ``UnusableInput`` with everything that is wrong, so that it can be mended at once; nothing is half done.
  package static func objects(at arguments: [String]) throws(UnusableInput) -> [ClusterObject] {
    var (sources, problems) = InputSource.sources(of: arguments)
    var objects: [ClusterObject] = []
    for source in sources {
      for document in documents(of: source) {
        switch document {
        case .success(let list): objects += list
        case .failure(let failure): problems += failure.problems
        }
      }
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
    return objects
  }

  private static func documents(of source: InputSource) -> [Result<[ClusterObject], UnusableInput>] {
    // JSON is YAML too, so what looks like JSON and is not may be YAML, several documents say.
    if source.isJSON, let list = try? decode(source.bytes, at: source.name) { return [list] }
    do throws(InputProblem) {
      let documents = try YAMLDocuments.json(
        of: source.bytes,
        at: source.name,
        butIs: source.isJSON ? "not JSON" : "neither JSON nor YAML"
      )
      return try documents.enumerated().map { index, document throws(InputProblem) in
        try decode(document, at: documents.count > 1 ? "\(source.name), document \(index + 1)" : source.name)
      }
    } catch {
      return [.failure(UnusableInput([error]))]
    }
  }

  /// The objects of one JSON document, or what is wrong with them.
  ///
  /// - Throws: `InputProblem` where it is no JSON document.
  private static func decode(
    _ json: Data,
    at place: String
  ) throws(InputProblem) -> Result<[ClusterObject], UnusableInput> {
    do {
      let list = try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: json)
      guard list.failures.isEmpty else {
        return .failure(UnusableInput(list.failures.map { InputProblem(place: place, problem: "\($0)".printedSafely) }))
      }
      return .success(list.objects)
    } catch DecodingError.typeMismatch {
      let problem = "is no object; write one, or a List with the objects as its items"
      return .failure(UnusableInput([InputProblem(place: place, problem: problem)]))
    } catch {
      throw InputProblem(place: place, problem: "is not JSON")
    }
  }
}
