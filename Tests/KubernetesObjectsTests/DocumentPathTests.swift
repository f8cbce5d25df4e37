import KubernetesObjects
import Testing

/// Paths as failures and findings write them.
@Suite struct DocumentPathTests {
  /// A step, shorter to write.
  enum Step {
    case key(String)
    case index(Int)
  }

  @Test(
    arguments: [
      ("", []), ("spec", [.key("spec")]), ("spec.ports[0].port", [.key("spec"), .key("ports"), .index(0), .key("port")]),
      ("[2][13]", [.index(2), .index(13)]), ("[0].kind", [.index(0), .key("kind")]),
      (#"metadata.labels["kuma.io/mesh"]"#, [.key("metadata"), .key("labels"), .key("kuma.io/mesh")]),
      (#"a["b.c"].d"#, [.key("a"), .key("b.c"), .key("d")]), (#"a["b"c].d"]"#, [.key("a"), .key(#"b"c].d"#)]),
      (#"["é"]"#, [.key("é")]),
    ] as [(String, [Step])])
  func parses(_ string: String, _ steps: [Step]) {
    let expected = steps.map { step -> DocumentPath.Step in
      switch step {
      case .key(let key): .key(ExactString(key))
      case .index(let index): .index(index)
      }
    }
    #expect(DocumentPath(parsing: string)?.steps == expected)
  }

  @Test(arguments: [
    ".", "a.", ".a", "a..b", "a.[0]", "a[", "a[]x", "a[x]", "a[-1]", #"a["b"#, #"a["b]"#, "a[99999999999999999999]",
  ])
  func isNone(_ string: String) {
    #expect(DocumentPath(parsing: string) == nil)
  }
}
