import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What a Pod's Dataplane says about the backends that the Pod may reach.
struct ReachableBackendCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let expected: Expected

  enum Expected: Hashable {
    /// Nothing, so that every backend may be reached.
    case nothing
    /// A list, which may be empty.
    case backends([ReachableBackend])
    case failure(MappingFailure)
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = .newest,
    annotations: StringMap,
    expect expected: Expected
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(annotations: annotations)
    self.expected = expected
  }

  /// A Pod as the injector leaves it, with the given list.
  init(_ title: String, under rules: RulesName = .newest, _ list: String, expect expected: Expected) {
    let annotations = ReachableBackendTable.injected(["kuma.io/reachable-backends": list])
    self.init("REACH-2", title, under: rules, annotations: annotations, expect: expected)
  }

  /// A Pod whose list is refused.
  init(_ title: String, under rules: RulesName = .newest, refused list: String) {
    self.init(title, under: rules, list, expect: .failure(ReachableBackendTable.refusal(of: list)))
  }

  /// A Pod whose list has one backend.
  init(_ title: String, under rules: RulesName = .newest, _ list: String, gives backend: ReachableBackend) {
    self.init(title, under: rules, list, expect: .backends([backend]))
  }
}

enum ReachableBackendTable {
  static let cases: [ReachableBackendCase] =
    releases + gates + emptyLists + fields + ports + texts + names + forms + aliases + limits
    + refused + crashes + order

  private static let key = "kuma.io/reachable-backends"
  private static let proxying = "kuma.io/transparent-proxying"
  private static let inbound = "kuma.io/transparent-proxying-inbound-port"
  private static let outbound = "kuma.io/transparent-proxying-outbound-port"
  private static let configuration = "traffic.kuma.io/transparent-proxy-config"
  private static let crash = ReachableBackendCase.Expected.failure(.controlPlaneCrash(.nullReachableBackend))
  private static let backend = ReachableBackend(kind: "MeshService", name: "backend", namespace: "demo", port: 8080)
  private static let list = "refs: [{kind: MeshService, name: backend, namespace: demo, port: 8080}]"

  /// The annotations that the injector writes, with others.
  static func injected(_ others: StringMap) -> StringMap {
    let written: StringMap = [proxying: "enabled", inbound: "15006", outbound: "15001"]
    return StringMap(written.entries + others.entries)
  }

  static func refusal(of list: String) -> MappingFailure {
    .unreadableReachableBackends(Evidence(.podAnnotation, key: key, value: list))
  }

  private static let releases: [ReachableBackendCase] = [
    ReachableBackendCase("a list, before it is read", under: "2.8.8", list, expect: .nothing),
    ReachableBackendCase("what is no list, before it is read", under: "2.8.8", "refs: 5", expect: .nothing),
    ReachableBackendCase("a list", under: "2.9.0", list, gives: backend),
    ReachableBackendCase("a list", under: "2.10.11", list, gives: backend),
    ReachableBackendCase("a list", under: "2.11.0", list, gives: backend),
    ReachableBackendCase("a list", list, gives: backend),
    ReachableBackendCase("a list, as documented", under: "documented", list, expect: .nothing),
  ]

  private static let gates: [ReachableBackendCase] = [
    ReachableBackendCase("REACH-2", "without the annotation", annotations: injected([:]), expect: .nothing),
    ReachableBackendCase(
      "REACH-2", "without transparent proxying it is not read", under: "2.9.0", annotations: [key: "refs: 5"],
      expect: .nothing
    ),
    ReachableBackendCase(
      "REACH-2", "without transparent proxying it is not read", annotations: [key: "refs: 5"], expect: .nothing),
    ReachableBackendCase(
      "REACH-2", "a configuration of the proxy does not make it read before 2.11", under: "2.10.11",
      annotations: [key: list, configuration: "x"], expect: .nothing
    ),
    ReachableBackendCase(
      "REACH-2", "a configuration of the proxy makes it read", under: "2.11.0",
      annotations: [key: list, configuration: "x"],
      expect: .backends([backend])
    ),
    ReachableBackendCase(
      "REACH-2", "an empty list is no empty section", under: "2.11.0", annotations: [key: "", configuration: "x"],
      expect: .backends([])
    ),
  ]

