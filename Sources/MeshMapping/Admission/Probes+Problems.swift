import KubernetesObjects

extension Dataplane.Probes {
  /// What is refused in the probes (VALID-13).
  var problems: [ValidationProblem] {
    var problems: [ValidationProblem] = []
    func add(_ path: String, _ kind: ValidationProblem.Kind) { problems.append(ValidationProblem(path: path, kind: kind)) }
    if !(1...65535).contains(port) { add("probes.port", .port(port)) }
    for (index, endpoint) in endpoints.enumerated() {
      let isPortRight = (1...65535).contains(endpoint.inboundPort)
      let areRight = (inbound: Self.isPath(endpoint.inboundPath), path: Self.isPath(endpoint.path))
      // Hardly any endpoint has a problem.
      if isPortRight, areRight.inbound, areRight.path { continue }
      let place = "probes.endpoints[\(index)]"
      if !isPortRight { add("\(place).inboundPort", .port(endpoint.inboundPort)) }
      if !areRight.inbound { add("\(place).inboundPath", .urlPath(ExactString(endpoint.inboundPath))) }
      if !areRight.path { add("\(place).path", .urlPath(ExactString(endpoint.path))) }
    }
    return problems
  }

  /// Whether a string is the path of a request, as Go's `url.ParseRequestURI` reads one: it begins with a slash, has no control
  /// characters, and what is escaped before the query is escaped right.
  private static func isPath(_ string: String) -> Bool {
    // Every probe of every Pod is looked at, so the bytes are where that is possible.
    unsafe string.utf8.withContiguousStorageIfAvailable { unsafe isPath($0) } ?? isPath(Array(string.utf8))
  }

  private static func isPath(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "/") else { return false }
    var (isBeforeQuery, digitsLeft) = (true, 0)
    for byte in bytes {
      if byte < 0x20 || byte == 0x7F { return false }
      if !isBeforeQuery { continue }
      if digitsLeft > 0 {
        guard isHexadecimal(byte) else { return false }
        digitsLeft -= 1
      } else if byte == UInt8(ascii: "%") {
        digitsLeft = 2
      } else if byte == UInt8(ascii: "?") {
        isBeforeQuery = false
      }
    }
    return digitsLeft == 0
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
    let isAddressRight = address.isEmpty || IPAddress.isOne(address)
    let isRight =
      (1...65535).contains(port) && isAddressRight
      && tags.entries.allSatisfy { TagSyntax.isName($0.key) && TagSyntax.isValue($0.value) }
    // Hardly any outbound has a problem.
    if isRight { return [] }
    var problems: [ValidationProblem] = []
    if !(1...65535).contains(port) { problems.append(.init(path: "\(path()).port", kind: .port(port))) }
    if !isAddressRight { problems.append(.init(path: "\(path()).address", kind: .address(ExactString(address)))) }
    for tag in tags.entries {
      let place = "\(path()).tags[\(tag.key.quotedSafely)]"
      if !TagSyntax.isName(tag.key) { problems.append(.init(path: place, kind: .tagName(tag.id))) }
      if !TagSyntax.isValue(tag.value) { problems.append(.init(path: place, kind: .tagValue(ExactString(tag.value)))) }
    }
    return problems
  }
}
