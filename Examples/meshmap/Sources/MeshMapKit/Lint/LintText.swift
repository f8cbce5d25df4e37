import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// The text of `lint`: each finding with the line that it is at, as compilers write it, and what mends it.
package struct LintText {
  private let style: Style
  private let layout: TextLayout

  package init(style: Style, layout: TextLayout) {
    self.style = style
    self.layout = layout
  }

  /// The whole text.
  package func text(_ report: LintReport) -> String {
    var shown: Set<Set<Edit>> = []
    var blocks = report.items.filter { $0.finding.severity > .info }.map { item in
      // Edits that go together are shown once.
      let edits = item.fixes.first.map { Set($0.fix.edits) } ?? []
      return block(item, isShown: edits.count > 1 && !shown.insert(edits).inserted ? .above : .here)
    }
    let notes = report.items.filter { $0.finding.severity == .info }.flatMap(noteLines)
    if !notes.isEmpty { blocks.append(notes) }
    blocks.append(foot(report))
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  // MARK: - Findings

  /// Where the first fix of a finding is shown.
  private enum FixPlace {
    case here
    case above
  }

  private func block(_ item: LintReport.Item, isShown fix: FixPlace) -> [String] {
    let finding = item.finding
    let head = "\(label(finding.severity, finding.code)): \(style.strong(finding.message))"
    let gutter = max(2, "\(item.place?.line ?? 0)".count)
    let margin = String(repeating: " ", count: gutter)
    var lines = layout.lines(of: head, indent: 2)
    lines += placeLines(item, margin)
    if let place = item.place, let snippet = place.snippet {
      let bar = style.faint("|")
      let mark = String(repeating: " ", count: snippet.indent) + String(repeating: "^", count: snippet.width)
      lines += [
        "\(margin) \(bar)", "\(padded(place.line, gutter)) \(bar) \(snippet.text)",
        "\(margin) \(bar) \(coloured(mark, finding.severity))",
      ]
    }
    if let subjects = item.subjects, finding.field.object.kind == "Namespace" {
      let more = subjects.count > 1 ? " and \(subjects.count - 1) more" : ""
      lines.append("\(margin) = affects Pod \("\(subjects.first)".printedSafely)\(more)")
    }
    for (related, place) in item.related {
      let beginning = place.map { "\($0.file.printedSafely):\($0.line): " } ?? "\(related.field): "
      lines += layout.lines(of: "\(margin) = \(beginning)\(related.message)", indent: gutter + 3)
    }
    if fix == .above { return lines + ["\(margin) = fix: the same edits as above"] }
    return lines + fixLines(item, margin)
  }

  /// A note in a line: it is good to know, and nothing has to be done.
  private func noteLines(_ item: LintReport.Item) -> [String] {
    let place = item.place.map { "\($0.file.printedSafely):\($0.line)" } ?? "\(item.finding.field)"
    let line = "\(label(.info, item.finding.code)): \(item.finding.message) \(style.faint("(\(place))"))"
    return layout.lines(of: line, indent: 2)
  }

  private func fixLines(_ item: LintReport.Item, _ margin: String) -> [String] {
    var lines: [String] = []
    for (index, shown) in item.fixes.enumerated() {
      let pods = Self.effect(of: shown.fix)
      let head = "\(margin) = \(index == 0 ? "fix" : "or"): \(shown.fix.message)\(pods)"
      lines += layout.lines(of: head, indent: margin.count + 3)
      guard index == 0 else { continue }
      lines += shown.edits.isEmpty ? commandLines(shown, margin) : editLines(shown, margin)
    }
    return lines
  }

  /// How many Pods a fix changes, in parentheses; those that a workload has yet to make by that.
  private static func effect(of fix: Fix) -> String {
    let workloads = fix.pods.count { $0.name.hasSuffix("*") }
    let pods = fix.pods.count - workloads
    let parts =
      (pods > 0 ? [count(pods, "Pod")] : []) + (workloads > 0 ? ["the Pods of \(count(workloads, "workload"))"] : [])
    return parts.isEmpty ? "" : " (changes \(parts.joined(separator: " and ")))"
  }

  private func commandLines(_ shown: ShownFix, _ margin: String) -> [String] {
    let commands = shown.commands.flatMap { layout.lines(of: "\(margin)     \($0)", indent: 0) }
    switch shown.reason {
    case let reason? where commands.isEmpty:
      return layout.lines(of: "\(margin)   not written into the file, since \(reason.phrase)", indent: margin.count + 3)
    case nil, .standardInput?, .dump?, .absent?: return commands
    case let reason?:
      return layout.lines(of: "\(margin)   not written into the file, since \(reason.phrase)", indent: margin.count + 3)
        + commands
    }
  }

  private func editLines(_ shown: ShownFix, _ margin: String) -> [String] {
    let lines = shown.edits.flatMap { edit -> [String] in
      let excerpt = EditExcerpt(of: edit, within: layout.width.map { max(20, $0 - margin.count - 5) })
      return ["\(margin)   \(style.faint("\(edit.file.printedSafely):\(edit.line)"))"]
        + excerpt.old.map { "\(margin)   - \($0)" } + excerpt.new.map { "\(margin)   + \($0)" }
    }
    let restarts = shown.fix.restarts.compactMap(\.restartCommand)
    guard let first = restarts.first else { return lines }
    let more = restarts.count > 1 ? " and \(restarts.count - 1) more" : ""
    return lines + ["\(margin)   then \(first)\(more)"]
  }

  /// Where a finding is, in a line; the object in one of its own where they are too long for one.
  private func placeLines(_ item: LintReport.Item, _ margin: String) -> [String] {
    let arrow = "\(margin)\(style.faint("-->")) "
    guard let place = item.place else { return ["\(arrow)\(item.finding.field)"] }
    let position = "\(arrow)\(place.file.printedSafely):\(place.line):\(place.column)\(place.making.phrase.printedSafely)"
    let object = style.faint("\(item.finding.field.object)")
    let whole = "\(position) \(object)"
    return layout.lines(of: whole, indent: 0).count == 1 ? [whole] : [position, "\(margin)    \(object)"]
  }

  private func label(_ severity: Severity, _ code: String) -> String {
    coloured("\(severity.rawValue)[\(code)]", severity)
  }

  private func coloured(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: style.bad(text)
    case .warning: style.notable(text)
    case .info: style.faint(text)
    }
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - "\(number)".count)) + style.faint("\(number)")
  }

  // MARK: - The foot

  private func foot(_ report: LintReport) -> [String] {
    let counts = report.counts
    var looked = counts.pods > 0 || counts.workloads == 0 ? [Self.count(counts.pods, "Pod")] : []
    if counts.workloads > 0 { looked.append(Self.count(counts.workloads, "workload") + " without Pods") }
    looked += [
      counts.services.map { Self.count($0, "Service") }, counts.namespaces.map { Self.count($0, "Namespace") },
    ].compactMap(\.self)
    let place = "\(looked.joined(separator: ", ")) under \(report.rules.phrase)"
    let found = [
      Self.counted(report.count(.error), "error"), Self.counted(report.count(.warning), "warning"),
      Self.counted(report.count(.info), "note"),
    ].compactMap(\.self).joined(separator: ", ")
    var lines: [String]
    if found.isEmpty {
      let mark = report.incomplete.isEmpty ? style.good("✔") : style.notable("?")
      lines = layout.lines(of: "\(mark) \(place): nothing found", indent: 2)
    } else {
      lines = layout.lines(of: "\(found) in \(place)", indent: 2)
    }
    let writable = report.items.count { $0.fixes.first.map { !$0.edits.isEmpty } ?? false }
    if writable > 0 {
      lines += layout.lines(
        of: "\(writable) of them can be fixed with --fix; --diff shows how", indent: 2)
    }
    let suppressed = report.suppressed.count + report.ignored
    if suppressed > 0 { lines.append(style.faint("\(suppressed) suppressed")) }
    lines += report.unused.flatMap { layout.lines(of: $0.message, indent: 2) }
    let premises = Grounds.lines(of: report.basis)
    lines += (report.incomplete.map { "not known: \($0.advice)" } + premises).flatMap { layout.lines(of: $0, indent: 2) }
    return lines + report.rules.lines(style).flatMap { layout.lines(of: $0, indent: 2) }
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private static func counted(_ number: Int, _ noun: String) -> String? { number == 0 ? nil : count(number, noun) }
}
