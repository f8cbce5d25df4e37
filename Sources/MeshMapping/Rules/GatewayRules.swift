/// The rules of gateways.
package struct GatewayRules: Sendable, Hashable {
  /// Whether the annotation is read, by the controller and by the injector (GW-1, INJ-18).
  package var annotation: Reading
  /// Which values of the annotation make a gateway (GW-1, GW-4).
  package var values: Values
  /// How the Deployment of a `provided` gateway is found (GW-5).
  package var deployment: DeploymentLookup
  /// Whether the annotation's value `builtin` is read (GW-6).
  package var builtin: Reading
  /// What becomes of builtin gateways whose tags are null (GW-7).
  package var nullTags: NullTags
  /// Whether the controller gives builtin gateways labels (GW-8).
  package var builtinLabels: Presence

  /// Which values of the annotation make a delegated gateway.
  package enum Values: Sendable, Hashable {
    /// A switch: on is a gateway, off an ordinary Pod.
    case switchWords
    /// `enabled` and `provided`; every other value is an error.
    case enabledOrProvided
  }

  /// What becomes of builtin gateways whose tags are null.
  package enum NullTags: Sendable, Hashable {
    /// They are none; a zone that is to be added to them crashes the control plane.
    case none
    /// They cannot be read.
    case refused
  }

  /// How the Deployment of a Pod is found.
  package enum DeploymentLookup: Sendable, Hashable {
    /// Through the first owner that is a ReplicaSet.
    case firstReplicaSet
    /// As the owner that names a Pod without a Service.
    case owner
  }
}
