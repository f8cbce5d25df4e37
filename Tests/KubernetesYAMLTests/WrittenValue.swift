import KubernetesYAML

/// A value as the table writes it: strings, integers and sequences are literals.
struct WrittenValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  let value: YAMLValue

  init(_ value: YAMLValue) { self.value = value }
  init(stringLiteral string: String) { self.init(.scalar(.string(YAMLString(string)))) }
  init(integerLiteral number: Int64) { self.init(.scalar(.integer(number))) }
  init(arrayLiteral values: WrittenValue...) { self.init(.sequence(values.map(\.value))) }

  static let null = WrittenValue(.null)
  static func bool(_ value: Bool) -> WrittenValue { WrittenValue(.scalar(.bool(value))) }
  static func unsigned(_ number: UInt64) -> WrittenValue { WrittenValue(.scalar(.unsigned(number))) }
  static func integer(_ number: Int64) -> WrittenValue { WrittenValue(.scalar(.integer(number))) }
  static func float(_ number: Double) -> WrittenValue { WrittenValue(.scalar(.float(number))) }
  static func map(_ pairs: KeyValuePairs<WrittenKey, WrittenValue>) -> WrittenValue {
    WrittenValue(.mapping(pairs.map { YAMLEntry(key: $0.key.scalar, value: $0.value.value) }))
  }
}
