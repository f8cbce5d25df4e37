import Foundation
import KubernetesYAML
import MeshMapping
import Yams

/// Turns YAML into JSON as Kubernetes' own tools do, so that both are read alike: quoted texts stay texts, plain ones become
/// what YAML says they are.
enum YAMLDocuments {
  /// The documents of a file as JSON; empty ones are left out.
  static func json(of bytes: Data, at place: String) throws(InputProblem) -> [Data] {
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw InputProblem(place: place, problem: "is not UTF-8; save it as UTF-8")
    }
    do {
      var documents: [Data] = []
      for node in try nodes(of: text) where node.null == nil || node.scalar == nil {
        var json: [UInt8] = []
        try write(node, to: &json, depth: 0, atMost: 1_000_000 + 10 * bytes.count)
        documents.append(Data(json))
      }
      return documents
    } catch let problem as ExcessProblem {
      throw InputProblem(place: place, problem: problem.rawValue)
    } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
      let keys = duplicates.map(\.self).sorted().map(\.printedSafely).joined(separator: ", ")
      let problem = "key \(keys) is repeated in the mapping at line \(context.mark.line); keep it once"
      throw InputProblem(place: place, problem: problem)
    } catch {
      throw InputProblem(place: place, problem: "is neither JSON nor YAML: \(describe(error))".printedSafely)
    }
  }

  /// The documents of a text. The parser's sequence ends at an error and keeps it.
  private static func nodes(of text: String) throws -> [Node] {
    var documents = try Yams.compose_all(yaml: text)
    var nodes: [Node] = []
    while let node = documents.next() { nodes.append(node) }
    if let error = documents.error { throw error }
    return nodes
  }

  /// A document that is so deep or large that nobody meant it.
  private enum ExcessProblem: String, Error {
    case depth = "is nested more than 200 levels deep, which no Kubernetes object is"
    case size = "grows to more than ten times its size by its aliases; write out what they stand for"
  }

  private static let deepest = 200

  private static func write(_ node: Node, to json: inout [UInt8], depth: Int, atMost size: Int) throws {
    guard depth < deepest else { throw ExcessProblem.depth }
    guard json.count <= size else { throw ExcessProblem.size }
    switch node {
    case .mapping(let mapping):
      json.append(UInt8(ascii: "{"))
      for (index, pair) in mapping.enumerated() {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        JSONText.write(pair.key.scalar?.string ?? "", to: &json)
        json.append(UInt8(ascii: ":"))
        try write(pair.value, to: &json, depth: depth + 1, atMost: size)
      }
      json.append(UInt8(ascii: "}"))
    case .sequence(let sequence):
      json.append(UInt8(ascii: "["))
      for (index, element) in sequence.enumerated() {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        try write(element, to: &json, depth: depth + 1, atMost: size)
      }
      json.append(UInt8(ascii: "]"))
    case .scalar, .alias: writeScalar(node, to: &json)
    }
  }

  private static func writeScalar(_ node: Node, to json: inout [UInt8]) {
    let text = node.scalar?.string ?? ""
    // Only a plain scalar is resolved; quotes, blocks and !!str make a text of whatever they hold.
    let isPlain = node.scalar?.style == .plain || node.scalar?.style == .any
    if isPlain, node.scalar?.tag != Tag(.str), let value = resolved(text, of: node) {
      json.append(contentsOf: value.utf8)
    } else {
      JSONText.write(text, to: &json)
    }
  }

  /// What a plain scalar is in JSON; nil where it is a text.
  ///
  /// The words are those of Kubernetes' own reader, from which the parser's differ: `y` and `n` are words, and `tRUE` is none. Nor
  /// is `12:30` a number in base 60. `.inf` and `.nan` stay texts, since JSON has no such numbers.
  private static func resolved(_ text: String, of node: Node) -> String? {
    switch YAMLScalar(word: text) {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    default: break
    }
    guard let first = text.utf8.first, "0123456789+-.".utf8.contains(first), !text.utf8.contains(UInt8(ascii: ":")) else {
      return nil
    }
    if let int = node.int { return "\(int)" }
    guard text.utf8.allSatisfy("0123456789+-.eE_".utf8.contains), let float = node.float, float.isFinite else { return nil }
    return "\(float)"
  }

  private static func describe(_ error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      "\(problem) at line \(mark.line), column \(mark.column)"
    case .some(let other): "\(other)".split(separator: "\n").first.map(String.init) ?? "unreadable"
    case nil: "\(error)"
    }
  }
}
