package import MeshDiagnostics
import MeshMapping

/// The text of `upgrade`: the verdict, the matrix, and each step with what needs attention.
package struct UpgradeText {
  private let style: Style
  private let layout: TextLayout
  private var width: Int? { layout.width }

  package init(style: Style, layout: TextLayout) {
    self.style = style
    self.layout = layout
  }

  /// All there is to say about a way.
  package func text(_ path: UpgradePath) -> String {
    var lines = [
      coloured(path.verdict, butFor: path.notesToRead, path.message),
      path.reach,
    ]
    if path.dataplanes == 0, path.pods > 0, path.verdict == .ready {
      lines.append(style.notable("None of \(ReportText.count(path.pods, "Pod")) has a Dataplane today."))
    }
    let matrix = UpgradeMatrix(path)
    if !matrix.isEmpty { lines += [""] + matrixLines(matrix) }
    lines += [""] + stepsLines(path.steps)
    lines += BasisText(style: style).lines(of: path.basis)
    if let announcement = path.new.announcement { lines += ["", style.notable(announcement)] }
    return layout.text(of: lines)
  }

  private func coloured(_ verdict: Verdict, butFor notes: [UpgradeNote], _ text: String) -> String {
    switch verdict {
    case .ready where !notes.isEmpty: style.notable(text)
    case .ready: style.good(text)
    case .notReady: style.bad(text)
    case .cannotTell: style.notable(text)
    }
  }

  // MARK: Matrix

  /// The matrix, in several blocks where not all columns are beside each other on a line.
  private func matrixLines(_ matrix: UpgradeMatrix) -> [String] {
    let names = matrix.rows.map(\.title)
    let nameWidth = min(names.map(\.count).max() ?? 0, width.map { max(20, $0 - 24) } ?? .max)
    let cellWidths = matrix.columns.map { max($0.count, 3) + 2 }
    var lines: [String] = []
    var start = 0
    while start < matrix.columns.count {
      var end = start
      var used = nameWidth
      while end < matrix.columns.count, end == start || width.map({ used + cellWidths[end] <= $0 }) ?? true {
        used += cellWidths[end]
        end += 1
      }
      let head = (start..<end).map { Self.padded("  \(matrix.columns[$0])", cellWidths[$0]) }.joined()
      if start > 0 { lines.append("") }
      lines.append(style.strong(trimmed(Self.padded("", nameWidth) + head)))
      for (row, name) in zip(matrix.rows, names) {
        let cells = (start..<end).map { index in
          Self.padded("  \(row.cells[index])", cellWidths[index])
        }
        lines.append(trimmed(Self.padded(Self.cut(name, nameWidth), nameWidth) + cells.joined()))
      }
      start = end
    }
    return lines + matrix.legend.map { style.faint("\($0.letter)  \($0.phrase)") }
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func cut(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : text.prefix(max(1, width - 1)) + "…"
  }

  // MARK: Steps

  /// The steps, those in one line that nothing is to be said of one after the other.
  private func stepsLines(_ steps: [UpgradeStep]) -> [String] {
    let runs = steps.runs.map { run -> [String] in
      guard run.count > 1, let first = run.first, let last = run.last else { return run.flatMap(stepLines) }
      let harmless = run.map(\.harmless).max() ?? 0
      let head =
        style.strong("\(first.old) to \(last.new): ") + coloured(first.verdict, butFor: [], first.verdict.heading)
        + style.faint(", \(run.count) steps")
      return [head] + first.incomplete.advice.map { "  \($0)" } + (harmless > 0 ? [harmlessLine(harmless, "up to ")] : [])
    }
    return Array(runs.joined(separator: [""]))
  }

  private func harmlessLine(_ count: Int, _ beginning: String = "") -> String {
    let verb = count == 1 ? "changes" : "change"
    return style.faint("  \(beginning)\(ReportText.count(count, "workload")) \(verb) in ways that need no attention")
  }

  private func stepLines(_ step: UpgradeStep) -> [String] {
    let subject = "\(step.old) to \(step.new): "
    var lines = [style.strong(subject) + coloured(step.verdict, butFor: step.notesToRead, step.shortVerdict)]
    let troubles = TroubleText(style: style)
    lines += step.incomplete.advice.map { "  \($0)" }
    for trouble in step.lasting { lines += troubles.lines(of: trouble, in: trouble.releases).map { "  \($0)" } }
    for trouble in step.passing {
      lines +=
        ["  only on the way, so do not stop there:"] + troubles.lines(of: trouble, in: trouble.releases).map { "  \($0)" }
    }
    for trouble in step.followUps {
      lines += ["  once that is fixed:"] + troubles.lines(of: trouble, in: trouble.releases).map { "  \($0)" }
    }
    lines += NoteText(style: style).lines(of: step).map { "  \($0)" }
    if step.losingTags > 0 {
      lines.append(
        "  The inbounds of all Dataplanes lose their tags, those of \(ReportText.count(step.losingTags, "workload")) here. That alone breaks nothing, but nothing can select by tags any more."
      )
    }
    if step.harmless > 0 { lines.append(harmlessLine(step.harmless)) }
    return lines
  }
}

extension UpgradeStep {
  /// What is to be said but that it can be made, or that the input lacks something; nil where there is more.
  fileprivate var brief: [String]? {
    troubles.isEmpty && followUps.isEmpty && losingTags == 0 && notes.isEmpty ? incomplete.advice : nil
  }
}

extension [UpgradeStep] {
  /// The steps, those together that nothing is to be said of, or the same is lacking for, one after the other.
  var runs: [[UpgradeStep]] {
    var runs: [[UpgradeStep]] = []
    for step in self {
      if let brief = step.brief, runs.last?.last?.brief == brief {
        runs[runs.count - 1].append(step)
      } else {
        runs.append([step])
      }
    }
    return runs
  }
}
