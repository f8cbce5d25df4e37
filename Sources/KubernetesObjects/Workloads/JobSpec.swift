/// What a Job is meant to do, as far as it decides about its Pods.
public struct JobSpec: Sendable, Hashable {
  /// What the Pods are made of; nil where the Job does not say it.
  public var template: PodTemplateSpec?
  /// How many Pods may run at a time; one where it does not say.
  public var parallelism: Int
  /// How many Pods have to succeed; nil where one that does is enough to end the Job.
  public var completions: Int?
  /// How the Pods are told apart.
  public var completionMode: CompletionMode
  /// Whether Pods are made now.
  public var activity: Activity
  /// Who makes the labels that identify the Job's Pods.
  public var selection: Selection
  /// How many Pods of a number may fail, if the Job limits it; each Pod then has an annotation with how many did.
  public var backoffLimitPerIndex: Int?

  /// How the Pods of a Job are told apart.
  public enum CompletionMode: Sendable, Hashable {
    /// Not at all.
    case nonIndexed
    /// Each has a number.
    case indexed
  }

  /// Whether a Job makes Pods.
  public enum Activity: Sendable, Hashable {
    /// It makes them.
    case active
    /// It is suspended, until somebody says otherwise.
    case suspended
  }

  /// Who makes the labels that identify the Pods of a Job.
  public enum Selection: Sendable, Hashable {
    /// The API server does.
    case automatic
    /// The author of the Job does.
    case manual
  }

  /// A specification with the given values.
  public init(
    template: PodTemplateSpec? = nil,
    parallelism: Int = 1,
    completions: Int? = nil,
    completionMode: CompletionMode = .nonIndexed,
    activity: Activity = .active,
    selection: Selection = .automatic,
    backoffLimitPerIndex: Int? = nil
  ) {
    self.template = template
    self.parallelism = parallelism
    self.completions = completions
    self.completionMode = completionMode
    self.activity = activity
    self.selection = selection
    self.backoffLimitPerIndex = backoffLimitPerIndex
  }
}

extension JobSpec {
  /// How many Pods there are at a time.
  var count: PodCount {
    activity == .suspended ? .exactly(0) : .replicas(min(parallelism, completions ?? parallelism))
  }

  /// The name of each Pod of a Job of this name.
  func podName(of job: RunTimeString) -> RunTimeString {
    completionMode == .indexed ? .generatedByNumber(from: job) : .generated(from: job)
  }

  /// The labels that the Pods of a Job of this name get.
  func labels(of job: RunTimeString) -> [RunTimeEntry] {
    let index = RunTimeEntry(Self.completionIndex, .parts(.ordinal), since: 28)
    let own: [RunTimeEntry] =
      selection == .manual
      ? []
      : [
        RunTimeEntry("job-name", job), RunTimeEntry("controller-uid", .parts(.identifier)),
        RunTimeEntry("batch.kubernetes.io/job-name", job, since: 27),
        RunTimeEntry("batch.kubernetes.io/controller-uid", .parts(.identifier), since: 27),
      ]
    return own + (completionMode == .indexed ? [index] : [])
  }

  /// The annotations that the Pods get.
  var annotations: [RunTimeEntry] {
    guard completionMode == .indexed else { return [] }
    let index = RunTimeEntry(Self.completionIndex, .parts(.ordinal), since: 21)
    let failures = RunTimeEntry("batch.kubernetes.io/job-index-failure-count", .known("0"), since: 28)
    return backoffLimitPerIndex == nil ? [index] : [index, failures]
  }

  private static let completionIndex = "batch.kubernetes.io/job-completion-index"
}

extension JobSpec: Decodable {
  private enum CodingKeys: String, CodingKey {
    case template, parallelism, completions, completionMode, suspend, manualSelector, backoffLimitPerIndex
  }

  /// Decodes the `spec` of a Job.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let parallelism = try container.numberIfPresent(Int32.self, forKey: .parallelism).map(Int.init)
    let completions = try container.numberIfPresent(Int32.self, forKey: .completions).map(Int.init)
    let isIndexed = try container.decodeIfPresent(String.self, forKey: .completionMode) == "Indexed"
    self.init(
      template: try container.decodeIfPresent(PodTemplateSpec.self, forKey: .template),
      parallelism: parallelism ?? 1,
      completions: completions,
      completionMode: isIndexed ? .indexed : .nonIndexed,
      activity: try container.decodeIfPresent(Bool.self, forKey: .suspend) == true ? .suspended : .active,
      selection: try container.decodeIfPresent(Bool.self, forKey: .manualSelector) == true ? .manual : .automatic,
      backoffLimitPerIndex: try container.numberIfPresent(Int32.self, forKey: .backoffLimitPerIndex).map(Int.init)
    )
  }
}
