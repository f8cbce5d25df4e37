package import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// Looks for all that there is to find, by all cores.
package struct LintSearch: Sendable {
  /// How many objects were looked at.
  package struct Counts: Sendable {
    var pods = 0
    /// How many workloads without Pods.
    var workloads = 0
    var services = 0
    var namespaces = 0
  }

  private let cluster: Cluster
  private let diagnostics: Diagnostics

  /// The Pods that a finding is told of.
  package struct Subjects: Sendable {
    /// The first one.
    let first: ObjectName
    var count = 1
  }

  /// The Pods that findings are told of; none of one that is not about a Pod.
  private(set) var subjects: [Finding: Subjects] = [:]
  /// The findings, in order, each once, those that somebody does not want to hear of among them.
  package private(set) var findings: [Finding] = []
  package private(set) var counts = Counts()
  private var needs = Incompleteness.Count()

  /// What decides about some Pods and is not in the input.
  package var incomplete: [Incompleteness] { needs.all }

  /// How many Pods are worked on in one go.
  private static let pieceSize = 250

  package init(in cluster: Cluster) {
    self.cluster = cluster
    diagnostics = Diagnostics(of: cluster)
  }

  /// What is found at some Pods.
  private struct Piece: Sendable {
    var findings: [Finding: Subjects] = [:]
    var counts = Counts()
    var needs = Incompleteness.Count()
  }

  /// Looks at Pods, and at the other objects of some namespaces.
  ///
  /// - Parameters:
  ///   - names: The Pods.
  ///   - namespaces: The namespaces of which all is looked at.
  package mutating func run(_ names: [ObjectName], in namespaces: [String]) async throws {
    var found: Set<Finding> = []
    var rest = names[...]
    let work = OrderedWork { [cluster, diagnostics] (names: ArraySlice<ObjectName>) in
      var piece = Piece()
      for report in cluster.previews(of: Array(names)) {
        if report.planned == nil { piece.counts.pods += 1 } else { piece.counts.workloads += 1 }
        piece.needs.add(report.admission.decision.needs + report.outcome.verdict.needs)
        for finding in diagnostics.findings(on: report) {
          if piece.findings[finding]?.add() == nil { piece.findings[finding] = Subjects(first: report.name) }
        }
      }
      return piece
    }
    try await work.run {
      defer { rest = rest.dropFirst(Self.pieceSize) }
      return rest.isEmpty ? nil : rest.prefix(Self.pieceSize)
    } take: { piece in
      for (finding, pods) in piece.findings {
        if subjects[finding]?.add(pods.count) == nil { subjects[finding] = pods }
      }
      counts.pods += piece.counts.pods
      counts.workloads += piece.counts.workloads
      needs.add(piece.needs)
    }
    for name in namespaces {
      if let namespace = cluster.namespace(name) {
        counts.namespaces += 1
        found.formUnion(diagnostics.findings(on: namespace))
      }
      for service in cluster.services(in: name) {
        counts.services += 1
        found.formUnion(diagnostics.findings(on: service))
      }
      for workload in cluster.workloads(in: name) { found.formUnion(diagnostics.findings(on: workload)) }
    }
    findings = Finding.inOrder(found.union(subjects.keys))
  }

  /// What mends each of some findings, an answer for each.
  package func fixes(for findings: [Finding]) async throws -> [[Fix]] {
    var fixes: [[Fix]] = []
    var rest = findings[...]
    let work = OrderedWork { [diagnostics] (findings: ArraySlice<Finding>) in diagnostics.fixes(for: findings) }
    try await work.run {
      defer { rest = rest.dropFirst(50) }
      return rest.isEmpty ? nil : rest.prefix(50)
    } take: {
      fixes += $0
    }
    return fixes
  }
}

extension LintSearch.Subjects {
  fileprivate mutating func add(_ number: Int = 1) { count += number }
}
