import MeshMapping
import Testing

@Suite("Tags")
struct TagsTests {
  static func tags(_ pairs: KeyValuePairs<String, String>, _ origin: TagOrigin) -> Tags {
    Tags(pairs.map { KumaTag(key: $0.key, value: $0.value, origin: origin) })
  }

  @Test func tagsAreSortedByTheBytesOfTheirNamesAndTheLastOfRepeatedOnesHolds() {
    let tags = Self.tags(["b": "1", "a/b": "2", "a": "3", "b": "4"], .podLabel)
    #expect(tags.map(\.key) == ["a", "a/b", "b"])
    #expect(tags["b"] == "4")
  }

  @Test func namesAreLookedUpAsBytes() {
    let tags = Self.tags(["caf\u{E9}": "1"], .podLabel)
    #expect(tags["caf\u{E9}"] == "1")
    #expect(tags["cafe\u{301}"] == nil)
  }

  @Test func whatLiesOverOtherTagsHolds() {
    let labels = Self.tags(["app": "web", "team": "a", "zone": "z"], .podLabel)
    let added = Self.tags(["app": "x", "b": "y", "zzz": "w"], .service)
    let tags = labels.overlaid(with: added)
    #expect(tags.map(\.key) == ["app", "b", "team", "zone", "zzz"])
    #expect(tags.map(\.value) == ["x", "y", "a", "z", "w"])
    #expect(tags.map(\.origin) == [.service, .service, .podLabel, .podLabel, .service])
    #expect(tags.origin(of: "app") == .service)
    #expect(labels.overlaid(with: Tags()) == labels)
    #expect(Tags().overlaid(with: labels) == labels)
  }

  /// Each layer hides the same name in all that are below it, however many there are.
  @Test(arguments: 1...5)
  func everyLayerLiesOverThoseBelow(count: Int) {
    var tags = Self.tags(["a": "0", "m": "0", "z": "0"], .podLabel)
    for layer in 1...count { tags = tags.overlaid(with: Self.tags(["l\(layer)": "\(layer)", "m": "\(layer)"], .service)) }
    #expect(tags.map(\.key) == ["a"] + (1...count).map { "l\($0)" } + ["m", "z"])
    #expect(tags["m"] == "\(count)")
    #expect(tags["a"] == "0")
    #expect((1...count).allSatisfy { tags["l\($0)"] == "\($0)" })
    #expect(tags == Tags(tags))
  }

  /// However many tags there are, each is found by its name and none by another: before the first, between two, behind the last.
  @Test(arguments: [0, 1, 2, 15, 16, 17, 18, 40, 200])
  func aTagIsFoundByItsName(count: Int) {
    func key(_ number: Int) -> String { "k\(1_000 + number)" }
    let tags = Tags((0..<count).map { KumaTag(key: key(2 * $0), value: "\($0)", origin: .podLabel) })
    for number in -2...(2 * count + 1) {
      let isThere = number >= 0 && number < 2 * count && number.isMultiple(of: 2)
      #expect(tags[key(number)] == (isThere ? "\(number / 2)" : nil))
      #expect(tags.origin(of: key(number)) == (isThere ? .podLabel : nil))
    }
    #expect(tags[""] == nil)
    #expect(tags["z"] == nil)
  }

  @Test func equalityLooksAtNamesAndValuesOnly() {
    let one = Self.tags(["app": "web", "b": "c"], .podLabel)
    let other = Self.tags(["app": "web"], .service).overlaid(with: Self.tags(["b": "c"], .nodeLabel))
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    #expect(one != Self.tags(["app": "web"], .podLabel))
  }
}

/// Tags are a collection, whatever layers they are kept in.
@Suite("Tags as a collection")
struct TagsCollectionTests {
  private static let layers: [[(String, String)]] = [
    [("a", "1"), ("c", "1"), ("e", "1")], [("b", "2"), ("c", "2")], [("a", "3"), ("f", "3")],
  ]

  @Test(arguments: 0...3)
  func theTagsOfAnyNumberOfLayersComeInOrderTheUppermostOfEachKey(count: Int) {
    let tags = Self.layers.prefix(count).reduce(Tags()) { tags, layer in
      tags.overlaid(with: Tags(layer.map { KumaTag(key: $0.0, value: $0.1, origin: .service) }))
    }
    let expected = [[], ["a1", "c1", "e1"], ["a1", "b2", "c2", "e1"], ["a3", "b2", "c2", "e1", "f3"]][count]
    #expect(tags.map { $0.key + $0.value } == expected)
    #expect(tags.count == expected.count)
    #expect(tags.isEmpty == expected.isEmpty)
    #expect(tags.indices.map { tags[$0].key + tags[$0].value } == expected)
  }

  @Test func tagsArePrintedAsWhatTheyHold() {
    let tags: Tags = ["kuma.io/service": "web", "app": "a\nb"]
    #expect("\(tags)" == #"[app="a\nb", kuma.io/service=web]"#)
    #expect(Tags(["app": "web"]) == ["app": "web"])
  }
}
