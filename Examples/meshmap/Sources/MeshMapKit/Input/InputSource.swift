import Foundation
import KubernetesObjects

/// One file, or standard input.
package struct InputSource: Sendable, Hashable {
  /// Whether a source is meant to hold objects.
  enum Origin: Sendable, Hashable {
    /// Somebody named it.
    case named
    /// It was found below a directory, where other things are.
    case found
  }

  /// The name of the file as it is shown.
  @ByteExact private(set) var name: String
  /// The path of the file; nil for standard input.
  @OptionalByteExact private(set) var path: String?
  let origin: Origin
  /// What it is for, as what stands beside it says.
  private(set) var role = FileRoles.Role.objects

  private init(name: String, path: String?, origin: Origin) {
    self.origin = origin
    self.name = name
    self.path = path
  }

  /// Standard input.
  private static let standardInput = InputSource(name: "standard input", path: nil, origin: .named)

  /// Whether all that the arguments of a command name can be read once more: standard input and pipes cannot.
  package static func canBeReadOnceMore(_ arguments: [String]) -> Bool {
    arguments.allSatisfy { $0 != "-" && FileKind(at: $0) != .other }
  }

  /// Whether all that the arguments of a command name can be read once more, or was kept.
  static func canBeReadOnceMore(_ arguments: [String], given places: InputPlaces) -> Bool {
    sources(of: arguments).sources.allSatisfy { source in
      places.bytes(of: source) != nil || source.path.map { FileKind(at: $0) == .file } ?? false
    }
  }

  /// The sources that the arguments of a command name: files, directories and `-` for standard input.
  static func sources(of arguments: [String]) -> (sources: [InputSource], problems: [InputProblem]) {
    var sources: [InputSource] = []
    var problems: [InputProblem] = []
    for argument in arguments {
      if argument == "-" {
        if sources.contains(standardInput) {
          problems.append(InputProblem(place: standardInput.name, problem: "is named more than once; write - once"))
        } else {
          sources.append(standardInput)
        }
        continue
      }
      let kind = FileKind(at: argument)
      if let problem = kind.problem(at: argument) {
        problems.append(problem)
      } else if kind == .folder {
        let walk = DirectoryWalk(below: argument)
        sources += walk.paths.map { InputSource(name: $0, path: $0, origin: .found) }
        problems += walk.problems
      } else {
        sources.append(InputSource(name: argument, path: argument, origin: .named))
      }
    }
    var roles = FileRoles(of: sources.compactMap(\.path))
    for (index, source) in sources.enumerated() {
      if let path = source.path { sources[index].role = roles.role(of: path) }
    }
    return (sources, problems)
  }

  /// Why what stands in the source is passed over; nil where it is read, as what somebody names is.
  var skipped: SkippedDocuments.Reason? {
    guard origin == .found else { return nil }
    return switch role {
    case .objects: nil
    case .template: .template
    case .patch, .kustomization: .patch
    case .content: .noObject
    }
  }

  /// Why the source is not read though somebody names it; nil where it is.
  var refusal: InputProblem? {
    guard origin == .named, case .patch(let kustomization) = role else { return nil }
    let problem =
      "is a patch of \(kustomization.string.printedSafely), and no object of its own; have it applied: "
      + ToolDocument.kustomize(folderOf: kustomization.string)
    return InputProblem(place: name, problem: problem)
  }

  /// The bytes, of which hardly any are read yet.
  func open() throws(InputProblem) -> InputBytes {
    guard let path else { return InputBytes(.standardInput, size: nil, at: name) }
    do throws(Descriptor.Failure) {
      let isFile = FileKind(at: path) == .file
      let size = isFile ? (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int : nil
      return InputBytes(try Descriptor(readingFileAt: path), size: size, at: name)
    } catch {
      throw InputProblem(place: name, problem: "cannot be read: \(error.words)")
    }
  }
}
