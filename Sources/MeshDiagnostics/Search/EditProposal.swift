public import KubernetesObjects
import MeshMapping

/// Edits that lead to a goal: they were tried, and this is what else they do.
public struct EditProposal: Sendable, Hashable {
  /// The edits, the Pods that become others by them, and the workloads whose Pods have to be made anew.
  public let fix: Fix
  /// Other Pods that would get a sidecar with it, by namespace and name.
  public let joining: [ObjectName]
  /// Other Pods that would get none any more, by namespace and name.
  public let leaving: [ObjectName]
  /// Other Pods that offer other services or ports then, or belong to another mesh, by namespace and name.
  public let changing: [ObjectName]
  /// How many Pods the names of Pods stand for that workloads have yet to make, where that is known.
  let counts: [ObjectName: Int]
}

extension EditProposal {
  /// How many other Pods become others. O(*n*).
  public var otherPods: Int { number(of: joining) + number(of: leaving) + number(of: changing) }

  /// Who else is touched, as sentences that are safe to print.
  public var effect: String {
    let parts = [
      Self.sentence(number(of: joining), joining, "would join"),
      Self.sentence(number(of: leaving), leaving, "would leave the mesh"),
      Self.sentence(number(of: changing), changing, "would offer other services or ports"),
    ]
    let told = parts.compactMap(\.self)
    return told.isEmpty ? "No other Pod is touched." : told.joined(separator: " ")
  }

  private func number(of names: [ObjectName]) -> Int { names.reduce(0) { $0 + (counts[$1] ?? 1) } }

  private static func sentence(_ number: Int, _ names: [ObjectName], _ verb: String) -> String? {
    guard let first = names.first else { return nil }
    let list = names.count <= 3 ? names.map(\.name.printedSafely).joined(separator: ", ") : "\(first.name.printedSafely), …"
    return "\(number) more Pod\(number == 1 ? "" : "s") \(verb): \(list)."
  }
}

extension EditProposal: Identifiable {
  /// The edits.
  public var id: [Edit] { fix.edits }
}
