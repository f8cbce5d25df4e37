/// A property that does not hold of an input.
package struct BrokenProperty: Error, CustomStringConvertible {
  /// What does not hold.
  package let property: String
  /// What was found instead.
  package let detail: String

  package var description: String { "\(property)\n  \(detail)" }

  /// Makes sure that a property holds.
  static func unless(_ holds: Bool, _ property: String, _ detail: @autoclosure () -> String = "") throws(BrokenProperty) {
    if !holds { throw BrokenProperty(property: property, detail: detail()) }
  }
}
