import KubernetesObjects
import MeshMapping

extension Pod {
  /// The sidecar of the Pod, wherever it stands; nil where it has none.
  var sidecarEvidence: Evidence? {
    if spec.containers.contains(where: \.isSidecar) {
      return Evidence(.podContainer, key: "name", value: KumaContainer.sidecar)
    }
    guard spec.initContainers.contains(where: \.isSidecar) else { return nil }
    return Evidence(.podInitContainer, key: "name", value: KumaContainer.sidecar)
  }
}
