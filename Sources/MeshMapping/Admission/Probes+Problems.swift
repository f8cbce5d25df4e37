import KubernetesObjects

extension Dataplane.Probes {
  /// What is refused in the probes (VALID-13).
  var problems: [ValidationProblem] {
    var problems: [ValidationProblem] = []
    func add(_ path: String, _ kind: ValidationProblem.Kind) { problems.append(ValidationProblem(path: path, kind: kind)) }
    if !(1...65535).contains(port) { add("probes.port", .port(port)) }
    for (index, endpoint) in endpoints.enumerated() {
      let place = "probes.endpoints[\(index)]"
      if !(1...65535).contains(endpoint.inboundPort) { add("\(place).inboundPort", .port(endpoint.inboundPort)) }
      if !Self.isPath(endpoint.inboundPath) { add("\(place).inboundPath", .urlPath(ExactString(endpoint.inboundPath))) }
      if !Self.isPath(endpoint.path) { add("\(place).path", .urlPath(ExactString(endpoint.path))) }
    }
    return problems
  }

  /// Whether a text is the path of a request, as Go's `url.ParseRequestURI` reads one: it begins with a slash, has no control
  /// characters, and what is escaped before the query is escaped right.
  private static func isPath(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return false }
    let path = bytes.prefix { $0 != UInt8(ascii: "?") }
    return path.indices.allSatisfy { index in
      guard path[index] == UInt8(ascii: "%") else { return true }
      return path[(index + 1)...].prefix(2).count { isHexadecimal($0) } == 2
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}

extension Dataplane.Outbound {
  /// What is refused in the outbound (VALID-14).
  func problems(at path: @autoclosure () -> String) -> [ValidationProblem] {
    let isRight =
      (1...65535).contains(port) && tags.entries.allSatisfy { TagSyntax.isName($0.key) && TagSyntax.isValue($0.value) }
    // Hardly any outbound has a problem.
    if isRight { return [] }
    var problems: [ValidationProblem] = []
    if !(1...65535).contains(port) { problems.append(.init(path: "\(path()).port", kind: .port(port))) }
    for tag in tags.entries {
      let place = "\(path()).tags[\(tag.key.quotedSafely)]"
      if !TagSyntax.isName(tag.key) { problems.append(.init(path: place, kind: .tagName(tag.id))) }
      if !TagSyntax.isValue(tag.value) { problems.append(.init(path: place, kind: .tagValue(ExactString(tag.value)))) }
    }
    return problems
  }
}
