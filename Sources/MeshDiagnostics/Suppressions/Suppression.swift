public import KubernetesObjects
import MeshMapping

/// A request not to see findings of some codes on an object: its annotation `meshmap/ignore`.
///
/// ```yaml
/// meshmap/ignore: "port-not-tcp, target-port-filled-in # DNS is meant to go past the mesh"
/// ```
///
/// On a Service or a Namespace it is about what is found there. On a Pod, on a workload or on its template it is about what is found of the
/// Pods, wherever that is: what is at their Namespace, or at a Service for the sake of its Pods, stays for the others. What is found of a
/// Service whichever Pods it selects is not theirs. LINT-1.
public struct Suppression: Sendable, Hashable {
  /// The annotation.
  public let field: ObjectField
  /// The codes, in the order in which they are written, each once.
  @ByteExactList public private(set) var codes: [String]
  /// Why, as written after `#`; nil if nothing is. It is not safe to print.
  @OptionalByteExact public private(set) var reason: String?

  /// The key of the annotation.
  public static let annotation = "meshmap/ignore"

  /// The suppression that an annotation asks for.
  ///
  /// - Parameters:
  ///   - value: The value of the annotation: codes, separated by commas or whitespace, and the reason after `#`.
  ///   - field: The annotation.
  public init(parsing value: String, at field: ObjectField) {
    self.field = field
    let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var codes: [String] = []
    for code in (parts.first ?? "").split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init)
    where !codes.contains(where: { $0.hasSameBytes(as: code) }) {
      codes.append(code)
    }
    let reason = parts.dropFirst().first.map { $0.trimmingWhitespace } ?? ""
    self.codes = codes
    self.reason = reason.isEmpty ? nil : reason
  }
}

extension Substring {
  fileprivate var trimmingWhitespace: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
