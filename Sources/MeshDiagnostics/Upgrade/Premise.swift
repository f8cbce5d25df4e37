/// What an answer takes for granted that no object of the input says (UPG-4).
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum Premise: String, Sendable, Hashable, CaseIterable {
  /// Namespaces of Pods are not in the input, and somebody said which labels they have.
  case namespaceLabels = "namespace-labels"
  /// The input has no Service, and no Pod is taken to have one.
  case noServices = "no-services"
  /// The input has no Mesh, and the one that every installation makes is taken to exist.
  case defaultMesh = "default-mesh"
  /// The input has no policy, and nothing is taken to select by what changes.
  case noPolicies = "no-policies"
}

extension Premise {
  /// What is taken for granted, as a sentence.
  public var message: String {
    switch self {
    case .namespaceLabels: "Namespaces that are not in the input are taken to have the labels that were given for them."
    case .noServices: "The input has no Service, so no Pod is taken to be behind one."
    case .defaultMesh: "The input has no Mesh, so the mesh default is taken to be as an installation creates it."
    case .noPolicies: "The input has no policies, so nothing is taken to select by tags or labels."
    }
  }
}
