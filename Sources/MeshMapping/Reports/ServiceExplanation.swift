public import KubernetesObjects

/// Whether a Service belongs to a Pod, and why.
public struct ServiceExplanation: Sendable, Hashable {
  /// The Service's name.
  @ByteExact public private(set) var name: String
  /// Whether it belongs to the Pod.
  public let verdict: Verdict

  /// An explanation of the given values.
  public init(name: String, verdict: Verdict) {
    self.name = name
    self.verdict = verdict
  }

  /// Whether a Service belongs to a Pod.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Verdict: Sendable, Hashable {
    /// It does, and its ports are found so.
    case belongs(ServiceMatch.Relation, ports: [Port])
    /// It is annotated to be left out.
    case ignored(Evidence)
    /// It has no selector, and no EndpointSlice of it names the Pod, or the release does not look at them.
    case noSelector
    /// The Pod's label is not what the selector wants; nil where the label is absent.
    case labelDiffers(key: ExactString, wanted: ExactString, found: ExactString?)
    /// The selector wants a value of a label that is known only once there are Pods.
    case labelUnknown(key: ExactString, wanted: ExactString)
    /// The control plane does not survive looking.
    case crash(MappingFailure)
  }

  /// A port of a Service on a Pod.
  public struct Port: Sendable, Hashable {
    /// The port.
    public let port: ServicePort
    /// What it is on the Pod.
    public let resolution: PortResolution

    /// A port with what it is on the Pod.
    public init(port: ServicePort, resolution: PortResolution) {
      self.port = port
      self.resolution = resolution
    }
  }
}
