/// An object of a Kubernetes cluster: of a kind that the mapping reads, or any other by its name.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum KubernetesObject: Sendable, Hashable {
  /// A Pod.
  case pod(Pod)
  /// A Service.
  case service(Service)
  /// A Namespace.
  case namespace(Namespace)
  /// A Node.
  case node(Node)
  /// An EndpointSlice.
  case endpointSlice(EndpointSlice)
  /// A ReplicaSet.
  case replicaSet(ReplicaSet)
  /// A Job.
  case job(Job)
  /// A Deployment.
  case deployment(Deployment)
  /// A ReplicationController.
  case replicationController(ReplicationController)
  /// A StatefulSet.
  case statefulSet(StatefulSet)
  /// A DaemonSet.
  case daemonSet(DaemonSet)
  /// A CronJob.
  case cronJob(CronJob)
  /// A Rollout of Argo Rollouts.
  case rollout(Rollout)
  /// A PodTemplate.
  case podTemplate(PodTemplate)
  /// An object of another kind that makes Pods.
  case customWorkload(CustomWorkload)
  /// A Pod that has yet to be given its name.
  case unnamedPod(UnnamedPod)
  /// An object of a kind that nothing here reads.
  case unsupported(UnsupportedObject)
}

extension KubernetesObject: ListElement {
  /// Decodes an object of a type. Unknown kinds are kept as unsupported, not refused.
  ///
  /// - Throws: `DecodingError` where the object has no kind or is not what its kind says.
  public init(from decoder: any Decoder, as type: ObjectType) throws {
    guard !type.kind.isEmpty else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath + [AnyKey(stringValue: "kind")],
          debugDescription: "is missing; every Kubernetes object has one, such as kind: Pod"
        )
      )
    }
    switch type.kind {
    case Pod.kind where Pod.reads(type): self = try Self.pod(from: decoder)
    case Service.kind where Service.reads(type): self = .service(try Service(fieldsFrom: decoder))
    case Namespace.kind where Namespace.reads(type): self = .namespace(try Namespace(fieldsFrom: decoder))
    case Node.kind where Node.reads(type): self = .node(try Node(fieldsFrom: decoder))
    case EndpointSlice.kind where EndpointSlice.reads(type): self = .endpointSlice(try EndpointSlice(fieldsFrom: decoder))
    case ReplicaSet.kind where ReplicaSet.reads(type): self = .replicaSet(try ReplicaSet(fieldsFrom: decoder))
    case Job.kind where Job.reads(type): self = .job(try Job(fieldsFrom: decoder))
    default: self = try Self.workload(from: decoder, as: type) ?? .unsupported(UnsupportedObject(type: type, from: decoder))
    }
  }

  /// A Pod, whether it has its name or has yet to be given it.
  private static func pod(from decoder: any Decoder) throws -> KubernetesObject {
    do {
      return .pod(try Pod(fieldsFrom: decoder))
    } catch let error as DecodingError {
      guard let pod = try UnnamedPod(from: decoder) else { throw error }
      return .unnamedPod(pod)
    }
  }

  /// An object that makes Pods, of a kind that nothing else reads; nil where it is none.
  private static func workload(from decoder: any Decoder, as type: ObjectType) throws -> KubernetesObject? {
    switch type.kind {
    case Deployment.kind where Deployment.reads(type): return .deployment(try Deployment(fieldsFrom: decoder))
    case ReplicationController.kind where ReplicationController.reads(type):
      return .replicationController(try ReplicationController(fieldsFrom: decoder))
    case StatefulSet.kind where StatefulSet.reads(type): return .statefulSet(try StatefulSet(fieldsFrom: decoder))
    case DaemonSet.kind where DaemonSet.reads(type): return .daemonSet(try DaemonSet(fieldsFrom: decoder))
    case CronJob.kind where CronJob.reads(type): return .cronJob(try CronJob(fieldsFrom: decoder))
    case Rollout.kind where Rollout.reads(type): return .rollout(try Rollout(fieldsFrom: decoder))
    case PodTemplate.kind where PodTemplate.reads(type): return .podTemplate(try PodTemplate(fieldsFrom: decoder))
    default:
      guard let path = PodTemplatePaths(of: decoder).path(of: type) else { return nil }
      return .customWorkload(try CustomWorkload(from: decoder, as: type, templateAt: path))
    }
  }
}