  private static let emptyLists: [ReachableBackendCase] = [
    ReachableBackendCase("an empty annotation reaches nothing", under: "2.9.0", "", expect: .backends([])),
    ReachableBackendCase("an empty annotation reaches nothing", "", expect: .backends([])),
    ReachableBackendCase("an empty object reaches nothing", under: "2.9.0", "{}", expect: .backends([])),
    ReachableBackendCase("an empty object reaches nothing", "{}", expect: .backends([])),
    ReachableBackendCase("null reaches nothing", "null", expect: .backends([])),
    ReachableBackendCase("a tilde reaches nothing", "~", expect: .backends([])),
    ReachableBackendCase("a comment reaches nothing", "# refs: 5", expect: .backends([])),
    ReachableBackendCase("an empty document reaches nothing", "---", expect: .backends([])),
    ReachableBackendCase("blanks and breaks of lines reach nothing", "  \n\n", expect: .backends([])),
    ReachableBackendCase("an empty list reaches nothing", "refs: []", expect: .backends([])),
    ReachableBackendCase("a list that is null reaches nothing", "refs: null", expect: .backends([])),
    ReachableBackendCase("a list without a value reaches nothing", "refs:", expect: .backends([])),
    ReachableBackendCase("another field alone reaches nothing", "backends: [x]", expect: .backends([])),
    ReachableBackendCase("three colons are another field", ":::", expect: .backends([])),
    ReachableBackendCase("a backend without fields is one", "refs:\n- {}", gives: ReachableBackend(kind: "")),
  ]

  private static let fields: [ReachableBackendCase] = [
    ReachableBackendCase(
      "labels", "refs: [{kind: MeshService, labels: {app: web, team: a}}]",
      gives: ReachableBackend(kind: "MeshService", labels: ["app": "web", "team": "a"])
    ),
    ReachableBackendCase(
      "several backends in their order", "refs: [{name: b}, {name: a}, {name: b}]",
      expect: .backends([.init(kind: "", name: "b"), .init(kind: "", name: "a"), .init(kind: "", name: "b")])
    ),
    ReachableBackendCase(
      "a field that is not known does not count", "refs: [{name: a, weight: [1, {x: 2.5}]}]",
      gives: ReachableBackend(kind: "", name: "a")
    ),
    ReachableBackendCase(
      "null leaves fields empty", "refs: [{kind: null, name: ~, namespace: , port: null, labels: null}]",
      gives: ReachableBackend(kind: "")
    ),
    ReachableBackendCase(
      "a label that is null is empty", "refs: [{labels: {a: null}}]", gives: .init(kind: "", labels: ["a": ""])),
    ReachableBackendCase(
      "of a field that is repeated the last holds", "refs: [{name: a, name: b}]", gives: .init(kind: "", name: "b")),
    ReachableBackendCase(
      "labels that look alike are two", "refs: [{labels: {\u{E9}: u, e\u{301}: v}}]",
      gives: ReachableBackend(kind: "", labels: ["\u{E9}": "u", "e\u{301}": "v"])
    ),
  ]

  private static func port(_ port: Int) -> ReachableBackend { ReachableBackend(kind: "", port: port) }

