package import KubernetesObjects

/// Where the objects of an input stand, and their fields.
package struct InputPlaces: Sendable {
  private var places: [ObjectReference: InputPlace] = [:]
  /// What was read from sources that cannot be read once more.
  private var kept: [InputSource: [UInt8]] = [:]

  package init() {}

  /// Where an object stands; nil where it is not in the input.
  package subscript(object object: ObjectReference) -> InputPlace? {
    get { places[object] }
    set { places[object] = newValue }
  }

  mutating func keep(_ bytes: [UInt8], of source: InputSource) {
    kept[source] = bytes
  }

  /// What was read from a source that cannot be read once more; nil of any other.
  func bytes(of source: InputSource) -> [UInt8]? { kept[source] }
}
