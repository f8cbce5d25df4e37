import KubernetesObjects

extension Dataplane {
  /// Whether an application is asked at a port of the host itself, where Envoy's administration listens (VALID-8): at the port of an inbound,
  /// or at that of the service that an inbound names. O(*n*) for *n* inbounds and fields that are not read.
  func asksItself(at port: Int) -> Bool {
    networking.inbound.indices.contains { index in
      let inbound = networking.inbound[index]
      if otherFields.isEmpty { return inbound.port == port }
      let servicePort = otherField("servicePort", ofInbound: index).flatMap(UnsignedDecimal.parse)
      return (servicePort ?? inbound.port) == port && otherField("serviceAddress", ofInbound: index) == nil
    }
  }

  /// Whether the Dataplane is an ingress, as nothing that is made from a Pod is.
  var isIngress: Bool {
    otherFields.contains { $0.path.steps.starts(with: ["networking", "ingress"]) }
  }

  private func otherField(_ name: DocumentPath.Step, ofInbound index: Int) -> String? {
    let path = DocumentPath(["networking", "inbound", .index(index), name])
    return otherFields.first { $0.path == path }?.value
  }
}
