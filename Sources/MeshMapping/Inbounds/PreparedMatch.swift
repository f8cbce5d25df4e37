import KubernetesObjects

/// A ``ServiceMatch`` whose Service is prepared under the control plane that maps the Pod.
struct PreparedMatch: Sendable, Hashable {
  let service: PreparedService
  let relation: ServiceMatch.Relation

  /// The match as it is told.
  var match: ServiceMatch { ServiceMatch(service: service.service, relation: relation) }
}

extension ControlPlane {
  /// Matches with their Services prepared for a Pod.
  func prepared(_ matches: [ServiceMatch], for pod: Pod) -> [PreparedMatch] {
    matches.map { match in
      let service = PreparedService(match.service, podNamespace: pod.metadata.effectiveNamespace, under: self)
      return PreparedMatch(service: service, relation: match.relation)
    }
  }
}
