import KubernetesObjects
import MeshMapping

/// Two ports of Services lead to one port of the Pod, and say different protocols of it.
enum ConflictingProtocols: SharedPodCheck {
  static let kind = FindingKind.conflictingProtocols

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.portsWithSeveralInbounds.compactMap { number, spoken in
      let isDifferent = { (name: String) in spoken.first { !$0.protocol.value.hasSameBytes(as: name) } }
      // Whoever says nothing is the one to say something.
      guard let last = spoken.last,
        let wrong = spoken.first(where: { $0.protocol.origin == .defaultValue }) ?? .some(last),
        let right = isDifferent(wrong.protocol.value)
      else { return nil }
      let values = (wrong: wrong.protocol.value.printedSafely, right: right.protocol.value.printedSafely)
      let (first, second) = (wrong.port.phrase, right.port.phrase)
      let message =
        "P\(first.dropFirst()) is \(values.wrong) and \(second) is \(values.right), and both lead to port \(number) of the Pod: give both one protocol by appProtocol."
      let field = wrong.port.field("appProtocol")
      return Finding(
        kind, at: field, message,
        related: [RelatedField(right.port.field("appProtocol"), "the other protocol of the port")],
        remedies: remedies(writing: right.protocol.value, on: wrong.port, among: spoken)
      )
    }
  }
}

extension ConflictingProtocols {
  /// What gives all ports one protocol: the one that is wrong, or where others are too, all of them.
  private static func remedies(
    writing value: String, on wrong: ServedPort,
    among spoken: [PodSubject.SpokenPort]
  ) -> [Remedy] {
    let change = Edit.Change.string(ExactString(value))
    let others = spoken.filter { !$0.protocol.value.hasSameBytes(as: value) }.map(\.port)
    let alone = Remedy(
      "set appProtocol: \(value.printedSafely) on \(wrong.phrase)", [Edit(wrong.field("appProtocol"), change)])
    guard others.count > 1 else { return [alone] }
    let phrases = others.map(\.phrase).joined(separator: " and ")
    return [
      alone,
      Remedy("set appProtocol: \(value.printedSafely) on \(phrases)", others.map { Edit($0.field("appProtocol"), change) }),
    ]
  }
}

extension PodSubject {
  /// A port of a Service, and what is spoken on it.
  typealias SpokenPort = (port: ServedPort, protocol: (value: String, origin: TagOrigin))

  /// The ports of the Pod that have more than one inbound, with the ports of Services that lead there.
  func findPortsWithSeveralInbounds() -> [(number: Int, ports: [SpokenPort])] {
    guard let inbounds = dataplane?.networking.inbound, inbounds.count > 1 else { return [] }
    var counts: [Int: Int] = [:]
    for inbound in inbounds { counts[inbound.port, default: 0] += 1 }
    let several = counts.filter { $0.value > 1 }.keys.sorted()
    guard !several.isEmpty else { return [] }
    let ports = Dictionary(grouping: servedPorts) { $0.target.number }
    return several.map { number in
      (number, (ports[number] ?? []).map { ($0, controlPlane.appProtocol(of: $0.service, port: $0.port)) })
    }
  }
}

extension FindingKind {
  /// Two ports of Services lead to one port of the Pod, and say different protocols of it.
  public static let conflictingProtocols = FindingKind(
    "conflicting-protocols", .warning, .inboundPerPort,
    summary: "Two ports of Services lead to the same port of the Pod, and say different protocols of it.",
    reason: "The proxy of the Pod can listen on the port in one way only: requests fail, or its configuration is rejected.",
    remedy: "Set the same appProtocol on both ports, or leave one of the Services out by the annotation kuma.io/ignore."
  )
}
