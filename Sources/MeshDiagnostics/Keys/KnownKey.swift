import KubernetesObjects
import MeshMapping

/// A key that people write for Kuma, and where some release reads it.
struct KnownKey: Sendable, Hashable {
  /// The key.
  @ByteExact private(set) var key: String
  /// Where some release reads it.
  let places: [KeyPlace]
  /// The statement of the specification that is about it.
  let statement: Statement

  /// A key that is read at some places.
  init(_ key: String, _ places: [KeyPlace], _ statement: Statement) {
    self.key = key
    self.places = places
    self.statement = statement
  }

  /// Where the rules read the key: the same places in all releases but for a few keys.
  func places(under rules: MappingRules) -> [KeyPlace] {
    switch key {
    case KumaKey.sidecarInjection:
      Self.places(labels: rules.injection.switchLabels, annotations: rules.injection.switchAnnotations)
    case KumaKey.mesh: Self.places(labels: rules.mesh.labels, annotations: rules.mesh.annotations) + Self.meshOfServices
    default: places
    }
  }

  /// Whether the rules read the key at a place.
  func isRead(at place: KeyPlace, under rules: MappingRules) -> Bool {
    // Most keys are read at the same places in all releases, and all keys of most Pods are looked at.
    switch key {
    case KumaKey.sidecarInjection, KumaKey.mesh: places(under: rules).contains(place)
    default: places.contains(place)
    }
  }

  /// The mesh of a Service is that of the MeshService which is made of it; nothing of the mapping rests on it.
  private static let meshOfServices: [KeyPlace] = [.serviceLabel, .serviceAnnotation]

  private static func places(labels: Reading, annotations: Reading) -> [KeyPlace] {
    (labels == .read ? [.podLabel, .namespaceLabel] : [])
      + (annotations == .read ? [.podAnnotation, .namespaceAnnotation] : [])
  }
}
