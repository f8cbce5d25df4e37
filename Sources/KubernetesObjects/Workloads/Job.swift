/// What the mapping reads of a Job: who it is, who owns it, and the Pods that it wants.
public struct Job: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta
  /// What it is meant to do.
  public var spec: JobSpec
  /// How far it has come.
  public var progress: Progress

  /// How far a Job has come.
  public enum Progress: Sendable, Hashable {
    /// It has not ended, as far as its status shows.
    case unfinished
    /// It has succeeded or failed, and makes no more Pods.
    case finished
  }

  /// An object with the given values.
  public init(metadata: ObjectMeta, spec: JobSpec = JobSpec(), progress: Progress = .unfinished) {
    self.metadata = metadata
    self.spec = spec
    self.progress = progress
  }
}

extension Job: Workload {
  /// What its Pods are made of; nil where it does not say.
  public var template: PodTemplateSpec? { spec.template }

  /// The Pods that it makes, which it owns itself.
  public func pods(of template: PodTemplateSpec) -> WorkloadPods {
    let name = metadata.runTimeName
    return WorkloadPods(
      of: self,
      template: template,
      count: progress == .finished ? .exactly(0) : spec.count,
      name: spec.podName(of: name),
      owners: [PlannedOwner(Self.apiVersions[0], Self.kind, named: name)],
      labels: spec.labels(of: name),
      annotations: spec.annotations
    )
  }
}

extension Job: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case metadata, spec, status
  }

  private struct Status: Decodable {
    let conditions: [Condition]?

    struct Condition: Decodable {
      let type: String?
      let status: String?

      var isEnd: Bool { (type == "Complete" || type == "Failed") && status == "True" }
    }
  }

  /// The kind that the type reads.
  public static let kind = "Job"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["batch/v1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = "batch"
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let status = try container.decodeIfPresent(Status.self, forKey: .status)
    self.init(
      metadata: try container.decode(WorkloadMeta.self, forKey: .metadata).metadata,
      spec: try container.decodeIfPresent(JobSpec.self, forKey: .spec) ?? JobSpec(),
      progress: status?.conditions?.contains(where: \.isEnd) == true ? .finished : .unfinished
    )
  }
}
