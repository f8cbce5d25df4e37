/// What the mapping reads of a ReplicationController: who it is, who owns it, and the Pods that it wants.
public struct ReplicationController: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta
  /// How many Pods it wants; one where it does not say.
  public var replicas: Int
  /// What they are made of; nil where it does not say.
  public var template: PodTemplateSpec?

  /// An object with the given values.
  public init(metadata: ObjectMeta, replicas: Int = 1, template: PodTemplateSpec? = nil) {
    self.metadata = metadata
    self.replicas = replicas
    self.template = template
  }
}

extension ReplicationController: Workload {
  /// The Pods that it makes, which it owns itself.
  public func pods(of template: PodTemplateSpec) -> WorkloadPods {
    ownPods(of: template, count: .replicas(replicas))
  }
}

extension ReplicationController: KubernetesResource {
  /// The kind that the type reads.
  public static let kind = "ReplicationController"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["v1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = ""
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let fields = try ReplicatedFields(from: decoder)
    self.init(metadata: fields.metadata, replicas: fields.replicas, template: fields.template)
  }
}
