import KubernetesJSON
import KubernetesObjects
import KubernetesYAML
import MeshMapping

extension HostileDimension {
  /// What somebody may write into a document.
  static let reading: [HostileDimension] = [
    json("blanks before a document") { String(repeating: " ", count: $0) + "{}" },
    json("bytes of a string") { #"{"kind":"\#(String(repeating: "x", count: $0))"}"# },
    json("escapes of a string") { #"{"kind":"\#(String(repeating: #"\u0041"#, count: $0))"}"# },
    json("digits of a number") { #"{"kind":"Pod","metadata":{"name":\#(String(repeating: "1", count: $0))}}"# },
    json("keys of an object that nothing reads") { count in
      #"{"kind":"X","data":{\#(list(count) { "\"k\($0)\":1" })}}"#
    },
    json("one key again and again") { count in #"{"kind":"X","data":{\#(list(count) { _ in "\"k\":1" })}}"# },
    json("items of a list before its kind") { count in
      #"{"items":[\#(list(count) { #"{"metadata":{"name":"x\#($0)"}}"# })],"kind":"PodList","apiVersion":"v1"}"#
    },
    json("items that cannot be read") { count in
      #"{"kind":"PodList","apiVersion":"v1","items":[\#(list(count) { _ in #"{"metadata":{}}"# })]}"#
    },
    json("named target ports of a Service that is read") { count in
      let ports = list(count) { #"{"port":80,"targetPort":"p\#($0)"}"# }
      return #"{"apiVersion":"v1","kind":"Service","metadata":{"name":"web"},"spec":{"ports":[\#(ports)]}}"#
    },
    json("containers with named probe ports that are read") { count in
      let containers = list(count) { #"{"name":"c\#($0)","livenessProbe":{"httpGet":{"port":"p\#($0)"}}}"# }
      return #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"},"spec":{"containers":[\#(containers)]}}"#
    },
    json("labels in descending order that are read") { count in
      let labels = reversed(count) { "\"l\(1_000_000_000 + $0)\":\"x\"" }
      return #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","labels":{\#(labels)}},"spec":{}}"#
    },
    json("brackets that are never closed") { String(repeating: "[", count: $0) },
    json("documents one after the other") { String(repeating: #"{"apiVersion":"v1","kind":"X"}"# + "\n", count: $0) },
    HostileDimension("fields that are looked for in one document") { count in
      let labels = list(count) { "\"l\($0)\":\"x\"" }
      let bytes = Array(#"{"metadata":{"labels":{\#(labels)}}}"#.utf8)
      let paths = (0..<count).map { DocumentPath(["metadata", "labels", .key(ExactString("l\($0)"))]) }
      return {
        var finder = JSONFieldFinder(in: bytes)
        for path in paths { keep(finder.location(of: path)) }
      }
    },
    yaml("keys of a YAML mapping") { count in list(count, separator: "\n") { "k\($0): 1" } },
    yaml("documents of a YAML stream") { String(repeating: "---\na: 1\n", count: $0) },
    yaml("mistakes in a YAML stream") { String(repeating: "---\na: b: c\n", count: $0) },
    yaml("lines of a YAML comment") { String(repeating: "# c\n", count: $0) + "a: 1\n" },
    yaml("lines of a block of text") { "a: |\n" + String(repeating: "  text\n", count: $0) },
    yaml("aliases") { count in "a: &a {b: c}\nd: [\(list(count) { _ in "*a" })]\n" },
    yaml("merged mappings") { count in
      "a0: &a0 {x: 1}\n" + list(count, separator: "\n") { "a\($0 + 1): &a\($0 + 1) {<<: *a\($0)}" }
    },
    yaml("escapes of a YAML string") { "a: \"\(String(repeating: "\\x41", count: $0))\"\n" },
    yaml("brackets of YAML that are never closed") { String(repeating: "[", count: $0) },
    yaml("indented mappings in each other") { count in
      let mappings = (0..<min(count, 199)).map { String(repeating: " ", count: $0) + "a:\n" }
      return mappings.joined() + String(repeating: "#\n", count: count)
    },
    yaml("a string that is never closed") { "a: '\(String(repeating: "x\n ", count: $0))" },
  ]

  private static func json(_ name: String, _ text: @escaping @Sendable (Int) -> String) -> HostileDimension {
    // Documents of less than a megabyte are read whole, and longer ones in pieces: all that are measured are of one kind.
    reading(name, atLeast: 4 << 20, text) { bytes in
      var reader = ObjectReader<ClusterObject>(.sequence)
      var list = ObjectList<ClusterObject>()
      for start in stride(from: 0, to: bytes.count, by: 4_096) {
        reader.append(Array(bytes[start..<min(start + 4_096, bytes.count)]))
        read(&reader, into: &list)
      }
      reader.finish()
      read(&reader, into: &list)
      keep(list)
    }
  }

  /// Reads what there is to read; a document that is none ends it.
  private static func read(_ reader: inout ObjectReader<ClusterObject>, into list: inout ObjectList<ClusterObject>) {
    do {
      while let event = try reader.next() { try list.apply(event) }
    } catch {
      keep(error)
    }
  }

  private static func yaml(_ name: String, _ text: @escaping @Sendable (Int) -> String) -> HostileDimension {
    reading(name, atLeast: 1 << 16, text) { bytes in
      var stream = YAMLStream()
      stream.append(bytes)
      stream.finish()
      var isAtEnd = false
      while !isAtEnd {
        do throws(YAMLError) {
          if let document = try stream.next() { keep(try document.json()) } else { isAtEnd = true }
        } catch {
          keep(error)
        }
      }
    }
  }

  /// So many pieces of text.
  static func list(_ count: Int, separator: String = ",", _ piece: (Int) -> String) -> String {
    (0..<count).map(piece).joined(separator: separator)
  }

  /// So many pieces of text, from the last to the first, which is the order in which sorting by insertion is slow.
  static func reversed(_ count: Int, _ piece: (Int) -> String) -> String {
    (0..<count).reversed().map(piece).joined(separator: ",")
  }
}
