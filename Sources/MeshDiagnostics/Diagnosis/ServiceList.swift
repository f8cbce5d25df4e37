import KubernetesObjects
import MeshMapping

/// A comma-separated list of services as it is annotated.
struct ServiceList {
  /// The annotation as it is written.
  let annotation: String

  /// The entries between the commas, as they are written.
  var pieces: [String] {
    annotation.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  /// Whether anything stands in the list.
  var hasEntries: Bool { annotation.utf8.contains { $0 != UInt8(ascii: ",") && !Self.isWhitespace($0) } }

  /// The list with another entry in the place of one.
  func replacing(_ entry: String, with other: String) -> String {
    pieces.map { $0.hasSameBytes(as: entry) ? other : $0 }.joined(separator: ",")
  }

  /// The list without an entry.
  func removing(_ entry: String) -> String {
    pieces.filter { !$0.hasSameBytes(as: entry) }.joined(separator: ",")
  }

  /// The list without whitespace around its entries, and without empty ones.
  var trimmed: String {
    pieces.map(Self.trimmed).filter { !$0.isEmpty }.joined(separator: ",")
  }

  /// A string without the whitespace around it.
  static func trimmed(_ string: String) -> String {
    let start = string.utf8.drop(while: isWhitespace)
    guard let last = start.lastIndex(where: { !isWhitespace($0) }) else { return "" }
    return String(Substring(start[...last]))
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}

extension PodSubject {
  /// A list of services that the Pod is annotated with; nil where it is not.
  func serviceList(_ key: String) -> ServiceList? {
    pod.metadata.annotations[key].map(ServiceList.init)
  }

  /// What takes the whitespace out of an annotated list; where an entry names nothing even then, with what is near in its place.
  ///
  /// - Parameter entry: The entry without whitespace.
  func remediesTrimming(_ entry: String, of list: ServiceList, in key: String) -> [Remedy] {
    guard mayWriteList() else { return [] }
    let trimming = Remedy("write the list without whitespace", [setting(.annotations, key, to: list.trimmed)])
    guard let name = ServiceName(reading: entry), let instead = namedServices[name].problem(of: name)?.instead
    else {
      return [trimming]
    }
    let changed = ServiceList(annotation: list.trimmed).replacing(entry, with: instead)
    return [
      trimming,
      Remedy(
        "write the list without whitespace, and \(instead.printedSafely) for \(entry.printedSafely)",
        [setting(.annotations, key, to: changed)]),
    ]
  }

  /// What writes another entry in the place of one of an annotated list.
  func remedyReplacing(_ entry: String, with other: String, in key: String) -> Remedy? {
    guard mayWriteList() else { return nil }
    return serviceList(key).map { list in
      // What is there already is not written once more.
      if list.pieces.contains(where: { $0.hasSameBytes(as: other) }) {
        return Remedy(
          "take \(entry.quotedSafely) away, since \(other.printedSafely) is in the list",
          [setting(.annotations, key, to: list.removing(entry))])
      }
      return Remedy(
        "write \(other.printedSafely) for \(entry.quotedSafely)",
        [setting(.annotations, key, to: list.replacing(entry, with: other))])
    }
  }
}

extension ServiceName {
  /// The name that an entry is; nil if it is none, which a separate finding reports.
  init?(reading entry: String) {
    do throws(ServiceNameError) {
      try self.init(parsing: entry)
    } catch {
      return nil
    }
  }
}