  private static let ports: [ReachableBackendCase] = [
    ReachableBackendCase("the port 0", "refs: [{port: 0}]", gives: port(0)),
    ReachableBackendCase("the greatest port", "refs: [{port: 4294967295}]", gives: port(4_294_967_295)),
    ReachableBackendCase("a port in base 16", "refs: [{port: 0x1F90}]", gives: port(8080)),
    ReachableBackendCase("a port in base 8", "refs: [{port: 010}]", gives: port(8)),
    ReachableBackendCase("a port that is no number in base 8", "refs: [{port: 08}]", gives: port(8)),
    ReachableBackendCase("a port with an underscore", "refs: [{port: 8_080}]", gives: port(8080)),
    ReachableBackendCase("a port with a sign", "refs: [{port: +80}]", gives: port(80)),
    ReachableBackendCase("a port with nothing after the point", "refs: [{port: 80.0}]", gives: port(80)),
    ReachableBackendCase("a port with an exponent", "refs: [{port: 8e1}]", gives: port(80)),
    ReachableBackendCase("a port of more than 32 bits", refused: "refs: [{port: 4294967296}]"),
    ReachableBackendCase("a port of more than 64 bits", refused: "refs: [{port: 18446744073709551616}]"),
    ReachableBackendCase("a negative port", refused: "refs: [{port: -1}]"),
    ReachableBackendCase("a port that is a negative zero", refused: "refs: [{port: -0.0}]"),
    ReachableBackendCase("a port with a fraction", refused: "refs: [{port: 80.5}]"),
    ReachableBackendCase("a port in quotes", refused: "refs: [{port: \"80\"}]"),
    ReachableBackendCase("a port by name", refused: "refs: [{port: http}]"),
    ReachableBackendCase("a port that is a boolean", refused: "refs: [{port: true}]"),
    ReachableBackendCase("a port that is not a number", refused: "refs: [{port: .nan}]"),
    ReachableBackendCase("a port that is a list", refused: "refs: [{port: [80]}]"),
  ]

  private static func named(_ name: String) -> ReachableBackend { ReachableBackend(kind: "", name: name) }

  private static let texts: [ReachableBackendCase] = [
    ReachableBackendCase("a name that is an integer", "refs: [{name: 010}]", gives: named("8")),
    ReachableBackendCase(
      "a name that is a great integer", "refs: [{name: 18446744073709551615}]", gives: named("18446744073709551615")),
    ReachableBackendCase("a name that is a fraction", "refs: [{name: 1.10}]", gives: named("1.1")),
    ReachableBackendCase("a name that is a million", "refs: [{name: 1000000.0}]", gives: named("1e+06")),
    ReachableBackendCase("a name that is a small fraction", "refs: [{name: 0.00001}]", gives: named("1e-05")),
    ReachableBackendCase(
      "a name that is a fraction of more than 32 bits", "refs: [{name: 16777217.0}]", gives: named("1.6777216e+07")),
    ReachableBackendCase("a name that is infinite", "refs: [{name: -.inf}]", gives: named("-Inf")),
    ReachableBackendCase("a name that is true", "refs: [{name: true}]", gives: named("true")),
    ReachableBackendCase("a name that is yes", "refs: [{name: yes}]", gives: named("true")),
    ReachableBackendCase("a name that is n", "refs: [{name: n}]", gives: named("false")),
    ReachableBackendCase("a name that is yes in quotes", "refs: [{name: 'yes'}]", gives: named("yes")),
    ReachableBackendCase("a name that is a date", "refs: [{name: 2024-01-01}]", gives: named("2024-01-01")),
    ReachableBackendCase("a kind that is a number", "refs: [{kind: 5}]", gives: ReachableBackend(kind: "5")),
    ReachableBackendCase(
      "labels that are numbers and booleans", "refs: [{labels: {1: 2, on: off, 1.5: 0x10}}]",
      gives: ReachableBackend(kind: "", labels: ["1": "2", "true": "false", "1.5": "16"])
    ),
    ReachableBackendCase("a kind that is a list", refused: "refs: [{kind: []}]"),
    ReachableBackendCase("a kind that is an object", refused: "refs: [{kind: {}}]"),
    ReachableBackendCase("a name that is a list", refused: "refs: [{name: [a]}]"),
    ReachableBackendCase("a namespace that is an object", refused: "refs: [{namespace: {a: b}}]"),
    ReachableBackendCase("labels that are a list", refused: "refs: [{labels: [a]}]"),
    ReachableBackendCase("labels that are a text", refused: "refs: [{labels: a}]"),
    ReachableBackendCase("a label that is a list", refused: "refs: [{labels: {a: [b]}}]"),
    ReachableBackendCase("a label without a key", refused: "refs: [{labels: {~: b}}]"),
  ]

