import KubernetesObjects
import MeshMapping

/// The name of the Pod's mesh has a dot, so that the proxy is taken for one of another mesh.
enum MeshNameWithDot: SharedPodCheck {
  static let kind = FindingKind.meshNameWithDot

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.controlPlane.rules.validation.meshName == .withDots, let mesh = pod.report.mesh,
      let dot = mesh.name.utf8.firstIndex(of: UInt8(ascii: ".")), pod.isInMesh
    else { return [] }
    let taken = String(mesh.name[..<dot])
    let message =
      "Mesh \(mesh.name.printedSafely) has a dot in its name: the control plane takes the proxy for one of mesh \(taken.quotedSafely), and the sidecar does not get ready; put the Pod into a mesh without one."
    return [Finding(kind, at: mesh.evidence.map(pod.field(of:)) ?? pod.whole, message)]
  }
}

extension FindingKind {
  /// The name of the Pod's mesh has a dot, so that the proxy is taken for one of another mesh.
  public static let meshNameWithDot = FindingKind(
    "mesh-name-with-dot", .error, .validMeshName,
    summary: "The mesh of the Pod has a dot in its name.",
    reason:
      "A proxy names itself MESH.POD.NAMESPACE, and the control plane takes what stands before the first dot for the mesh: it finds no Dataplane, and the sidecar does not get ready.",
    remedy: "Create a Mesh without a dot in its name, and move the Pods there."
  )
}
