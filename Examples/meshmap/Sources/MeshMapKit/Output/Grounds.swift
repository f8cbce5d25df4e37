import KubernetesJSON
package import KubernetesObjects
import MeshDiagnostics
package import MeshMapping

/// What an answer rests on that is no verdict.
package struct Grounds: Sendable {
  /// What is taken for granted, and what was not looked at.
  let basis: VerdictBasis
  /// What the input lacks where there are no Pods in it at all, nor what makes some.
  let incomplete: [Incompleteness]

  /// What answers about the Pods of a cluster rest on that the filters leave.
  package init(of cluster: Cluster, where isChosen: (ObjectName) -> Bool) {
    basis = cluster.answerBasis(where: isChosen)
    let none = cluster.previewNames.isEmpty ? [Incompleteness(needs: .pods, pods: 0)] : []
    incomplete = none.map { $0.naming(cluster.completeness.unreadable) }
  }

  /// What reconciliation rests on: nothing but what is there.
  package static let nothing = Grounds(basis: VerdictBasis(premises: [], harmlessUnknowns: []), incomplete: [])

  private init(basis: VerdictBasis, incomplete: [Incompleteness]) {
    self.basis = basis
    self.incomplete = incomplete
  }

  /// The same of Pods that no control plane looks at: what would be in a mesh, and is not, rests on nothing.
  var ofPodsInNoMesh: Grounds {
    Grounds(basis: VerdictBasis(premises: [], harmlessUnknowns: [], idle: basis.idle), incomplete: incomplete)
  }

  /// Writes them as members of an object.
  func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    object.writeUnlessEmpty(incomplete, forKey: "incomplete")
    if !basis.isEmpty { object.write(basis, forKey: "restsOn") }
  }

  /// A line for each, for people.
  var lines: [String] { incomplete.map { "not known: \($0.advice)" } + Self.lines(of: basis) }

  /// A line for each thing that an answer rests on.
  static func lines(of basis: VerdictBasis) -> [String] { basis.sentences.map { "note: \($0)" } }
}
