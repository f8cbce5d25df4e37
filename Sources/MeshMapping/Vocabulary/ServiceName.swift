public import KubernetesObjects

/// The name that Kuma gives a service on Kubernetes: `<name>_<namespace>_svc_<port>` of a Service's port, or
/// `<name>_<namespace>_svc` of a Pod without a Service (NAME-1, TAG-4, POD-2).
public struct ServiceName: Sendable, Hashable {
  /// The name of the Service, or of the Pod or its owner.
  @ByteExact public private(set) var name: String
  /// The namespace.
  @ByteExact public private(set) var namespace: String
  /// The Service's port, or nil for a Pod without a Service.
  public let port: Int?

  /// The name made of the given parts, which are not checked: what comes from objects is taken as it is.
  public init(name: String, namespace: String, port: Int? = nil) {
    self.name = name
    self.namespace = namespace
    self.port = port
  }

  /// The name of one port of a Service.
  public init(of service: Service, port: ServicePort) {
    self.init(name: service.metadata.name, namespace: service.metadata.effectiveNamespace, port: port.port)
  }
}

extension ServiceName: CustomStringConvertible {
  /// The name as Kuma writes it, e.g. `backend_demo_svc_80`.
  public var description: String {
    if let port { "\(name)_\(namespace)_svc_\(port)" } else { "\(name)_\(namespace)_svc" }
  }
}
