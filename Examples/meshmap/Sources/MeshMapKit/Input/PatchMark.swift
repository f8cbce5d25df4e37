import KubernetesObjects

/// The key by which a document says that it changes an object, or takes it away, and is none of its own.
enum PatchMark {
  private static let key = "$patch"
  private static let quotedKey = Array("\"$patch\"".utf8)

  /// That objects are to be looked through for the key, for the `userInfo` of a decoder: hardly any document holds it.
  static func userInfo(for bytes: [UInt8]) -> [CodingUserInfoKey: any Sendable] {
    guard let mark, isIn(bytes) else { return [:] }
    return [mark: true]
  }

  private static let mark = CodingUserInfoKey(rawValue: "meshmap.PatchMark")

  /// Whether JSON holds the key. Within a string its quotes would be escaped.
  private static func isIn(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      rest = rest[(dollar + 1)...]
      guard dollar > 0, bytes[(dollar - 1)...].starts(with: quotedKey) else { continue }
      return true
    }
    return false
  }

  /// Whether the key is anywhere in the object at which a decoder stands; of one that need not be looked through it is not.
  static func isIn(_ decoder: any Decoder) -> Bool {
    guard let mark, decoder.userInfo[mark] != nil else { return false }
    return isBelow(decoder)
  }

  private static func isBelow(_ decoder: any Decoder) -> Bool {
    if let object = try? decoder.container(keyedBy: Key.self) {
      return object.allKeys.contains { $0.stringValue == key }
        || object.allKeys.contains { key in (try? object.superDecoder(forKey: key)).map(isBelow) ?? false }
    }
    guard var list = try? decoder.unkeyedContainer() else { return false }
    while !list.isAtEnd {
      guard let element = try? list.superDecoder() else { return false }
      if isBelow(element) { return true }
    }
    return false
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
