public import KubernetesObjects
import MeshMapping

extension Diagnostics {
  /// What the annotations of the objects say about findings that nobody wants to see. O(*n*) for *n* objects.
  ///
  /// Pods have the annotation of their template, where the input has what makes them: there it is the template's alone.
  public var suppressions: [Suppression] {
    cluster.annotations(Suppression.annotation).filter { found in
      let object = found.object
      if object.kind == Pod.kind, let pod = cluster.pod(object.objectName) { return cluster.maker(of: pod) == nil }
      // What another workload owns has that one's template, and nobody edits it.
      let workload = WorkloadReference(kind: object.kind, namespace: object.namespace, name: object.name)
      return cluster.workload(workload)?.workload?.metadata.ownerReferences.isEmpty ?? true
    }
    .map { Suppression(parsing: $0.value, at: ObjectField($0.object, $0.path)) }
  }

  /// All findings without those that annotations suppress, with what is to be said about suppressions that suppress nothing.
  ///
  /// - Parameter findings: All that there is to find, as `findings()` gives it.
  /// - Complexity: O(*n*) for *n* objects and findings.
  public func suppressing(_ findings: [Finding]) -> SuppressedFindings {
    suppressing(findings, by: suppressions, in: .all)
  }

  /// How much of what there is to find was looked for.
  public enum Scope: Sendable, Hashable {
    /// All of it: a suppression that suppresses nothing is reported.
    case all
    /// Some of it.
    case part
  }

  /// Findings without those that some suppressions are about.
  ///
  /// - Parameters:
  ///   - findings: The findings.
  ///   - suppressions: The suppressions.
  ///   - scope: Whether the findings are all that there is to find.
  ///   - pods: The Pods that the findings were looked for on; nil for all.
  /// - Complexity: O(*n*) for *n* findings and suppressions. Where a Pod suppresses what is found of it at its Namespace or at a Service, the
  ///   Pods of the namespace are mapped once more.
  public func suppressing(
    _ findings: [Finding],
    by suppressions: [Suppression],
    in scope: Scope,
    ofPods pods: [ObjectName]? = nil
  ) -> SuppressedFindings {
    guard !suppressions.isEmpty else { return SuppressedFindings(told: findings, suppressed: []) }
    let wishes = Set(
      suppressions.flatMap { suppression in
        suppression.codes.map { SuppressionWish(object: suppression.field.object, code: ExactString($0)) }
      })
    let ofPods = PodSuppressions(of: wishes, on: findings, ofPods: pods, in: self)
    var used = ofPods.used
    var (told, suppressed) = ([Finding](), [Finding]())
    var subjects: [Finding: [ObjectName]] = [:]
    for finding in findings {
      let wish = SuppressionWish(object: finding.field.object, code: ExactString(finding.code))
      let split = ofPods.splits[finding]
      if wishes.contains(wish) {
        used.insert(wish)
        suppressed.append(finding)
      } else if let split, split.told.isEmpty {
        suppressed.append(finding)
      } else {
        told.append(finding)
        if let split { subjects[finding] = split.told }
      }
    }
    for suppression in suppressions {
      for code in suppression.codes {
        let isKnown = FindingKind.all.contains { $0.code.hasSameBytes(as: code) }
        if !isKnown {
          told.append(.unknownSuppression(of: code, by: suppression))
        } else if scope == .all,
          !used.contains(SuppressionWish(object: suppression.field.object, code: ExactString(code)))
        {
          told.append(.unusedSuppression(of: code, by: suppression))
        }
      }
    }
    return SuppressedFindings(told: told, suppressed: suppressed, subjects: subjects)
  }
}

extension Finding {
  fileprivate static func unknownSuppression(of code: String, by suppression: Suppression) -> Finding {
    let nearest = NearestName.of(code, among: FindingKind.all.map(\.code)).map { "; \($0) is" } ?? ""
    return Finding(
      .unknownSuppression, at: suppression.field, "\(code.quotedSafely) is no code of a finding\(nearest).")
  }

  fileprivate static func unusedSuppression(of code: String, by suppression: Suppression) -> Finding {
    Finding(
      .unusedSuppression, at: suppression.field, "\(code) is suppressed here and not found; take it out of the annotation.")
  }
}

extension FindingKind {
  /// A suppression names a code that no finding has.
  public static let unknownSuppression = FindingKind(
    "unknown-suppression", .warning, .suppressions,
    summary: "The annotation meshmap/ignore names a code that no finding has.",
    reason: "What it is meant to suppress is reported all the same.",
    remedy: "Write one of the codes that meshmap codes lists."
  )

  /// A suppression is about nothing that is found.
  public static let unusedSuppression = FindingKind(
    "unused-suppression", .info, .suppressions,
    summary: "The annotation meshmap/ignore names a code that is not found at its object.",
    reason: "It may hide the same finding when it comes back, and what it says about the object is not true any more.",
    remedy: "Take the code out of the annotation."
  )
}
