/// The labels and annotations that a Rollout gives the Pods of one role over those of the template, and takes back when they change it.
public struct EphemeralMetadata: Sendable, Hashable {
  /// The labels.
  public var labels: StringMap
  /// The annotations.
  public var annotations: StringMap

  /// Metadata with the given values.
  public init(labels: StringMap = [:], annotations: StringMap = [:]) {
    self.labels = labels
    self.annotations = annotations
  }
}

extension EphemeralMetadata: Decodable {
  private enum CodingKeys: String, CodingKey {
    case labels, annotations
  }

  /// Decodes what a strategy says of one role.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      labels: try container.decodeIfPresent(StringMap.self, forKey: .labels) ?? [:],
      annotations: try container.decodeIfPresent(StringMap.self, forKey: .annotations) ?? [:]
    )
  }
}
