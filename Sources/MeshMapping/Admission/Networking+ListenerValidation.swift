import KubernetesObjects

extension Dataplane.Networking {
  /// What is refused in the listeners (VALID-12). Names are looked for among those of the inbounds too, of which one without a name
  /// has its port for one; all listeners and inbounds are on the address of the Pod.
  var listenerProblems: [ValidationProblem] {
    var problems: [ValidationProblem] = []
    var names = Set(inbound.map { ExactString($0.name.isEmpty ? "\($0.port)" : $0.name) })
    var ports: Set<Int> = []
    let inboundPorts = Set(inbound.map(\.port))
    for (index, listener) in listeners.enumerated() {
      let path = "networking.listeners[\(index)]"
      if !(1...65535).contains(listener.port) { problems.append(.init(path: "\(path).port", kind: .port(listener.port))) }
      if !listener.name.isEmpty, !names.insert(ExactString(listener.name)).inserted {
        problems.append(.init(path: "\(path).name", kind: .listenerNameInUse(ExactString(listener.name))))
      }
      if !ports.insert(listener.port).inserted {
        problems.append(.init(path: path, kind: .listenerPortInUse(listener.port)))
      }
      if inboundPorts.contains(listener.port) {
        problems.append(.init(path: path, kind: .listenerPortOfInbound(listener.port)))
      }
    }
    return problems
  }
}
