import ArgumentParser
import MeshMapKit

/// Settings that hold on one side of a comparison only.
enum SideSettings {
  /// The arguments of a file of settings, for a command; none where no file is named.
  ///
  /// - Throws: Status 64 where a key is no option, and 2 where the file cannot be read, after a message.
  static func arguments(of file: String?, for command: String) throws -> [String] {
    guard let file else { return [] }
    let shape = try CommandShape()
    return try GivenArguments.arguments(of: file, for: shape.options(of: command) ?? [], in: shape)
  }
}
