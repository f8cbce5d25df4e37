import KubernetesObjects
import MeshMapping

/// The key of Kuma that somebody meant by one that is none.
enum NearestKey {
  /// The key that is most like the given one, where it is like it at all: one that is read at the place first, then by bytes.
  static func key(meantBy key: String, at place: KeyPlace) -> KnownKey? {
    if let meant = protocolKey(meantBy: key, at: place) { return meant }
    let written = Word(key)
    let candidates = words.compactMap { word -> (known: KnownKey, rank: Rank)? in
      guard let distance = written.distance(from: word.word) else { return nil }
      return (word.known, Rank(distance: distance, isElsewhere: word.known.places.contains(place) ? 0 : 1))
    }
    return candidates.min { left, right in
      left.rank == right.rank ? left.known.key.precedesInBytes(right.known.key) : left.rank < right.rank
    }?.known
  }

  /// The annotation of the protocol of a port that somebody meant on a Service: what comes after the port is mistyped.
  private static func protocolKey(meantBy key: String, at place: KeyPlace) -> KnownKey? {
    guard place.owner == .service, let port = key.split(separator: ".", omittingEmptySubsequences: false).first,
      !port.isEmpty, port.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      Word(String(key.dropFirst(port.count))).distance(from: Word(KnownKeys.protocolSuffix)) != nil
    else { return nil }
    return KnownKey("\(port)\(KnownKeys.protocolSuffix)", [.serviceAnnotation], .protocolTag)
  }

  /// The keys that people write, as they are compared.
  private static let words = KnownKeys.all.map { (known: $0, word: Word($0.key)) }

  /// A key without what is easily mistaken: in lower case, with `-` for `_`.
  private struct Word {
    private let bytes: [UInt8]
    /// A bit for each letter, modulo 64.
    private let letters: UInt64

    init(_ key: String) {
      bytes = key.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "_"): UInt8(ascii: "-")
        default: byte
        }
      }
      letters = bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    /// How many edits lead from one key to a known one; nil where they are too many for a slip.
    func distance(from known: Word) -> Int? {
      // Short keys are near to many others.
      let limit = known.bytes.count < 14 ? 1 : known.bytes.count < 20 ? 2 : 3
      // A letter that only one of them has takes an edit, and an edit changes two letters at most.
      guard abs(bytes.count - known.bytes.count) <= limit, (letters ^ known.letters).nonzeroBitCount <= 2 * limit else {
        return nil
      }
      let distance = NearestName.distance(bytes, known.bytes)
      return distance <= limit ? distance : nil
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
