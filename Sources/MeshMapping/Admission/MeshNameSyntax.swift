import KubernetesObjects

/// The names that Kuma's validator allows for the mesh of a Dataplane (VALID-9).
enum MeshNameSyntax {
  /// Whether a name is allowed.
  static func isAllowed(_ name: String, _ rule: ValidationRules.MeshName) -> Bool {
    let bytes = name.utf8
    guard !bytes.isEmpty, rule == .withoutDots || bytes.count <= 253 else { return false }
    return bytes.allSatisfy { isAllowed($0) || rule == .withDots && $0 == UInt8(ascii: ".") }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
