import KubernetesObjects
import MeshMapping

/// Which Services of Kubernetes lead to a Pod, and where, whether or not it is in a mesh.
struct ServiceSelection: Hashable {
  /// A port of a Service, and the port of the Pod that it leads to; none where no container has it.
  struct Target: Hashable {
    let service: ObjectName
    let port: Int
    let target: Int?
  }

  /// The ports that lead to the Pod.
  let targets: Set<Target>

  /// Which of some Services lead to a Pod, by their selectors.
  init(of pod: Pod, among services: [Service]) {
    targets = Set(
      services.lazy
        .filter { !$0.isExternalName && !$0.selector.isEmpty && pod.metadata.labels.contains($0.selector) }
        .flatMap { service in
          service.ports.map { port in
            Target(
              service: ObjectName(of: service.metadata), port: port.port, target: PortResolution(of: port, on: pod).number)
          }
        })
  }

  /// The Services, by name.
  var services: Set<ObjectName> { Set(targets.lazy.filter { $0.target != nil }.map(\.service)) }
}
