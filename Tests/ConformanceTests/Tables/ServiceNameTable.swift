import KubernetesObjects
import MeshMapping
import Testing

/// What a text is as the name of a service on Kubernetes.
struct ServiceNameCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName = "documented"
  let text: String
  let expected: Result<ServiceName, ServiceNameError>

  init(_ statement: String, _ title: String, _ text: String, expect expected: ServiceName) {
    self.statement = statement
    self.title = title
    self.text = text
    self.expected = .success(expected)
  }

  init(_ statement: String, _ title: String, _ text: String, refuse error: ServiceNameError) {
    self.statement = statement
    self.title = title
    self.text = text
    expected = .failure(error)
  }
}

enum ServiceNameTable {
  private static func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

  static let cases = names + refusals

  private static let names: [ServiceNameCase] = [
    ServiceNameCase(
      "NAME-1", "of a Service's port", "backend_demo_svc_80",
      expect: ServiceName(name: "backend", namespace: "demo", port: 80)
    ),
    ServiceNameCase(
      "NAME-1", "of a Pod without a Service", "web-1_demo_svc", expect: ServiceName(name: "web-1", namespace: "demo")
    ),
    ServiceNameCase("NAME-1", "the smallest port", "a_b_svc_1", expect: ServiceName(name: "a", namespace: "b", port: 1)),
    ServiceNameCase(
      "NAME-1", "the greatest port", "a_b_svc_65535", expect: ServiceName(name: "a", namespace: "b", port: 65535)
    ),
    ServiceNameCase(
      "NAME-1", "names may begin with a digit", "1a_2b_svc_3", expect: ServiceName(name: "1a", namespace: "2b", port: 3)
    ),
    ServiceNameCase(
      "NAME-1", "svc is a name like any other", "svc_svc_svc", expect: ServiceName(name: "svc", namespace: "svc")
    ),
    ServiceNameCase(
      "NAME-1", "a Pod's name may have dots", "web.v1.x_demo_svc", expect: ServiceName(name: "web.v1.x", namespace: "demo")
    ),
    ServiceNameCase(
      "NAME-1", "labels of 63 bytes", "\(letters(63))_\(letters(63))_svc_80",
      expect: ServiceName(name: letters(63), namespace: letters(63), port: 80)
    ),
    ServiceNameCase(
      "NAME-1", "a Pod's name of 253 bytes", "\(letters(63)).\(letters(63)).\(letters(63)).\(letters(61))_demo_svc",
      expect: ServiceName(name: "\(letters(63)).\(letters(63)).\(letters(63)).\(letters(61))", namespace: "demo")
    ),
  ]

