import KubernetesObjects

/// The container of a control plane: what it runs, and what it is set up with as far as the object says it.
struct ControlPlaneContainer: Sendable, Hashable {
  /// The image.
  @ByteExact private(set) var image: String
  /// The variables whose values are known.
  private(set) var environment: StringMap
  /// The variables whose values stand elsewhere, each with where.
  private(set) var unknown: StringMap
  /// The ConfigMap that the configuration is read from; nil where no file of one is named.
  @OptionalByteExact private(set) var configMap: String?
}
