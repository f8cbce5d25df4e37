import KubernetesYAML
import Testing

@Suite("Scalars of YAML")
struct YAMLScalarTests {
  private static let words: [(YAMLScalar, [String])] = [
    (.null, ["", "~", "null", "Null", "NULL"]),
    (.bool(true), ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]),
    (.bool(false), ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"]),
    (.float(.infinity), [".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"]),
    (.float(-.infinity), ["-.inf", "-.Inf", "-.INF"]),
  ]

  @Test func readsEveryWord() {
    for (scalar, words) in Self.words {
      for word in words {
        #expect(YAMLScalar(word: word) == scalar, "\(word)")
        #expect(YAMLScalar(plain: word) == scalar, "\(word)")
      }
    }
  }

  @Test(arguments: [".nan", ".NaN", ".NAN"])
  func readsWhatIsNoNumber(_ word: String) {
    for case .float(let number) in [YAMLScalar(word: word), YAMLScalar(plain: word)] where number.isNaN { return }
    Issue.record("\(word) is not read as no number")
  }

  @Test(arguments: ["tRUE", "yEs", "nULL", "oN", "t", "none", " ", "nan", "inf", ".iNF", "-.nan", "\u{43D}o", "'true'"])
  func isNoWord(_ string: String) {
    #expect(YAMLScalar(word: string) == nil)
    #expect(YAMLScalar(plain: string) == .string(YAMLString(string)))
  }

  @Test func numbersAreNoWords() {
    #expect(YAMLScalar(word: "5") == nil)
    #expect(YAMLScalar(plain: "5") == .integer(5))
  }

  /// What becomes of a scalar where Go wants a string, and where JSON wants a key.
  @Test(
    arguments: [
      (.null, nil, nil),
      (.bool(true), "true", "true"),
      (.bool(false), "false", "false"),
      (.integer(-7), "-7", "-7"),
      (.unsigned(.max), "18446744073709551615", nil),
      (.string(""), "", ""),
      (.string("\u{E9}"), "\u{E9}", "\u{E9}"),
      (.float(1.5), "1.5", "1.5"),
      (.float(5), "5", "5"),
      (.float(-0.0), "-0", "-0"),
      // The fewest digits that tell one number of 32 bits from another.
      (.float(0.1), "0.1", "0.1"),
      (.float(16_777_217), "1.6777216e+07", "1.6777216e+07"),
      // An exponent from the seventh digit on, and from the fifth place after the point on.
      (.float(999_999), "999999", "999999"),
      (.float(1_000_000), "1e+06", "1e+06"),
      (.float(0.0001), "0.0001", "0.0001"),
      (.float(0.00001), "1e-05", "1e-05"),
      (.float(1.25e20), "1.25e+20", "1.25e+20"),
      (.float(1e300), "+Inf", ".inf"),
      (.float(-.infinity), "-Inf", "-.inf"),
      (.float(.nan), "NaN", ".nan"),
    ] as [(YAMLScalar, String?, String?)])
  func becomesStringAndKey(_ scalar: YAMLScalar, _ string: String?, _ key: String?) {
    #expect(scalar.stringForm == string)
    #expect(scalar.jsonKey == key)
  }

  @Test(arguments: [
    ("[1, a, {b: ~}]", true), (".inf", false), ("[.nan]", false), ("1e300", true), ("{~: a}", false), ("{true: a}", true),
    ("{a: {18446744073709551615: b}}", false), ("{.inf: a}", true), ("a: [.inf]", false),
  ])
  func isRepresentableInJSON(_ document: String, _ expected: Bool) throws {
    #expect(try YAMLValue(parsing: document).isRepresentableInJSON == expected)
  }

  @Test func stringsAreComparedByTheirBytes() {
    let (composed, decomposed) = (YAMLString("\u{E9}"), YAMLString("e\u{301}"))
    #expect(composed.string == decomposed.string)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, composed]).count == 2)
    #expect("\(composed)" == "\u{E9}")
  }
}