  private static let refusals: [ServiceNameCase] = [
    ServiceNameCase("NAME-2", "nothing", "", refuse: .empty),
    ServiceNameCase("NAME-2", "a blank alone", " ", refuse: .whitespace(at: 0)),
    ServiceNameCase("NAME-2", "a blank before", " backend_demo_svc_80", refuse: .whitespace(at: 0)),
    ServiceNameCase("NAME-2", "a blank behind", "backend_demo_svc_80 ", refuse: .whitespace(at: 19)),
    ServiceNameCase("NAME-2", "a line's end behind", "backend_demo_svc_80\n", refuse: .whitespace(at: 19)),
    ServiceNameCase("NAME-2", "a tab inside", "back\tend_demo_svc_80", refuse: .whitespace(at: 4)),
    ServiceNameCase("NAME-2", "one part", "Service1", refuse: .partCount(1)),
    ServiceNameCase("NAME-2", "the wildcard", "*", refuse: .partCount(1)),
    ServiceNameCase("NAME-2", "the name of a host", "backend.demo.svc.cluster.local", refuse: .partCount(1)),
    ServiceNameCase("NAME-2", "two parts", "backend_demo", refuse: .partCount(2)),
    ServiceNameCase("NAME-2", "five parts", "backend_demo_svc_80_", refuse: .partCount(5)),
    ServiceNameCase("NAME-2", "an underscore in the name", "back_end_demo_svc_80", refuse: .partCount(5)),
    ServiceNameCase("NAME-2", "svc in capitals", "backend_demo_SVC_80", refuse: .marker("SVC")),
    ServiceNameCase("NAME-2", "no svc", "backend_demo_80", refuse: .marker("80")),
    ServiceNameCase("NAME-2", "an empty part for svc", "backend_demo__80", refuse: .marker("")),
    ServiceNameCase("NAME-2", "an empty name", "_demo_svc_80", refuse: .name("")),
    ServiceNameCase("NAME-2", "a capital letter in the name", "Backend_demo_svc_80", refuse: .name("Backend")),
    ServiceNameCase("NAME-2", "a hyphen first", "-a_demo_svc_80", refuse: .name("-a")),
    ServiceNameCase("NAME-2", "a hyphen last", "a-_demo_svc", refuse: .name("a-")),
    ServiceNameCase("NAME-2", "a letter beyond ASCII", "b\u{E9}_demo_svc_80", refuse: .name("b\u{E9}")),
    ServiceNameCase("NAME-2", "a blank beyond ASCII", "a\u{A0}_demo_svc", refuse: .name("a\u{A0}")),
    ServiceNameCase("NAME-2", "a dot in the name of a Service", "web.v1_demo_svc_80", refuse: .name("web.v1")),
    ServiceNameCase("NAME-2", "two dots in the name of a Pod", "web..v1_demo_svc", refuse: .name("web..v1")),
    ServiceNameCase("NAME-2", "a dot last", "web._demo_svc", refuse: .name("web.")),
    ServiceNameCase(
      "NAME-2", "a Service's name of 64 bytes", "\(letters(64))_demo_svc_80", refuse: .name(ExactString(letters(64)))),
    ServiceNameCase(
      "NAME-2", "a Pod's name of 254 bytes", "\(letters(63)).\(letters(63)).\(letters(63)).\(letters(62))_demo_svc",
      refuse: .name("\(letters(63)).\(letters(63)).\(letters(63)).\(letters(62))")
    ),
    ServiceNameCase("NAME-2", "an empty namespace", "backend__svc_80", refuse: .namespace("")),
    ServiceNameCase("NAME-2", "a dot in the namespace", "backend_de.mo_svc_80", refuse: .namespace("de.mo")),
    ServiceNameCase("NAME-2", "a capital letter in the namespace", "backend_Demo_svc", refuse: .namespace("Demo")),
    ServiceNameCase(
      "NAME-2", "a namespace of 64 bytes", "a_\(letters(64))_svc", refuse: .namespace(ExactString(letters(64)))),
    ServiceNameCase("NAME-2", "an empty port", "backend_demo_svc_", refuse: .port("")),
    ServiceNameCase("NAME-2", "the port 0", "backend_demo_svc_0", refuse: .port("0")),
    ServiceNameCase("NAME-2", "a leading zero", "backend_demo_svc_080", refuse: .port("080")),
    ServiceNameCase("NAME-2", "a port too great by one", "backend_demo_svc_65536", refuse: .port("65536")),
    ServiceNameCase(
      "NAME-2", "a port beyond every number", "a_b_svc_99999999999999999999", refuse: .port("99999999999999999999")
    ),
    ServiceNameCase("NAME-2", "a sign", "backend_demo_svc_+80", refuse: .port("+80")),
    ServiceNameCase("NAME-2", "a negative port", "backend_demo_svc_-80", refuse: .port("-80")),
    ServiceNameCase("NAME-2", "the name of a port", "backend_demo_svc_http", refuse: .port("http")),
    ServiceNameCase("NAME-2", "a digit beyond ASCII", "backend_demo_svc_8\u{660}", refuse: .port("8\u{660}")),
  ]
}

@Suite("Names of services")
struct ServiceNameTests {
  @Test(arguments: ServiceNameTable.cases)
  func parsing(_ row: ServiceNameCase) {
    let parsed: Result<ServiceName, ServiceNameError>
    do throws(ServiceNameError) {
      parsed = .success(try ServiceName(parsing: row.text))
    } catch {
      parsed = .failure(error)
    }
    #expect(parsed == row.expected)
    if case .success(let name) = row.expected { #expect("\(name)" == row.text) }
  }
}
