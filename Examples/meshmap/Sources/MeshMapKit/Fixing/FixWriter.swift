import KubernetesObjects
import MeshDiagnostics
package import MeshMapping

/// Puts the fixes of findings together in files: one after the other, each tried once more beside those before it.
package struct FixWriter {
  /// The cluster after the edits.
  package private(set) var cluster: Cluster
  private var editor: FileEditor
  /// What stands in the way of fixes that are not written, by how many there are, in the order in which it was met.
  private var obstacles: [(reason: Unwritable, place: String, count: Int)] = []

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
  /// - Returns: Whether there was anything to put there, so that there may be more to find afterwards.
  package mutating func mend(_ report: LintReport) -> Bool {
    obstacles = []
    var isAny = false
    var counts: [ObjectReference: Int] = [:]
    for item in report.items where item.stage == .found {
      // The others are mended in the next round, or by the next run.
      counts[item.finding.field.object, default: 0] += 1
      guard counts[item.finding.field.object, default: 0] <= Diagnostics.mostTrials else { continue }
      // Where another fix did away with the finding, there is nothing left to mend.
      guard let fix = Diagnostics(of: cluster).fixes(for: item.finding).first else { continue }
      do throws(Unwritable) {
        try editor.apply(fix.edits)
        cluster = cluster.applying(fix.edits) ?? cluster
        isAny = true
      } catch {
        note(error, at: item)
      }
    }
    return isAny
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
