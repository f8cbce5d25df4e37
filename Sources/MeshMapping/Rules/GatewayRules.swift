/// The rules of gateways.
public struct GatewayRules: Sendable, Hashable {
  /// Which values of the annotation make a gateway (GW-1, GW-4).
  public var values: Values
  /// How the Deployment of a `provided` gateway is found (GW-5).
  public var deployment: DeploymentLookup
  /// Whether a `builtin` gateway is known (GW-6).
  public var builtin: Builtin

  /// Which values of the annotation make a delegated gateway.
  public enum Values: Sendable, Hashable {
    /// A switch: on is a gateway, off an ordinary Pod.
    case switchWords
    /// `enabled` and `provided`; every other value is an error.
    case enabledOrProvided
  }

  /// How the Deployment of a Pod is found.
  public enum DeploymentLookup: Sendable, Hashable {
    /// Through the first owner that is a ReplicaSet.
    case firstReplicaSet
    /// As the owner that names a Pod without a Service.
    case owner
  }

  /// Whether a `builtin` gateway is known.
  public enum Builtin: Sendable, Hashable {
    case notKnown
    case known
  }
}
