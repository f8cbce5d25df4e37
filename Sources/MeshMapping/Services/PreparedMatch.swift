import KubernetesObjects

/// A ``ServiceMatch`` whose Service is prepared under the control plane that maps the Pod.
package struct PreparedMatch: Sendable, Hashable {
  package let service: PreparedService
  package let relation: ServiceMatch.Relation

  /// The match as it is told.
  var match: ServiceMatch {
    ServiceMatch(service: service.service, relation: relation, filledInTargetPorts: service.filledInTargetPorts)
  }
}

extension ControlPlane {
  /// Matches with their Services prepared for the Pods of a namespace.
  func prepared(_ matches: [ServiceMatch], for namespace: String) -> [PreparedMatch] {
    matches.map { match in
      PreparedMatch(service: PreparedService(match, podNamespace: namespace, under: self), relation: match.relation)
    }
  }
}
