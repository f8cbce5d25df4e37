import KubernetesJSON
import KubernetesObjects
import Testing

/// Maps of strings, which are read without containers: the same as with them.
@Suite struct MapReadingTests {
  private struct Labelled: Decodable {
    let labels: StringMap?
    let maps: [StringMap]?
  }

  private static func labels(_ json: String) throws -> StringMap? {
    try JSONReader.decode(Labelled.self, from: Array(#"{"labels": \#(json)}"#.utf8)).labels
  }

  static let maps: [(json: String, map: StringMap?)] = [
    ("{}", [:]), ("null", nil), (#"{"b": "1", "a": "2"}"#, ["a": "2", "b": "1"]),
    (#"{"a": null, "b": ""}"#, ["a": "", "b": ""]), (#"{"a": "1", "b": "2", "a": "3"}"#, ["a": "3", "b": "2"]),
    (#"{"a": 1, "b": "2", "a": "3"}"#, ["a": "3", "b": "2"]), (#"{"\u0061": "\"\\n"}"#, ["a": #""\n"#]),
  ]

  @Test(arguments: maps)
  func readsAMap(_ json: String, _ map: StringMap?) throws {
    #expect(try Self.labels(json) == map)
  }

  /// Of several values that are wrong the one is told whose key is first.
  @Test(arguments: [
    (#"{"z": 1, "b": [], "c": "x"}"#, ["labels", "b"]), (#"{"a": "x", "b": true}"#, ["labels", "b"]), ("[]", ["labels"]),
    (#""a""#, ["labels"]), ("1", ["labels"]),
  ])
  func tellsTheFirstWrongValue(_ json: String, _ path: [String]) {
    do {
      _ = try Self.labels(json)
      Issue.record("is accepted")
    } catch DecodingError.typeMismatch(_, let context) {
      #expect(context.codingPath.map(\.stringValue) == path)
    } catch {
      Issue.record(error)
    }
  }

  @Test func readsMapsWhereverTheyStand() throws {
    let lists = try JSONReader.decode(Labelled.self, from: Array(#"{"maps": [{}, {"a": "1"}]}"#.utf8))
    #expect(lists.maps == [[:], ["a": "1"]])
    let map = try JSONReader.decode([String: StringMap].self, from: Array(#"{"x": {"a": "1"}}"#.utf8))
    #expect(map == ["x": ["a": "1"]])
    #expect(try JSONReader.decode(StringMap.self, from: Array(#"{"a": "1"}"#.utf8)) == ["a": "1"])
  }
}
