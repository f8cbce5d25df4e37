import KubernetesJSON
import KubernetesObjects
import Testing

/// Lists of which nothing can be read: each element is told with its place, in time linear in their number.
@Suite("Many failures", .timeLimit(.minutes(1)))
struct ManyFailuresTests {
  private static func failures(_ count: Int) throws -> [ObjectFailure] {
    let items = (0..<count).map { $0.isMultiple(of: 2) ? #"{"metadata":{}}"# : #"{"metadata":{"name":1}}"# }
    let text = #"{"apiVersion":"v1","kind":"PodList","items":[\#(items.joined(separator: ","))]}"#
    return try JSONReader.decode(ObjectList<KubernetesObject>.self, from: Array(text.utf8)).failures
  }

  @Test func everyElementIsToldWithItsPlace() throws {
    let failures = try Self.failures(300)
    #expect(failures.map(\.itemPath) == (0..<300).map { "items[\($0)]" })
    #expect(failures.allSatisfy { $0.path == "metadata.name" })
  }

  @Test func manyElementsAreToldInLinearTime() throws {
    #expect(try Self.failures(20_000).count == 20_000)
  }
}
