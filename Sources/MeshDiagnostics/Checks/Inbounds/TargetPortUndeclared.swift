import KubernetesObjects
import MeshMapping

/// A Service leads to a port that no container declares, so that the readiness of the application does not count.
enum TargetPortUndeclared: SharedPodCheck {
  static let kind = FindingKind.targetPortUndeclared

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.dataplane?.networking.gateway == nil, let place = pod.onlyProbedContainer else { return [] }
    return pod.undeclaredPorts.map { port, number in
      let container = pod.pod.spec.containers[place]
      let message =
        "No container declares port \(number), to which \(port.phrase) leads, so that the readiness of container \(container.name.printedSafely) does not count for its inbound; declare containerPort: \(number)."
      return Finding(
        kind, at: pod.template.field(["spec", "containers", .index(place), "ports"]), message,
        related: [RelatedField(port.field("targetPort"), "the port of the Service")],
        remedies: [pod.declaration(of: number, in: place)])
    }
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
          || container.portProbes.contains { $0.kind == .readiness })
    }
    return probed.count == 1 ? probed.first : nil
  }

  /// The declaration of a port in a container.
  func declaration(of number: Int, in container: Int) -> Remedy {
    let position = pod.spec.containers[container].ports.count
    let path: [DocumentPath.Step] = ["spec", "containers", .index(container), "ports", .index(position), "containerPort"]
    let name = pod.spec.containers[container].name.printedSafely
    return Remedy("declare containerPort: \(number) in container \(name)", [Edit(template.editable(path), .number(number))])
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
