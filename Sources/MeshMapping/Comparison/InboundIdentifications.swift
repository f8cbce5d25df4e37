import KubernetesObjects

/// What tells the inbounds of the Dataplanes of Pods apart that are compared.
enum InboundIdentifications {
  /// What the two Dataplanes of each Pod say.
  case byDataplanes
  /// What told them apart in another comparison, so that what is found is told as it was there; what the Dataplanes say where nothing
  /// differed.
  case asIn(ClusterDifferences)

  /// What tells the inbounds of a Pod's Dataplanes apart; nil where that is for these to say.
  subscript(pod: ObjectName) -> Dataplane.InboundIdentification? {
    switch self {
    case .byDataplanes: nil
    case .asIn(let differences): differences.own[pod]?.identification
    }
  }
}
