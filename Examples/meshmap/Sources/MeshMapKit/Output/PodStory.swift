import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// What there is to tell of a Pod, but for what replicas of one workload differ in, so that Pods of which the same is told are one line.
struct PodStory: Hashable, Sendable {
  /// The namespace.
  let namespace: ExactString
  /// What is told of: the workload, or the Pod where nothing makes it.
  let subject: ExactString
  /// How much it matters; 0 where all is well.
  let rank: Rank
  /// What is decided, in a word or two.
  let verdict: ExactString
  /// The action, which the verdict may be coloured by.
  let action: DataplaneVerdict.Action
  /// Why, a sentence for each line; nothing where the heading of the namespace tells.
  let reasons: [ExactString]
  /// What the Dataplane holds; in the place of the readiness of the inbound of an index stands a mark.
  let dataplane: [ExactString]
  /// The findings, a line for each, what matters more first; where they are does not matter here, since replicas are at places of their own.
  let findings: [ExactString]
  /// How much each finding matters, those included that are told otherwise.
  let severities: [Severity]
  /// The mesh.
  let mesh: ExactString?

  /// How much a story matters.
  enum Rank: Int, Comparable, Sendable {
    case error
    case warning
    case info
    case well

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }

    /// The sign before a line, which tells without colour.
    var sign: String {
      switch self {
      case .error: "\u{2717}"
      case .warning: "!"
      case .info, .well: " "
      }
    }
  }

  /// The story of a Pod.
  ///
  /// - Parameters:
  ///   - report: What happens to it.
  ///   - findings: The findings on it.
  ///   - text: How text is made.
  init(_ report: PodReport, findings: [Finding], by text: ReportText) {
    namespace = ExactString(report.name.namespace)
    subject = ExactString(report.workload?.phrase ?? "Pod \(report.name.name.printedSafely)")
    action = report.outcome.verdict.action
    verdict = ExactString(text.verdict(report))
    // Nobody asks for the mesh of what is in none.
    mesh = report.outcome.verdict.action == .leave ? nil : report.meshOfProxy.map { ExactString($0.name) }
    let why = text.why(report)
    let (said, others) = ReportText.split(findings, by: why)
    var reasons = text.isToldByHeading(report) ? [] : ["\(why)\(said.isEmpty ? "" : " [\(said)]")"]
    let alternatives = report.alternatives.map { "\($0.condition.phrase): \(ReportText.word(for: $0.decision))" }
    if !alternatives.isEmpty { reasons.append(alternatives.joined(separator: "; ")) }
    self.reasons = reasons.map { ExactString($0) }
    dataplane = text.dataplaneLines(report.outcome).map { ExactString($0) }
    self.findings = others.enumerated().sorted { left, right in
      let (mine, other) = (left.element.severity, right.element.severity)
      return mine == other ? left.offset < right.offset : mine > other
    }.map { ExactString(text.line(of: $0.element)) }
    severities = findings.map(\.severity)
    let worst = findings.map(\.severity).max()
    let isUnknown = action == .unknown || report.admission.decision.verdict == .unknown
    rank = worst == .error ? .error : worst == .warning || isUnknown ? .warning : worst == .info ? .info : .well
  }
}

/// How many Pods one story is told of, and what they differ in.
struct ToldPods: Sendable {
  /// How many Pods there are.
  private(set) var pods = 0
  /// How many Pods there will be that workloads have yet to make; nil where that is unknown.
  private(set) var planned: Int? = 0
  /// How many of the Pods are in each state of readiness, by inbound.
  private(set) var readiness: [[InboundState: Int]] = []

  /// A Pod.
  mutating func add(_ report: PodReport) {
    if let pods = report.planned {
      planned = pods.count.number.flatMap { number in planned.map { $0 + number } }
    } else {
      pods += 1
    }
    let inbounds = report.outcome.dataplane?.networking.inbound ?? []
    for (index, inbound) in inbounds.enumerated() {
      if index == readiness.count { readiness.append([:]) }
      readiness[index][InboundState(of: inbound), default: 0] += 1
    }
  }

  /// How many there are, as people say it.
  var phrase: String {
    guard let planned else { return "Pods of an unknown number" }
    return ReportText.count(pods + planned, "Pod")
  }
}

/// Whether traffic is sent to an inbound.
enum InboundState: Int, Hashable, Sendable, CaseIterable {
  case notReady
  case ignored
  case unknown
  case ready

  init(of inbound: Dataplane.Inbound) {
    switch (inbound.state, inbound.health?.isReady) {
    case (.ignored, _): self = .ignored
    case (.notReady, _), (.ready, false): self = .notReady
    case (.ready, true): self = .ready
    case (.ready, nil): self = .unknown
    }
  }

  var phrase: String {
    switch self {
    case .notReady: "not ready"
    case .ignored: "ignored"
    case .unknown: "readiness unknown"
    case .ready: "ready"
    }
  }
}
