import KubernetesObjects

/// Labels that a selector nearly selects: all of its pairs but one are there, and for that one there is one like it.
struct NearSelector {
  /// The pair of the selector that is not there.
  let wanted: StringMap.Entry
  /// The label that is like it.
  let found: StringMap.Entry
  /// Where the labels stand.
  let source: ObjectField

  /// The labels that a selector nearly selects, of several those that are nearest, and of those the first; nil where none are near.
  static func of(_ selector: StringMap, among labels: [(source: ObjectField, labels: StringMap)]) -> NearSelector? {
    var nearest: (near: NearSelector, distance: Int)?
    for (source, labels) in labels {
      let missing = selector.entries.filter { !(labels[$0.key]?.hasSameBytes(as: $0.value) ?? false) }
      guard missing.count == 1, let wanted = missing.first,
        let (found, distance) = like(wanted, in: labels, beside: selector)
      else { continue }
      if let nearest, nearest.distance <= distance { continue }
      nearest = (NearSelector(wanted: wanted, found: found, source: source), distance)
    }
    return nearest?.near
  }

  /// The label that is like a pair: of the same key and nearly the same value, or of the same value and a key that means the same.
  private static func like(
    _ wanted: StringMap.Entry, in labels: StringMap, beside selector: StringMap
  ) -> (label: StringMap.Entry, distance: Int)? {
    if let value = labels[wanted.key] {
      let isNear = NearestName.isNear(wanted.value, to: value)
      // A word may also be a part of the other one, such as web of web-frontend.
      let isPart = value.utf8.starts(with: wanted.value.utf8) || wanted.value.utf8.starts(with: value.utf8)
      guard isNear || (isPart && !value.isEmpty && !wanted.value.isEmpty) else { return nil }
      let distance = NearestName.distance(from: wanted.value, to: value)
      return (StringMap.Entry(key: wanted.key, value: value), distance)
    }
    let synonyms = Self.namingKeys.contains(wanted.key) ? Self.namingKeys : []
    let label = labels.entries.first { label in
      label.value.hasSameBytes(as: wanted.value) && selector[label.key] == nil
        && (synonyms.contains(label.key) || NearestName.isNear(wanted.key, to: label.key))
    }
    return label.map { ($0, NearestName.distance(from: wanted.key, to: $0.key)) }
  }

  /// Keys under which people write the name of an application.
  private static let namingKeys = ["app", "app.kubernetes.io/name", "k8s-app", "name"]
}
