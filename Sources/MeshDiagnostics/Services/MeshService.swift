public import KubernetesObjects
public import MeshMapping

/// A service of a mesh, by its name: what gives it, and the Pods behind it.
public struct MeshService: Sendable, Hashable {
  /// The mesh.
  @ByteExact public private(set) var mesh: String
  /// The name, which is the tag `kuma.io/service`; where inbounds have no tags, the Kubernetes Service and its port, e.g. `demo/web:80`.
  @ByteExact public private(set) var name: String
  /// What gives the service its name, each once, in order.
  public let sources: [Source]
  /// The application protocols that its inbounds speak, each once, in order; more than one where Pods do not agree.
  public let protocols: [ApplicationProtocol]
  /// Where it is offered, in order.
  public let endpoints: [ServiceEndpoint]

  /// A service of the given values.
  public init(
    mesh: String,
    name: String,
    sources: [Source],
    protocols: [ApplicationProtocol],
    endpoints: [ServiceEndpoint]
  ) {
    self.mesh = mesh
    self.name = name
    self.sources = sources
    self.protocols = protocols
    self.endpoints = endpoints
  }

  /// Whether several objects that have nothing to do with each other give the name, so that whoever asks for one may reach another.
  public var isAmbiguous: Bool { sources.count > 1 }

  /// The ports of Pods that it is offered at, each once, in order. O(*n* log *n*).
  public var ports: [Int] { Set(endpoints.compactMap(\.port)).sorted() }

  /// What gives a service its name.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Source: Sendable, Hashable {
    /// A port of a Service.
    case servicePort(ObjectName, port: Int)
    /// What makes Pods without a Service.
    case workload(WorkloadReference)
    /// A Pod without a Service that is named after itself.
    case pod(ObjectName)
    /// The annotation of the tags of a builtin gateway, on this Pod or what makes it.
    case gatewayAnnotation(WorkloadReference?, pod: ObjectName)
    /// A label that takes the place of the tag.
    case label(pod: ObjectName)
  }

  /// An application protocol, and where it is said.
  public struct ApplicationProtocol: Sendable, Hashable {
    /// The protocol, e.g. `http`.
    @ByteExact public private(set) var name: String
    /// Where it is said; that of ``TagOrigin/defaultValue`` where nothing says it.
    public let origin: TagOrigin

    /// A protocol that is said in the given place.
    public init(name: String, origin: TagOrigin) {
      self.name = name
      self.origin = origin
    }
  }
}

extension MeshService: Identifiable {
  /// The mesh and the name.
  public var id: [ExactString] { [ExactString(mesh), ExactString(name)] }
}

extension MeshService.Source {
  /// The source as a phrase that is safe to print, e.g. `Service demo/web port 80`.
  public var phrase: String {
    switch self {
    case .servicePort(let service, let port): "Service \(service.description.printedSafely) port \(port)"
    case .workload(let workload): "\(workload.phrase), without a Service"
    case .pod(let pod): "Pod \(pod.name.printedSafely), without a Service"
    case .gatewayAnnotation(let workload, let pod):
      "the annotation \(KumaKey.tags) of \(workload?.phrase ?? "Pod \(pod.name.printedSafely)")"
    case .label(let pod): "a label of Pod \(pod.name.printedSafely), which takes the place of the tag"
    }
  }

  /// The name of the case, which never changes its meaning.
  public var code: String {
    switch self {
    case .servicePort: "servicePort"
    case .workload: "workload"
    case .pod: "pod"
    case .gatewayAnnotation: "gatewayAnnotation"
    case .label: "label"
    }
  }
}
