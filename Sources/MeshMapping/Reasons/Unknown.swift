public import KubernetesObjects

/// A value of a resource that the input does not decide. It is left out of the resource and reported separately.
public struct Unknown: Sendable, Hashable {
  /// Where the value would stand in the resource, e.g. `spec.networking.inbound[0].tags["topology.kubernetes.io/zone"]`; inbounds
  /// count from 0.
  @ByteExact public private(set) var path: String
  /// What the input would have to hold for the value to be known.
  public let needs: Completeness.Kind

  /// An unknown value of the given place and need.
  public init(path: String, needs: Completeness.Kind) {
    self.path = path
    self.needs = needs
  }
}
