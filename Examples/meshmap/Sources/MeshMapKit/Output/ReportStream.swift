import KubernetesJSON
package import KubernetesObjects
import MeshDiagnostics
package import MeshMapping

/// Writes the reports of many Pods while they are made, by all cores, in order.
package struct ReportStream: Sendable {
  /// The form of the output.
  package enum Form: Sendable {
    case text(Style)
    case json
    case yaml
  }

  private let form: Form
  private let cluster: Cluster
  private let rules: String
  private let sizes: WorkloadSizes
  private let announcement: String?
  /// Where the findings are; nil where nobody knows.
  package var places: PlaceBook?

  /// Reports of a cluster.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - rules: The name of the rules.
  ///   - announcement: What has to be said of their release once, where it is announced and not out yet.
  ///   - form: The form of the output.
  package init(of cluster: Cluster, rules: String, announcement: String? = nil, as form: Form) {
    self.cluster = cluster
    self.rules = rules
    self.announcement = announcement
    self.form = form
    sizes = WorkloadSizes(in: cluster)
  }

  /// Writes the reports of some Pods.
  ///
  /// - Parameters:
  ///   - names: The Pods in order.
  ///   - reports: What is told of some of them.
  ///   - emit: What takes the text, piece by piece.
  package func write(
    _ names: [ObjectName],
    reports: @escaping @Sendable (Cluster, [ObjectName]) -> [PodReport],
    emit: ([UInt8]) throws -> Void
  ) async throws {
    let width = width(of: names)
    var actions: [DataplaneVerdict.Action: Int] = [:]
    var workloads = 0
    var incomplete = Incompleteness.Count()
    try emit(Array(head(width: width, isEmpty: names.isEmpty).utf8))
    let work = OrderedWork { (names: ArraySlice<ObjectName>) in
      try Piece(reports(cluster, Array(names)), of: self, width: width)
    }
    var rest = names[...]
    try await work.run {
      defer { rest = rest.dropFirst(Self.pieceSize) }
      return rest.isEmpty ? nil : rest.prefix(Self.pieceSize)
    } take: { piece in
      if !actions.isEmpty, !piece.actions.isEmpty { try emit(Array(separator.utf8)) }
      actions.merge(piece.actions, uniquingKeysWith: +)
      workloads += piece.workloads
      incomplete.add(piece.incomplete)
      try emit(piece.text)
    }
    try emit(Array(foot(actions, workloads: workloads, incomplete.all, isEmpty: names.isEmpty).utf8))
  }

  /// How wide the column of names is in the text for people.
  private func width(of names: [ObjectName]) -> Int {
    guard case .text = form else { return 0 }
    return (names.lazy.map { ReportText.name(of: $0).count }.max() ?? 0).clamped(to: 3...120)
  }

  /// How many Pods are worked on in one go.
  private static let pieceSize = 250

  /// What is told of some Pods.
  private struct Piece: Sendable {
    var text: [UInt8] = []
    /// How many Pods there are by what happens to them.
    var actions: [DataplaneVerdict.Action: Int] = [:]
    /// How many of them are Pods that a workload has yet to make.
    let workloads: Int
    /// What the input lacks.
    var incomplete = Incompleteness.Count()

    init(_ reports: [PodReport], of stream: ReportStream, width: Int) throws {
      text = try stream.text(of: reports, width: width)
      workloads = reports.count { $0.planned != nil }
      for report in reports {
        actions[report.outcome.verdict.action, default: 0] += 1
        incomplete.add(report)
      }
    }
  }

  private func text(of reports: [PodReport], width: Int) throws -> [UInt8] {
    let told = zip(reports, Diagnostics(of: cluster).findings(on: reports))
    switch form {
    case .text(let style):
      return told.flatMap { report, findings in
        let lines = ReportText(style: style).lines(of: report, findings: findings, sizes: sizes, width: width)
        return "\(lines.joined(separator: "\n"))\n".utf8
      }
    case .json:
      var writer = JSONWriter(depth: 2)
      for (report, findings) in told { document(of: report, findings).write(to: &writer) }
      return writer.bytes
    case .yaml:
      var sink = YAMLSink()
      sink.write(told.lazy.map(document))
      return Array(sink.yaml.utf8)
    }
  }

  private func document(of report: PodReport, _ findings: [Finding]) -> PodDocument {
    var document = PodDocument(report, findings: findings, sizes: sizes)
    document.places = places
    return document
  }

  private func head(width: Int, isEmpty: Bool) throws -> String {
    switch form {
    case .text(let style): return ReportText(style: style).head(width: width) + "\n"
    case .json:
      var writer = JSONWriter()
      writer.beginObject()
      writer.write(rules, forKey: "rules")
      writer.write(announcement, forKey: "announced")
      writer.writeKey("pods")
      writer.beginArray()
      return String(decoding: writer.bytes, as: UTF8.self) + (isEmpty ? "" : "\n    ")
    case .yaml:
      var sink = YAMLSink()
      sink.writeObject { object in
        object.write(rules, forKey: "rules")
        object.write(announcement, forKey: "announced")
      }
      return sink.yaml + (isEmpty ? "pods: []\n" : "pods:\n")
    }
  }

  private var separator: String {
    if case .json = form { ",\n    " } else { "" }
  }

  private func foot(
    _ actions: [DataplaneVerdict.Action: Int],
    workloads: Int,
    _ incomplete: [Incompleteness],
    isEmpty: Bool
  ) -> String {
    switch form {
    case .text(let style):
      let lines = ReportText(style: style).foot(
        actions, workloads: workloads, rules: rules, unsupported: cluster.unsupported)
      let unknown = incomplete.map { "not known: \($0.advice)" }
      let said = announcement.map { [style.notable($0)] } ?? []
      return (lines + unknown + said).joined(separator: "\n") + "\n"
    case .json:
      let end = (isEmpty ? "" : "\n  ") + "]"
      guard !incomplete.isEmpty else { return end + "\n}\n" }
      var writer = JSONWriter(depth: 1)
      writer.beginArray()
      for kind in incomplete { kind.write(to: &writer) }
      writer.endArray()
      return "\(end),\n  \"incomplete\": \(String(decoding: writer.bytes, as: UTF8.self))\n}\n"
    case .yaml:
      guard !incomplete.isEmpty else { return "" }
      var sink = YAMLSink()
      sink.writeObject { $0.write(incomplete, forKey: "incomplete") }
      return sink.yaml
    }
  }
}

extension Int {
  /// The number, or the end of the range that is nearest.
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
