/// What the mapping reads of a StatefulSet: who it is, and the Pods that it wants.
public struct StatefulSet: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta
  /// How many Pods it wants; one where it does not say.
  public var replicas: Int
  /// The number of the first Pod.
  public var firstOrdinal: Int
  /// What they are made of; nil where it does not say.
  public var template: PodTemplateSpec?

  /// An object with the given values.
  public init(metadata: ObjectMeta, replicas: Int = 1, firstOrdinal: Int = 0, template: PodTemplateSpec? = nil) {
    self.metadata = metadata
    self.replicas = replicas
    self.firstOrdinal = firstOrdinal
    self.template = template
  }
}

extension StatefulSet: Workload {
  /// The Pods that it makes, which it owns itself and numbers.
  public func pods(of template: PodTemplateSpec) -> WorkloadPods {
    let own = metadata.runTimeName
    let name = RunTimeString.named(after: own, .ordinal)
    return WorkloadPods(
      of: self,
      template: template,
      count: .replicas(replicas),
      name: name,
      names: metadata.isNamePattern ? nil : PodNames(prefix: "\(metadata.name)-", ordinals: ordinals),
      owners: [PlannedOwner(Self.apiVersions[0], Self.kind, named: own)],
      labels: [
        RunTimeEntry("controller-revision-hash", .named(after: own, .templateHash)),
        RunTimeEntry("statefulset.kubernetes.io/pod-name", name),
        RunTimeEntry("apps.kubernetes.io/pod-index", .parts(.ordinal), since: 28),
      ]
    )
  }

  /// The numbers of the Pods, those that fit where there are more.
  private var ordinals: Range<Int> {
    let first = max(0, firstOrdinal)
    let (end, isTooLarge) = first.addingReportingOverflow(max(0, replicas))
    return first..<(isTooLarge ? Int.max : end)
  }
}

extension StatefulSet: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case spec
  }

  private enum SpecKeys: String, CodingKey {
    case ordinals
  }

  private enum OrdinalKeys: String, CodingKey {
    case start
  }

  /// The kind that the type reads.
  public static let kind = "StatefulSet"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["apps/v1", "apps/v1beta2", "apps/v1beta1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = "apps"
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let fields = try ReplicatedFields(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let spec = try container.nestedIfPresent(keyedBy: SpecKeys.self, forKey: .spec)
    let ordinals = try spec?.nestedIfPresent(keyedBy: OrdinalKeys.self, forKey: .ordinals)
    self.init(
      metadata: fields.metadata,
      replicas: fields.replicas,
      firstOrdinal: try ordinals?.numberIfPresent(Int32.self, forKey: .start).map(Int.init) ?? 0,
      template: fields.template
    )
  }
}
