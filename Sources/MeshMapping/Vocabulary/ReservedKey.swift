/// Keys that are reserved to Kuma: those that contain `kuma.io/` anywhere (TAG-3).
public enum ReservedKey {
  /// Whether a key is reserved. `my-kuma.io/x` is, `app.kuma.io` is not. O(*n*).
  public static func isReserved(_ key: String) -> Bool {
    let marker = KumaKey.reservedPart.utf8
    guard key.utf8.count >= marker.count else { return false }
    // The slash is the rarest byte of the marker, so it is looked for first.
    var rest = key.utf8[...]
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      if key.utf8[...slash].suffix(marker.count).elementsEqual(marker) { return true }
      rest = rest[rest.index(after: slash)...]
    }
    return false
  }
}
