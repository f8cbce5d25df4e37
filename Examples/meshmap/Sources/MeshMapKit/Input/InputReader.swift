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
    if source.isJSON { return [decode(source.bytes, at: source.name)] }
    do throws(InputProblem) {
      let documents = try YAMLDocuments.json(of: source.bytes, at: source.name)
      return documents.enumerated().map { index, document in
        decode(document, at: documents.count > 1 ? "\(source.name), document \(index + 1)" : source.name)
      }
    } catch {
      return [.failure(UnusableInput([error]))]
    }
  }

  private static func decode(_ json: Data, at place: String) -> Result<[ClusterObject], UnusableInput> {
    do {
      let list = try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: json)
      guard list.failures.isEmpty else {
        return .failure(UnusableInput(list.failures.map { InputProblem(place: place, problem: "\($0)".printedSafely) }))
      }
      return .success(list.objects)
    } catch DecodingError.typeMismatch {
      return .failure(UnusableInput([InputProblem(place: place, problem: "is neither an object nor a list of objects")]))
    } catch {
      // The decoder does not say where it stopped; JSON is YAML, and that parser does.
      let reason = YAMLDocuments.syntaxError(in: json) ?? "its end is missing or something stands behind it"
      return .failure(UnusableInput([InputProblem(place: place, problem: "is not JSON: \(reason)".printedSafely)]))
    }
  }
}
