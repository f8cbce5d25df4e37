/// Keys that are reserved to Kuma: those that contain `kuma.io/` anywhere (TAG-3).
public enum ReservedKey {
  /// Whether a key is reserved. `my-kuma.io/x` is, `app.kuma.io` is not. O(*n*).
  public static func isReserved(_ key: String) -> Bool {
    key.utf8.withContiguousStorageIfAvailable { isReserved($0) } ?? Array(key.utf8).withUnsafeBufferPointer(isReserved)
  }

  private static func isReserved(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    // The slash is the rarest byte of the marker, and its last one, so it is looked for first.
    var end = 8
    while end <= key.count {
      if key[end - 1] == UInt8(ascii: "/") {
        let word = UnsafeRawBufferPointer(key).loadUnaligned(fromByteOffset: end - 8, as: UInt64.self)
        if UInt64(littleEndian: word) == marker { return true }
      }
      end += 1
    }
    return false
  }

  /// The eight bytes of `kuma.io/`, the first one lowest.
  private static let marker = KumaKey.reservedPart.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
}
