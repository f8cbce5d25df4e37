import KubernetesObjects
import Testing

@Suite("Names of objects")
struct ObjectNameTests {
  @Test(arguments: [("shop/web-7", "shop", "web-7"), ("kuma-system/x.y", "kuma-system", "x.y"), ("A b/_", "A b", "_")])
  func aNameReadsBack(_ string: String, _ namespace: String, _ name: String) throws {
    let parsed = try ObjectName(parsing: string)
    #expect(parsed == ObjectName(namespace: namespace, name: name))
    #expect("\(parsed)" == string)
  }

  @Test(arguments: [
    ("web-7", ObjectNameError.partCount(1)), ("", .partCount(1)), ("a/b/c", .partCount(3)), ("//", .partCount(3)),
    ("/web-7", .emptyNamespace), ("/", .emptyNamespace), ("shop/", .emptyName),
  ])
  func whatIsNoNameIsRefused(_ string: String, _ error: ObjectNameError) {
    #expect(throws: error) { try ObjectName(parsing: string) }
    #expect(error.description.hasSuffix("; write namespace/name"))
  }
}
