/// An object of a Kubernetes cluster: of a kind that the mapping reads, or any other by its name.
public enum KubernetesObject: Sendable, Hashable {
  case pod(Pod)
  case service(Service)
  case namespace(Namespace)
  case node(Node)
  case endpointSlice(EndpointSlice)
  case replicaSet(ReplicaSet)
  case job(Job)
  /// An object of a kind that nothing here reads.
  case unsupported(UnsupportedObject)
}

extension KubernetesObject: Decodable {
  /// Decodes the object that `apiVersion` and `kind` name. Unknown kinds are kept as unsupported, not refused.
  public init(from decoder: any Decoder) throws {
    let type = try ObjectType(from: decoder)
    guard !type.kind.isEmpty else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath + [AnyKey(stringValue: "kind")],
          debugDescription: "is missing; every Kubernetes object has one, kind: Pod say"
        )
      )
    }
    switch type.kind {
    case Pod.kind where Pod.reads(type): self = .pod(try Pod(from: decoder))
    case Service.kind where Service.reads(type): self = .service(try Service(from: decoder))
    case Namespace.kind where Namespace.reads(type): self = .namespace(try Namespace(from: decoder))
    case Node.kind where Node.reads(type): self = .node(try Node(from: decoder))
    case EndpointSlice.kind where EndpointSlice.reads(type): self = .endpointSlice(try EndpointSlice(from: decoder))
    case ReplicaSet.kind where ReplicaSet.reads(type): self = .replicaSet(try ReplicaSet(from: decoder))
    case Job.kind where Job.reads(type): self = .job(try Job(from: decoder))
    default: self = .unsupported(UnsupportedObject(type: type))
    }
  }
}

extension KubernetesObject: ListElement {}
