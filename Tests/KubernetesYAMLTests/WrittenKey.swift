import KubernetesYAML

/// A key as the table writes it: strings and integers are literals.
struct WrittenKey: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  let scalar: YAMLScalar

  init(_ scalar: YAMLScalar) { self.scalar = scalar }
  init(stringLiteral string: String) { self.init(.string(YAMLString(string))) }
  init(integerLiteral number: Int64) { self.init(.integer(number)) }

  static func float(_ number: Double) -> WrittenKey { WrittenKey(.float(number)) }
}