  private static let names: [ReachableBackendCase] = [
    ReachableBackendCase(
      "names of fields in capital letters", "REFS: [{Name: a, KIND: b}]", gives: .init(kind: "b", name: "a")),
    ReachableBackendCase("names of fields with a long s", "ref\u{17F}: [{name: a}]", gives: named("a")),
    ReachableBackendCase("names of fields with the sign of Kelvin", "refs: [{\u{212A}ind: a}]", gives: .init(kind: "a")),
    ReachableBackendCase("names of fields with a letter more", "refs: [{names: a}]", gives: .init(kind: "")),
    ReachableBackendCase(
      "of a field in two spellings the later by bytes holds", "refs: [{name: a, Name: b}]", gives: named("a")),
    ReachableBackendCase(
      "null in the later spelling empties a name and leaves a kind", "refs: [{Name: a, name: ~, Kind: b, kind: ~}]",
      gives: .init(kind: "b")
    ),
    ReachableBackendCase(
      "a list in two spellings is read twice, one over the other",
      "{Refs: [{name: a, port: 1}, {name: b}], refs: [{name: c}]}", gives: .init(kind: "", name: "c", port: 1)
    ),
  ]

  private static let forms: [ReachableBackendCase] = [
    ReachableBackendCase(
      "block style", "refs:\n- kind: MeshService\n  name: backend\n  namespace: demo\n  port: 8080\n", gives: backend
    ),
    ReachableBackendCase(
      "block style, indented and with comments",
      "---\n# reachable\nrefs:\n  -   kind: MeshService # kind\n      name: backend\n\n      namespace: demo\n      port: 8080\n",
      gives: backend
    ),
    ReachableBackendCase(
      "JSON", #"{"refs":[{"kind":"MeshService","name":"backend","namespace":"demo","port":8080}]}"#, gives: backend
    ),
    ReachableBackendCase(
      "quotes", #"refs: [{kind: 'Mesh''Service', name: "\u0062ackend\n"}]"#,
      gives: .init(kind: "Mesh'Service", name: "backend\n")
    ),
    ReachableBackendCase(
      "lines that end as on Windows", "refs:\r\n- name: a\r\n  port: 1\r\n", gives: .init(kind: "", name: "a", port: 1)),
    ReachableBackendCase("a literal scalar", "refs:\n- name: |-\n    a\n    b\n", gives: named("a\nb")),
    ReachableBackendCase("what follows the first document", "refs: [{name: a}]\n---\nrefs: 5\n", gives: named("a")),
    ReachableBackendCase("what follows a flow collection", "{refs: [{name: a}]} rest", gives: named("a")),
  ]

