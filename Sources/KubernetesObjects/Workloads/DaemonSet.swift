/// What the mapping reads of a DaemonSet: who it is, and what its Pods are made of.
public struct DaemonSet: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta
  /// What its Pods are made of; nil where it does not say.
  public var template: PodTemplateSpec?

  /// An object with the given values.
  public init(metadata: ObjectMeta, template: PodTemplateSpec? = nil) {
    self.metadata = metadata
    self.template = template
  }
}

extension DaemonSet: Workload {
  /// The Pods that it makes, which it owns itself: one for each Node that takes it; their number is unknown.
  public func pods(of template: PodTemplateSpec) -> WorkloadPods {
    let labels = [
      RunTimeEntry("controller-revision-hash", .parts(.templateHash)),
      RunTimeEntry("pod-template-generation", .parts(.generation)),
    ]
    return ownPods(of: template, count: .unknown, labels: labels)
  }
}

extension DaemonSet: KubernetesResource {
  /// The kind that the type reads.
  public static let kind = "DaemonSet"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["apps/v1", "apps/v1beta2", "extensions/v1beta1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = "apps"
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let fields = try ReplicatedFields(from: decoder)
    self.init(metadata: fields.metadata, template: fields.template)
  }
}
