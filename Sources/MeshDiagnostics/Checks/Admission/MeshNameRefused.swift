import KubernetesObjects
import MeshMapping

/// The name of the Pod's mesh is one that its Mesh cannot be created or changed with.
enum MeshNameRefused: SharedPodCheck {
  static let kind = FindingKind.meshNameRefused

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let mesh = pod.report.mesh, let problem = pod.controlPlane.problem(of: Mesh(name: mesh.name)) else { return [] }
    let message =
      "Kuma refuses to create or change the Mesh of this Pod: its \(problem.path) \(problem.phrase); create one of another name and move the Pods there."
    return [Finding(kind, statement: problem.statement, at: mesh.evidence.map(pod.field(of:)) ?? pod.whole, message)]
  }
}

extension FindingKind {
  /// The name of the Pod's mesh is one that its Mesh cannot be created or changed with.
  public static let meshNameRefused = FindingKind(
    "mesh-name-refused", .warning, .validObjectNames,
    summary: "The Mesh of the Pod has a name that the release does not take.",
    reason: "The Mesh that is there goes on as it is, and no change of it is taken.",
    remedy: "Create a Mesh of another name, and move the Pods there."
  )
}
