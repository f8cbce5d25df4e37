import KubernetesJSON
package import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// Writes the reports of many Pods while they are made, by all cores, in order.
package struct ReportStream: Sendable {
  /// The form of the output.
  package enum Form: Sendable {
    case text(Style, TextLayout)
    case json
    case yaml
  }

  private let form: Form
  private let cluster: Cluster
  private let rules: RulesInUse
  private let sizes: WorkloadSizes
  /// Where the findings are; nil where nobody knows.
  package var places: PlaceBook?
  private let choice: Choice
  private let diagnostics: Diagnostics
  /// What the answer rests on.
  private let grounds: Grounds

  /// What is written of what there is.
  package struct Choice: Sendable {
    /// Which tags are told to people.
    package var tags = TagChoice.own
    /// Which Pods are told of: those with a finding that matters at least so much, or of which something that decides is unknown; nil
    /// for all.
    package var only: Severity?
    /// Whether Pods were filtered, so that all that are left are told of one by one.
    package var isFiltered = false

    package init() {}
  }

  /// Reports of a cluster.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - rules: The rules.
  ///   - form: The form of the output.
  ///   - choice: What is written of what there is.
  ///   - grounds: What the answer rests on.
  package init(
    of cluster: Cluster, under rules: RulesInUse, as form: Form, choice: Choice = Choice(), restingOn grounds: Grounds
  ) {
    self.choice = choice
    self.grounds = grounds
    diagnostics = Diagnostics(of: cluster)
    self.cluster = cluster
    self.rules = rules
    self.form = form
    sizes = WorkloadSizes(in: cluster)
  }

  /// Writes the reports of some Pods.
  ///
  /// - Parameters:
  ///   - names: The Pods in order.
  ///   - standpoint: How the Pods are looked at.
  ///   - reports: What is told of some of them.
  ///   - emit: What takes the text, piece by piece.
  package func write(
    _ names: [ObjectName],
    as standpoint: PodReport.Standpoint,
    reports: @escaping @Sendable (Cluster, [ObjectName]) -> [PodReport],
    emit: ([UInt8]) throws -> Void
  ) async throws {
    var counts = Counts()
    var table = table(as: standpoint)
    try emit(Array(head(isEmpty: names.isEmpty).utf8))
    let work = OrderedWork { (names: ArraySlice<ObjectName>) in
      try Piece(reports(cluster, Array(names)), of: self)
    }
    var rest = names[...]
    try await work.run {
      defer { rest = rest.dropFirst(Self.pieceSize) }
      return rest.isEmpty ? nil : rest.prefix(Self.pieceSize)
    } take: { piece in
      if counts.written > 0, piece.counts.written > 0 { try emit(Array(separator.utf8)) }
      counts.add(piece.counts)
      table?.add(piece.stories)
      try emit(piece.text)
    }
    if let table {
      let lines = table.lines(of: cluster, isFolded: !choice.isFiltered)
      if case .text(_, let layout) = form, !lines.isEmpty { try emit(Array((layout.text(of: lines) + "\n").utf8)) }
    }
    try emit(Array(foot(counts, found: table?.found, isEmpty: counts.written == 0).utf8))
  }

  private func table(as standpoint: PodReport.Standpoint) -> ReportTable? {
    guard case .text(let style, let layout) = form else { return nil }
    return ReportTable(text: ReportText(style: style, tags: choice.tags), layout: layout, standpoint: standpoint)
  }

  /// How many Pods are worked on in one go.
  private static let pieceSize = 250

  /// How many Pods there are of what.
  private struct Counts: Sendable {
    /// How many are told of.
    var written = 0
    /// How many there are by what happens to them.
    var actions: [DataplaneVerdict.Action: Int] = [:]
    /// How many of them are Pods that a workload has yet to make.
    var workloads = 0
    /// How many are left out, since nothing that was asked for is to be told of them.
    var leftOut = 0
    /// What the input lacks.
    var incomplete = Incompleteness.Count()

    mutating func add(_ other: Counts) {
      written += other.written
      actions.merge(other.actions, uniquingKeysWith: +)
      workloads += other.workloads
      leftOut += other.leftOut
      incomplete.add(other.incomplete)
    }
  }

  /// What is told of some Pods.
  private struct Piece: Sendable {
    var text: [UInt8] = []
    var stories: [(story: PodStory, report: PodReport)] = []
    var counts = Counts()

    init(_ reports: [PodReport], of stream: ReportStream) throws {
      var told: [(PodReport, [Finding])] = []
      for (report, findings) in zip(reports, stream.diagnostics.findings(on: reports)) {
        counts.actions[report.outcome.verdict.action, default: 0] += 1
        if report.planned != nil, report.workload != nil { counts.workloads += 1 }
        counts.incomplete.add(report)
        if stream.isTold(report, findings) { told.append((report, findings)) } else { counts.leftOut += 1 }
      }
      counts.written = told.count
      switch stream.form {
      case .text(let style, _):
        let text = ReportText(style: style, tags: stream.choice.tags)
        stories = told.map { (PodStory($0, findings: $1, by: text), $0) }
      case .json:
        var writer = JSONWriter(depth: 2)
        for (report, findings) in told { stream.document(of: report, findings).write(to: &writer) }
        text = writer.bytes
      case .yaml:
        var sink = YAMLSink()
        if !told.isEmpty {
          sink.write(told.lazy.map { stream.document(of: $0, $1) })
          text = Array(sink.yaml.utf8)
        }
      }
    }
  }

  private func document(of report: PodReport, _ findings: [Finding]) -> PodDocument {
    var document = PodDocument(report, findings: findings, sizes: sizes)
    document.places = places
    return document
  }

  /// Whether a Pod is told of.
  private func isTold(_ report: PodReport, _ findings: [Finding]) -> Bool {
    guard let only = choice.only else { return true }
    return report.outcome.verdict.action == .unknown || findings.contains { $0.severity >= only }
  }

  /// A further member of the document, of which the lists before it were written piece by piece.
  private static func member(_ key: String, _ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(depth: 1)
    write(&writer)
    return ",\n  \"\(key)\": \(String(decoding: writer.bytes, as: UTF8.self))"
  }

  private func head(isEmpty: Bool) throws -> String {
    switch form {
    case .text: return ""
    case .json:
      var writer = JSONWriter()
      writer.beginObject()
      rules.writeMembers(to: &writer)
      writer.writeKey("pods")
      writer.beginArray()
      return String(decoding: writer.bytes, as: UTF8.self) + (isEmpty ? "" : "\n    ")
    case .yaml:
      var sink = YAMLSink()
      sink.writeObject { rules.writeMembers(to: &$0) }
      return sink.yaml + (isEmpty ? "pods: []\n" : "pods:\n")
    }
  }

  private var separator: String {
    if case .json = form { ",\n    " } else { "" }
  }

  private func foot(_ counts: Counts, found: String?, isEmpty: Bool) -> String {
    let incomplete = counts.incomplete.all.map { $0.naming(cluster.completeness.unreadable) } + grounds.incomplete
    let isAnyInMesh = counts.actions.contains { $0.key != .leave && $0.value > 0 }
    let basis = (isAnyInMesh ? grounds : grounds.ofPodsInNoMesh).basis
    switch form {
    case .text(let style, let layout):
      let text = ReportText(style: style)
      var lines = text.foot(
        counts.actions, workloads: counts.workloads, under: rules, found: found, of: cluster)
      if counts.leftOut > 0, let only = choice.only {
        let noun = counts.leftOut == 1 ? "Pod is" : "Pods are"
        lines.insert(
          style.faint("\(counts.leftOut) \(noun) not shown, with nothing of severity \(only.rawValue) or above"), at: 0)
      }
      lines += incomplete.map { "not known: \($0.advice)" } + Grounds.lines(of: basis)
      return layout.text(of: lines + rules.lines(style)) + "\n"
    case .json:
      let end = (isEmpty ? "" : "\n  ") + "]"
      var members = incomplete.isEmpty ? "" : Self.member("incomplete") { $0.write(incomplete) }
      if !basis.isEmpty { members += Self.member("restsOn", basis.write) }
      return "\(end)\(members)\n}\n"
    case .yaml:
      guard !incomplete.isEmpty || !basis.isEmpty else { return "" }
      var sink = YAMLSink()
      sink.writeObject { object in
        object.writeUnlessEmpty(incomplete, forKey: "incomplete")
        if !basis.isEmpty { object.write(basis, forKey: "restsOn") }
      }
      return sink.yaml
    }
  }
}
