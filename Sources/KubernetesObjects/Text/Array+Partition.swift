extension Array {
  /// The index of the first element for which a condition holds, of elements that are in its order: those for which it does not
  /// hold come first. The number of elements where it holds for none. O(log *n*).
  ///
  /// Inlinable, since otherwise every comparison in another module copies an element: twice the time of a look-up.
  @inlinable
  package func partition(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
