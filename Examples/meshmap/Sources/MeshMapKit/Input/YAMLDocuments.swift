import Foundation
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
        try write(node, to: &json, depth: 0)
        documents.append(Data(json))
      }
      return documents
    } catch let problem as NestingProblem {
      throw InputProblem(place: place, problem: problem.description)
    } catch {
      throw InputProblem(place: place, problem: "is neither JSON nor YAML: \(describe(error))")
    }
  }

  /// What a YAML parser finds wrong with a text, with its place; nil where it finds nothing.
  static func syntaxError(in bytes: Data) -> String? {
    guard let text = String(data: bytes, encoding: .utf8) else { return "it is not UTF-8; save it as UTF-8" }
    do {
      _ = try nodes(of: text)
      return nil
    } catch {
      return describe(error)
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

  /// A document that is nested so deeply that nobody meant it.
  private struct NestingProblem: Error, CustomStringConvertible {
    var description: String { "is nested more than \(deepest) levels deep, which no Kubernetes object is" }
  }

  private static let deepest = 200

  private static func write(_ node: Node, to json: inout [UInt8], depth: Int) throws {
    guard depth < deepest else { throw NestingProblem() }
    switch node {
    case .mapping(let mapping):
      json.append(UInt8(ascii: "{"))
      for (index, pair) in mapping.enumerated() {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        JSONText.write(pair.key.scalar?.string ?? "", to: &json)
        json.append(UInt8(ascii: ":"))
        try write(pair.value, to: &json, depth: depth + 1)
      }
      json.append(UInt8(ascii: "}"))
    case .sequence(let sequence):
      json.append(UInt8(ascii: "["))
      for (index, element) in sequence.enumerated() {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        try write(element, to: &json, depth: depth + 1)
      }
      json.append(UInt8(ascii: "]"))
    case .scalar, .alias: writeScalar(node, to: &json)
    }
  }

  private static func writeScalar(_ node: Node, to json: inout [UInt8]) {
    let text = node.scalar?.string ?? ""
    // Only a plain scalar is resolved; quotes and blocks make a text of whatever they hold.
    let isPlain = node.scalar?.style == .plain || node.scalar?.style == .any
    if isPlain, node.null != nil {
      json.append(contentsOf: "null".utf8)
    } else if isPlain, let bool = node.bool {
      json.append(contentsOf: "\(bool)".utf8)
    } else if isPlain, let int = node.int {
      json.append(contentsOf: "\(int)".utf8)
    } else if isPlain, let float = node.float, float.isFinite {
      json.append(contentsOf: "\(float)".utf8)
    } else {
      JSONText.write(text, to: &json)
    }
  }

  private static func describe(_ error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      "\(problem) at line \(mark.line), column \(mark.column)"
    case .duplicatedKeysInMapping(let duplicates, let context):
      "key \(duplicates.map(\.self).sorted().joined(separator: ", ")) is repeated at line \(context.mark.line)"
    case .some(let other): "\(other)".split(separator: "\n").first.map(String.init) ?? "unreadable"
    case nil: "\(error)"
    }
  }
}
