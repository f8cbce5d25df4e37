import KubernetesObjects
import MeshMapping

/// Two workloads without a Service give their Pods one name.
enum NamesCollide: NamespaceCheck {
  static let kind = FindingKind.namesCollide

  static func findings(on namespace: NamespaceSubject) -> [Finding] {
    var workloads: [ExactString: [WorkloadReference]] = [:]
    for report in namespace.reports {
      guard let workload = report.workload, let inbound = report.outcome.dataplane?.networking.inbound.first,
        inbound.port == Dataplane.reservedPort, let service = inbound.tags[KumaKey.serviceTag]
      else { continue }
      let name = ExactString(service)
      if workloads[name]?.contains(workload) ?? false { continue }
      workloads[name, default: []].append(workload)
    }
    return workloads.keys.sorted { $0.string.precedesInBytes($1.string) }.compactMap { name in
      finding(name, workloads[name] ?? [], on: namespace)
    }
  }

  private static func finding(
    _ name: ExactString, _ workloads: [WorkloadReference], on namespace: NamespaceSubject
  ) -> Finding? {
    let sorted = workloads.sorted { left, right in
      left.kind.hasSameBytes(as: right.kind) ? left.name.precedesInBytes(right.name) : left.kind.precedesInBytes(right.kind)
    }
    guard sorted.count > 1, let last = sorted.last else { return nil }
    let others = sorted.dropLast().map(\.phrase).joined(separator: ", ")
    let message =
      "No Service gives the Pods of \(others) and \(last.phrase) an inbound, and all of them are service \(name.printedSafely): policies cannot tell them apart. Add a Service for each."
    return Finding(
      kind, at: field(of: last, in: namespace.cluster), message,
      related: sorted.dropLast().map { RelatedField(field(of: $0, in: namespace.cluster), "has the same name") })
  }

  private static func field(of workload: WorkloadReference, in cluster: Cluster) -> ObjectField {
    let reference =
      cluster.workload(workload)?.reference
      ?? ObjectReference(
        apiGroup: workload.apiGroup, kind: workload.kind, namespace: workload.namespace, name: workload.name)
    return ObjectField(reference, DocumentPath(["metadata", "name"]))
  }
}

extension FindingKind {
  /// Two workloads without a Service give their Pods one name.
  public static let namesCollide = FindingKind(
    "names-collide", .warning, .nameWithoutService,
    summary: "The Pods of two workloads without a Service have the same name of a service.",
    reason: "To the mesh they are one service: policies and metrics cannot tell them apart.",
    remedy: "Add a Service for each, or rename one of the workloads."
  )
}
