package import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// What `lint` found as SARIF 2.1.0, the form in which tools that look at code tell others what they found.
package struct LintSARIF: JSONWritable {
  private let report: LintReport
  private let version: String
  /// The place of each rule, by its code.
  private let indices: [String: Int]

  /// A report.
  ///
  /// - Parameter version: The version of the tool.
  package init(_ report: LintReport, version: String) {
    self.report = report
    self.version = version
    indices = Dictionary(uniqueKeysWithValues: FindingKind.all.enumerated().map { ($1.code, $0) })
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { log in
      log.write("https://json.schemastore.org/sarif-2.1.0.json", forKey: "$schema")
      log.write("2.1.0", forKey: "version")
      log.writeArray(forKey: "runs") { $0.writeObject(run) }
    }
  }

  private func run<Sink: JSONSink>(_ run: inout Sink) {
    run.writeObject(forKey: "tool") { tool in
      tool.writeObject(forKey: "driver") { driver in
        driver.write("meshmap", forKey: "name")
        driver.write(version, forKey: "version")
        driver.writeArray(forKey: "rules") { rules in
          for kind in FindingKind.all { rules.writeObject { Self.write(kind, to: &$0) } }
        }
      }
    }
    run.writeArray(forKey: "invocations") { invocations in
      invocations.writeObject { invocation in
        invocation.write(true, forKey: "executionSuccessful")
        let notes = report.unused.map(\.message) + report.basis.sentences
        let all = report.incomplete.map { ("warning", $0.message) } + notes.map { ("note", $0) }
        guard !all.isEmpty else { return }
        invocation.writeArray(forKey: "toolExecutionNotifications") { notifications in
          for (level, message) in all {
            notifications.writeObject { notification in
              notification.write(level, forKey: "level")
              Self.write(text: message, forKey: "message", to: &notification)
            }
          }
        }
      }
    }
    run.write("unicodeCodePoints", forKey: "columnKind")
    run.writeArray(forKey: "results") { results in
      for item in report.items { results.writeObject { write(item, to: &$0) } }
      for item in report.suppressed {
        results.writeObject { result in
          write(item, to: &result)
          result.writeArray(forKey: "suppressions") { $0.writeObject { $0.write("inSource", forKey: "kind") } }
        }
      }
    }
  }

  private static func write<Sink: JSONSink>(_ kind: FindingKind, to rule: inout Sink) {
    rule.write(kind.code, forKey: "id")
    write(text: kind.summary, forKey: "shortDescription", to: &rule)
    write(text: "\(kind.summary) \(kind.reason)", forKey: "fullDescription", to: &rule)
    write(text: "\(kind.reason) \(kind.remedy)", forKey: "help", to: &rule)
    rule.writeObject(forKey: "defaultConfiguration") { $0.write(level(of: kind.severity), forKey: "level") }
    rule.writeObject(forKey: "properties") { $0.write(kind.statement.rawValue, forKey: "statement") }
  }

  private func write<Sink: JSONSink>(_ item: LintReport.Item, to result: inout Sink) {
    let finding = item.finding
    result.write(finding.code, forKey: "ruleId")
    result.write(indices[finding.code], forKey: "ruleIndex")
    result.write(Self.level(of: finding.severity), forKey: "level")
    Self.write(text: finding.message, forKey: "message", to: &result)
    result.writeArray(forKey: "locations") { locations in
      locations.writeObject { Self.write(item.place, of: finding.field, to: &$0) }
    }
    let making = item.place?.making
    let files = (making?.file.map { [($0, "made of this")] } ?? []) + (making?.changes ?? []).map { ($0, "changed by this") }
    if !item.related.isEmpty || !files.isEmpty {
      result.writeArray(forKey: "relatedLocations") { locations in
        for (file, message) in files {
          locations.writeObject { location in
            location.writeObject(forKey: "physicalLocation") { Self.write(file: file, to: &$0) }
            Self.write(text: message, forKey: "message", to: &location)
          }
        }
        for (related, place) in item.related {
          locations.writeObject { location in
            Self.write(place, of: related.field, to: &location)
            Self.write(text: related.message, forKey: "message", to: &location)
          }
        }
      }
    }
    result.writeObject(forKey: "partialFingerprints") {
      $0.write("\(finding.code) \(finding.field)", forKey: "meshmapFinding/v1")
    }
    let fixes = item.fixes.filter { !$0.edits.isEmpty }
    guard !fixes.isEmpty else { return }
    result.writeArray(forKey: "fixes") { array in
      for fix in fixes { array.writeObject { Self.write(fix, to: &$0) } }
    }
  }

  private static func write<Sink: JSONSink>(_ place: FieldPlace?, of field: ObjectField, to location: inout Sink) {
    if let place {
      location.writeObject(forKey: "physicalLocation") { physical in
        write(file: place.file, to: &physical)
        physical.writeObject(forKey: "region") { region in
          region.write(place.line, forKey: "startLine")
          region.write(place.column, forKey: "startColumn")
        }
      }
    }
    location.writeArray(forKey: "logicalLocations") { logical in
      logical.writeObject { $0.write("\(field)", forKey: "fullyQualifiedName") }
    }
  }

  private static func write<Sink: JSONSink>(_ shown: ShownFix, to fix: inout Sink) {
    write(text: "\(shown.fix.message).", forKey: "description", to: &fix)
    let files = Dictionary(grouping: shown.edits) { ExactString($0.file) }
    fix.writeArray(forKey: "artifactChanges") { changes in
      for (file, edits) in files.sorted(by: { $0.key.string.utf8.lexicographicallyPrecedes($1.key.string.utf8) }) {
        changes.writeObject { change in
          write(file: file.string, to: &change)
          change.writeArray(forKey: "replacements") { replacements in
            for edit in edits { replacements.writeObject { write(edit, to: &$0) } }
          }
        }
      }
    }
  }

  private static func write<Sink: JSONSink>(_ edit: FileEdit, to replacement: inout Sink) {
    replacement.writeObject(forKey: "deletedRegion") { region in
      region.write(edit.line, forKey: "startLine")
      region.write(edit.part?.column ?? 1, forKey: "startColumn")
      let columns = edit.part.map { $0.column + edit.old.joined().unicodeScalars.count }
      region.write(columns == nil ? edit.line + edit.old.count : edit.line, forKey: "endLine")
      region.write(columns ?? 1, forKey: "endColumn")
    }
    replacement.writeObject(forKey: "insertedContent") { content in
      let text = edit.part == nil ? edit.new.map { $0 + "\n" }.joined() : edit.new.joined()
      content.write(text, forKey: "text")
    }
  }

  private static func write<Sink: JSONSink>(file: String, to object: inout Sink) {
    object.writeObject(forKey: "artifactLocation") { $0.write(uri(of: file), forKey: "uri") }
  }

  /// The path of a file as a reference to it.
  private static func uri(of file: String) -> String {
    // That of a file of another repository is one already.
    if file.contains("://") { return file.printedSafely }
    var uri = file.hasPrefix("/") ? "file://" : ""
    for byte in file.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-~".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      uri += isPlain ? String(UnicodeScalar(byte)) : "%\(byte < 16 ? "0" : "")\(digits)"
    }
    return uri
  }

  private static func write<Sink: JSONSink>(text: String, forKey key: String, to object: inout Sink) {
    object.writeObject(forKey: key) { $0.write(text, forKey: "text") }
  }

  private static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
