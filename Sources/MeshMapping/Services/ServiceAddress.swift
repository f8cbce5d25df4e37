import KubernetesObjects

/// What outbounds need to know of a Service.
struct ServiceAddress: Sendable, Hashable {
  /// The virtual address; `None` for a headless Service.
  @ByteExact private(set) var clusterIP: String
  /// Whether the Service is an alias of a name outside the cluster.
  let isExternalName: Bool
  /// Whether the Service is headless: clients see the addresses of its Pods.
  let isHeadless: Bool

  /// What outbounds need to know of the given Service.
  init(of service: Service) {
    clusterIP = service.clusterIP
    isExternalName = service.isExternalName
    isHeadless = service.isHeadless
  }

  /// The port of a Service that the tag of a service names, and the Service; nil where it names none (OUT-1).
  ///
  /// The control plane takes any four parts for such a name, whatever the third one is.
  static func parse(_ tag: String) -> (service: ObjectName, port: Int)? {
    let parts = tag.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard parts.count == 4, let number = SignedDecimal.parse(parts[3]),
      (Int64(Int32.min)...Int64(Int32.max)).contains(number)
    else { return nil }
    let port = Int(UInt32(truncatingIfNeeded: number))
    // Nothing ever listens there.
    guard port != Dataplane.reservedPort else { return nil }
    return (ObjectName(namespace: String(Substring(parts[1])), name: String(Substring(parts[0]))), port)
  }
}
