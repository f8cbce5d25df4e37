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
    func shared(_ containers: [Container]) -> [Container] {
      containers.filter { !own.contains($0.name) && ($0.runAsUser ?? spec.runAsUser) == user }
    }
    let (regular, initial) = (shared(spec.containers), shared(spec.initContainers))
    return [
      regular.isEmpty ? nil : finding(of: regular, called: "container", as: user, on: pod),
      initial.isEmpty ? nil : finding(of: initial, called: "init container", as: user, on: pod),
    ]
    .compactMap(\.self)
  }

  /// The finding of some containers. The injector lets init containers run so on purpose: one may have to send something before there is a
  /// proxy.
  private static func finding(
    of containers: [Container], called noun: String, as user: Int64, on pod: PodSubject
  ) -> Finding {
    let isInitial = noun.hasPrefix("init")
    let isOfPod = containers.allSatisfy { $0.runAsUser == nil }
    let names = containers.map(\.name.printedSafely).joined(separator: ", ")
    let (subject, they) =
      containers.count == 1 ? ("\(noun) \(names) runs", "it sends") : ("\(noun)s \(names) run", "they send")
    let source = isOfPod ? ", by the securityContext of the Pod" : ""
    let advice = isInitial ? "choose another user, unless that is meant" : "choose another user"
    let message =
      "\(subject.prefix(1).uppercased())\(subject.dropFirst()) as user \(user)\(source), which is the sidecar's, so that nothing of what \(they) goes through the proxy; \(advice)."
    let field =
      isOfPod
      ? pod.template.field(["spec", "securityContext", "runAsUser"]) : field(of: containers[0], pod.pod.spec, pod)
    return Finding(kind, severity: isInitial ? .info : nil, at: field, message)
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
