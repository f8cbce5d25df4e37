import Foundation
import KubernetesJSON
import KubernetesObjects
import Testing

/// The code of the landing page compiles here and is the code that stands there.
@Suite struct LandingPageTests {
  // Page begin
  func objects(in chunks: some AsyncSequence<[UInt8], any Error>) async throws -> ObjectList<KubernetesObject> {
    var reader = ObjectReader<KubernetesObject>()
    var list = ObjectList<KubernetesObject>()
    for try await chunk in chunks {
      reader.append(chunk)
      while let event = try reader.next() { try list.apply(event) }
    }
    reader.finish()
    while let event = try reader.next() { try list.apply(event) }
    return list
  }
  // Page end

  private func decoding(_ bytes: [UInt8]) throws -> [String] {
    var printed: [String] = []
    func print(_ line: String) { printed.append(line) }
    // Page begin
    do {
      let pod = try JSONReader.decode(Pod.self, from: bytes)
      print(pod.metadata.name)
    } catch let error as JSONSyntaxError {
      print("not JSON at \(error.location): \(error.message)")
    }
    // Page end
    return printed
  }

  private func writing() -> [UInt8] {
    // Page begin
    struct Address: JSONWritable {
      let host: String
      let port: Int?

      func write<Sink: JSONSink>(to sink: inout Sink) {
        sink.writeObject { object in
          object.write(host, forKey: "host")
          object.write(port, forKey: "port")
        }
      }
    }

    let json = JSONWriter.bytes(of: Address(host: "web", port: nil), layout: .compact)
    // Page end
    return json
  }

  @Test func readsInPieces() async throws {
    let text = #"{"kind": "List", "items": [{"kind": "Shelf"}, {"kind": "Pod"}]}"#
    let chunks = AsyncThrowingStream<[UInt8], any Error> { stream in
      for byte in text.utf8 { stream.yield([byte]) }
      stream.finish()
    }
    let list = try await objects(in: chunks)
    #expect(list.objects.count == 1)
    #expect(list.failures.count == 1)
  }

  @Test func readsAndTellsMistakes() throws {
    #expect(try decoding(Array(#"{"kind": "Pod", "metadata": {"name": "a"}}"#.utf8)) == ["a"])
    #expect(try decoding(Array("{\n}}".utf8))[0].hasPrefix("not JSON at line 2, column 2: something stands behind"))
    #expect(throws: DecodingError.self) { try decoding(Array("[]".utf8)) }
  }

  @Test func writes() {
    #expect(String(decoding: writing(), as: UTF8.self) == #"{"host":"web"}"#)
  }

  @Test func theCodeIsTheOneThatRunsHere() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appending(path: "Sources/KubernetesJSON/KubernetesJSON.docc/KubernetesJSON.md")
    let shown = Self.parts(of: try String(contentsOf: page, encoding: .utf8), from: "```swift", to: "```")
    let run = Self.parts(
      of: try String(contentsOfFile: #filePath, encoding: .utf8), from: "// Page begin", to: "// Page end")
    #expect(shown.count == 3)
    #expect(shown == run)
  }

  /// The lines between two others, wherever they stand, without their common indentation.
  private static func parts(of text: String, from begin: String, to end: String) -> [[String]] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { lines[$0].drop { $0 == " " } == begin }.map { first in
      let indentation = lines[first].prefix { $0 == " " }.count
      return lines[(first + 1)...].prefix { $0.drop { $0 == " " } != end }.map { String($0.dropFirst(indentation)) }
    }
  }
}
