import KubernetesObjects
import MeshMapping

extension PodSubject {
  /// Where what makes the Dataplane invalid is written, as far as that is one field: on a Service, on the Pod, or on its Namespace. The Pod
  /// as a whole elsewhere.
  func field(of problem: ValidationProblem) -> ObjectField {
    switch problem.kind {
    case .unknownProtocol(let name, _), .gatewayProtocol(let name): fieldOfProtocol(name.string) ?? whole
    case .adminPortInUse: pod.metadata.annotations[KumaKey.adminPort] == nil ? whole : annotation(KumaKey.adminPort)
    case .meshName: report.mesh?.evidence.map(field(of:)) ?? whole
    case .unknownOrigin: label(KumaKey.origin)
    case .backendKind, .backendName, .backendUnnamed, .backendNamespaceOnly, .backendNamedTwice:
      annotation(KumaKey.reachableBackends)
    default: whole
    }
  }

  /// What might make the Dataplane valid, at the field of the problem.
  func remedies(for problem: ValidationProblem) -> [Remedy] {
    switch problem.kind {
    case .unknownProtocol(let name, let known):
      guard let field = fieldOfProtocol(name.string) else { return [] }
      let nearest = NearestName.of(name.string.lowercased(), among: known.map(\.string)).map { name in
        Remedy("write \(name.printedSafely), which is near", [Edit(field, .string(ExactString(name)))])
      }
      return [nearest, Remedy("take the protocol away, so that the port is tcp", [Edit(field, .removed)])].compactMap(\.self)
    case .unknownOrigin: return [Remedy("remove the label", [removing(.labels, KumaKey.origin)])]
    default: return []
    }
  }

  /// The field of a Service that says a protocol; nil where none does.
  private func fieldOfProtocol(_ name: String) -> ObjectField? {
    for service in report.matches.lazy.map(\.service.service) {
      for (index, port) in service.ports.enumerated() {
        let said = controlPlane.appProtocol(of: service, port: port)
        guard said.value.hasSameBytes(as: name) else { continue }
        switch said.origin {
        case .appProtocol:
          return ServiceSubject.field(of: service, ["spec", "ports", .index(index), "appProtocol"])
        case .serviceAnnotation:
          let key = KumaKey.protocolAnnotation(ofPort: port.port)
          return ServiceSubject.field(of: service, KeyPlace.Map.annotations.steps(to: key))
        default: continue
        }
      }
    }
    return nil
  }
}
