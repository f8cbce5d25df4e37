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
  private let fleet: Fleet
  private let rules: String

  package init(of fleet: Fleet, rules: String, as form: Form) {
    self.fleet = fleet
    self.rules = rules
    self.form = form
  }

  /// Writes the reports of some Pods.
  ///
  /// - Parameters:
  ///   - names: The Pods in order.
  ///   - report: What is told of a Pod.
  ///   - emit: What takes the text, piece by piece.
  package func write(
    _ names: [ObjectName],
    report: @escaping @Sendable (Fleet, ObjectName) -> PodReport?,
    emit: (String) throws -> Void
  ) throws {
    let width = (names.lazy.map { ReportText.name(of: $0).count }.max() ?? 0).clamped(to: 3...120)
    var actions: [String: Int] = [:]
    var isFirst = true
    try emit(head(width: width, isEmpty: names.isEmpty))
    try OrderedWork.map(names) { names in
      try names.compactMap { report(fleet, $0) }.map { report in
        (action: report.outcome.action, text: try text(of: report, width: width))
      }
    } emit: { pods in
      for pod in pods {
        actions[pod.action, default: 0] += 1
        try emit(isFirst ? pod.text : separator + pod.text)
        isFirst = false
      }
    }
    try emit(foot(actions, isEmpty: names.isEmpty))
  }

  private func text(of report: PodReport, width: Int) throws -> String {
    let findings = fleet.findings(on: report)
    switch form {
    case .text(let style):
      let lines = ReportText(style: style).lines(of: report, findings: findings, width: width)
      return lines.joined(separator: "\n") + "\n"
    case .json: return try JSONValue(encoding: PodDocument(report, findings: findings)).text(indentation: 2)
    case .yaml: return try JSONValue.array([JSONValue(encoding: PodDocument(report, findings: findings))]).yaml
    }
  }

  private func head(width: Int, isEmpty: Bool) throws -> String {
    switch form {
    case .text(let style): ReportText(style: style).head(width: width) + "\n"
    case .json: "{\n  \"rules\": \(JSONValue.string(rules).text),\n  \"pods\": [" + (isEmpty ? "" : "\n    ")
    case .yaml: try JSONValue.object([.init("rules", .string(rules))]).yaml + (isEmpty ? "pods: []\n" : "pods:\n")
    }
  }

  private var separator: String {
    if case .json = form { ",\n    " } else { "" }
  }

  private func foot(_ actions: [String: Int], isEmpty: Bool) -> String {
    switch form {
    case .text(let style):
      let lines = ReportText(style: style).foot(actions, rules: rules, unsupported: fleet.unsupported)
      return lines.joined(separator: "\n") + "\n"
    case .json: return (isEmpty ? "" : "\n  ") + "]\n}\n"
    case .yaml: return ""
    }
  }
}

extension Int {
  /// The number, or the end of the range that is nearest.
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
