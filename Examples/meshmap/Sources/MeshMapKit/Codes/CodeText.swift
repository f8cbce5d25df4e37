import MeshDiagnostics
import MeshMapping

/// The text of `codes`.
package struct CodeText {
  private let style: Style
  private let layout: TextLayout

  package init(style: Style, layout: TextLayout) {
    self.style = style
    self.layout = layout
  }

  /// A line for each code, by what they are of.
  package func list(of entries: [CodeEntry]) -> String {
    let groups: [(head: String, entries: [CodeEntry])] = [
      ("FINDINGS", entries.filter { $0.kind == "finding" }), ("STATEMENTS", entries.filter { $0.kind == "statement" }),
      ("ROWS OF THE RELEASE HISTORY", entries.filter { $0.kind == "row" }),
    ]
    return groups.map { group in
      let width = group.entries.map(\.code.count).max() ?? 0
      let lines = group.entries.flatMap { entry in
        let code = entry.code + String(repeating: " ", count: width - entry.code.count)
        return layout.lines(of: "\(style.strong(code))  \(entry.summary)", indent: width + 2)
      }
      return ([style.faint(group.head)] + lines).joined(separator: "\n")
    }
    .joined(separator: "\n\n")
  }

  /// What a code means.
  package func explanation(of entry: CodeEntry) -> String {
    var paragraphs: [String]
    switch entry {
    case .finding(let kind):
      paragraphs = [
        "\(style.strong(kind.code)) (\(kind.severity.rawValue), \(kind.statement.rawValue))", kind.summary, kind.reason,
        "How to fix it: \(kind.remedy)",
      ]
    case .statement(let statement):
      let text = statement.text.split(separator: "\n\n").map(String.init).map { paragraph in
        paragraph.hasPrefix("|") ? paragraph : paragraph.replacing("\n", with: " ")
      }
      paragraphs = ["\(style.strong(statement.rawValue)) \(statement.title)"] + text
    case .row(let row):
      let requests = row.pullRequests.map { "https://github.com/kumahq/kuma/pull/\($0)" }
      paragraphs = [
        "\(style.strong(row.id)) (\(row.ranges.map(\.description).joined(separator: ", ")))", row.summary,
        requests.joined(separator: "\n"),
      ]
    }
    paragraphs.removeAll(where: \.isEmpty)
    return paragraphs.map { paragraph in
      paragraph.split(separator: "\n").flatMap { layout.lines(of: String($0), indent: 0) }.joined(separator: "\n")
    }
    .joined(separator: "\n\n")
  }
}
