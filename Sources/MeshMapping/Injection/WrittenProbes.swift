import KubernetesObjects

/// What the injector writes about the probes of a Pod (WRITE-5).
struct WrittenProbes {
  /// Whether virtual probes are on.
  let virtual: InjectorSettings.Switch
  /// The port of virtual probes.
  let virtualPort: Int
  /// The port of the proxy of probes, 0 for none; nil where the release has no such proxy.
  let proxyPort: Int?

  /// Where the probes are redirected to.
  enum Redirection {
    /// The HTTP probes to a port of their own.
    case virtual(port: Int)
    /// All probes to the proxy of probes.
    case proxy(port: Int)

    /// The port.
    var port: Int {
      switch self {
      case .virtual(let port), .proxy(let port): port
      }
    }
  }

  /// Where the probes are redirected to; nil where they stay as they are.
  var redirection: Redirection? {
    if let proxyPort, proxyPort > 0 { return .proxy(port: proxyPort) }
    return virtual == .enabled ? .virtual(port: virtualPort) : nil
  }
}
