import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Which services a Pod reaches by their own addresses, and which it may reach at all.
struct DirectAccessCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let expected: Expectation

  enum Expectation: Sendable {
    case directAccess(DirectAccess)
    case reachableServices([String])
  }

  /// A row about the annotation of the direct access; nil where it is absent. Transparent proxying is on.
  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    _ annotation: String?,
    others: StringMap = [:],
    expect expected: DirectAccess
  ) {
    self.init(statement, title, rules, "kuma.io/direct-access-services", annotation, others, .directAccess(expected))
  }

  /// A row about the annotation of the reachable services.
  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    reachable annotation: String?,
    others: StringMap = [:],
    expect expected: [String]
  ) {
    let key = "kuma.io/transparent-proxying-reachable-services"
    self.init(statement, title, rules, key, annotation, others, .reachableServices(expected))
  }

  private init(
    _ statement: String,
    _ title: String,
    _ rules: RulesName,
    _ key: String,
    _ annotation: String?,
    _ others: StringMap,
    _ expected: Expectation
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    var annotations = StringMap.proxied
    annotations[key] = annotation
    pod = .fixture(annotations: others.over(annotations))
    self.expected = expected
  }
}

enum DirectAccessTable {
  private static let off: StringMap = ["kuma.io/transparent-proxying": "disabled"]

  static let cases = lists + wildcards + reachable

  private static let lists: [DirectAccessCase] = [
    DirectAccessCase(
      "DA-1", "the page's example", "backend_example_svc_1234,backend_example_svc_1235",
      expect: .services(["backend_example_svc_1234", "backend_example_svc_1235"])
    ),
    DirectAccessCase("DA-1", "one service", "a_b_svc_1", expect: .services(["a_b_svc_1"])),
    DirectAccessCase("DA-1", "the order is kept", "z,a,m", expect: .services(["z", "a", "m"])),
    DirectAccessCase("DA-1", "the order is kept", under: .newest, "z,a,m", expect: .services(["z", "a", "m"])),
    DirectAccessCase("DA-1", "another separator separates nothing", "a;b\nc", expect: .services(["a;b\nc"])),
    DirectAccessCase("DA-1", "the list is read", under: "1.2.0", "a,b", expect: .services(["a", "b"])),
    DirectAccessCase(
      "DA-2", "the page's list of names", "Service1, Service2, ServiceN",
      expect: .services(["Service1", "Service2", "ServiceN"])
    ),
    DirectAccessCase("DA-2", "blanks, an empty entry and a repeat", " a , b,,a", expect: .services(["a", "b"])),
    DirectAccessCase(
      "DA-2", "blanks, an empty entry and a repeat", under: "1.2.0", " a , b,,a", expect: .services([" a ", " b", "", "a"])
    ),
    DirectAccessCase(
      "DA-2", "blanks, an empty entry and a repeat", under: "1.7.6", " a , b,,a", expect: .services([" a ", " b", "", "a"])
    ),
    DirectAccessCase(
      "DA-2", "blanks, an empty entry and a repeat", under: "1.8.0", " a , b,,a", expect: .services([" a ", " b", "a"])
    ),
    DirectAccessCase(
      "DA-2", "blanks, an empty entry and a repeat", under: .newest, " a , b,,a", expect: .services([" a ", " b", "a"])
    ),
    DirectAccessCase("DA-2", "tabs and ends of lines are blanks", "\ta\r\n,\n b\u{B}\u{C}", expect: .services(["a", "b"])),
    DirectAccessCase("DA-2", "a blank inside stays", "a b", expect: .services(["a b"])),
    DirectAccessCase("DA-2", "a blank beyond ASCII stays", "\u{A0}a", expect: .services(["\u{A0}a"])),
    DirectAccessCase("DA-2", "the first of a repeat stays in its place", "a,b,a", expect: .services(["a", "b"])),
    DirectAccessCase("DA-2", "a repeat stays", under: "1.6.5", "a,b,a", expect: .services(["a", "b", "a"])),
    DirectAccessCase("DA-2", "a repeat stays", under: "2.9.0", "a,b,a", expect: .services(["a", "b", "a"])),
    DirectAccessCase("DA-2", "other letters are another entry", "a,A", expect: .services(["a", "A"])),
    DirectAccessCase(
      "DA-2", "other bytes are another entry, though they look alike", "caf\u{E9},cafe\u{301}",
      expect: .services(["caf\u{E9}", "cafe\u{301}"])
    ),
    DirectAccessCase("DA-4", "without the annotation", nil, expect: .none),
    DirectAccessCase("DA-4", "the empty annotation", "", expect: .none),
    DirectAccessCase("DA-4", "the empty annotation", under: "1.2.0", "", expect: .none),
    DirectAccessCase("DA-4", "the empty annotation", under: "1.8.0", "", expect: .none),
    DirectAccessCase("DA-4", "commas alone", ",,", expect: .none),
    DirectAccessCase("DA-4", "commas alone list empty entries", under: "1.7.6", ",,", expect: .services(["", "", ""])),
    DirectAccessCase("DA-4", "commas alone", under: "1.8.0", ",,", expect: .none),
    DirectAccessCase("DA-4", "blanks alone", " ,\t, ", expect: .none),
    DirectAccessCase("DA-4", "blanks alone are entries", under: .newest, " ,\t", expect: .services([" ", "\t"])),
    DirectAccessCase(
      "DA-4", "without transparent proxying the list is not read", under: .newest, "a", others: off, expect: .none
    ),
    DirectAccessCase(
      "DA-4", "without transparent proxying the list is not read", under: "1.2.0", "*", others: off, expect: .none
    ),
    DirectAccessCase(
      "DA-1", "the list is read whatever is said of transparent proxying", under: "3.0.0", "a", others: off,
      expect: .services(["a"])
    ),
    DirectAccessCase("DA-6", "a name that matches nothing is kept", under: "3.0.0", "a,b", expect: .services(["a", "b"])),
    DirectAccessCase("DA-5", "an entry that matches nothing is kept", "Service1", expect: .services(["Service1"])),
    DirectAccessCase("DA-5", "an entry that matches nothing is kept", under: .newest, " x", expect: .services([" x"])),
  ]

