import KubernetesObjects
import MeshMapping

/// Pods of one Namespace are in two meshes, where the release wants them in one.
enum NamespaceOfTwoMeshes: NamespaceCheck {
  static let kind = FindingKind.namespaceOfTwoMeshes

  static func findings(on subject: NamespaceSubject) -> [Finding] {
    let controlPlane = subject.controlPlane
    let isHeldToOne =
      controlPlane.rules.podValidation.meshesPerNamespace == .read && controlPlane.settings.meshesPerNamespace == .one
    guard controlPlane.rules.labels.workload == .present else { return [] }
    // Most Pods name no mesh, or the one that the others are in.
    let others = controlPlane.mesh(of: Pod(metadata: ObjectMeta(name: "")), in: subject.namespace).name
    guard subject.meshesNamedByPods.contains(where: { $0 != ExactString(others) }) else { return [] }
    var meshes: [ExactString: [ExactString: ObjectName]] = [:]
    for report in subject.allReports {
      guard let mesh = report.mesh?.name, PodSubject(report, in: subject.diagnostics).isInMesh else { continue }
      // Where a namespace is held to one mesh, its workloads do not matter. The API server fills the service account in.
      let key = ExactString(isHeldToOne ? "" : controlPlane.workload(of: report.pod) ?? "default")
      if meshes[key, default: [:]][ExactString(mesh)] == nil { meshes[key, default: [:]][ExactString(mesh)] = report.name }
    }
    return meshes.sorted { $0.key < $1.key }.filter { $0.value.count > 1 }.map { workload, pods in
      finding(workload.string, pods, isHeldToOne: isHeldToOne ? .namespace : .workload, on: subject)
    }
  }

  private enum Unit {
    case namespace
    case workload
  }

  private static func finding(
    _ workload: String,
    _ pods: [ExactString: ObjectName],
    isHeldToOne unit: Unit,
    on subject: NamespaceSubject
  ) -> Finding {
    let meshes = pods.sorted { $0.key < $1.key }
    let list = meshes.map { "\($0.key.printedSafely) (\($0.value.name.printedSafely))" }.joined(separator: " and ")
    let name = subject.namespace.metadata.name.printedSafely
    let message =
      switch unit {
      case .namespace:
        "Namespace \(name) is held to one mesh, and its Pods are in \(list); give the Namespace the label \(KumaKey.mesh), and its Pods none."
      case .workload:
        "Workload \(workload.quotedSafely) of namespace \(name) is in meshes \(list), for which Kuma makes no Workload; keep a namespace to one mesh, by the label \(KumaKey.mesh) of the Namespace."
      }
    return Finding(
      kind, statement: unit == .namespace ? .meshesPerNamespace : .workloadLabel, at: subject.field(), message,
      related: meshes.map { mesh, pod in
        RelatedField(
          ObjectField(ObjectReference(.pod, namespace: pod.namespace, name: pod.name), DocumentPath([])),
          "a Pod in mesh \(mesh.printedSafely)")
      })
  }
}

extension FindingKind {
  /// Pods of one Namespace are in two meshes, where the release wants them in one.
  public static let namespaceOfTwoMeshes = FindingKind(
    "namespace-of-two-meshes", .warning, .workloadLabel,
    summary: "Pods of one workload are in two meshes, or of a namespace that is held to one.",
    reason:
      "From 2.13 Kuma makes a Workload for the Pods of each service account; where they are in two meshes it makes none and says so by the event MultipleMeshesDetected. Where the control plane is set to one mesh a namespace, it refuses the Pods of the second.",
    remedy: "Keep a namespace to one mesh: label the Namespace kuma.io/mesh, and take the label from its Pods."
  )
}
