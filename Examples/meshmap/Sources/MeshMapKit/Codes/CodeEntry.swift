package import KubernetesJSON
package import MeshDiagnostics
package import MeshMapping

/// Something that answers name by a code: a kind of finding, a statement of the specification, or a row of the release history.
package enum CodeEntry: Sendable {
  case finding(FindingKind)
  case statement(Statement)
  case row(ReleaseChange)

  /// All there are, in this order.
  package static let all: [CodeEntry] =
    FindingKind.all.map(CodeEntry.finding) + Statement.allCases.map(CodeEntry.statement)
    + ReleaseHistory.changes.map(CodeEntry.row)

  /// The code.
  package var code: String {
    switch self {
    case .finding(let kind): kind.code
    case .statement(let statement): statement.rawValue
    case .row(let row): row.id
    }
  }

  /// What it is of.
  var kind: String {
    switch self {
    case .finding: "finding"
    case .statement: "statement"
    case .row: "row"
    }
  }

  /// What it says, in a line.
  var summary: String {
    switch self {
    case .finding(let kind): kind.summary
    case .statement(let statement): statement.title
    case .row(let row): row.summary
    }
  }
}

/// What `codes` prints.
package struct CodeList: JSONWritable {
  private let entries: [CodeEntry]

  package init(entries: [CodeEntry]) {
    self.entries = entries
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { $0.write(entries, forKey: "codes") }
  }
}

extension CodeEntry: JSONWritable {
  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(code, forKey: "code")
      object.write(kind, forKey: "kind")
      object.write(summary, forKey: "summary")
      switch self {
      case .finding(let kind):
        object.write(kind.severity.rawValue, forKey: "severity")
        object.write(kind.statement.rawValue, forKey: "statement")
        object.write(kind.reason, forKey: "reason")
        object.write(kind.remedy, forKey: "remedy")
      case .statement(let statement): object.write(statement.text, forKey: "text")
      case .row(let row):
        object.write(row.ranges.map(\.description), forKey: "releases")
        object.write(row.pullRequests.map { "https://github.com/kumahq/kuma/pull/\($0)" }, forKey: "pullRequests")
      }
    }
  }
}
