import Foundation
import KubernetesObjects
import Testing

@Suite("StringMap")
struct StringMapTests {
  @Test func entriesAreSortedByTheBytesOfTheirKeys() {
    let map: StringMap = ["b": "1", "a/b": "2", "a": "3", "Z": "4", "a.b": "5", "é": "6"]
    #expect(map.entries.map(\.key) == ["Z", "a", "a.b", "a/b", "b", "é"])
  }

  @Test func theLastOfRepeatedKeysHolds() {
    let entries = [StringMap.Entry(key: "a", value: "1"), StringMap.Entry(key: "a", value: "2")]
    #expect(StringMap(entries).entries.map(\.value) == ["2"])
  }

  @Test func aMapIsMadeOfADictionary() {
    let dictionary = ["b": "2", "a": "1", "c": ""]
    #expect(StringMap(dictionary) == ["a": "1", "b": "2", "c": ""])
    #expect(StringMap([:] as [String: String]).isEmpty)
  }

  @Test func aMapIsACollectionOfItsEntries() {
    let map: StringMap = ["b": "2", "a": "1", "c": "3"]
    #expect(map.count == 3)
    #expect(map.map(\.key) == ["a", "b", "c"])
    #expect(map[1] == StringMap.Entry(key: "b", value: "2"))
    #expect(map.last?.value == "3")
    #expect(map[1...].map(\.key) == ["b", "c"])
    #expect(map.reversed().map(\.value) == ["3", "2", "1"])
    #expect(map.map(\.id) == [ExactString("a"), ExactString("b"), ExactString("c")])
  }

  @Test func aMapIsPrintedAsWhatItHolds() {
    let map: StringMap = ["b": "2", "a": "say \"1\""]
    #expect("\(map)" == #"["a": "say \"1\"", "b": "2"]"#)
    #expect(String(reflecting: map) == #"["a": "say \"1\"", "b": "2"]"#)
    #expect("\(StringMap())" == "[:]")
    #expect(Mirror(reflecting: map).children.count == 2)
  }

  @Test func theLastOfKeysThatAreRepeatedOutOfOrderHolds() {
    let pairs = [("b", "1"), ("a", "2"), ("b", "3"), ("a", "4"), ("b", "5")]
    #expect(StringMap(pairs.map { StringMap.Entry(key: $0.0, value: $0.1) }) == ["a": "4", "b": "5"])
  }

  /// Inserted one by one, each entry would move all others: 80 billion moves.
  @Test(.timeLimit(.minutes(1)))
  func entriesInDescendingOrderAreSortedOnce() {
    let map = StringMap((100_000..<500_000).reversed().map { StringMap.Entry(key: "key-\($0)", value: "") })
    #expect(map.count == 400_000)
    #expect(map.first?.key == "key-100000")
    #expect(map["key-300000"] == "")
  }

  @Test func keysThatOnlyLookTheSameAreDifferent() {
    var map = StringMap()
    map["\u{E9}"] = "composed"
    map["e\u{301}"] = "decomposed"
    #expect(map.entries.count == 2)
    #expect(map["\u{E9}"] == "composed")
    #expect(map["e\u{301}"] == "decomposed")
  }

  @Test func valuesThatOnlyLookTheSameAreDifferent() {
    let composed: StringMap = ["a": "\u{E9}"]
    let decomposed: StringMap = ["a": "e\u{301}"]
    #expect(composed != decomposed)
    #expect(!composed.contains(decomposed))
  }

  @Test func settingNilRemovesAKey() {
    var map: StringMap = ["a": "1", "b": "2"]
    map["a"] = nil
    map["absent"] = nil
    #expect(map == ["b": "2"])
  }

  static let containments: [(StringMap, Bool)] = [
    (["a": "1"], true), (["a": "1", "b": "2"], true), ([:], true), (["a": "2"], false), (["c": "1"], false),
    (["a": "1", "c": "3"], false), (["a": ""], false),
  ]

  @Test(arguments: containments)
  func containment(of other: StringMap, isExpected: Bool) {
    let map: StringMap = ["a": "1", "b": "2"]
    #expect(map.contains(other) == isExpected)
  }

  @Test func anyOrderOfEntriesGivesTheSameMap() {
    let entries = (0..<50).map { StringMap.Entry(key: "key-\($0 * 7919 % 50)", value: "\($0)") }
    #expect(StringMap(entries) == StringMap(entries.reversed()))
    #expect(StringMap(entries).hashValue == StringMap(entries.reversed()).hashValue)
  }

  @Test(arguments: [3, 24, 25, 200])
  func everyKeyIsFoundInMapsOfEverySizeAndNoOther(count: Int) {
    let keys = (0..<count).map { "example.com/key-\($0)" }
    let map = StringMap(keys.map { StringMap.Entry(key: $0, value: "of \($0)") })
    for key in keys { #expect(map[key] == "of \(key)") }
    // As long as keys that are there, and longer than all.
    #expect(map["example.com/kex-1"] == nil)
    #expect(map["example.com/key-1x"] == nil)
    #expect(map[""] == nil)
    #expect(map[String(repeating: "k", count: 64 + "example.com/key-1".utf8.count)] == nil)
  }

  @Test func aKeyThatIsTakenAwayAndSetAgainIsFound() {
    var map: StringMap = ["one": "1", "two": "2"]
    map["one"] = nil
    #expect(map["one"] == nil)
    #expect(map["two"] == "2")
    map["one"] = "3"
    #expect(map["one"] == "3")
    map["three"] = nil
    #expect(map.entries.map(\.key) == ["one", "two"])
  }

  @Test func entriesFromAKeyOnAreThoseThatDoNotSortBeforeIt() {
    let map: StringMap = ["a": "1", "b": "2", "c/d": "3"]
    #expect(map.entries(from: "").map(\.key) == ["a", "b", "c/d"])
    #expect(map.entries(from: "b").map(\.key) == ["b", "c/d"])
    #expect(map.entries(from: "b!").map(\.key) == ["c/d"])
    #expect(map.entries(from: "c/d").map(\.key) == ["c/d"])
    #expect(map.entries(from: "d").isEmpty)
    #expect(StringMap().entries(from: "a").isEmpty)
  }

  static let merges: [(StringMap, StringMap)] = [
    ([:], ["b": "always", "d": "where absent", "f": "always"]),
    (["b": "own"], ["b": "always", "d": "where absent", "f": "always"]),
    (["d": "own"], ["b": "always", "d": "own", "f": "always"]),
    (
      ["a": "own", "c": "own", "e": "own", "g": "own"],
      ["a": "own", "b": "always", "c": "own", "d": "where absent", "e": "own", "f": "always", "g": "own"]
    ),
    (["b": "own", "d": "own", "f": "own"], ["b": "always", "d": "own", "f": "always"]),
  ]

  @Test(arguments: merges)
  func additionsReplaceEntriesOrGiveWayToThem(map: StringMap, expected: StringMap) {
    var map = map
    map.merge([.always("b", "always"), .whereAbsent("d", "where absent"), .always("f", "always")])
    #expect(map == expected)
    for entry in expected.entries { #expect(map[entry.key] == entry.value) }
  }

  @Test func decodingTakesNullForTheEmptyString() throws {
    let map = try JSONDecoder().decode(StringMap.self, from: Data(#"{"b": null, "a": "1"}"#.utf8))
    #expect(map == ["a": "1", "b": ""])
  }
}
