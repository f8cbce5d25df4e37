import KubernetesObjects

/// Keys that are reserved to Kuma: those that contain `kuma.io/` anywhere (TAG-3).
public enum ReservedKey {
  /// Whether a key is reserved. `my-kuma.io/x` is, `app.kuma.io` is not. O(*n*).
  public static func isReserved(_ key: String) -> Bool {
    var (key, marker) = (key, KumaKey.reservedPart)
    return key.withUTF8 { key in marker.withUTF8 { contains($0, in: key) } }
  }

  private static func contains(_ marker: UnsafeBufferPointer<UInt8>, in key: UnsafeBufferPointer<UInt8>) -> Bool {
    // The slash is the rarest byte of the marker, and its last one, so it is looked for first.
    var end = marker.count
    while end <= key.count {
      if key[end - 1] == UInt8(ascii: "/") {
        let part = UnsafeBufferPointer(rebasing: key[end - marker.count..<end])
        if ByteOrder.firstDifference(part, marker) == marker.count { return true }
      }
      end += 1
    }
    return false
  }
}
