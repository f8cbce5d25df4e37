/// How a Rollout replaces its Pods, as far as it shows on them and on Services: by a canary, or blue and green.
public struct RolloutStrategy: Sendable, Hashable {
  /// What Pods have that are there to stay: the stable or active ones.
  public var stableMetadata: EphemeralMetadata
  /// What Pods have that are to replace them: the canaries, or those of the preview.
  public var nextMetadata: EphemeralMetadata
  /// The Services whose selectors are patched, so that they select the Pods of one role only.
  @ByteExactList public var services: [String]

  /// A strategy with the given values.
  public init(
    stableMetadata: EphemeralMetadata = EphemeralMetadata(),
    nextMetadata: EphemeralMetadata = EphemeralMetadata(),
    services: [String] = []
  ) {
    self.stableMetadata = stableMetadata
    self.nextMetadata = nextMetadata
    self.services = services
  }
}

extension RolloutStrategy: Decodable {
  private enum CodingKeys: String, CodingKey {
    case canary, blueGreen
  }

  private struct Canary: Decodable {
    let canaryMetadata: EphemeralMetadata?
    let stableMetadata: EphemeralMetadata?
    let canaryService: String?
    let stableService: String?
  }

  private struct BlueGreen: Decodable {
    let previewMetadata: EphemeralMetadata?
    let activeMetadata: EphemeralMetadata?
    let previewService: String?
    let activeService: String?
  }

  /// Decodes `strategy`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let canary = try container.decodeIfPresent(Canary.self, forKey: .canary)
    let blueGreen = try container.decodeIfPresent(BlueGreen.self, forKey: .blueGreen)
    let services = [
      canary?.stableService, canary?.canaryService, blueGreen?.activeService, blueGreen?.previewService,
    ]
    self.init(
      stableMetadata: canary?.stableMetadata ?? blueGreen?.activeMetadata ?? EphemeralMetadata(),
      nextMetadata: canary?.canaryMetadata ?? blueGreen?.previewMetadata ?? EphemeralMetadata(),
      services: services.compactMap(\.self).filter { !$0.isEmpty }
    )
  }
}

extension RolloutStrategy {
  /// The labels, or annotations, that the Pods of a Rollout have by their role.
  ///
  /// - Parameters:
  ///   - map: Which of the two.
  ///   - template: What the template has of them.
  func entries(_ map: (EphemeralMetadata) -> StringMap, over template: StringMap) -> [RunTimeEntry] {
    let (stable, next) = (map(stableMetadata), map(nextMetadata))
    let keys = Set((stable.entries + next.entries).map { ExactString($0.key) })
    return keys.sorted { $0.string.precedesInBytes($1.string) }.flatMap { key -> [RunTimeEntry] in
      let values = [stable, next].map { ($0[key.string] ?? template[key.string]).map { ExactString($0) } }
      if let value = values[0], value == values[1] { return [RunTimeEntry(key.string, .known(value.string))] }
      return zip([PodRole.stable, .next], values).compactMap { role, value in
        value.map { RunTimeEntry(key.string, .known($0.string), of: role) }
      }
    }
  }
}
