/// The path to a field in a document: the keys and the positions in lists that lead to it.
///
/// It is what the paths of failures and findings are written as, so that whoever has the document can look the field up in it.
public struct DocumentPath: Sendable, Hashable {
  /// A step of a path.
  public enum Step: Sendable, Hashable {
    /// To the value of a key.
    case key(ExactString)
    /// To the element of a list, counted from 0.
    case index(Int)
  }

  /// The steps from the document to the field.
  public var steps: [Step]

  /// A path of the given steps.
  public init(_ steps: [Step]) {
    self.steps = steps
  }
}

extension DocumentPath {
  /// The path that a string writes out, such as `spec.ports[0].port` or `metadata.labels["kuma.io/mesh"]`; nil where it is none.
  ///
  /// The empty string is the path of the document itself.
  public init?(parsing string: String) {
    var steps: [Step] = []
    var rest = Array(string.utf8)[...]
    while let first = rest.first {
      switch first {
      case UInt8(ascii: "["):
        rest = rest.dropFirst()
        guard let step = Self.bracketed(&rest) else { return nil }
        steps.append(step)
      case UInt8(ascii: "."):
        guard !steps.isEmpty, let next = rest.dropFirst().first, ![UInt8(ascii: "."), UInt8(ascii: "[")].contains(next)
        else {
          return nil
        }
        rest = rest.dropFirst()
      default:
        let key = rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
        steps.append(.key(ExactString(String(decoding: key, as: UTF8.self))))
        rest = rest.dropFirst(key.count)
      }
    }
    self.init(steps)
  }

  /// The step that stands in brackets, of which the first one is read.
  private static func bracketed(_ rest: inout ArraySlice<UInt8>) -> Step? {
    let quote = UInt8(ascii: "\"")
    if rest.first == quote {
      let end = rest.indices.dropFirst().first { index in
        rest[index] == quote && index + 1 < rest.endIndex && rest[index + 1] == UInt8(ascii: "]")
          && (index + 2 == rest.endIndex || [UInt8(ascii: "."), UInt8(ascii: "[")].contains(rest[index + 2]))
      }
      guard let end else { return nil }
      let key = rest[(rest.startIndex + 1)..<end]
      rest = rest[(end + 2)...]
      return .key(ExactString(String(decoding: key, as: UTF8.self)))
    }
    let digits = rest.prefix { $0 != UInt8(ascii: "]") }
    guard digits.count < rest.count, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let index = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    rest = rest.dropFirst(digits.count + 1)
    return .index(index)
  }

  /// The path that leads on from the end of this one.
  public func appending(_ other: DocumentPath) -> DocumentPath {
    DocumentPath(steps + other.steps)
  }
}
