package import MeshDiagnostics
package import MeshMapping

/// What `lint` is asked to tell.
package struct LintChoice: Sendable {
  /// The codes that nobody wants to hear of.
  package var ignored: Set<String> = []
  /// Where they are said, as people name it, e.g. `--ignore`; not safe to print.
  package var placeOfIgnored = "--ignore"
  /// The values without quotes that were met as the objects were read.
  package var unquoted: [UnquotedValue] = []
  /// Whether filters leave only some of what there is.
  package var scope = Diagnostics.Scope.all
  /// What the verdict rests on that the input does not hold.
  package var basis = VerdictBasis(premises: [], harmlessUnknowns: [])

  package init() {}
}

extension LintReport {
  /// What is told of what was found.
  ///
  /// - Parameters:
  ///   - search: What was found.
  ///   - cluster: The objects.
  ///   - places: Where they stand.
  ///   - rules: The rules.
  ///   - choice: What is told.
  package static func of(
    _ search: LintSearch,
    in cluster: Cluster,
    at places: InputPlaces,
    under rules: RulesInUse,
    _ choice: LintChoice
  ) async throws -> LintReport {
    let diagnostics = Diagnostics(of: cluster)
    let kept = diagnostics.suppressing(
      search.findings, by: diagnostics.suppressions, in: choice.scope, ofPods: search.chosen)
    let told = kept.told.filter { !choice.ignored.contains($0.code) }
      .enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }.map(\.element)
    let unquoted = choice.unquoted.map { value in
      Item(finding: value.finding, place: value.place, related: [], fixes: [value.fix], subjects: nil, stage: .reading)
    }
    let found = Set((kept.told + unquoted.map(\.finding)).map(\.code))
    let toldUnquoted = unquoted.filter { !choice.ignored.contains($0.finding.code) }
    let unused = choice.scope == .all ? choice.ignored.filter { !found.contains($0) }.sorted() : []
    let fixes = try await search.fixes(for: told)
    let book = PlaceBook(of: places)
    var editor = FileEditor(in: places)
    func item(_ finding: Finding, _ fixes: [Fix]) -> Item {
      Item(
        finding: finding,
        place: book.place(of: finding.field),
        related: finding.related.map { ($0, book.place(of: $0.field)) },
        fixes: fixes.map { ShownFix($0, by: &editor) },
        subjects: kept.subjects[finding].flatMap(LintSearch.Subjects.init) ?? search.subjects[finding]
      )
    }
    return LintReport(
      rules: rules,
      items: toldUnquoted + zip(told, fixes).map(item),
      suppressed: kept.suppressed.map { item($0, []) },
      ignored: kept.told.count - told.count + unquoted.count - toldUnquoted.count,
      unused: unused.map { UnusedIgnore(code: $0, place: choice.placeOfIgnored) },
      counts: search.counts,
      incomplete: Incompleteness.all(
        search.incomplete, naming: cluster.completeness.unreadable,
        besides: Incompleteness.ofUnread(cluster.completeness.unreadable, of: [.namespaces, .services, .pods])),
      basis: choice.basis
    )
  }
}

extension ShownFix {
  /// A fix, and what it changes in files.
  init(_ fix: Fix, by editor: inout FileEditor) {
    editor.reset()
    do throws(Unwritable) {
      try editor.apply(fix.edits)
      self.init(fix: fix, edits: editor.edits, reason: nil)
    } catch {
      self.init(fix: fix, edits: [], reason: error)
    }
  }
}
