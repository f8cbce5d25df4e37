extension ObjectMeta {
  /// What stands in a pattern of a name for what the API server will make up; no name holds it.
  static let unknownEnding = UInt8(ascii: "*")

  /// Whether the name is a pattern, such as `web-*`: the object has yet to be made, and the API server makes its name of `generateName`.
  public var isNamePattern: Bool { name.utf8.last == Self.unknownEnding }

  /// The name as far as it is known.
  var runTimeName: RunTimeString {
    guard isNamePattern else { return .known(name) }
    // Of several objects whose names begin alike, each may have a pattern of its own.
    let beginning = name.utf8.reversed().drop { $0 == Self.unknownEnding }.reversed()
    return .madeUp(from: String(decoding: beginning, as: UTF8.self))
  }
}
