package import KubernetesJSON
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
    /// How many Services; nil where only Pods were looked at.
    var services: Int?
    /// How many Namespaces; nil where only Pods were looked at.
    var namespaces: Int?

    /// Whether nothing was looked at that findings are told of.
    package var isNothing: Bool { pods == 0 && workloads == 0 && services ?? 0 == 0 }
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
  /// The Pods that were looked at; nil where all were, with what is around them.
  private(set) var chosen: [ObjectName]?
  private var needs = Incompleteness.Count()

  /// What decides about some Pods and is not in the input.
  package var incomplete: [Incompleteness] {
    let nothing = cluster.previewNames.isEmpty ? [Incompleteness(needs: .pods, pods: 0)] : []
    return nothing + needs.all
  }

  package init(in cluster: Cluster) {
    self.cluster = cluster
    diagnostics = Diagnostics(of: cluster)
  }

  /// What is looked for in a namespace.
  package enum Part: Sendable {
    /// All that there is.
    case all
    /// What there is to say of some Pods.
    case pods
  }

  /// What is found in a namespace.
  private struct Piece: Sendable {
    var pods: [Finding: Subjects] = [:]
    var others: Set<Finding> = []
    var counts = Counts()
    var needs = Incompleteness.Count()
  }

  /// Looks at Pods, and at the other objects of their namespaces.
  ///
  /// - Parameters:
  ///   - names: The Pods, in order.
  ///   - namespaces: The namespaces that are looked at.
  ///   - part: What is looked for in them.
  ///   - isChosen: Whether the Pods of a workload are looked at: those of two that are not there yet may have one name.
  package mutating func run(
    _ names: [ObjectName], in namespaces: [String], for part: Part,
    of isChosen: @escaping @Sendable (WorkloadReference?) -> Bool = { _ in true }
  ) async throws {
    var found: Set<Finding> = []
    if part == .all { (counts.services, counts.namespaces) = (0, 0) }
    chosen = part == .pods ? names : nil
    let names = Dictionary(grouping: names) { ExactString($0.namespace) }
    var rest = namespaces[...]
    let work = OrderedWork { [self] (namespace: String) in
      piece(of: namespace, names[ExactString(namespace)] ?? [], for: part, of: isChosen)
    }
    try await work.run {
      rest.popFirst()
    } take: { piece in
      found.formUnion(piece.others)
      for (finding, pods) in piece.pods {
        if subjects[finding]?.add(pods.count) == nil { subjects[finding] = pods }
      }
      counts.add(piece.counts)
      needs.add(piece.needs)
    }
    findings = Finding.inOrder(found.union(subjects.keys))
  }

  private func piece(
    of namespace: String, _ names: [ObjectName], for part: Part, of isChosen: (WorkloadReference?) -> Bool
  ) -> Piece {
    var piece = Piece()
    let reports = cluster.previews(of: names).filter { isChosen($0.workload) }
    let isNamespaceUnknown = cluster.lacksNamespace(namespace)
    for (report, findings) in zip(reports, diagnostics.findings(on: reports)) {
      if report.planned == nil { piece.counts.pods += 1 } else { piece.counts.workloads += 1 }
      // Which mesh a Pod is in, and whether it would get its sidecar once more, rests on its Namespace.
      var around: [Completeness.Kind] = isNamespaceUnknown && report.outcome.resource != nil ? [.namespaces] : []
      // So does which Services lead to it, and what there is to say of their ports, where only EndpointSlices name Pods.
      if report.outcome.unknownValues.contains(where: { $0.needs == .endpointSlices }) { around.append(.endpointSlices) }
      piece.needs.add(report.admission.decision.needs + report.outcome.verdict.needs + around)
      for finding in findings {
        if piece.pods[finding]?.add() == nil { piece.pods[finding] = Subjects(first: report.name) }
      }
    }
    guard part == .all else { return piece }
    piece.counts.namespaces = cluster.namespace(namespace) == nil ? 0 : 1
    piece.counts.services = cluster.services(in: namespace).count
    piece.others.formUnion(diagnostics.findings(in: namespace, around: reports))
    return piece
  }

  /// In how many parts many fixes are looked for.
  private static let parts = 16

  /// What mends each of some findings, an answer for each.
  package func fixes(for findings: [Finding]) async throws -> [[Fix]] {
    var fixes: [[Fix]] = []
    var rest = findings[...]
    // What trials share is put together once, and copied for each part, of which there are few therefore.
    let prepared = Diagnostics(of: cluster.preparedForPreviews())
    let size = max(50, (findings.count + Self.parts - 1) / Self.parts)
    let work = OrderedWork { (findings: ArraySlice<Finding>) in prepared.fixes(for: findings) }
    try await work.run {
      var part = rest.prefix(size)
      // How many edits of one object are tried is limited where they are looked at together.
      let last = part.last?.field.object
      part = rest.prefix(part.count + rest.dropFirst(part.count).prefix { $0.field.object == last }.count)
      rest = rest.dropFirst(part.count)
      return part.isEmpty ? nil : part
    } take: {
      fixes += $0
    }
    return fixes
  }
}

extension LintSearch.Counts: JSONWritable {
  fileprivate mutating func add(_ other: Self) {
    pods += other.pods
    workloads += other.workloads
    if let more = other.services { services = (services ?? 0) + more }
    if let more = other.namespaces { namespaces = (namespaces ?? 0) + more }
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(pods, forKey: "pods")
      object.write(workloads, forKey: "workloads")
      object.write(services, forKey: "services")
      object.write(namespaces, forKey: "namespaces")
    }
  }
}

extension LintSearch.Subjects {
  /// The Pods of a list; nil where it has none.
  init?(_ pods: [ObjectName]) {
    guard let first = pods.first else { return nil }
    self.init(first: first, count: pods.count)
  }

  fileprivate mutating func add(_ number: Int = 1) { count += number }
}

extension Cluster {
  /// Whether a Namespace is not in the input and nobody said how it is labelled.
  fileprivate func lacksNamespace(_ name: String) -> Bool {
    namespace(name) == nil && !completeness.known.contains(.namespaces) && completeness.namespaceLabels == nil
  }
}
