/// What the nodes of a tape stand for.
extension JSONTape {
  /// The keys of an object, in the order written, each once.
  func keys(of object: Int) -> [Int] {
    var keys: [Int] = []
    var key = object + 1
    while key < nodes[object].next {
      if !nodes[key].isRepeated { keys.append(key) }
      key = nodes[key].next
    }
    return keys
  }

  /// How many elements a list has.
  func count(of list: Int) -> Int {
    var count = 0
    var element = list + 1
    while element < nodes[list].next {
      count += 1
      element = nodes[element].next
    }
    return count
  }

  /// The number as it is written.
  func digits(of node: Int) -> ArraySlice<UInt8> {
    bytes[nodes[node].start..<nodes[node].end]
  }
}
