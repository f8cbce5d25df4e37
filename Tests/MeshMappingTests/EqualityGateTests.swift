import Foundation
import Testing

/// No equality is canonical by mistake: strings are compared by their bytes, through the storage of the types that have them.
@Suite("Equality in the sources")
struct EqualityGateTests {
  /// The files that compare by hand, each for the reason that it does.
  private static let byHand = [
    "KubernetesObjects/Text/ExactString.swift": "where strings are compared by their bytes",
    "KubernetesObjects/Text/ByteExact.swift": "the storage of a string",
    "KubernetesObjects/Text/OptionalByteExact.swift": "the storage of a string that may be absent",
    "KubernetesObjects/Text/ByteExactList.swift": "the storage of a list of strings",
    "KubernetesObjects/Text/OptionalByteExactList.swift": "the storage of a list of strings that may be absent",
    "KubernetesYAML/Values/YAMLString+Hashable.swift":
      "a library without KubernetesObjects, and so with a string of its own",
    "MeshMapping/Vocabulary/KumaTag+Hashable.swift": "the origin explains a tag and is no part of it",
    "MeshMapping/Vocabulary/Tags.swift": "tags are equal whatever layers they are kept in",
    "MeshMapping/Releases/ReleaseChange+Hashable.swift": "a row is what its identifier names",
    "MeshDiagnostics/Notes/UpgradeNote+Hashable.swift": "a note is what its identifier names",
    "MeshMapping/Inbounds/PreparedPod.swift": "a class, equal where the Pod is",
    "MeshMapping/Services/PreparedService.swift": "a class, equal where the Service is",
  ]

  /// Types with plain strings that are equal all the same, each for the reason that it may have them.
  private static let withPlainStrings: [String: String] = [:]

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// The lines of every source, by its path.
  private static let files: [(path: String, lines: [Substring])] = {
    let paths = FileManager.default.enumerator(atPath: sources.path())?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let text = try? String(contentsOf: sources.appending(path: path), encoding: .utf8)
      return text.map { (path, $0.split(separator: "\n")) }
    }
  }()

  @Test func nothingIsComparedByHandWithoutAReason() {
    let found = Self.files.filter { file in
      file.lines.contains { $0.contains("static func ==") || $0.contains("func hash(into") }
    }
    .map(\.path)
    #expect(found == Self.byHand.keys.sorted())
  }

  /// Neither a property nor a payload of a type that is compared is a plain string.
  @Test func whatIsComparedHasExactStrings() {
    let found = Self.files.filter { !Self.plainStrings(in: $0.lines).isEmpty }.map(\.path)
    let wrappers = Self.byHand.keys.filter { $0.hasPrefix("KubernetesObjects/Text/") }
    #expect(found == (wrappers + Self.withPlainStrings.keys).sorted())
  }

  @Test(arguments: [
    ("struct A: Sendable, Hashable {\n  let a: String\n}", 1), ("struct A: Equatable {\n  private var a: [String]?\n}", 1),
    ("public enum A: Hashable {\n  case a(b: Int, String)\n}", 1), ("enum A: Hashable {\n  case a([String])\n}", 1),
    ("struct A: Hashable {\n  struct B: Hashable {\n    let b: String\n  }\n  let a: Int\n}", 1),
    ("struct A: Hashable {\n  @ByteExact var a: String\n}", 0), ("struct A: Sendable {\n  let a: String\n}", 0),
    ("struct A: Hashable {\n  struct B {\n    let b: String\n  }\n  static let a: String = \"\"\n}", 0),
    ("struct A: Hashable {\n  var a: String { \"\" }\n  func b() {\n    let c: String\n  }\n}", 0),
    ("enum A: String, Hashable {\n  case a\n}\nenum B {\n  case b(String)\n}", 0),
  ])
  func plainStringsAreFound(source: String, count: Int) {
    #expect(Self.plainStrings(in: source.split(separator: "\n")).count == count)
  }

  /// The lines of a source that give a type that is compared a plain string. Nested types are told by their indentation.
  private static func plainStrings(in lines: [Substring]) -> [Substring] {
    let declaration =
      /^(?:(?:public|package|private|fileprivate|indirect|final) )*(?:struct|enum|class|actor|extension|protocol)\s/
    let property = /^(?:(?:public|package|private|fileprivate)(?:\(set\))? )*(?:let|var) \w+: [^{]*\bString\b[^{]*$/
    let payload = /^(?:indirect )?case \w+\(.*\bString\b/
    var types: [(indentation: Int, isCompared: Bool)] = []
    return lines.filter { line in
      let text = line.drop { $0 == " " }
      let indentation = line.count - text.count
      types.removeAll { $0.indentation >= indentation && text.first != "/" }
      if text.prefixMatch(of: declaration) != nil {
        types.append((indentation, text.contains("Hashable") || text.contains("Equatable")))
        return false
      }
      guard let type = types.last, type.isCompared, indentation == type.indentation + 2 else { return false }
      return text.prefixMatch(of: property) != nil || text.prefixMatch(of: payload) != nil
    }
  }
}
