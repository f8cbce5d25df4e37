package import KubernetesObjects

/// The names of containers that Kuma knows.
public enum KumaContainer {
  /// The container that is the proxy.
  public static let sidecar = "kuma-sidecar"
}

extension Container {
  /// Whether the container is the proxy.
  package var isSidecar: Bool { name.hasSameBytes(as: KumaContainer.sidecar) }
}

extension ContainerStatus {
  /// Whether the status is that of the proxy.
  package var isSidecar: Bool { name.hasSameBytes(as: KumaContainer.sidecar) }
}
