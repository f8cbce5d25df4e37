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
    } catch {
      return .failure(UnusableInput([InputProblem(place: place, problem: "is not JSON: \(reason(for: error))".printedSafely)]))
    }
  }

  /// What the decoder says of a document that it cannot read at all.
  private static func reason(for error: any Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else {
      return "it must be an object or a list of objects"
    }
    let underlying = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
    return "\(underlying ?? context.debugDescription) Check that the file is whole."
  }
}
