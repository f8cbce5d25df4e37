public import KubernetesObjects

/// What a Mesh demands of the tags of its Dataplanes, `spec.constraints.dataplaneProxy` (ADM-6).
public struct MeshConstraints: Sendable, Hashable {
  /// Tags of which each inbound and gateway must have those of one entry; where there is no entry, nothing is demanded.
  public var requirements: [StringMap]
  /// Tags of which no inbound and gateway may have those of an entry.
  public var restrictions: [StringMap]

  /// Constraints of the given tags, where `*` stands for any value.
  public init(requirements: [StringMap] = [], restrictions: [StringMap] = []) {
    self.requirements = requirements
    self.restrictions = restrictions
  }

  /// The value that stands for any but the empty one.
  static let anyValue = "*"

  /// Whether nothing is demanded.
  public var isEmpty: Bool { requirements.isEmpty && restrictions.isEmpty }
}

extension MeshConstraints: Decodable {
  private enum CodingKeys: String, CodingKey {
    case requirements, restrictions
  }

  private struct Entry: Decodable {
    let tags: StringMap?
  }

  /// Decodes `spec.constraints.dataplaneProxy`; absent lists are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let requirements = try container.decodeIfPresent([Entry].self, forKey: .requirements) ?? []
    let restrictions = try container.decodeIfPresent([Entry].self, forKey: .restrictions) ?? []
    self.init(requirements: requirements.map { $0.tags ?? [:] }, restrictions: restrictions.map { $0.tags ?? [:] })
  }
}
