package import KubernetesJSON
import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// What `lint` found: the findings with their places and fixes, and what they rest on.
package struct LintReport: Sendable {
  /// A finding, where it is and what mends it.
  package struct Item: Sendable {
    let finding: Finding
    let place: FieldPlace?
    let related: [(field: RelatedField, place: FieldPlace?)]
    let fixes: [ShownFix]
    /// The Pods that it is told of; nil where it is not about Pods.
    let subjects: LintSearch.Subjects?
    /// Whether it is why its object cannot be read.
    var stage = Stage.found
  }

  /// Where something is found.
  enum Stage: Sendable {
    /// Among the objects.
    case found
    /// As the objects are read.
    case reading
  }

  let rules: RulesInUse
  /// What is told, what matters most first.
  package let items: [Item]
  /// What annotations suppress, in order.
  let suppressed: [Item]
  /// How many findings options suppress.
  let ignored: Int
  /// The codes that options leave out and that are not found, in order.
  let unused: [UnusedIgnore]
  let counts: LintSearch.Counts
  /// What decides and is not in the input.
  package let incomplete: [Incompleteness]
  /// What the verdict rests on that the input does not hold.
  let basis: VerdictBasis

  /// The worst severity of what is told; nil where nothing is.
  package var worst: Severity? { items.map(\.finding.severity).max() }

  /// How many findings of a severity are told.
  func count(_ severity: Severity) -> Int { items.count { $0.finding.severity == severity } }
}

extension LintReport: JSONWritable {
  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      rules.writeMembers(to: &object)
      object.write(items, forKey: "findings")
      object.writeUnlessEmpty(unused, forKey: "unusedIgnores")
      object.write(counts, forKey: "lookedAt")
      object.writeUnlessEmpty(incomplete, forKey: "incomplete")
      if !basis.isEmpty { object.write(basis, forKey: "restsOn") }
    }
  }
}

extension LintReport.Item: JSONWritable {
  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      LocatedFinding(finding: finding, place: place).writeMembers(to: &object)
      object.writeObject(forKey: "object") { write(finding.field.object, to: &$0) }
      object.writeUnlessEmpty("\(finding.field.path)", forKey: "field")
      if let subjects {
        object.write("\(subjects.first)".printedSafely, forKey: "pod")
        object.write(subjects.count, forKey: "pods")
      }
      object.writeArray(forKey: "related") { array in
        for (related, place) in related {
          array.writeObject { object in
            object.write(related.message, forKey: "message")
            object.writeObject(forKey: "object") { write(related.field.object, to: &$0) }
            object.writeUnlessEmpty("\(related.field.path)", forKey: "field")
            object.write(place, forKey: "location")
          }
        }
      }
      object.write(fixes, forKey: "fixes")
    }
  }

  private func write<Sink: JSONSink>(_ reference: ObjectReference, to object: inout Sink) {
    object.write(reference.kind.printedSafely, forKey: "kind")
    object.writeUnlessEmpty(reference.namespace.printedSafely, forKey: "namespace")
    object.write(reference.name.printedSafely, forKey: "name")
  }
}
