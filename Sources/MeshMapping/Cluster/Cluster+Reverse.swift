public import KubernetesObjects

extension Cluster {
  /// The Pods behind a service, sorted by namespace and name: those whose Dataplane has it among the tags of its inbounds or its
  /// gateway as the controller makes it (TAG-4, POD-2, GW-2).
  ///
  /// Pods behind a Service are found through the indexes, so their number is what it costs. A Pod without a Service is found by
  /// looking at all of its namespace: its service may be named after anything that owns it. Where inbounds have no tags there is
  /// nothing to find; a service that only the label of a Node names is not found.
  public func pods(behind service: ServiceName) -> [ObjectName] {
    guard let objects = namespaces[ExactString(service.namespace)] else { return [] }
    let candidates =
      if service.port == nil { Array(objects.pods.all) } else {
        objects.services[service.name].map { pods(of: $0, in: objects) } ?? []
      }
    let names = Set(candidates.map(\.objectName)).sorted()
    return zip(names, outcomes(of: names)).filter { $0.1?.dataplane?.gives("\(service)") ?? false }.map(\.0)
  }
}

extension Dataplane {
  /// Whether one of the inbounds, or the gateway, is of a service.
  fileprivate func gives(_ service: String) -> Bool {
    let tags = networking.inbound.map(\.tags) + (networking.gateway.map { [$0.tags] } ?? [])
    return tags.contains { $0[KumaKey.serviceTag]?.hasSameBytes(as: service) ?? false }
  }
}