  private static let aliases: [ReachableBackendCase] = [
    ReachableBackendCase(
      "an alias of a value", under: "2.9.0", "refs: [{kind: &kind MeshService, name: *kind}]",
      gives: .init(kind: "MeshService", name: "MeshService")
    ),
    ReachableBackendCase(
      "an alias of a value", "refs: [{kind: &kind MeshService, name: *kind}]",
      gives: .init(kind: "MeshService", name: "MeshService")
    ),
    ReachableBackendCase(
      "an alias of a backend", "refs:\n- &a {kind: MeshService, name: a}\n- *a\n",
      expect: .backends([.init(kind: "MeshService", name: "a"), .init(kind: "MeshService", name: "a")])
    ),
    ReachableBackendCase(
      "an alias of what a field holds that is not known", "x: &x [{name: a}]\nrefs: *x\n", gives: named("a")),
    ReachableBackendCase("an anchor without an alias", "&all {refs: &list [{name: &n a}]}", gives: named("a")),
    ReachableBackendCase(
      "a merge key gives what is not there", "x: &x {kind: MeshService, name: a}\nrefs: [{<<: *x, name: b}]\n",
      gives: .init(kind: "MeshService", name: "b")
    ),
    ReachableBackendCase(
      "a merge key holds over what comes before it", "x: &x {name: a}\nrefs: [{name: b, <<: *x}]\n", gives: named("a")),
    ReachableBackendCase(
      "of mappings that are merged the first holds", "refs: [{<<: [{name: a}, {name: b, port: 1}]}]",
      gives: .init(kind: "", name: "a", port: 1)
    ),
    ReachableBackendCase("a tag makes a text of a number", "refs: [{name: !!str 010}]", gives: named("010")),
    ReachableBackendCase("a tag makes a number of a text", "refs: [{port: !!int \"80\"}]", gives: port(80)),
    ReachableBackendCase("a directive", "%YAML 1.1\n---\nrefs: [{name: a}]\n", gives: named("a")),
    ReachableBackendCase("a byte order mark", "\u{FEFF}refs: [{name: a}]", gives: named("a")),
    ReachableBackendCase("a byte order mark that begins another line", "\n\u{FEFF}refs: [{name: a}]", gives: named("a")),
    ReachableBackendCase("a byte order mark that indents a line", refused: "x: y\n\u{FEFF}refs: []"),
    ReachableBackendCase("an alias of nothing", refused: "refs: [{name: *a}]"),
    ReachableBackendCase("an alias of what it stands in", refused: "&a {refs: *a}"),
    ReachableBackendCase("an alias of a list as a name", refused: "x: &x []\nrefs: [{name: *x}]"),
    ReachableBackendCase("a merge key with a value", refused: "<<: a"),
    ReachableBackendCase("a merge key with an alias of a list", refused: "x: &x [{name: a}]\nrefs: [{<<: *x}]"),
    ReachableBackendCase("a tag that does not fit", refused: "refs: [{port: !!int http}]"),
  ]

  /// Nothing but lists in lists.
  private static func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  /// Lists of aliases, each of ten of the list before it, the first one of ten texts.
  private static func growing(_ lists: Int) -> String {
    let ten = { (element: String) in repeatElement(element, count: 10).joined(separator: ",") }
    return "a0: &a0 [\(ten("x"))]\n" + (1..<lists).map { "a\($0): &a\($0) [\(ten("*a\($0 - 1)"))]\n" }.joined()
  }

  private static let limits: [ReachableBackendCase] = [
    // The field stands in a collection itself, and JSON may have 10,000.
    ReachableBackendCase(
      "a field that is not known, as deep as may be", "refs: [{name: a}]\nx: \(nested(9_999))", gives: named("a")),
    ReachableBackendCase("a field that is not known, too deep", refused: "refs: [{name: a}]\nx: \(nested(10_000))"),
    ReachableBackendCase(
      "a document that grows by its aliases", growing(3) + "refs: [{name: a}]", gives: named("a")),
    ReachableBackendCase("a document of aliases", refused: growing(4) + "refs: [{name: a}]"),
  ]

  private static let refused: [ReachableBackendCase] = [
    ReachableBackendCase("a number", refused: "5"),
    ReachableBackendCase("a number", under: "2.9.0", refused: "5"),
    ReachableBackendCase("a text", refused: "MeshService"),
    ReachableBackendCase("a list without a field", refused: "- kind: MeshService"),
    ReachableBackendCase("a field that is a number", under: "2.9.0", refused: "refs: 5"),
    ReachableBackendCase("a field that is a number", refused: "refs: 5"),
    ReachableBackendCase("a field that is an object", refused: "refs: {}"),
    ReachableBackendCase("a field that is an empty text", refused: "refs: ''"),
    ReachableBackendCase("an entry that is a number", refused: "refs: [5]"),
    ReachableBackendCase("an entry that is a text", refused: "refs: [MeshService]"),
    ReachableBackendCase("an entry that is a list", refused: "refs: [[]]"),
    ReachableBackendCase("a list that is not closed", refused: "refs: ["),
    ReachableBackendCase("a tab for an indentation", refused: "refs:\n\t- name: a"),
    ReachableBackendCase("a colon too many", refused: "refs: a: b"),
    ReachableBackendCase("a key that is null", refused: "{~: 1}"),
    ReachableBackendCase("a field that is not known with a key that is null", refused: "x: {~: 1}"),
    ReachableBackendCase("a field that is not known and infinite", refused: "x: .inf"),
    ReachableBackendCase("a control character", refused: "refs: []\u{7}"),
  ]

