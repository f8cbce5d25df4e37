package import KubernetesObjects
import MeshDiagnostics
package import MeshMapping

/// Puts the fixes of findings together in files: those that were tried all at once, where they are of different fields, and one after the
/// other, each tried once more beside those before it, where together they did not do what each of them does.
package struct FixWriter {
  /// The cluster after the edits.
  package private(set) var cluster: Cluster
  private var editor: FileEditor
  /// What stands in the way of fixes that are not written, by how many there are, in the order in which it was met.
  private var obstacles: [(reason: Unwritable, place: String, count: Int)] = []
  /// The findings whose fixes were put together last.
  private var mended: [Finding] = []
  /// Whether a Namespace was edited then, whose Pods may have to be recreated.
  private var hasEditedNamespace = false

  /// A writer of nothing yet but values in quotes.
  ///
  /// - Parameters:
  ///   - cluster: The objects.
  ///   - places: Where they stand.
  ///   - quoted: The files in which values were put in quotes.
  package init(in cluster: Cluster, at places: InputPlaces, quoting quoted: [InputSource: QuotedSource] = [:]) {
    self.cluster = cluster
    editor = FileEditor(in: places, quoting: quoted)
    editor.takeQuoted()
  }

  /// Puts the fixes of what is told into the files, in memory: of each finding the first one, and no other where that cannot be written.
  ///
  /// - Parameters:
  ///   - report: What is told, with the fixes that were tried.
  ///   - wary: The namespaces in which fixes are tried once more, one after the other.
  /// - Returns: Whether there was anything to put there, so that there may be more to find afterwards.
  package mutating func mend(_ report: LintReport, waryIn wary: Set<ExactString> = []) -> Bool {
    (obstacles, mended, hasEditedNamespace) = ([], [], false)
    var together: [Edit] = []
    var fields = EditedFields()
    var isAny = false
    var counts: [ObjectReference: Int] = [:]
    for item in report.items where item.stage == .found && !item.fixes.isEmpty {
      // The others are mended in the next round, or by the next run.
      counts[item.finding.field.object, default: 0] += 1
      guard counts[item.finding.field.object, default: 0] <= Diagnostics.mostTrials else { continue }
      guard !wary.contains(item.finding.namespace), let fix = item.fixes.first?.fix else { continue }
      switch fields.relation(to: fix.edits) {
      case .made: mended.append(item.finding)
      // What is found once the other edit is made is another thing.
      case .overlapping: isAny = true
      case .apart:
        guard write(fix.edits, of: item) else { continue }
        fields.add(fix.edits)
        together += fix.edits
        isAny = true
      }
    }
    if !together.isEmpty { cluster = cluster.applying(together) ?? cluster }
    for item in report.items where item.stage == .found && wary.contains(item.finding.namespace) {
      // Where another fix did away with the finding, there is nothing left to mend.
      guard let fix = Diagnostics(of: cluster).fixes(for: item.finding).first, write(fix.edits, of: item) else { continue }
      cluster = cluster.applying(fix.edits) ?? cluster
      isAny = true
    }
    return isAny
  }

  /// Makes the edits of a fix in the files; false where they cannot be written.
  private mutating func write(_ edits: [Edit], of item: LintReport.Item) -> Bool {
    do throws(Unwritable) {
      try editor.apply(edits)
    } catch {
      note(error, at: item)
      return false
    }
    mended.append(item.finding)
    if edits.contains(where: { $0.field.object.kind == Namespace.kind }) { hasEditedNamespace = true }
    return true
  }

  /// The namespaces in which the fixes that were put together last did not do what each of them does by itself: a finding is still there, or
  /// one that matters as much came.
  ///
  /// - Parameters:
  ///   - before: What was told before.
  ///   - after: What is told since.
  package func disagreements(between before: LintReport, and after: LintReport) -> Set<ExactString> {
    let known = Set(before.items.map(\.finding.identity))
    let left = Set(after.items.map(\.finding.identity))
    var namespaces = Set(mended.filter { left.contains($0.identity) }.map(\.namespace))
    var worst: [ExactString: Severity] = [:]
    for finding in mended { worst[finding.namespace] = max(worst[finding.namespace] ?? .info, finding.severity) }
    for finding in after.items.map(\.finding) where !known.contains(finding.identity) {
      // Pods of a Namespace whose switch is written right are to be recreated, and a suppression of what is gone is of no use.
      if finding.kind == .unusedSuppression || finding.kind == .runsWithoutSidecar && hasEditedNamespace { continue }
      // What comes elsewhere may come of any of them.
      guard let own = worst[finding.namespace] ?? worst.values.max(), finding.severity >= own else { continue }
      namespaces.formUnion(worst[finding.namespace] == nil ? Array(worst.keys) : [finding.namespace])
    }
    return namespaces
  }

  /// Notes which values are not put into quotes, and why.
  package mutating func note(unquoted report: LintReport) {
    for item in report.items where item.stage == .reading {
      if let reason = item.fixes.first?.reason { note(reason, at: item) }
    }
  }

  private mutating func note(_ reason: Unwritable, at item: LintReport.Item) {
    if let index = obstacles.firstIndex(where: { $0.reason == reason }) {
      obstacles[index].count += 1
    } else {
      let place = item.place.map { "\($0.file.printedSafely):\($0.line)" } ?? "\(item.finding.field)"
      obstacles.append((reason, place, 1))
    }
  }

  /// What is not written, and why.
  package var notes: [String] {
    obstacles.map { reason, place, count in
      let what = count == 1 ? "the fix of \(place) is" : "\(count) fixes are"
      let first = count == 1 ? "" : ", the first of them at \(place)"
      return "\(what) not written, since \(reason.phrase)\(first)"
    }
  }

  /// What would be written.
  package struct Patch {
    /// The patch; empty where nothing would be.
    package var bytes: [UInt8] = []
    /// Which files would not be, and why.
    package var notes: [String] = []
  }

  /// What would be written, as a patch: without the files that would not be.
  package func patch() -> Patch {
    var patch = Patch()
    for file in files {
      do throws(InputProblem) {
        try FileWriting.check(file)
        patch.bytes += LineDifference(from: file.before, to: file.after).patch(of: file.source.name)
      } catch {
        patch.notes.append(error.description)
      }
    }
    return patch
  }

  private var files: [FileEditor.File] {
    editor.files.values.filter { $0.before != $0.after }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// What was written.
  package struct Written {
    /// How many files were.
    package var count = 0
    /// Whether all files were that were to be.
    package var isComplete = true
    /// What there is to say about them.
    package var notes: [String] = []
  }

  /// Writes the files.
  package func write() -> Written {
    var written = Written()
    for file in files {
      do throws(InputProblem) {
        try FileWriting.write(file)
        let changes = LineDifference(from: file.before, to: file.after).changes.count
        written.count += 1
        written.notes.append(
          "wrote \(file.source.name.printedSafely), \(changes) change\(changes == 1 ? "" : "s")")
      } catch {
        written.isComplete = false
        written.notes.append(error.description)
      }
    }
    return written
  }
}

extension Finding {
  /// The namespace of the object that it is at, or the Namespace itself.
  fileprivate var namespace: ExactString {
    ExactString(field.object.namespace.isEmpty ? field.object.name : field.object.namespace)
  }

  /// What tells it from others, whatever else it says.
  fileprivate var identity: [ExactString] { [ExactString(code), ExactString("\(field)"), ExactString(message)] }
}
