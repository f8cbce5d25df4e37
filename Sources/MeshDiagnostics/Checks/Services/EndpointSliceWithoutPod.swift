import KubernetesObjects
import MeshMapping

/// An EndpointSlice of a Service without a selector names a Pod in a way that leads to none.
enum EndpointSliceWithoutPod: ServiceCheck {
  static let kind = FindingKind.endpointSliceWithoutPod

  static func findings(on service: ServiceSubject) -> [Finding] {
    guard service.service.selector.isEmpty, service.controlPlane.rules.services.endpointSlices == .read,
      !service.controlPlane.isIgnored(service.service), service.cluster.hasPods(in: service.name.namespace)
    else { return [] }
    return service.cluster.endpointSlices(of: service.name).flatMap { slice in
      slice.endpoints.enumerated().compactMap { index, endpoint in
        guard let target = endpoint.targetRef, target.kind.hasSameBytes(as: Pod.kind) else { return nil }
        return finding(target, at: index, of: slice, on: service)
      }
    }
  }

  private static func finding(
    _ target: EndpointSlice.TargetReference, at index: Int, of slice: EndpointSlice, on service: ServiceSubject
  ) -> Finding? {
    let namespace = service.name.namespace
    if !target.uid.isEmpty, service.cluster.hasPod(identifiedBy: target.uid, in: namespace) { return nil }
    let reference = ObjectReference(
      apiGroup: EndpointSlice.apiGroup, kind: EndpointSlice.kind, namespace: namespace, name: slice.metadata.name)
    let path: [DocumentPath.Step] = ["endpoints", .index(index), "targetRef", "uid"]
    let names =
      "EndpointSlice \(slice.metadata.name.printedSafely) of Service \(service.printedName) names Pod \(target.name.printedSafely)"
    let why =
      target.uid.isEmpty ? "without its uid, by which alone Kuma finds it" : "by a uid that no Pod of the namespace has"
    return Finding(
      kind, at: ObjectField(reference, DocumentPath(path)), "\(names) \(why): the Service gives no inbound for it.",
      related: [RelatedField(service.field(), "the Service")])
  }
}

extension FindingKind {
  /// An EndpointSlice of a Service without a selector names a Pod in a way that leads to none.
  public static let endpointSliceWithoutPod = FindingKind(
    "endpoint-slice-without-pod", .warning, .endpointSlices,
    summary: "An EndpointSlice of a Service without a selector names a Pod by a uid that no Pod has, or without one.",
    reason: "Kuma goes from an endpoint to its Pod by targetRef.uid alone: the Pod gets no inbound of the Service.",
    remedy: "Give the Service a selector, or write the uid of the Pod that runs."
  )
}
