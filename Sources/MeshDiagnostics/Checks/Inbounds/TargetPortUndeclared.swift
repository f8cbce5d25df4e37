import KubernetesObjects
import MeshMapping

/// A Service leads to a port that no container declares, so that the readiness of the application does not count.
enum TargetPortUndeclared: SharedPodCheck {
  static let kind = FindingKind.targetPortUndeclared

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.dataplane?.networking.gateway == nil, let place = pod.onlyProbedContainer else { return [] }
    let ports = pod.undeclaredPorts
    guard let first = ports.first else { return [] }
    let container = pod.pod.spec.containers[place].name.printedSafely
    let numbers = ports.map { "\($0.number)" }.joined(separator: ", ")
    let message =
      ports.count == 1
      ? "No container declares port \(numbers), to which \(first.port.phrase) leads, so that the readiness of container \(container) does not count for its inbound; declare containerPort: \(numbers)."
      : "No container declares the ports \(numbers), to which Services lead, so that the readiness of container \(container) does not count for their inbounds; declare them as containerPorts."
    return [
      Finding(
        kind, at: pod.portsField(ofContainer: place), message,
        related: ports.map { RelatedField($0.port.field("targetPort"), "the port of the Service") },
        remedies: [pod.declaration(of: ports.map(\.number), in: place)].compactMap(\.self))
    ]
  }
}

extension PodSubject {
  /// The ports of Services that lead to a number which no container declares, each number once, with the number.
  var undeclaredPorts: [(port: ServedPort, number: Int)] {
    var told: Set<Int> = []
    return servedPorts.compactMap { port in
      guard case .undeclared(let number) = port.target, told.insert(number).inserted else { return nil }
      return (port, number)
    }
  }

  /// The container that answers a readiness probe, where exactly one does.
  fileprivate var onlyProbedContainer: Int? {
    let probed = pod.spec.containers.indices.filter { index in
      let container = pod.spec.containers[index]
      return !container.isSidecar
        && (container.httpProbes.contains { $0.kind == .readiness }
          || container.portProbes.contains { $0.kind == .readiness } || container.commandProbes.contains(.readiness))
    }
    return probed.count == 1 ? probed.first : nil
  }

  /// The ports of a container, where somebody wrote them.
  func portsField(ofContainer index: Int, _ steps: [DocumentPath.Step] = []) -> ObjectField {
    template.field(["spec", "containers", .index(shownIndex(of: index, among: pod.spec.containers)), "ports"] + steps)
  }

  /// A field of a container or init container, where somebody wrote it; nil where there is none of the name.
  func field(ofContainer name: ExactString, _ steps: [DocumentPath.Step]) -> ObjectField? {
    for (key, containers) in [("containers", pod.spec.containers), ("initContainers", pod.spec.initContainers)] {
      guard let index = containers.firstIndex(where: { $0.id == name }) else { continue }
      return template.field(["spec", .key(ExactString(key)), .index(shownIndex(of: index, among: containers))] + steps)
    }
    return nil
  }

  /// Which container it is in the object that the Pod's fields are shown in: the Pod itself, or what it is made of.
  private func shownIndex(of index: Int, among containers: [Container]) -> Int {
    template.whole.object.kind == Pod.kind ? index : Self.writtenIndex(of: index, among: containers)
  }

  /// Which container it is in what the Pod is made of: the injector may put the sidecar before the others.
  private static func writtenIndex(of index: Int, among containers: [Container]) -> Int {
    index - containers.prefix(index).count(where: \.isSidecar)
  }

  /// The declaration of ports in a container; nil where the Pod is edited itself, and its file has another container in that place.
  func declaration(of numbers: [Int], in place: Int) -> Remedy? {
    let container = Self.writtenIndex(of: place, among: pod.spec.containers)
    if template.source.object.kind == Pod.kind, container != place { return nil }
    let count = pod.spec.containers[place].ports.count
    let edits = numbers.enumerated().map { index, number in
      let path: [DocumentPath.Step] = [
        "spec", "containers", .index(container), "ports", .index(count + index), "containerPort",
      ]
      return Edit(template.editable(path), .number(number))
    }
    let name = pod.spec.containers[place].name.printedSafely
    let ports = numbers.map { "containerPort: \($0)" }.joined(separator: ", ")
    return Remedy("declare \(ports) in container \(name)", edits)
  }
}

extension FindingKind {
  /// A Service leads to a port that no container declares, so that the readiness of the application does not count.
  public static let targetPortUndeclared = FindingKind(
    "target-port-undeclared", .warning, .inboundHealth,
    summary: "A Service leads to a port that no container declares, and a container has a readiness probe.",
    reason:
      "Kuma finds the container whose readiness counts by the port that it declares; where none does, only the sidecar's counts, and requests go to Pods that are not ready.",
    remedy: "Declare the port in the container that listens on it."
  )
}
