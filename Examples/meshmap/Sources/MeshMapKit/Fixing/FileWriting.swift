import Foundation
import KubernetesJSON
import KubernetesObjects
import KubernetesYAML

/// Writes files that were edited.
enum FileWriting {
  /// Writes a file in the place of the one that is there, all of it or nothing; a link stays one, and so do the permissions.
  ///
  /// The file is read once more before: it must be as it was. What is written must say what was meant, document by document.
  ///
  /// - Throws: Why it is not written.
  static func write(_ file: FileEditor.File) throws(InputProblem) {
    let path = URL(filePath: file.path).resolvingSymlinksInPath().path
    let now: [UInt8]
    do throws(Descriptor.Failure) {
      now = try Descriptor.bytes(ofFileAt: path, atMost: file.before.count + 1)
    } catch {
      throw InputProblem(place: file.path, problem: "cannot be read once more: \(error.words)")
    }
    guard now == file.before else {
      throw InputProblem(place: file.path, problem: "was changed by somebody else meanwhile, and is not written")
    }
    guard isReadAlike(file) else {
      throw InputProblem(place: file.path, problem: "would not be read as it is meant, and is not written")
    }
    let attributes = try attributesOfWritable(path, named: file.path)
    let temporary = "\(path).meshmap-\(ProcessInfo.processInfo.processIdentifier)"
    let manager = FileManager.default
    let permissions = attributes[.posixPermissions] as? Int
    guard
      manager.createFile(
        atPath: temporary, contents: Data(file.after), attributes: permissions.map { [.posixPermissions: $0] })
    else {
      throw InputProblem(place: file.path, problem: "cannot be written; check the permissions of its folder")
    }
    // Whoever may give a file away leaves it with whom it belongs to.
    let owners = attributes.filter { $0.key == .ownerAccountID || $0.key == .groupOwnerAccountID }
    try? manager.setAttributes(owners, ofItemAtPath: temporary)
    guard unsafe rename(temporary, path) == 0 else {
      let failure = Descriptor.Failure(number: errno)
      try? manager.removeItem(atPath: temporary)
      throw InputProblem(place: file.path, problem: "cannot be written: \(failure.words)")
    }
  }

  /// Whether a file may be written in the place of the one that is there, as far as that one says.
  ///
  /// - Throws: Why not.
  static func check(_ file: FileEditor.File) throws(InputProblem) {
    _ = try attributesOfWritable(URL(filePath: file.path).resolvingSymlinksInPath().path, named: file.path)
  }

  /// The attributes of a file that may be written.
  private static func attributesOfWritable(_ path: String, named name: String) throws(InputProblem)
    -> [FileAttributeKey: Any]
  {
    let attributes = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
    // Another file in its place would leave the other names with the old one.
    guard (attributes[.referenceCount] as? Int ?? 1) <= 1 else {
      throw InputProblem(
        place: name, problem: "has other names (hard links), which would keep the old text, and is not written")
    }
    // To put another file in its place takes no right to write it.
    guard (attributes[.posixPermissions] as? Int ?? 0o200) & 0o222 != 0 else {
      throw InputProblem(place: name, problem: "is read-only, and is not written")
    }
    return attributes
  }

  /// Whether all but the objects that were edited is as it was read, and none came or went.
  private static func isReadAlike(_ file: FileEditor.File) -> Bool {
    if file.edited.values.contains(.json) { return isAlikeOutside(file) }
    let (before, after) = (Part.parts(of: file.read), Part.parts(of: file.after))
    guard before.count == after.count else { return false }
    // The edits of a document were compared with what was meant as they were made.
    let edited = Set(file.edited.keys.compactMap { offset in before.lastIndex { $0.start <= offset } })
    return zip(before, after).enumerated().allSatisfy { index, pair in
      edited.contains(index) ? pair.1.isReadable : pair.0.content == pair.1.content
    }
  }

  /// A document of a file.
  private struct Part {
    enum Content: Equatable {
      case document(DocumentTree?)
      /// It is no YAML, and nothing of it is edited.
      case rejected([UInt8])
    }

    /// How many bytes stand before it, or before what is read of it.
    let start: Int
    let content: Content

    var isReadable: Bool { if case .document = content { true } else { false } }

    /// The documents of a file, those that cannot be read among them.
    static func parts(of bytes: [UInt8]) -> [Part] {
      var stream = YAMLStream()
      stream.append(bytes)
      stream.finish()
      var parts: [Part] = []
      while true {
        do throws(YAMLError) {
          guard let document = try stream.next() else { return parts }
          parts.append(Part(start: document.sourceOffset, content: .document(DocumentTree(document.root))))
        } catch {
          let start = parts.last?.start ?? 0
          parts.append(Part(start: max(start, error.location.offset), content: .rejected(Array(stream.rejectedBytes ?? []))))
          if stream.isStopped { return parts }
        }
      }
    }
  }

  /// Whether all bytes of JSON are as they were but those of the objects that were edited, which were compared with what was meant.
  private static func isAlikeOutside(_ file: FileEditor.File) -> Bool {
    var (before, after) = (file.read, file.after)
    for start in file.edited.keys.sorted(by: >) {
      guard let old = end(ofValueAt: start, in: file.read), let new = end(ofValueAt: file.offset(start), in: file.after)
      else {
        return false
      }
      before.removeSubrange(start..<old)
      after.removeSubrange(file.offset(start)..<new)
    }
    return before == after
  }

  private static func end(ofValueAt start: Int, in bytes: [UInt8]) -> Int? {
    guard start < bytes.count else { return nil }
    return JSONReader.location(of: DocumentPath([]), in: Array(bytes[start...])).map { start + $0.value.upperBound.offset }
  }
}
