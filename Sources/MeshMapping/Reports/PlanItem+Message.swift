import KubernetesObjects

extension PlanItem {
  /// What is done, as a sentence that is safe to print.
  public var message: String {
    switch self {
    case .create(let resource): "The \(resource.kind) is created."
    case .update(let resource, let differences):
      "The \(resource.kind) is updated: \(differences.map(\.message).joined(separator: " "))"
    case .unchanged(let resource): "The \(resource.kind) is as it should be."
    case .delete(let reason, _): DataplaneVerdict.delete(reason).description
    case .collect: "The Dataplane is left to the garbage collector, since its Pod is gone."
    case .fail(let failure, _): failure.message
    case .leave(let reason, _): DataplaneVerdict.leave(reason).description
    case .unknown(let needs, _): DataplaneVerdict.unknown(needs: needs).description
    }
  }
}

extension PlanItem: CustomStringConvertible {
  /// What is done, as a sentence that is safe to print.
  public var description: String { message }
}

extension ClusterPlan.Element: CustomStringConvertible {
  /// The name and what is done, safe to print.
  public var description: String { "\(name.namespace.printedSafely)/\(name.name.printedSafely): \(item.message)" }
}
