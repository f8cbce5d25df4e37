/// What the mapping reads of a CronJob: who it is, and the Jobs that it makes.
public struct CronJob: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta
  /// What its Jobs are meant to do.
  public var jobSpec: JobSpec
  /// Whether it makes Jobs now.
  public var activity: JobSpec.Activity

  /// An object with the given values.
  public init(metadata: ObjectMeta, jobSpec: JobSpec = JobSpec(), activity: JobSpec.Activity = .active) {
    self.metadata = metadata
    self.jobSpec = jobSpec
    self.activity = activity
  }
}

extension CronJob: Workload {
  /// What the Pods of its Jobs are made of; nil where it does not say.
  public var template: PodTemplateSpec? { jobSpec.template }

  /// The Pods of one of its Jobs, which is named after when it is due.
  public func pods(of template: PodTemplateSpec) -> WorkloadPods {
    let job = RunTimeString.named(after: metadata.runTimeName, .minutes)
    return WorkloadPods(
      of: self,
      template: template,
      count: activity == .suspended ? .exactly(0) : jobSpec.count,
      name: jobSpec.podName(of: job),
      owners: [
        PlannedOwner(Job.apiVersions[0], Job.kind, named: job),
        PlannedOwner(Self.apiVersions[0], Self.kind, named: metadata.runTimeName),
      ],
      labels: jobSpec.labels(of: job),
      annotations: jobSpec.annotations
    )
  }
}

extension CronJob: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case metadata, spec
  }

  private enum SpecKeys: String, CodingKey {
    case suspend, jobTemplate
  }

  private enum JobTemplateKeys: String, CodingKey {
    case spec
  }

  /// The kind that the type reads.
  public static let kind = "CronJob"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["batch/v1", "batch/v1beta1", "batch/v2alpha1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = "batch"
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let spec = try container.nestedIfPresent(keyedBy: SpecKeys.self, forKey: .spec)
    let job = try spec?.nestedIfPresent(keyedBy: JobTemplateKeys.self, forKey: .jobTemplate)
    self.init(
      metadata: try container.decode(WorkloadMeta.self, forKey: .metadata).metadata,
      jobSpec: try job?.decodeIfPresent(JobSpec.self, forKey: .spec) ?? JobSpec(),
      activity: try spec?.decodeIfPresent(Bool.self, forKey: .suspend) == true ? .suspended : .active
    )
  }
}
