import KubernetesObjects

/// A ``ServiceMatch`` whose Service is prepared under the control plane that maps the Pod.
package struct PreparedMatch: Sendable, Hashable {
  package let service: PreparedService
  package let relation: ServiceMatch.Relation

  /// The match as it is reported.
  var match: ServiceMatch {
    ServiceMatch(service: service.service, relation: relation, filledInTargetPorts: service.filledInTargetPorts)
  }
}

extension ControlPlane {
  /// Matches with their Services prepared for the Pods of a namespace.
  func prepared(_ matches: [ServiceMatch], for namespace: String) -> [PreparedMatch] {
    matches.map { match in
      let service = PreparedService(
        match.service, podNamespace: namespace, filledInTargetPorts: match.filledInTargetPorts, under: self)
      return PreparedMatch(service: service, relation: match.relation)
    }
  }
}
