public import KubernetesObjects
public import MeshMapping

/// A Pod that offers a service, or Pods that a workload will make, and the port that it is offered at.
public struct ServiceEndpoint: Sendable, Hashable {
  /// The namespace and name of the Pod; a pattern such as `web-*` where a workload has yet to make it.
  public let pod: ObjectName
  /// What makes the Pod; nil where nothing does.
  public let workload: WorkloadReference?
  /// How many Pods the endpoint stands for.
  public let count: PodCount
  /// The Pod's address; empty where it has none yet.
  @ByteExact public private(set) var address: String
  /// The port of the Pod; nil for a gateway, which receives nothing from the mesh at a port of its own.
  public let port: Int?
  /// Whether traffic is to be sent there; nil if unknown, as long as there is no Pod.
  public let state: Dataplane.State?

  /// An endpoint of the given values.
  public init(
    pod: ObjectName,
    workload: WorkloadReference? = nil,
    count: PodCount = .exactly(1),
    address: String,
    port: Int?,
    state: Dataplane.State?
  ) {
    self.pod = pod
    self.workload = workload
    self.count = count
    self.address = address
    self.port = port
    self.state = state
  }
}

extension ServiceEndpoint: Comparable {
  /// By the Pod, then by address and port.
  public static func < (left: ServiceEndpoint, right: ServiceEndpoint) -> Bool {
    if left.pod != right.pod { return left.pod < right.pod }
    if !left.address.hasSameBytes(as: right.address) { return left.address.precedesInBytes(right.address) }
    return (left.port ?? 0) < (right.port ?? 0)
  }
}

extension ServiceEndpoint: Identifiable {
  /// The endpoint itself: a Pod may offer a service at several ports.
  public var id: ServiceEndpoint { self }
}

extension ServiceEndpoint {
  /// Where an inbound of the Dataplane of a report receives.
  init(_ inbound: Dataplane.Inbound, of dataplane: Dataplane, in report: PodReport?) {
    let isKnown = report?.planned == nil
    self.init(
      pod: report?.name ?? dataplane.objectName,
      workload: report?.workload,
      count: report?.planned?.count ?? .exactly(1),
      address: inbound.address.isEmpty ? dataplane.networking.address : inbound.address,
      port: inbound.port,
      state: isKnown ? inbound.isReady ? .ready : inbound.state == .ready ? .notReady : inbound.state : nil
    )
  }
}
