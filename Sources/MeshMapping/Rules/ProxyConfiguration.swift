public import KubernetesObjects

/// What is known of the ConfigMap that transparent proxying is set up with (WRITE-8).
public enum ProxyConfiguration: Sendable, Hashable {
  /// Nothing: it is taken to exist and to hold Kuma's defaults.
  case unknown
  /// It does not exist, or it holds no configuration that Kuma can read.
  case missing
  /// It holds a configuration.
  case found(Contents)

  /// What the mapping reads of a configuration.
  public struct Contents: Sendable, Hashable {
    /// The IP family mode, as it is written.
    @ByteExact public var ipFamilyMode: String
    /// The port that incoming traffic is redirected to, which holds only where none is.
    public var inboundPort: Int
    /// Whether incoming traffic is redirected.
    public var inboundRedirection: InjectorSettings.Switch

    /// Contents of the given values; where none is given, Kuma's defaults.
    public init(
      ipFamilyMode: String = "dualstack",
      inboundPort: Int = 15006,
      inboundRedirection: InjectorSettings.Switch = .enabled
    ) {
      self.ipFamilyMode = ipFamilyMode
      self.inboundPort = inboundPort
      self.inboundRedirection = inboundRedirection
    }
  }

  /// What is found, Kuma's defaults where that is nothing.
  var contents: Contents { if case .found(let contents) = self { contents } else { Contents() } }
}
