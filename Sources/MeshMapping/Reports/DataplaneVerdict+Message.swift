extension DataplaneVerdict {
  /// The name of the reason, which never changes its meaning; nil where the Dataplane is applied.
  public var code: String? {
    switch self {
    case .apply: nil
    case .delete(let reason): reason.rawValue
    case .leave(let reason): reason.rawValue
    case .pending(let reason): reason.rawValue
    case .fail(let failure): failure.code
    case .unknown: "incompleteInput"
    }
  }

  /// The verdict as a sentence, safe to print; nil where the Dataplane is applied.
  public var message: String? {
    switch self {
    case .apply: nil
    case .delete(.podSucceeded): "A Dataplane that exists is deleted, since the Pod has succeeded."
    case .delete(.podHasNoAddress): "A Dataplane that exists is deleted, since the Pod has no address."
    case .delete(.podEvicted): "A Dataplane that exists is deleted, since the Pod was evicted."
    case .delete(.onlySidecarRuns):
      "A Dataplane that exists is deleted, since only the sidecar of the Pod still runs, which is told to quit."
    case .leave(.notInjected):
      "The control plane leaves the Pod alone, since it lacks the annotation kuma.io/sidecar-injected."
    case .leave(.podHasNoAddress): "The control plane leaves the Pod alone, since it has no address."
    case .leave(.podFinished):
      "The control plane leaves the Pod alone, since its containers have ended, the sidecar apart, or none has a status."
    case .leave(.namespaceTerminating): "The control plane leaves the Pod alone, since its Namespace is being deleted."
    case .leave(.willNotBeInjected): "There is no Dataplane, since the Pod gets no sidecar."
    case .pending(.podHasNoAddress): "The Dataplane will be this once the Pod has an address."
    case .pending(.outboundHasNoAddress):
      "The Dataplane will be this once the Services and Pods among its outbounds have addresses."
    case .fail(let failure): failure.message
    case .unknown(let needs): "What happens to the Dataplane is unknown; add \(Completeness.list(of: needs)) to the input."
    }
  }
}
