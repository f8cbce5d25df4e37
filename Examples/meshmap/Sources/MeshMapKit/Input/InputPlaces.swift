package import KubernetesObjects

/// Where the objects of an input stand, and their fields.
package struct InputPlaces: Sendable {
  private let places: [InputPlace]
  /// Where among the places that of an object is.
  private let indices: [ObjectReference: Int]
  /// What was read from sources that cannot be read once more.
  private let kept: [InputSource: [UInt8]]

  package init() {
    self.init(places: [], indices: [:], kept: [:])
  }

  init(places: [InputPlace], indices: [ObjectReference: Int], kept: [InputSource: [UInt8]]) {
    self.places = places
    self.indices = indices
    self.kept = kept
  }

  /// Where an object stands; nil where it is not in the input, or has no name.
  package subscript(object: ObjectReference) -> InputPlace? {
    indices[object].map { places[$0] }
  }

  /// What was read from a source that cannot be read once more; nil of any other.
  func bytes(of source: InputSource) -> [UInt8]? { kept[source] }

  /// What was read from sources that cannot be read once more.
  var allKept: [InputSource: [UInt8]] { kept }
}
