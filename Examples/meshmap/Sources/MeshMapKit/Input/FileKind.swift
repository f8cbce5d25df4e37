import Foundation

/// What stands at a path.
package enum FileKind: Sendable, Hashable {
  case file
  case folder
  /// A pipe, a socket or a device.
  case other
  /// A link that leads to what is not there; where it leads.
  case danglingLink(to: String)
  case absent
  /// What cannot be looked at.
  case unknown(Descriptor.Failure)

  /// What stands at a path, or behind the link there.
  package init(at path: String) {
    var status = stat()
    guard unsafe stat(path, &status) != 0 else {
      switch status.st_mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      default: self = .other
      }
      return
    }
    let failure = Descriptor.Failure(number: errno)
    if failure.isAbsence, let target = Self.link(at: path) {
      self = .danglingLink(to: target)
    } else {
      self = failure.isAbsence ? .absent : .unknown(failure)
    }
  }

  /// Where the link at a path leads; nil where no link is there.
  static func link(at path: String) -> String? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return nil }
    return (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? "?"
  }

  /// Why nothing can be read there; nil where it can.
  package func problem(at path: String) -> InputProblem? {
    switch self {
    case .file, .folder, .other: nil
    case .danglingLink(let target):
      InputProblem(place: path, problem: "is a link to \(target.printedSafely), which is not there")
    case .absent: InputProblem(place: path, problem: "there is no such file or directory")
    case .unknown(let failure): InputProblem(place: path, problem: "cannot be read: \(failure.words)")
    }
  }
}
