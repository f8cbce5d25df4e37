extension String {
  /// Whether both strings consist of the same UTF-8 bytes.
  ///
  /// `==` holds strings equal that merely look the same (Unicode's canonical equivalence). Kubernetes and Kuma
  /// compare bytes, so two labels that differ in bytes are different labels.
  package func hasSameBytes(as other: String) -> Bool {
    let bytes = utf8
    let otherBytes = other.utf8
    guard bytes.count == otherBytes.count else { return false }
    let fast = bytes.withContiguousStorageIfAvailable { left in
      otherBytes.withContiguousStorageIfAvailable { right in left.elementsEqual(right) }
    }
    return (fast ?? nil) ?? bytes.elementsEqual(otherBytes)
  }

  /// Whether the UTF-8 bytes of this string sort before those of another.
  package func precedesInBytes(_ other: String) -> Bool {
    let fast = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in left.lexicographicallyPrecedes(right) }
    }
    return (fast ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
