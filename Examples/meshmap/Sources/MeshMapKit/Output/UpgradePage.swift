import KubernetesObjects
package import MeshDiagnostics
import MeshMapping

/// The page of `upgrade`: one file that needs no network and no script, for a ticket.
package struct UpgradePage {
  private let path: UpgradePath
  private let matrix: UpgradeMatrix

  package init(_ path: UpgradePath) {
    self.path = path
    matrix = UpgradeMatrix(path)
  }

  /// The page as HTML.
  package var html: String {
    let title = "Kuma \(path.old) to \(path.new)"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.escaped)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(title.escaped)</h1>
      <p class="verdict \(Self.look(of: path.verdict, butFor: path.notesToRead))">\(path.message.escaped)</p>
      <p>\(path.reach.escaped)</p>
      \(announcement)\(overview)</header>
      \(matrixSection)\(path.steps.runs.enumerated().map(section).joined())\(workloadSection)\(basisSection)<footer>Looked at by meshmap: \(ReportText.count(path.workloads, "workload")), \(ReportText.count(path.pods, "Pod")).</footer>
      </body>
      </html>

      """
  }

  /// The class of the style of a verdict, with what there is to read.
  private static func look(of verdict: Verdict, butFor notes: [UpgradeNote]) -> String {
    verdict == .ready && !notes.isEmpty ? "to-read" : verdict.code
  }

  private var announcement: String {
    path.new.announcement.map { "<p class=\"note\">\($0.escaped)</p>\n" } ?? ""
  }

  /// The steps with their verdicts, each leading to its section; nothing where there is one only.
  private var overview: String {
    let runs = path.steps.runs
    guard runs.count > 1 else { return "" }
    let items = runs.enumerated().map { index, run in
      let verdict = run.count == 1 ? run[0].shortVerdict : run[0].verdict.heading
      let code = Self.look(of: run[0].verdict, butFor: run[0].notesToRead)
      let title = "\(run[0].old) to \(run[run.count - 1].new)"
      return "<li><a href=\"#s\(index)\">\(title)</a> <span class=\"verdict \(code)\">\(verdict)</span></li>"
    }
    return "<ol class=\"steps\">\(items.joined())</ol>\n"
  }

  /// What the verdict rests on that the input does not hold.
  private var basisSection: String {
    guard !path.basis.isEmpty else { return "" }
    let sentences = path.basis.sentences.map { "<li>\($0.escaped)</li>" }.joined()
    return "<section>\n<h2>\(BasisText.heading)</h2>\n<ul>\(sentences)</ul>\n</section>\n"
  }

  // MARK: Matrix

  /// How many columns fit on paper in letters of the usual size.
  private static let manyColumns = 12

  private var matrixSection: String {
    guard !matrix.isEmpty else { return "" }
    let head = matrix.columns.map { "<th scope=\"col\">\($0.escaped)</th>" }.joined()
    let rows = matrix.rows.enumerated().map { index, row in
      let cells = row.cells.map { cell in
        "<td class=\"\(cell == "." ? "nothing" : cell == "?" ? "unknown" : "trouble")\">\(cell.escaped)</td>"
      }
      return "<tr><th scope=\"row\"><a href=\"#w\(index)\">\(row.title.escaped)</a></th>\(cells.joined())</tr>"
    }
    let legend = matrix.legend.map { "<li><strong>\($0.letter)</strong> \($0.phrase.escaped)</li>" }.joined()
    return """
      <section>
      <h2>What happens to which workload</h2>
      <ul class="legend">\(legend)</ul>
      <div class="wide"><table\(matrix.columns.count > Self.manyColumns ? " class=\"many\"" : "")>
      <thead><tr><td></td>\(head)</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      </section>

      """
  }

  // MARK: Steps

  /// Steps that nothing is to be said of one after the other, or one step.
  private func section(_ index: Int, _ run: [UpgradeStep]) -> String {
    guard run.count > 1, let first = run.first, let last = run.last else {
      return run.map { section($0, number: index) }.joined()
    }
    let harmless = run.map(\.harmless).max() ?? 0
    let said = harmless == 0 ? "" : ", up to \(ReportText.count(harmless, "workload")) with changes that need no attention"
    return """
      <section id="s\(index)">
      <h2>\(first.old) to \(last.new) <span class="verdict \(first.verdict.code)">\(first.verdict.heading)</span></h2>
      \(first.incomplete.advice.map { "<p class=\"note\">\($0.escaped)</p>\n" }.joined())<p class="faint">\(run.count) steps\(said).</p>
      </section>

      """
  }

  private func section(_ step: UpgradeStep, number: Int) -> String {
    var body = step.incomplete.advice.map { "<p class=\"note\">\($0.escaped)</p>\n" }.joined()
    body += step.lasting.map { block($0, note: "") }.joined()
    body += step.passing.map { block($0, note: "Only on the way, so do not stop there: ") }.joined()
    body += step.followUps.map { block($0, note: "Once that is fixed: ") }.joined()
    body += NoteText.groups(step.notesBesideTroubles).map { note($0, in: step) }.joined()
    if step.losingTags > 0 {
      body +=
        "<p>The inbounds of all Dataplanes lose their tags, those of \(ReportText.count(step.losingTags, "workload")) here. That alone breaks nothing, but nothing can select by tags any more.</p>\n"
    }
    if step.harmless > 0 {
      let verb = step.harmless == 1 ? "changes" : "change"
      body +=
        "<p class=\"faint\">\(ReportText.count(step.harmless, "workload")) \(verb) in ways that need no attention.</p>\n"
    }
    return """
      <section id="s\(number)">
      <h2>\(step.old) to \(step.new) <span class="verdict \(Self.look(of: step.verdict, butFor: step.notesToRead))">\(step.shortVerdict)</span></h2>
      \(body)</section>

      """
  }

  private func block(_ trouble: Trouble, note: String) -> String {
    let workloads = TroubleText.groups(of: trouble).map { group in
      let names = group.workloads.map { "<strong>\(TroubleText.name(of: $0).escaped)</strong>" }
      return "<li>\((names + group.said.map(\.escaped)).joined(separator: "<br>"))</li>"
    }
    let causes = trouble.causes.map { row in
      let numbers = row.pullRequests.map { "<a href=\"https://github.com/kumahq/kuma/pull/\($0)\">#\($0)</a>" }
      return "<li>\(row.summary.escaped) <span class=\"faint\">\(row.id) \(numbers.joined(separator: " "))</span></li>"
    }
    let fixes = trouble.fixes.map { fix in
      self.fix(fix.fix, fix.changesNow) + (fix.cost.map { "<p><strong>Cost:</strong> \($0.escaped)</p>" } ?? "")
    }
    let advice = fixes.isEmpty ? "<p><strong>To do:</strong> \(trouble.advice.escaped)</p>" : fixes.joined()
    return """
      <article>
      <h3>\(note)\(trouble.message.escaped), \(trouble.releases)</h3>
      \(advice)
      <details><summary>Why</summary><ul>\(causes.joined())\(trouble.reasons.dropFirst(trouble.causes.count).map { "<li>\($0.escaped)</li>" }.joined())</ul></details>
      <details><summary>\(ReportText.count(trouble.workloads.count, "workload"))</summary><ul>\(workloads.joined())</ul></details>
      </article>

      """
  }

  /// Edits that were tried, and what they change before the upgrade.
  private func fix(_ fix: Fix, _ changesNow: [String]) -> String {
    let commands = TroubleText.allCommands(of: fix).map(\.escaped)
    let shown = commands.count <= 12 ? commands.count : 10
    let rest = commands.dropFirst(shown).joined(separator: "\n")
    let others = rest.isEmpty ? "" : "<details><summary>\(commands.count - shown) more</summary><pre>\(rest)</pre></details>"
    return
      "<p><strong>Fix:</strong> \(fix.message.escaped).</p><pre>\(commands.prefix(shown).joined(separator: "\n"))</pre>\(others)<p class=\"faint\">\(TroubleText.effectNow(changesNow).escaped)</p>"
  }

  private func note(_ group: (note: UpgradeNote, on: [NoteOnObject]), in step: UpgradeStep) -> String {
    let fix = step.noteFixes.first { $0.note == group.note }.map { self.fix($0.fix, $0.changesNow) }
    let doing = fix ?? "<p><strong>To do:</strong> \(group.note.remedy.escaped)</p>"
    let objects = group.on.map { "<li>\("\($0.object)".escaped), \($0.phrase.escaped)</li>" }.joined()
    // What the step cannot be made for is as bad as what is done to workloads.
    let isBlocking = step.blockingNotes.contains { $0.note == group.note }
    return """
      <article\(isBlocking ? "" : " class=\"note\"")>
      <h3>From \(group.note.release): \(group.note.summary.escaped)</h3>
      \(doing)
      <details><summary>\(ReportText.count(group.on.count, "place"))</summary><ul>\(objects)</ul></details>
      </article>

      """
  }

  // MARK: Workloads

  /// The story of each workload of the matrix.
  private var workloadSection: String {
    guard !matrix.isEmpty else { return "" }
    var stories: [UpgradeSubject: [String]] = [:]
    for step in path.steps {
      for trouble in step.troubles {
        for workload in trouble.workloads {
          let said = TroubleText.messages(of: workload).map { "<li>\($0.escaped)</li>" }.joined()
          stories[workload.subject, default: []].append(
            "<h4>\(step.old) to \(step.new): \(trouble.effect.phrase(of: 1).escaped), \(trouble.releases)</h4><ul>\(said)</ul>"
          )
        }
      }
      for workload in step.undecided {
        let remedy = Incompleteness.remedy(for: workload.needs, among: step.incomplete)
        stories[workload.subject, default: []].append(
          "<h4>\(step.old) to \(step.new): unknown</h4><ul><li>\(remedy.escaped.sentence)</li></ul>")
      }
    }
    let blocks = matrix.rows.enumerated().map { index, row in
      // What a link leads to inside of it opens it.
      "<details><summary>\(row.title.escaped)</summary><div id=\"w\(index)\">\(row.story(of: stories))</div></details>"
    }
    // On paper the steps say all of it.
    return "<section class=\"stories\">\n<h2>Each workload</h2>\n\(blocks.joined(separator: "\n"))\n</section>\n"
  }
}

extension UpgradeMatrix.Row {
  /// What happens to the workloads: once, where it is the same for all of them.
  fileprivate func story(of stories: [UpgradeSubject: [String]]) -> String {
    var groups: [(story: [String], names: [String])] = []
    for subject in subjects {
      let story = stories[subject] ?? []
      if let place = groups.firstIndex(where: { $0.story == story }) {
        groups[place].names.append(subject.phrase.escaped)
      } else {
        groups.append((story, [subject.phrase.escaped]))
      }
    }
    return groups.map { group in
      (subjects.count > 1 ? "<p>\(group.names.joined(separator: ", "))</p>" : "") + group.story.joined()
    }.joined()
  }
}

extension UpgradePage {
  /// How the page looks: light and dark as the reader has it, on narrow screens and on paper.
  private static let style = """
    :root { color-scheme: light dark; --text: #1b1f24; --back: #ffffff; --faint: #59636e; --line: #d1d9e0; --bad: #b3261e;
      --good: #1a6b2f; --notable: #7a5200; --shade: #f4f6f8; }
    @media (prefers-color-scheme: dark) { :root { --text: #e6e9ed; --back: #14171b; --faint: #9aa5b1; --line: #3a424c;
      --bad: #ff8a80; --good: #7ddc92; --notable: #ffce6b; --shade: #1d2228; } }
    body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); max-width: 70rem;
      margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; } h3, h4 { font-size: 1rem; }
    a { color: inherit; } .faint, footer { color: var(--faint); } .note { color: var(--notable); }
    .verdict { font-weight: 700; } .ready { color: var(--good); } .not-ready { color: var(--bad); } .cannot-tell, .to-read { color: var(--notable); }
    .wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; }
    th, td { border: 1px solid var(--line); padding: .25rem .4rem; text-align: center; white-space: nowrap; }
    tbody th { text-align: left; font-weight: 400; white-space: normal; overflow-wrap: anywhere; min-width: 6.5rem;
      position: sticky; left: 0; background: var(--back); }
    .steps { padding-left: 2.5rem; } .nothing { color: var(--faint); } .trouble { color: var(--bad); font-weight: 700; }
    .unknown { color: var(--notable); font-weight: 700; } .legend { list-style: none; padding: 0; color: var(--faint); font-size: .9rem; }
    article.note { color: inherit; border-left-color: var(--notable); }
    article { border-left: 3px solid var(--bad); padding: 0 0 0 1rem; margin: 1rem 0; }
    pre { background: var(--shade); padding: .6rem; font-size: .85rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    summary { cursor: pointer; padding: .25rem 0; } details { margin: .25rem 0; } footer { margin-top: 2rem; font-size: .85rem; }
    @media print { :root { font-size: 12px; } body { max-width: none; font-size: 1rem; } h4, p, ul { margin: .4rem 0; } details::details-content { content-visibility: visible; display: block; }
      tr, li { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } a { text-decoration: none; } .wide { overflow: visible; }
      .stories { display: none; } tbody th { min-width: 5rem; position: static; }
      .many { font-size: 8px; width: 100%; } .many th, .many td { padding: 1px 2px; } }
    """
}

extension String {
  /// The string as it stands in HTML, in text and in quotes.
  fileprivate var escaped: String {
    var escaped = ""
    for character in unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}

extension String {
  /// A phrase as a sentence.
  fileprivate var sentence: String { "\(prefix(1).uppercased())\(dropFirst())." }
}
