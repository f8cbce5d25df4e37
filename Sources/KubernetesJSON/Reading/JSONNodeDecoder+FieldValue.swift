import KubernetesObjects

extension JSONNodeDecoder {
  /// The value at which the decoder stands, of whatever type. Without containers, which would look each key up, it takes time in
  /// proportion to what is written.
  func fieldValue() throws -> FieldValue {
    switch kind {
    case .null: .null
    case .no: .bool(false)
    case .yes: .bool(true)
    case .string, .key: .string(ExactString(tape.string(of: node)))
    case .number: try number()
    case .list: .list(try nodes(from: node + 1).map { try at($0).fieldValue() })
    case .object:
      .object(
        of: try tape.keys(of: node).map { key in
          FieldValue.Member(key: tape.string(of: key), value: try at(key + 1).fieldValue())
        })
    }
  }

  private func number() throws -> FieldValue {
    do throws(JSONNumber.Misfit) {
      return .integer(try JSONNumber(literal: tape.digits(of: node)).integer(Int64.self))
    } catch {
      return .number(try floating())
    }
  }

  private func nodes(from first: Int) -> [Int] {
    var nodes: [Int] = []
    var element = first
    while element < tape.nodes[node].next {
      nodes.append(element)
      element = tape.nodes[element].next
    }
    return nodes
  }

  private func at(_ node: Int) -> JSONNodeDecoder { JSONNodeDecoder(tape: tape, node: node) }
}
