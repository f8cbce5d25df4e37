import KubernetesObjects
import MeshMapping

/// A named target port of a Service is not on the Pod.
enum UnresolvedTargetPort: SharedPodCheck, ServiceCheck {
  static let kind = FindingKind.unresolvedTargetPort

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.servedPorts.compactMap { port in
      // A number in quotes has a finding of its own.
      guard case .unresolved(let name) = port.target, port.port.quotedTargetPort == nil else { return nil }
      let state = "P\(port.phrase.dropFirst()) has target port \(name.quotedSafely)"
      let field = port.field("targetPort")
      if let place = pod.declaredPorts.initPlace(named: name) {
        let container = pod.pod.spec.initContainers[place.container]
        let message =
          "\(state), which only init container \(container.name.printedSafely) has; Kuma looks at the other containers only, so that there is no inbound for it."
        let path: [DocumentPath.Step] = [
          "spec", "initContainers", .index(place.container), "ports", .index(place.port), "name",
        ]
        let number = container.ports[place.port].containerPort
        return Finding(
          kind, at: field, message,
          related: [RelatedField(pod.template.field(path), "the port of that name")],
          remedies: [Remedy("write targetPort: \(number) on \(port.phrase)", [Edit(field, .number(number))])])
      }
      let message = "\(state), which no container port of the Pod is named; there is no inbound for it."
      return Finding(
        kind, at: field, message,
        remedies: remedies(for: name.string, port.port.port, port.phrase, at: field, pod.declaredPorts))
    }
  }

  /// The ports of a Service that selects nothing, where what it nearly selects has no such port either: who fixes the one is to know the other.
  static func findings(on service: ServiceSubject) -> [Finding] {
    guard service.service.ports.contains(where: { if case .name = $0.targetPort { true } else { false } }),
      case .near(let near)? = service.missingSelection, let pod = service.pod(near)
    else { return [] }
    let declared = DeclaredPorts(of: pod)
    return service.service.ports.enumerated().compactMap { index, port in
      guard port.transportProtocol == .tcp, port.quotedTargetPort == nil,
        case .unresolved(let name) = PortResolution(of: port, on: pod), declared.initPlace(named: name) == nil
      else { return nil }
      let (phrase, field) = (
        "port \(port.port) of Service \(service.printedName)", service.field(ofPort: index, "targetPort")
      )
      let message =
        "P\(phrase.dropFirst()) has target port \(name.quotedSafely), which no container port of \(near.source.object) is named, which it nearly selects; there will be no inbound for it."
      return Finding(
        kind, at: field, message, remedies: remedies(for: name.string, port.port, phrase, at: field, declared))
    }
  }

  /// The port that was meant: of a name that is near, of the number of the Service's port, or the only one that there is.
  private static func remedies(
    for name: String, _ number: Int, _ port: String, at field: ObjectField, _ declared: DeclaredPorts
  ) -> [Remedy] {
    let nearest = NearestName.of(name, among: declared.namesToGuess)
    let meant = [
      nearest.flatMap(declared.port(named:)), declared.port(numbered: number), declared.only,
    ]
    var remedies: [Remedy] = []
    for case let meant? in meant {
      let change: Edit.Change = meant.name.isEmpty ? .number(meant.containerPort) : .string(ExactString(meant.name))
      let value = meant.name.isEmpty ? "\(meant.containerPort)" : meant.name.printedSafely
      let remedy = Remedy("write targetPort: \(value) on \(port)", [Edit(field, change)])
      if !remedies.contains(remedy) { remedies.append(remedy) }
    }
    return remedies
  }
}

extension ServiceSubject {
  /// A Pod as what a selector nearly selects makes it, or is.
  fileprivate func pod(_ near: NearSelector) -> Pod? {
    let object = near.source.object
    if object.kind.hasSameBytes(as: Pod.kind) { return cluster.pod(object.objectName) }
    let workload = WorkloadReference(kind: object.kind, namespace: object.namespace, name: object.name)
    return cluster.workload(workload)?.podTemplate.map { Pod(metadata: ObjectMeta(name: object.name), spec: $0.spec) }
  }
}

extension FindingKind {
  /// A named target port of a Service is not on the Pod.
  public static let unresolvedTargetPort = FindingKind(
    "unresolved-target-port", .warning, .namedTargetPort,
    summary: "The target port of a Service is a name that no container port of the Pod has.",
    reason: "The Pod gets no inbound for the port, and where none is left, up to 2.7 no Dataplane.",
    remedy: "Name the container port so, or write the number of the port that the container listens on."
  )
}
