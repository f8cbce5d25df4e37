import KubernetesObjects
import MeshMapping

/// The key of Kuma that somebody meant by one that is none.
enum NearestKey {
  /// The key that is most like the given one, where it is like it at all: one that is read at the place first, then by bytes.
  static func key(meantBy key: String, at place: KeyPlace) -> KnownKey? {
    if let meant = protocolKey(meantBy: key, at: place) { return meant }
    let candidates = KnownKeys.all.compactMap { known -> (known: KnownKey, rank: Rank)? in
      guard let distance = distance(of: key, from: known.key) else { return nil }
      return (known, Rank(distance: distance, isElsewhere: known.places.contains(place) ? 0 : 1))
    }
    return candidates.min { left, right in
      left.rank == right.rank ? left.known.key.precedesInBytes(right.known.key) : left.rank < right.rank
    }?.known
  }

  /// The annotation of the protocol of a port that somebody meant on a Service: what comes after the port is mistyped.
  private static func protocolKey(meantBy key: String, at place: KeyPlace) -> KnownKey? {
    guard place.owner == .service, let port = key.split(separator: ".", omittingEmptySubsequences: false).first,
      !port.isEmpty, port.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      distance(of: String(key.dropFirst(port.count)), from: KnownKeys.protocolSuffix) != nil
    else { return nil }
    return KnownKey("\(port)\(KnownKeys.protocolSuffix)", [.serviceAnnotation], .protocolTag)
  }

  /// How many edits lead from one key to another; nil where they are too many for a slip.
  private static func distance(of key: String, from known: String) -> Int? {
    // Short keys are near to many others.
    let limit = known.utf8.count < 14 ? 1 : known.utf8.count < 20 ? 2 : 3
    guard abs(key.utf8.count - known.utf8.count) <= limit else { return nil }
    let distance = NearestName.distance(plain(key), plain(known))
    return distance <= limit ? distance : nil
  }

  /// A key without what is easily mistaken: in lower case, with `-` for `_`.
  private static func plain(_ key: String) -> [UInt8] {
    key.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "_"): UInt8(ascii: "-")
      default: byte
      }
    }
  }

  private struct Rank: Equatable, Comparable {
    let distance: Int
    let isElsewhere: Int

    static func < (left: Rank, right: Rank) -> Bool {
      (left.distance, left.isElsewhere) < (right.distance, right.isElsewhere)
    }
  }
}
