import KubernetesObjects
import Testing

/// Strings are compared by their bytes, eight at a time: wherever two differ, it is seen.
@Suite("Byte order")
struct ByteOrderTests {
  @Test(arguments: 1...40)
  func aDifferenceIsSeenWhereverItIs(length: Int) {
    for place in 0..<length {
      let text = [UInt8](repeating: UInt8(ascii: "m"), count: length)
      var (lower, higher) = (text, text)
      lower[place] = UInt8(ascii: "a")
      higher[place] = UInt8(ascii: "z")
      // Behind the first difference a greater one the other way round, which does not count.
      if place + 1 < length { (lower[length - 1], higher[length - 1]) = (UInt8(ascii: "~"), UInt8(ascii: "!")) }
      let (left, right) = (String(decoding: lower, as: UTF8.self), String(decoding: higher, as: UTF8.self))
      #expect(left.precedesInBytes(right))
      #expect(!right.precedesInBytes(left))
      #expect(!left.hasSameBytes(as: right))
      #expect(left.byteOrder(to: right) < 0)
      #expect(right.byteOrder(to: left) > 0)
    }
  }

  @Test(arguments: 0...40)
  func equalTextsAreEqualAndABeginningComesFirst(length: Int) {
    let text = String(repeating: "ab", count: length)
    #expect(text.hasSameBytes(as: String(repeating: "ab", count: length)))
    #expect(text.byteOrder(to: String(repeating: "ab", count: length)) == 0)
    #expect(text.precedesInBytes(text + "!"))
    #expect(!(text + "!").precedesInBytes(text))
  }

  @Test(arguments: 0...9)
  func aPartitionIsFoundInListsOfEveryLength(count: Int) {
    let numbers = Array(0..<count)
    for first in 0...count { #expect(numbers.partition { $0 >= first } == first) }
  }
}
