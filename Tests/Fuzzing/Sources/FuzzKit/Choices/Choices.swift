/// The decisions of a generator, taken from bytes one after the other, so that whatever makes bytes can steer it: a seed, a file, or a
/// fuzzer that watches what the program does. Where the bytes end, every decision is the first and most usual one.
package struct Choices {
  private let bytes: [UInt8]
  private var position = 0

  /// Decisions that are taken from bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next byte.
  mutating func byte() -> UInt8 {
    guard position < bytes.count else { return 0 }
    defer { position += 1 }
    return bytes[position]
  }

  /// A number from 0 on that is below a count.
  mutating func below(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    let number = count <= 256 ? Int(byte()) : Int(byte()) << 8 | Int(byte())
    return number % count
  }

  /// One of several values, of which the first one is the most usual.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[below(values.count)]
  }

  /// Whether something happens that is rare.
  mutating func happens(oneIn count: Int) -> Bool {
    below(count) == count - 1
  }

  /// Values, up to a number of them.
  mutating func some<Value>(upTo most: Int, _ value: (inout Choices, Int) -> Value) -> [Value] {
    (0..<below(most + 1)).map { value(&self, $0) }
  }
}
