import KubernetesObjects

/// Labels that a selector nearly selects: all of its pairs but one are there, and for that one there is one like it.
struct NearSelector {
  /// The pair of the selector that is not there.
  let wanted: StringMap.Entry
  /// The label that is like it.
  let found: StringMap.Entry
  /// Where the labels stand.
  let source: ObjectField

  /// The labels that the selector of a Service nearly selects, of several those that are nearest, and of those the first; nil where none
  /// are near. O(*n*) for *n* labels.
  static func of(
    _ selector: StringMap, ofService name: String, among labels: [(source: ObjectField, labels: StringMap)]
  ) -> NearSelector? {
    var nearest: (near: NearSelector, distance: Int)?
    for (source, labels) in labels {
      let missing = selector.entries.filter { !(labels[$0.key]?.hasSameBytes(as: $0.value) ?? false) }
      guard missing.count == 1, let wanted = missing.first else { continue }
      let isNamesake = source.object.name.hasSameBytes(as: name)
      guard let found = like(wanted, in: labels, beside: selector, isNamesake ? .namesake : .other) else { continue }
      if let nearest, nearest.distance <= found.distance { continue }
      nearest = (NearSelector(wanted: wanted, found: found.label, source: source), found.distance)
    }
    return nearest?.near
  }

  /// What makes the Pods, to the Service.
  private enum Kinship {
    /// It has the same name.
    case namesake
    case other
  }

  /// The label that is like a pair: of the same key and nearly the same value, or of the same value and a key that means the same. Of what
  /// has the name of the Service any value is meant.
  private static func like(
    _ wanted: StringMap.Entry, in labels: StringMap, beside selector: StringMap, _ kinship: Kinship
  ) -> (label: StringMap.Entry, distance: Int)? {
    if let value = labels[wanted.key] {
      guard !value.isEmpty, kinship == .namesake || isMistyped(wanted.value, value) else { return nil }
      let distance = NearestName.distance(from: wanted.value, to: value)
      return (StringMap.Entry(key: wanted.key, value: value), distance)
    }
    let synonyms = namingKeys.contains(wanted.key) ? namingKeys : []
    let label = labels.entries.first { label in
      label.value.hasSameBytes(as: wanted.value) && selector[label.key] == nil
        && (synonyms.contains(label.key) || NearestName.isNear(wanted.key, to: label.key))
    }
    return label.map { ($0, NearestName.distance(from: wanted.key, to: $0.key)) }
  }

  /// Whether one word is probably the other one mistyped. What differs in digits alone is another version or replica.
  private static func isMistyped(_ left: String, _ right: String) -> Bool {
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    if left.utf8.filter({ !isDigit($0) }).elementsEqual(right.utf8.filter { !isDigit($0) }) { return false }
    return NearestName.isNear(left, to: right)
  }

  /// Keys under which people write the name of an application.
  private static let namingKeys = ["app", "app.kubernetes.io/name", "k8s-app", "name"]
}
