/// What the mapping reads of a Rollout of Argo Rollouts: who it is, and the Pods that it wants.
public struct Rollout: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta
  /// How many Pods it wants; one where it does not say.
  public var replicas: Int
  /// What they are made of; nil where another object says it.
  public var template: PodTemplateSpec?
  /// The object of the same namespace whose template it takes; nil where it has one of its own.
  public var templateSource: ObjectReference?
  /// How it replaces Pods, as far as it shows on them and on Services.
  public var strategy: RolloutStrategy

  /// An object with the given values.
  public init(
    metadata: ObjectMeta,
    replicas: Int = 1,
    template: PodTemplateSpec? = nil,
    templateSource: ObjectReference? = nil,
    strategy: RolloutStrategy = RolloutStrategy()
  ) {
    self.metadata = metadata
    self.replicas = replicas
    self.template = template
    self.templateSource = templateSource
    self.strategy = strategy
  }
}

extension Rollout: Workload {
  /// The Pods that it makes through a ReplicaSet, which is named after a hash of the template.
  public func pods(of template: PodTemplateSpec) -> WorkloadPods {
    podsThroughReplicaSet(
      of: template, count: .replicas(replicas), hashLabel: "rollouts-pod-template-hash", strategy: strategy)
  }
}

extension Rollout: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case spec
  }

  private enum SpecKeys: String, CodingKey {
    case workloadRef, strategy
  }

  private struct WorkloadReference: Decodable {
    let apiVersion: String?
    let kind: String?
    let name: String?
  }

  /// The kind that the type reads.
  public static let kind = "Rollout"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["argoproj.io/v1alpha1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = "argoproj.io"
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let fields = try ReplicatedFields(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let spec = try container.nestedIfPresent(keyedBy: SpecKeys.self, forKey: .spec)
    let source = try spec?.decodeIfPresent(WorkloadReference.self, forKey: .workloadRef)
    self.init(
      metadata: fields.metadata,
      replicas: fields.replicas,
      template: source == nil ? fields.template : nil,
      templateSource: source.map { source in
        let type = ObjectType(apiVersion: source.apiVersion ?? "", kind: source.kind ?? "")
        return ObjectReference(
          apiGroup: type.apiGroup, kind: type.kind, namespace: fields.metadata.effectiveNamespace, name: source.name ?? "")
      },
      strategy: try spec?.decodeIfPresent(RolloutStrategy.self, forKey: .strategy) ?? RolloutStrategy()
    )
  }
}
