extension Verification.Unchecked.Reason {
  /// What the input would have to hold; nothing where more input would not help.
  public var needs: [Completeness.Kind] {
    switch self {
    case .needs(let kinds): kinds
    case .unreadable(let object): [Completeness.Kind(of: object)].compactMap(\.self)
    case .notOwnedByPod, .stays: []
    }
  }

  /// The reason as a sentence.
  public var message: String {
    switch self {
    case .needs([.pods]): "Its Pod is not in the input: add the Pods, or there is nothing to check the Dataplane against."
    case .unreadable(let object): "\(object.brokenPhrase): fix it."
    case .needs([.dataplanes]): "The input has no Dataplanes: add those of kubectl get dataplanes -A -o json."
    case .needs(let kinds): "Not all of it can be checked; add \(Completeness.list(of: kinds)) to the input."
    case .notOwnedByPod: "No Pod owns it, so that the rules say nothing about it."
    case .stays(let failure): "The Dataplane stays as it is, whatever it is: \(failure.message)"
    }
  }
}
