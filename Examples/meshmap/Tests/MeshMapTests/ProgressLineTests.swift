import MeshMapKit
import Testing

/// What is shown while a large input is read.
@Suite struct ProgressLineTests {
  @Test func showsProgressOfLargeInputs() {
    #expect(ProgressLine.text(bytes: 120_999_999, of: 400_000_000, objects: 31_000) == "read 120 of 400 MB, 31,000 objects")
    #expect(ProgressLine.text(bytes: 21_000_000, of: nil, objects: 999) == "read 21 MB, 999 objects")
    #expect(ProgressLine.text(bytes: 0, of: nil, objects: 1_234_567) == "read 0 MB, 1,234,567 objects")

    var written: [String] = []
    var line = ProgressLine(size: 400_000_000) { written.append($0) }
    line.show(bytes: 1_000_000, objects: 2)
    line.show(bytes: 1_000_001, objects: 3)
    line.clear()
    line.clear()
    #expect(written == ["\rread 1 of 400 MB, 2 objects\u{1B}[K", "\r\u{1B}[K"])

    written = []
    for size in [20_000_000, nil] {
      var line = ProgressLine(size: size) { written.append($0) }
      line.show(bytes: 20_000_000, objects: 9)
      line.clear()
    }
    #expect(written.isEmpty)

    var unknown = ProgressLine(size: nil) { written.append($0) }
    unknown.show(bytes: 20_000_001, objects: 9)
    #expect(written == ["\rread 20 MB, 9 objects\u{1B}[K"])
  }
}