  private static let wildcards: [DirectAccessCase] = [
    DirectAccessCase("DA-3", "the wildcard", "*", expect: .everyService(entries: ["*"])),
    DirectAccessCase("DA-3", "the wildcard", under: "1.2.0", "*", expect: .everyService(entries: ["*"])),
    DirectAccessCase("DA-3", "the wildcard", under: .newest, "*", expect: .everyService(entries: ["*"])),
    DirectAccessCase("DA-3", "what else is listed says nothing more", "*,a", expect: .everyService(entries: ["*"])),
    DirectAccessCase("DA-3", "it need not be the first", "a, *", expect: .everyService(entries: ["*"])),
    DirectAccessCase(
      "DA-3", "what else is listed stays", under: "1.7.6", "*,a,", expect: .everyService(entries: ["*", "a", ""])
    ),
    DirectAccessCase(
      "DA-3", "what else is listed stays", under: .newest, "a,*", expect: .everyService(entries: ["a", "*"])
    ),
    DirectAccessCase("DA-3", "blanks around it do not count", " * ", expect: .everyService(entries: ["*"])),
    DirectAccessCase("DA-3", "with blanks it is no wildcard", under: "1.6.5", " * ", expect: .services([" * "])),
    DirectAccessCase("DA-3", "with blanks it is no wildcard", under: .newest, "a, *", expect: .services(["a", " *"])),
    DirectAccessCase("DA-3", "a part of a name is no wildcard", "*_demo_svc_80", expect: .services(["*_demo_svc_80"])),
    DirectAccessCase("DA-3", "two are none", "**", expect: .services(["**"])),
  ]

  private static let reachable: [DirectAccessCase] = [
    DirectAccessCase("REACH-1", "the list", reachable: "a,b", expect: ["a", "b"]),
    DirectAccessCase("REACH-1", "blanks, empty entries and repeats stay", reachable: " a ,,a", expect: [" a ", "", "a"]),
    DirectAccessCase("REACH-1", "an empty annotation gives one empty entry", reachable: "", expect: [""]),
    DirectAccessCase("REACH-1", "without the annotation", reachable: nil, expect: []),
    DirectAccessCase("REACH-1", "the list is not read", under: "1.4.1", reachable: "a,b", expect: []),
    DirectAccessCase("REACH-1", "the list is read", under: "1.5.0", reachable: "a,b", expect: ["a", "b"]),
    DirectAccessCase("REACH-1", "an empty annotation gives one empty entry", under: "1.7.6", reachable: "", expect: [""]),
    DirectAccessCase("REACH-1", "an empty annotation gives nothing", under: "1.8.0", reachable: "", expect: []),
    DirectAccessCase(
      "REACH-1", "empty entries are dropped", under: "1.8.0", reachable: ",a,, b,a", expect: ["a", " b", "a"]
    ),
    DirectAccessCase("REACH-1", "the list is not read", under: "3.0.0", reachable: "b,a", expect: []),
    DirectAccessCase("REACH-1", "the list", under: .newest, reachable: "b,a", expect: ["b", "a"]),
    DirectAccessCase(
      "REACH-1", "without transparent proxying the list is not read", under: "2.10.11", reachable: "a",
      others: ["kuma.io/transparent-proxying": "disabled", "traffic.kuma.io/transparent-proxy-config": "x"], expect: []
    ),
    DirectAccessCase(
      "REACH-1", "a configuration is enough", under: "2.11.0", reachable: "a",
      others: ["kuma.io/transparent-proxying": "disabled", "traffic.kuma.io/transparent-proxy-config": "x"], expect: ["a"]
    ),
  ]
}

@Suite("Direct access")
struct DirectAccessTests {
  @Test(arguments: DirectAccessTable.cases)
  func lists(_ row: DirectAccessCase) throws {
    let kuma = try row.rules.controlPlane()
    let mapping = kuma.dataplane(of: row.pod, in: .fixture(), among: ObjectCatalog())
    let dataplane = try #require(mapping.dataplane)
    let proxying = dataplane.networking.transparentProxying
    switch row.expected {
    case .directAccess(let expected):
      let found = try kuma.directAccess(of: row.pod)
      #expect(found == expected)
      // Strings that look alike are equal to Swift, so the bytes are compared too.
      #expect(found.entries.map { Array($0.utf8) } == expected.entries.map { Array($0.utf8) })
      #expect(proxying?.directAccessServices ?? [] == expected.entries)
    case .reachableServices(let expected):
      #expect(proxying?.reachableServices ?? [] == expected)
    }
  }
}
