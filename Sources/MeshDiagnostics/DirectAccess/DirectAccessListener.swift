public import KubernetesObjects

/// A listener that direct access gives a proxy: the address and port of a Pod, to which it connects as it stands.
public struct DirectAccessListener: Sendable, Hashable {
  /// The namespace and name of the Pod that is reached; of several Dataplanes at one place the first.
  public let pod: ObjectName
  /// Its address; empty where it has none yet.
  @ByteExact public private(set) var address: String
  /// Its port.
  public let port: Int
  /// How many Pods, and so listeners, it stands for: several where a workload has yet to make them.
  public let count: PodCount

  /// A listener for a port of a Pod.
  public init(pod: ObjectName, address: String, port: Int, count: PodCount = .exactly(1)) {
    self.pod = pod
    self.address = address
    self.port = port
    self.count = count
  }
}

extension DirectAccessListener: Comparable {
  /// By address as bytes, as the control plane sorts them, then by port; without addresses by Pod.
  public static func < (left: DirectAccessListener, right: DirectAccessListener) -> Bool {
    if !left.address.hasSameBytes(as: right.address) { return left.address.precedesInBytes(right.address) }
    return left.port == right.port ? left.pod < right.pod : left.port < right.port
  }
}

extension [DirectAccessListener] {
  /// How many listeners these are; at least so many, where it is unknown how many Pods a workload makes.
  var number: Int { reduce(0) { $0 + ($1.count.number ?? 1) } }
}

extension DirectAccessListener: Identifiable {
  /// The listener itself.
  public var id: DirectAccessListener { self }
}

extension DirectAccessListener: CustomStringConvertible {
  /// The address and port, e.g. `10.0.0.1:8080`, safe to print; of a Pod without an address, its name and the port.
  public var description: String {
    let isIPv6 = address.utf8.contains(UInt8(ascii: ":"))
    let place = address.isEmpty ? pod.description : isIPv6 ? "[\(address)]" : address
    return "\(place.printedSafely):\(port)"
  }
}
