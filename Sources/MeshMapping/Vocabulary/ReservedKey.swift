/// Keys that are reserved to Kuma: those that contain `kuma.io/` anywhere (TAG-3).
public enum ReservedKey {
  /// Whether a key is reserved. `my-kuma.io/x` is, `app.kuma.io` is not. O(*n*).
  public static func isReserved(_ key: String) -> Bool {
    let found = unsafe key.utf8.withContiguousStorageIfAvailable { unsafe isReserved($0) }
    return unsafe found ?? Array(key.utf8).withUnsafeBufferPointer { unsafe isReserved($0) }
  }

  private static func isReserved(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    // The slash is the rarest byte of the marker, and its last one, so it is looked for first.
    var end = 8
    while end <= key.count {
      if unsafe key[end - 1] == UInt8(ascii: "/") {
        let word = unsafe UnsafeRawBufferPointer(key).loadUnaligned(fromByteOffset: end - 8, as: UInt64.self)
        if UInt64(littleEndian: word) == marker { return true }
      }
      end += 1
    }
    return false
  }

  /// The eight bytes of `kuma.io/`, the first one lowest.
  private static let marker = KumaKey.reservedPart.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
}
