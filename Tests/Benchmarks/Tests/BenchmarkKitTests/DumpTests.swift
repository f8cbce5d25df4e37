import BenchmarkKit
import Foundation
import KubernetesObjects
import MeshMapping
import Testing

/// What is decoded is what is measured elsewhere, and as large as that of a live cluster.
@Suite("Dumps")
struct DumpTests {
  static let shape = ClusterShape(pods: 300, services: 60, namespaces: 4)
  let generator = ClusterGenerator(Self.shape)

  @Test(arguments: DumpLayout.allCases)
  func theDumpDecodesToTheObjects(layout: DumpLayout) throws {
    let list = try JSONDecoder().decode(
      ObjectList<ClusterObject>.self, from: ClusterDump(of: generator, layout: layout).data())
    #expect(list.failures.isEmpty)
    #expect(list.objects == generator.objects())
  }

  @Test func theDumpAsYAMLDecodesToTheObjects() throws {
    let yaml = try YAMLText.blocks(of: Array(ClusterDump(of: generator).data()))
    #expect(String(decoding: yaml.prefix(60), as: UTF8.self).hasPrefix("apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: "))
    #expect(try ClusterDump.objects(in: Scenario.json(of: yaml)) == generator.objects())
  }

  @Test func indentedItemsStandWhereKubectlPutsThem() {
    let expected = """
      {
                  "a": [
                      1,
                      {}
                  ],
                  "b": "\\"{,"
              }
      """
    #expect(String(decoding: DumpLayout.indented.laidOut(#"{"a":[1,{}],"b":"\"{,"}"#), as: UTF8.self) == expected)
  }

  @Test func aPodIsAboutFourKilobytes() {
    let sizes = generator.objects().compactMap { object -> Int? in
      guard case .kubernetes(.pod(let pod)) = object else { return nil }
      return pod.json.utf8.count
    }
    #expect(sizes.count == 300)
    #expect((4_000...4_400).contains(sizes.reduce(0, +) / sizes.count), "\(sizes.reduce(0, +) / sizes.count)")
  }
}
