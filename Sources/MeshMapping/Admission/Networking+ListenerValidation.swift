import KubernetesObjects

extension Dataplane.Networking {
  /// What is refused in the listeners (VALID-12). Names are looked for among those of the inbounds too, of which one without a name
  /// has its port for one.
  var listenerProblems: [ValidationProblem] {
    var problems: [ValidationProblem] = []
    var names = Set(inbound.map { ExactString($0.name.isEmpty ? "\($0.port)" : $0.name) })
    var taken: [ListenerPlace: Dataplane.Listener.ListenerType] = [:]
    let ofInbounds = Set(inbound.map { ListenerPlace(address: $0.address.isEmpty ? address : $0.address, port: $0.port) })
    for (index, listener) in listeners.enumerated() {
      let path = "networking.listeners[\(index)]"
      let place = ListenerPlace(address: listener.address, port: listener.port)
      if !(1...65535).contains(listener.port) { problems.append(.init(path: "\(path).port", kind: .port(listener.port))) }
      if !listener.name.isEmpty, !names.insert(ExactString(listener.name)).inserted {
        problems.append(.init(path: "\(path).name", kind: .listenerNameInUse(ExactString(listener.name))))
      }
      if let type = taken[place] {
        let kind: ValidationProblem.Kind =
          type == listener.type ? .listenerPlaceInUse(place) : .listenerPlaceOfOtherType(place)
        problems.append(.init(path: path, kind: kind))
      } else {
        taken[place] = listener.type
      }
      if ofInbounds.contains(place) { problems.append(.init(path: path, kind: .listenerPlaceOfInbound(place))) }
    }
    return problems
  }
}
