/// Small changes of documents.
enum Mutation {
  private static let pieces = [
    "{", "}", "[", "]", ":", ",", "\"", "'", "\\", "\\u0041", "\\ud83d\\ude00", "\\ud800", "null", "true", "1", "-", "0",
    "1e9", ".5", "\n",
    " ", "\t", "- ", "? ", ": ", "#", "&a ", "*a", "!!str ", "!!binary ", "<<: *a", "|\n", ">-\n", "---\n", "...\n",
    "%YAML 1.1\n", "\u{FEFF}",
    "\u{85}", "\u{2028}", "\u{1B}[2J", "\u{202E}", "\u{0}", "~", "on", "0x10", "017", "1_000", "12:30", ".inf",
    "\"items\":[", "\"kind\":\"List\",",
    "apiVersion: v1\n", "kind: Pod\n", "metadata: {name: a}\n", "\r\n", "4294967296", "-9223372036854775809", "é",
    "e\u{301}", "2.14.3", "_svc_80",
    "kuma.io/", "30s", "1h", "\"\":", "{}", "[]", "a", "\u{1F600}",
  ].map { Array($0.utf8) }

  /// An input that is made of others by a few changes.
  static func input(from corpus: [[UInt8]], _ random: inout SplitMix) -> [UInt8] {
    var bytes = corpus.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes, from: corpus, &random) }
    return Array(bytes.prefix(40_000))
  }

  private static func change(_ bytes: inout [UInt8], from corpus: [[UInt8]], _ random: inout SplitMix) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...24, using: &random))
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1, 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
    case 3: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 4: bytes.removeSubrange(place..<end)
    case 5: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 6:
      let other = corpus.randomElement(using: &random) ?? []
      let from = Int.random(in: 0...other.count, using: &random)
      bytes.insert(contentsOf: other[from...].prefix(60), at: place)
    case 7:
      let piece = pieces.randomElement(using: &random) ?? []
      let count = [2, 10, 210, 600].randomElement(using: &random) ?? 2
      bytes.insert(contentsOf: repeatElement(piece, count: count).joined(), at: place)
    default: bytes.replaceSubrange(place..<end, with: pieces.randomElement(using: &random) ?? [])
    }
  }
}
