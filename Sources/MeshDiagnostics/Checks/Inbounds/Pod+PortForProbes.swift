import KubernetesObjects

extension Pod {
  /// The first port from 9010 on that no container declares and no probe asks, so that the sidecar can answer probes on it.
  var portForProbes: Int {
    let containers = spec.containers + spec.initContainers
    var taken = Set(containers.flatMap(\.ports).map(\.containerPort))
    let probes = containers.flatMap { $0.httpProbes.map(\.port) + $0.portProbes.map(\.port) }
    for case .number(let port) in probes { taken.insert(port) }
    var port = 9010
    while taken.contains(port) { port += 1 }
    return port
  }
}
