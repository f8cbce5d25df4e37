import Foundation

/// One file, or standard input, with its bytes.
struct InputSource {
  let name: String
  let bytes: Data

  /// The sources that the arguments of a command name: files, directories (all YAML and JSON files below them, in the order
  /// of their paths) and `-` for standard input.
  static func sources(of arguments: [String]) -> (sources: [InputSource], problems: [InputProblem]) {
    var sources: [InputSource] = []
    var problems: [InputProblem] = []
    for argument in arguments {
      do {
        sources += try self.sources(at: argument)
      } catch let problem as InputProblem {
        problems.append(problem)
      } catch {
        problems.append(InputProblem(place: argument, problem: "cannot be read: \(error.localizedDescription)"))
      }
    }
    return (sources, problems)
  }

  private static func sources(at argument: String) throws -> [InputSource] {
    if argument == "-" {
      let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
      guard !bytes.isEmpty else {
        throw InputProblem(place: "standard input", problem: "is empty; check the command before the pipe")
      }
      return [InputSource(name: "standard input", bytes: bytes)]
    }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: argument, isDirectory: &isDirectory) else {
      throw InputProblem(place: argument, problem: "there is no such file or directory")
    }
    guard isDirectory.boolValue else { return [try file(at: argument)] }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: argument).sorted()
      .map { argument.hasSuffix("/") ? argument + $0 : "\(argument)/\($0)" }.filter(isManifest)
    guard !paths.isEmpty else {
      throw InputProblem(place: argument, problem: "has no .yaml, .yml or .json file below it")
    }
    return try paths.map(file)
  }

  private static func isManifest(_ path: String) -> Bool {
    guard [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) else { return false }
    var isDirectory: ObjCBool = false
    return !FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) || !isDirectory.boolValue
  }

  private static func file(at path: String) throws -> InputSource {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw InputProblem(place: path, problem: "cannot be read; check its permissions")
    }
    return InputSource(name: path, bytes: bytes)
  }

  /// Whether the bytes are a JSON document: they begin with a brace or a bracket.
  var isJSON: Bool {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    guard let first = bytes.first(where: { !blanks.contains($0) }) else { return false }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
