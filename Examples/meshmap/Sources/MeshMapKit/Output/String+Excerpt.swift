import KubernetesObjects

extension String {
  /// The string as a part of a line of a file for people: without tabs, and safe to print, what is not being written as escapes.
  var excerpt: String {
    guard unicodeScalars.contains(where: { $0 == "\t" || !SafePrinting.isSafe($0) }) else { return self }
    var excerpt = ""
    for scalar in unicodeScalars {
      if scalar == "\t" {
        excerpt += "  "
      } else if SafePrinting.isSafe(scalar) {
        excerpt.unicodeScalars.append(scalar)
      } else {
        excerpt += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return excerpt
  }
}
