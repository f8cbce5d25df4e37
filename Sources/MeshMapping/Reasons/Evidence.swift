public import KubernetesObjects

/// What a decision rests on: where something was found, under which key, and its value.
public struct Evidence: Sendable, Hashable {
  /// Where it was found.
  public let place: EvidencePlace
  /// The key of the label or annotation, or the field.
  @ByteExact public private(set) var key: String
  /// The value as written.
  @ByteExact public private(set) var value: String

  /// Evidence of the given place, key and value.
  public init(_ place: EvidencePlace, key: String, value: String) {
    self.place = place
    self.key = key
    self.value = value
  }
}