  private static let crashes: [ReachableBackendCase] = [
    ReachableBackendCase("a null entry crashes the control plane", under: "2.9.0", "refs: [null]", expect: crash),
    ReachableBackendCase("a null entry crashes the control plane", under: "2.10.11", "refs: [null]", expect: crash),
    ReachableBackendCase("a null entry crashes the control plane", under: "2.11.0", "refs: [null]", expect: crash),
    ReachableBackendCase("a null entry crashes the control plane", "refs: [null]", expect: crash),
    ReachableBackendCase("an entry without a value crashes the control plane", "refs:\n-\n", expect: crash),
    ReachableBackendCase("a null entry after another crashes the control plane", "refs: [{name: a}, ~]", expect: crash),
    ReachableBackendCase("a null entry beside a wrong one", refused: "refs: [null, 5]"),
    ReachableBackendCase("a null entry that is not read", under: "2.8.8", "refs: [null]", expect: .nothing),
  ]

  private static let order: [ReachableBackendCase] = [
    ReachableBackendCase(
      "REACH-2", "the redirect ports come first up to 2.10", under: "2.10.11",
      annotations: [proxying: "enabled", key: "refs: 5"],
      expect: .failure(.missingRedirectPort(key: ExactString(inbound)))
    ),
    ReachableBackendCase(
      "REACH-2", "the redirect ports come later from 2.11 on", under: "2.11.0",
      annotations: [proxying: "enabled", key: "refs: 5"],
      expect: .failure(refusal(of: "refs: 5"))
    ),
    ReachableBackendCase(
      "REACH-2", "the switch comes before the list", under: "2.11.0",
      annotations: [proxying: "on", configuration: "x", key: "refs: 5"],
      expect: .failure(.unreadableSwitch(Evidence(.podAnnotation, key: proxying, value: "on")))
    ),
    ReachableBackendCase(
      "REACH-2", "the list comes before the gateway", annotations: injected([key: "refs: 5", "kuma.io/gateway": "x"]),
      expect: .failure(refusal(of: "refs: 5"))
    ),
    ReachableBackendCase(
      "TP-4", "the mode comes before the outbound port up to 2.10", under: "2.10.11",
      annotations: [proxying: "enabled", inbound: "1", "kuma.io/transparent-proxying-ip-family-mode": "x"],
      expect: .failure(
        .invalidIPFamilyMode(Evidence(.podAnnotation, key: "kuma.io/transparent-proxying-ip-family-mode", value: "x"))
      )
    ),
    ReachableBackendCase(
      "TP-4", "the mode comes after the outbound port from 2.11 on", under: "2.11.0",
      annotations: [proxying: "enabled", inbound: "1", "kuma.io/transparent-proxying-ip-family-mode": "x"],
      expect: .failure(.missingRedirectPort(key: ExactString(outbound)))
    ),
  ]
}

@Suite("Reachable backends")
struct ReachableBackendTests {
  @Test(arguments: ReachableBackendTable.cases)
  func backends(_ row: ReachableBackendCase) throws {
    let result = try row.rules.controlPlane().dataplane(of: row.pod, in: .fixture(), among: ObjectCatalog()).result
    let outcome: ReachableBackendCase.Expected =
      switch result {
      case .success(let dataplane):
        dataplane.networking.transparentProxying?.reachableBackends.map { .backends($0) } ?? .nothing
      case .failure(let failure): .failure(failure)
      }
    #expect(outcome == row.expected)
  }
}
