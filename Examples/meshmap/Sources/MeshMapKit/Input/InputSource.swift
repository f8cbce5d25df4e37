import Foundation

/// One file, or standard input.
struct InputSource {
  /// The name of the file as it is shown.
  let name: String
  /// The path of the file; nil for standard input.
  private let path: String?

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
    if argument == "-" { return [InputSource(name: "standard input", path: nil)] }
    var isDirectory: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: argument, isDirectory: &isDirectory) else {
      throw InputProblem(place: argument, problem: "there is no such file or directory")
    }
    guard isDirectory.boolValue else { return [InputSource(name: argument, path: argument)] }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: argument).sorted()
      .map { argument.hasSuffix("/") ? argument + $0 : "\(argument)/\($0)" }.filter(isManifest)
    guard !paths.isEmpty else {
      throw InputProblem(place: argument, problem: "has no .yaml, .yml or .json file below it")
    }
    return paths.map { InputSource(name: $0, path: $0) }
  }

  private static func isManifest(_ path: String) -> Bool {
    guard [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) else { return false }
    var isDirectory: ObjCBool = false
    return unsafe !FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) || !isDirectory.boolValue
  }

  /// The bytes, of which hardly any are read yet.
  func open() throws(InputProblem) -> InputBytes {
    guard let path else {
      let bytes = InputBytes(.standardInput, size: nil, at: name)
      guard try !bytes.isEmpty() else {
        throw InputProblem(place: name, problem: "is empty; check the command before the pipe")
      }
      return bytes
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw InputProblem(place: name, problem: "cannot be read; check its permissions")
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return InputBytes(handle, size: attributes?[.size] as? Int, at: name)
  }
}
