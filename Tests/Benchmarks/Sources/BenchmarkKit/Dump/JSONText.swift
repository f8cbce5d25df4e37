import KubernetesObjects

/// A value as JSON text.
enum JSONText {
  /// A string in quotes. Of control characters only the line's end is written shorter than by its number.
  static func string(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
      return "\"\(text)\""
    }
    let escaped = text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20: result += "\\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }

  /// A list of what is JSON already.
  static func list(_ elements: some Sequence<String>) -> String {
    "[\(elements.joined(separator: ","))]"
  }

  /// An object of strings.
  static func map(_ map: StringMap) -> String {
    "{\(map.entries.map { "\(string($0.key)):\(string($0.value))" }.joined(separator: ","))}"
  }

  /// The number or the name of a port.
  static func port(_ port: PortReference) -> String {
    switch port {
    case .number(let number): "\(number)"
    case .name(let name): string(name.string)
    }
  }

  /// Metadata with what every object of a live cluster has beside what is read.
  static func metadata(_ metadata: ObjectMeta) -> String {
    var members = ["\"creationTimestamp\":\"2024-11-05T09:12:44Z\"", "\"name\":\(string(metadata.name))"]
    if !metadata.annotations.isEmpty { members.append("\"annotations\":\(map(metadata.annotations))") }
    if !metadata.labels.isEmpty { members.append("\"labels\":\(map(metadata.labels))") }
    if let namespace = metadata.namespace { members.append("\"namespace\":\(string(namespace))") }
    if !metadata.ownerReferences.isEmpty {
      members.append("\"ownerReferences\":\(list(metadata.ownerReferences.map(owner)))")
    }
    members.append("\"resourceVersion\":\"184467440\"")
    if !metadata.uid.isEmpty { members.append("\"uid\":\(string(metadata.uid))") }
    return "{\(members.sorted().joined(separator: ","))}"
  }

  private static func owner(_ owner: OwnerReference) -> String {
    let isBlocking = owner.blockOwnerDeletion.map { "\"blockOwnerDeletion\":\($0)," } ?? ""
    let isController = owner.controller.map { "\"controller\":\($0)," } ?? ""
    return """
      {"apiVersion":\(string(owner.apiVersion)),\(isBlocking)\(isController)\
      "kind":\(string(owner.kind)),"name":\(string(owner.name)),"uid":\(string(owner.uid))}
      """
  }
}
