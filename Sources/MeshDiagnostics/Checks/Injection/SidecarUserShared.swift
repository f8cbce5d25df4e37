import KubernetesObjects
import MeshMapping

/// A container runs as the user of the sidecar, and the injector does not refuse the Pod for it.
enum SidecarUserShared: SharedPodCheck {
  static let kind = FindingKind.sidecarUserShared

  static func findings(on pod: PodSubject) -> [Finding] {
    let (spec, user) = (pod.pod.spec, pod.controlPlane.settings.sidecarUser)
    guard
      spec.runAsUser == user || spec.containers.contains(where: { $0.runAsUser == user })
        || spec.initContainers.contains(where: { $0.runAsUser == user }),
      pod.isInMesh,
      // A zone proxy is nothing but the sidecar; what keeps its Pod alive sends nothing.
      pod.pod.metadata.labels[KumaKey.zoneProxyType] == nil
    else { return [] }
    let containers = spec.containers + spec.initContainers
    let shared = containers.filter { !own.contains($0.name) && ($0.runAsUser ?? spec.runAsUser) == user }
    guard !shared.isEmpty else { return [] }
    let isOfPod = shared.allSatisfy { $0.runAsUser == nil }
    let names = shared.map(\.name.printedSafely).joined(separator: ", ")
    let source = isOfPod ? ", by the securityContext of the Pod" : ""
    let message =
      "\(shared.count == 1 ? "Container" : "Containers") \(names) \(shared.count == 1 ? "runs" : "run") as user \(user)\(source), which is the sidecar's, so that nothing of what \(shared.count == 1 ? "it sends" : "they send") goes through the proxy; choose another user."
    let field = isOfPod ? pod.template.field(["spec", "securityContext", "runAsUser"]) : field(of: shared[0], spec, pod)
    return [Finding(kind, at: field, message)]
  }

  /// The containers that are Kuma's own.
  private static let own = [KumaContainer.sidecar, "kuma-init", "kuma-validation"]

  private static func field(of container: Container, _ spec: PodSpec, _ pod: PodSubject) -> ObjectField {
    let isRegular = spec.containers.contains { $0.id == container.id }
    let list = isRegular ? spec.containers : spec.initContainers
    let index = list.firstIndex { $0.id == container.id } ?? 0
    let steps: [DocumentPath.Step] = ["spec", isRegular ? "containers" : "initContainers", .index(index)]
    // Where the injector put its own containers among them, the template counts otherwise.
    let isAsWritten = list.prefix(index).allSatisfy { !own.contains($0.name) }
    return isAsWritten ? pod.template.field(steps + ["securityContext", "runAsUser"]) : pod.whole
  }
}

extension FindingKind {
  /// A container runs as the user of the sidecar, and the injector does not refuse the Pod for it.
  public static let sidecarUserShared = FindingKind(
    "sidecar-user-shared", .warning, .sidecarUser,
    summary: "A container of a Pod in the mesh runs as the user of the sidecar.",
    reason:
      "What that user sends is not redirected, so that the proxy does not have to serve itself: the container goes past the mesh, without mTLS. The injector refuses it from 2.3, but for init containers and a user that the Pod's securityContext gives.",
    remedy: "Let the container run as another user."
  )
}
