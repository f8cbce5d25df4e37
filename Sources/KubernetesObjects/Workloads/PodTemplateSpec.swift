/// What a workload makes its Pods of: their labels and annotations, and what they are meant to be.
public struct PodTemplateSpec: Sendable, Hashable {
  /// The labels that every Pod gets.
  public var labels: StringMap
  /// The annotations that every Pod gets.
  public var annotations: StringMap
  /// What the Pods are meant to be.
  public var spec: PodSpec

  /// A template with the given values.
  public init(labels: StringMap = [:], annotations: StringMap = [:], spec: PodSpec = PodSpec()) {
    self.labels = labels
    self.annotations = annotations
    self.spec = spec
  }
}

extension PodTemplateSpec: Decodable {
  private enum CodingKeys: String, CodingKey {
    case metadata, spec
  }

  private enum MetadataKeys: String, CodingKey {
    case labels, annotations
  }

  /// Decodes `template`. Nothing else of its metadata is given to Pods, so that a name, for example, is ignored.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let metadata = try container.nestedIfPresent(keyedBy: MetadataKeys.self, forKey: .metadata)
    self.init(
      labels: try metadata?.decodeIfPresent(StringMap.self, forKey: .labels) ?? [:],
      annotations: try metadata?.decodeIfPresent(StringMap.self, forKey: .annotations) ?? [:],
      spec: try container.decodeIfPresent(PodSpec.self, forKey: .spec) ?? PodSpec()
    )
  }
}
