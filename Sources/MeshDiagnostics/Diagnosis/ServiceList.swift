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

  /// What writes another entry in the place of one of an annotated list.
  func remedyReplacing(_ entry: String, with other: String, in key: String) -> Remedy? {
    serviceList(key).map { list in
      Remedy(
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
