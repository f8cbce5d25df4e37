import KubernetesObjects

extension [PolicySelection] {
  /// For each selection of an object, where those stand that are parts of the same selector, where the first one has a place.
  ///
  /// - Parameter start: The place of the first selection.
  func selectors(from start: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var first = startIndex
    while first < endIndex {
      let selector = self[first].selector
      var end = first + 1
      while end < endIndex, self[end].selector == selector { end += 1 }
      ranges += repeatElement(start + first..<start + end, count: end - first)
      first = end
    }
    return ranges
  }
}

extension PolicySelection {
  /// The field that holds all of the selector: a `targetRef`, a map of tags or labels; of a tag of any value, itself.
  fileprivate var selector: ArraySlice<DocumentPath.Step> {
    if case .tagKey = target { return path.steps[...] }
    let parent = path.steps.dropLast()
    return parent.last == .key("tags") || parent.last == .key("labels") ? parent.dropLast() : parent
  }
}
