/// Hands what is written to an encoder.
struct EncoderSink: JSONSink {
  /// An object or an array that is open.
  private enum Container {
    case object(KeyedEncodingContainer<JSONKey>)
    case array(any UnkeyedEncodingContainer)
  }

  private let encoder: any Encoder
  /// The objects and arrays that are open, the outermost one first.
  private var open: [Container] = []
  /// The key of the member whose value comes next.
  private var key = JSONKey.name("")
  /// What the encoder threw first; nothing is encoded after that.
  private(set) var failure: (any Error)?

  init(_ encoder: any Encoder) {
    self.encoder = encoder
  }

  mutating func beginObject() {
    let object =
      switch open.last {
      case .object(var outer): outer.nestedContainer(keyedBy: JSONKey.self, forKey: key)
      case .array(var outer): outer.nestedContainer(keyedBy: JSONKey.self)
      case nil: encoder.container(keyedBy: JSONKey.self)
      }
    open.append(.object(object))
  }

  mutating func beginArray() {
    let array =
      switch open.last {
      case .object(var outer): outer.nestedUnkeyedContainer(forKey: key)
      case .array(var outer): outer.nestedUnkeyedContainer()
      case nil: encoder.unkeyedContainer()
      }
    open.append(.array(array))
  }

  mutating func endObject() { _ = open.popLast() }
  mutating func endArray() { _ = open.popLast() }
  mutating func writeKey(_ key: String) { self.key = .name(key) }
  mutating func write(_ string: String) { encode(string) }
  mutating func write(_ integer: Int64) { encode(integer) }
  mutating func write(_ bool: Bool) { encode(bool) }
  mutating func writeNull() { encode(nil as Bool?) }

  private mutating func encode(_ value: some Encodable) {
    guard failure == nil else { return }
    do {
      switch open.popLast() {
      case .object(var object):
        try object.encode(value, forKey: key)
        open.append(.object(object))
      case .array(var array):
        try array.encode(value)
        open.append(.array(array))
      case nil:
        var single = encoder.singleValueContainer()
        try single.encode(value)
      }
    } catch {
      failure = error
    }
  }
}
