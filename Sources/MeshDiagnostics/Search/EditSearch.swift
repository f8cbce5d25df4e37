public import KubernetesObjects
public import MeshMapping

/// What would change it: the answer to a goal for a Pod.
public struct EditSearch: Sendable, Hashable {
  /// What happens to the Pod when it is created anew from what its owner wrote, before any edit.
  public let report: PodReport
  /// The goal.
  public let goal: EditGoal
  /// The answer.
  public let answer: Answer

  /// The answer to a goal.
  public enum Answer: Sendable, Hashable {
    /// Nothing has to be edited: it is so, once this is recreated; nil where it is so already.
    case alreadySo(recreating: Recreation?)
    /// Edits that lead there, the smallest first, and those by which Pods stop working after the others; never empty.
    case edits([EditProposal])
    /// No edit of a label, an annotation, a selector or a port leads there.
    case obstacle(Obstacle)
  }

  /// Why no edit leads to a goal.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Obstacle: Sendable, Hashable {
    /// The Pod's Namespace is not in the input.
    case namespaceMissing
    /// The Pod's Namespace is there and could not be read.
    case namespaceUnreadable
    /// No Pod of the namespace is ever injected.
    case namespaceOutOfScope
    /// There is no Service of the name in the Pod's namespace; one whose name is near, or another port that it has.
    case noService(nearest: ExactString?)
    /// A service is of the Pods of its own namespace, and the Pod is in another one.
    case otherNamespace(ExactString)
    /// The name is not that of a service.
    case noName(ServiceNameError)
    /// The release's inbounds have no tags, so that no service has such a name.
    case noTags
    /// None of the edits that were tried leads there.
    case nothingFound
  }
}

extension EditSearch {
  /// Why it is as it is before any edit, as a sentence that is safe to print: without advice to the contrary where that is what is wanted.
  public var reason: String {
    guard goal == .notInjected else { return report.injectionMessage }
    switch report.admission.decision {
    case .skip(.webhookNotCalled(let misses)):
      return
        "No sidecar is added, since the API server does not ask the injector: \(misses.map(\.phrase).joined(separator: "; "))."
    case .skip(.notRequested): return "No sidecar is added, since nothing asks for it."
    default: return report.injectionMessage
    }
  }
}

extension EditSearch.Obstacle {
  /// Why no edit leads to the goal, as a sentence that is safe to print.
  public var message: String {
    switch self {
    case .namespaceMissing: "The Pod's Namespace is not in the input; add it."
    case .namespaceUnreadable: "The Pod's Namespace could not be read; fix it."
    case .namespaceOutOfScope: "No Pod of this namespace is ever injected; move the Pod to another one."
    case .noService(let nearest):
      "The namespace has no Service that gives this name\(nearest.map { "; \($0.string.printedSafely) is there" } ?? ""); create it, or write the name of one that is there."
    case .otherNamespace(let namespace):
      "The service is of Pods in namespace \(namespace.string.printedSafely), and the Pod is in another one."
    case .noName(let error): "That is not the name of a service: \(error)."
    case .noTags: "Inbounds have no tags here, so that no service has such a name."
    case .nothingFound:
      "No edit of labels, annotations, selectors and ports that was tried leads there; the explanation of the Pod shows what stands in the way."
    }
  }

  /// The name of the obstacle, which never changes its meaning.
  public var code: String {
    switch self {
    case .namespaceMissing: "namespaceMissing"
    case .namespaceUnreadable: "namespaceUnreadable"
    case .namespaceOutOfScope: "namespaceOutOfScope"
    case .noService: "noService"
    case .otherNamespace: "otherNamespace"
    case .noName: "noName"
    case .noTags: "noTags"
    case .nothingFound: "nothingFound"
    }
  }
}
