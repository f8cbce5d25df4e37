/// What the mapping reads of a Deployment: who it is, and the Pods that it wants.
public struct Deployment: Sendable, Hashable {
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

extension Deployment: Workload {
  /// The Pods that it makes through a ReplicaSet, which is named after a hash of the template.
  public func pods(of template: PodTemplateSpec) -> WorkloadPods {
    podsThroughReplicaSet(of: template, count: .replicas(replicas), hashLabel: "pod-template-hash")
  }
}

extension Deployment: KubernetesResource {
  /// The kind that the type reads.
  public static let kind = "Deployment"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["apps/v1", "apps/v1beta2", "apps/v1beta1", "extensions/v1beta1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = "apps"
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let fields = try ReplicatedFields(from: decoder)
    self.init(metadata: fields.metadata, replicas: fields.replicas, template: fields.template)
  }
}
