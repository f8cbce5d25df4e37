import Foundation
import KubernetesYAML
import Testing
import Yams

/// Another parser's opinion: what both read, they read alike, but for what Kubernetes reads otherwise than that parser does.
@Suite struct SecondOpinionTests {
  /// The samples, and documents with all there is in YAML.
  @Test func readsTheSamplesAsAnotherParserDoes() throws {
    let enumerator = FileManager.default.enumerator(at: Command.samples, includingPropertiesForKeys: nil)
    let files = (enumerator?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "yaml" }
    #expect(files.count > 5)
    for file in files {
      let string = try String(contentsOf: file, encoding: .utf8)
      #expect(try Self.opinion(of: string) == Self.tree(of: string), "\(file.lastPathComponent)")
    }
    for document in Self.documents { #expect(try Self.opinion(of: document) == Self.tree(of: document), "\(document)") }
  }

  /// Random changes of documents: where both parsers accept what comes out, they read the same.
  @Test func readsWhatBothAcceptAlike() throws {
    var random = SplitMix(state: 20_261_127)
    var count = 0
    for _ in 0..<1_000 {
      // A line that does not end is one where Kubernetes' tools take it for ended, and the other parser does not.
      let document = Self.changed(Self.documents[Int(random.next() % UInt64(Self.documents.count))], &random) + "\n"
      guard let theirs = try? Self.opinion(of: document), let ours = try? Self.tree(of: document) else { continue }
      count += 1
      #expect(theirs == ours, "\(document.debugDescription)")
    }
    #expect(count > 250)
  }

  /// What a document holds, all values as strings in quotes, so that how scalars are resolved does not matter here.
  private static func tree(of string: String) throws -> [String] {
    try YAMLDocument.documents(in: string.utf8).filter { !$0.isEmpty }.map { tree($0.root) }
  }

  private static func tree(_ node: YAMLNode) -> String {
    switch node.kind {
    case .sequence: "[" + node.elements.map(tree).joined(separator: ",") + "]"
    case .mapping:
      "{" + node.entries.map { "\($0.key.string.debugDescription):\(tree($0.value))" }.joined(separator: ",") + "}"
    case .scalar:
      if case .string(let string) = node.scalar { string.string.debugDescription } else { "plain" }
    }
  }

  private static func opinion(of string: String) throws -> [String] {
    var documents = try Yams.compose_all(yaml: string)
    var trees: [String] = []
    while let node = documents.next() {
      if let scalar = node.scalar, isNull(scalar) { continue }
      trees.append(try opinion(node))
    }
    if let error = documents.error { throw error }
    return trees
  }

  private struct NoOpinion: Error {}

  private static func opinion(_ node: Node) throws -> String {
    switch node {
    case .sequence(let sequence): return "[" + (try sequence.map(opinion).joined(separator: ",")) + "]"
    case .mapping(let mapping):
      let entries = try mapping.map { key, value in
        // Keys that are no strings, and merge keys, are not what this is about.
        guard let key = key.scalar, isString(key), key.string != "<<" else { throw NoOpinion() }
        return "\(key.string.debugDescription):\(try opinion(value))"
      }
      return "{" + entries.joined(separator: ",") + "}"
    case .scalar(let scalar): return isString(scalar) ? scalar.string.debugDescription : "plain"
    case .alias: throw NoOpinion()
    }
  }

  private static func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && YAMLScalar(plain: scalar.string) == .null
  }

  private static func isString(_ scalar: Node.Scalar) -> Bool {
    guard scalar.style == .plain else { return true }
    if case .string = YAMLScalar(plain: scalar.string) { return true }
    return false
  }

  private static let pieces = [
    " ", "  ", "\n", "\n  ", ": ", ":", "- ", "? ", ", ", ",", "[", "]", "{", "}", " #", "\"", "'", "\\", "|\n", ">-\n", "a",
    "\t",
  ]

  private static func changed(_ document: String, _ random: inout SplitMix) -> String {
    var scalars = Array(document.unicodeScalars)
    for _ in 0...(random.next() % 3) {
      let position = Int(random.next() % UInt64(scalars.count + 1))
      switch random.next() % 3 {
      case 0: scalars.insert(contentsOf: pieces[Int(random.next() % UInt64(pieces.count))].unicodeScalars, at: position)
      case 1 where position < scalars.count: scalars.remove(at: position)
      default:
        let end = min(scalars.count, position + 1 + Int(random.next() % 8))
        scalars.insert(contentsOf: scalars[position..<end], at: end)
      }
    }
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    return String(string)
  }

  private static let documents = [
    "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-1\n  labels: {app: web, 'a b': \"c\\td\"}\nspec:\n  containers:\n  - name: web\n"
      + "    args: [--a, \"b: c\"]\n    ports:\n    - containerPort: 80\n      name: http # the port\n",
    "a: |\n  one\n   two\n\n  three\nb: >\n  one\n  two\n\n   three\n  four\nc: |+\n  keep\n\nd: >-\n  strip\n\ne: |2\n   two\n",
    "a: plain\n  over lines\n\n  and paragraphs\nb: 'it''s\n  folded'\nc: \"x\\\n  y\\u00e9 \\\"z\\\"\n\n  w\"\n",
    "- - a\n  - b\n-\n  c: d\n- [e, [f], {g: h}, i: j]\n- ? k\n  : l\n- - - m\n",
    "---\na: b\n---\n- c\n...\n---\nd: [e,\n  f]\n",
    "x: &a {b: c}\nv: [*a, *a]\nz: &d e\nw: *d\n",
  ]
}
