import KubernetesObjects
import MeshMapping

/// What suppressions of Pods, and of what makes them, come to for findings on them that are at other objects: at their Namespace, say, whose
/// label decides about all of its Pods. It lives for one call.
struct PodSuppressions {
  /// The Pods that a finding is told of, and those that do not want to hear of it.
  struct Split {
    var told: [ObjectName] = []
    var isSuppressed = false
  }

  /// The findings that at least one Pod does not want to hear of, with the others that have them.
  private(set) var splits: [Finding: Split] = [:]
  /// The wishes that suppress something.
  private(set) var used: Set<SuppressionWish> = []

  /// What the wishes come to.
  ///
  /// Only namespaces are looked at in which there is such a wish, and a finding of its code at an object without one.
  ///
  /// - Parameters:
  ///   - wishes: All wishes.
  ///   - findings: What was found.
  ///   - pods: The Pods that were looked at; nil for all.
  ///   - diagnostics: The cluster.
  init(of wishes: Set<SuppressionWish>, on findings: [Finding], ofPods pods: [ObjectName]?, in diagnostics: Diagnostics) {
    let ofPods = wishes.filter { !$0.object.isServiceOrNamespace }
    guard !ofPods.isEmpty else { return }
    let codes = Dictionary(grouping: ofPods) { ExactString($0.object.namespace) }.mapValues { Set($0.map(\.code)) }
    let elsewhere = findings.filter { finding in
      guard finding.field.object.isServiceOrNamespace, !finding.isOfService else { return false }
      return codes[ExactString(finding.field.object.effectiveNamespace)]?.contains(ExactString(finding.code)) ?? false
    }
    guard !elsewhere.isEmpty else { return }
    let asked = Set(elsewhere)
    for namespace in Set(elsewhere.map { ExactString($0.field.object.effectiveNamespace) }) {
      look(in: namespace.string, ofPods, asked, pods, diagnostics)
    }
  }

  private mutating func look(
    in namespace: String, _ wishes: Set<SuppressionWish>, _ asked: Set<Finding>, _ pods: [ObjectName]?,
    _ diagnostics: Diagnostics
  ) {
    let cluster = diagnostics.cluster
    let names = pods?.filter { $0.namespace.hasSameBytes(as: namespace) } ?? cluster.previewNames(in: namespace)
    let reports = cluster.previews(of: names)
    var splits: [Finding: Split] = [:]
    for (report, findings) in zip(reports, diagnostics.findings(on: reports)) {
      let object = EditablePod(of: report, in: cluster).whole.object
      for finding in findings where asked.contains(finding) {
        let wish = SuppressionWish(object: object, code: ExactString(finding.code))
        if wishes.contains(wish) {
          used.insert(wish)
          splits[finding, default: Split()].isSuppressed = true
        } else {
          splits[finding, default: Split()].told.append(report.name)
        }
      }
    }
    for (finding, split) in splits where split.isSuppressed { self.splits[finding] = split }
  }
}

/// One code that a suppression names.
struct SuppressionWish: Hashable {
  let object: ObjectReference
  let code: ExactString
}

extension ObjectReference {
  /// Whether it is a Service or a Namespace, whose own suppressions are about what is found there.
  fileprivate var isServiceOrNamespace: Bool {
    apiGroup.isEmpty && (kind.hasSameBytes(as: Service.kind) || kind.hasSameBytes(as: Namespace.kind))
  }

  /// The namespace that it is in, or is.
  fileprivate var effectiveNamespace: String { kind.hasSameBytes(as: Namespace.kind) ? name : namespace }
}

extension Finding {
  /// Whether it is what there is to say of a Service, whichever Pods the Service selects.
  fileprivate var isOfService: Bool {
    field.object.kind.hasSameBytes(as: Service.kind) && Catalogue.serviceChecks.contains { $0.kind == kind }
  }
}
