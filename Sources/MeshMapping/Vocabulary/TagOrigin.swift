/// Where a tag comes from.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum TagOrigin: String, Sendable, Hashable, CaseIterable {
  /// The Pod's label of the same key.
  case podLabel
  /// The Node's label of the same key.
  case nodeLabel
  /// The Pod's namespace.
  case podNamespace
  /// The Pod's name.
  case podName
  /// The name of the object that owns the Pod.
  case owner
  /// The Service that selects the Pod.
  case service
  /// The port of that Service.
  case servicePort
  /// The `appProtocol` of that port.
  case appProtocol
  /// The annotation of the Service that names the protocol of the port.
  case serviceAnnotation
  /// What holds where nothing is said, `tcp` for a protocol.
  case defaultValue
  /// The zone that the control plane is set to.
  case zoneSetting
  /// The annotation of the tags of a builtin gateway.
  case gatewayAnnotation
  /// A Dataplane that was read, not made.
  case resource
}
