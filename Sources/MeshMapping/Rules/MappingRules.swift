public import KubernetesObjects

/// What a control plane does, as a value: the rules of every stage.
///
/// No function asks which release it maps for; it asks the rule. The rules of a release are made by ``ControlPlane/init(release:zone:)``,
/// those of the documentation page are ``documented``. What they are made of is not part of the interface, since it grows with Kuma.
public struct MappingRules: Sendable, Hashable {
  /// The words that switch something on or off.
  package var switchWords: SwitchWords
  /// The injection.
  package var injection: InjectionRules
  /// The validation of Pods at their creation.
  package var podValidation: PodValidationRules
  /// The mesh of a Pod.
  package var mesh: MeshRules
  /// Which Services belong to a Pod.
  package var services: ServiceRules
  /// The tags.
  package var tags: TagRules
  /// The inbounds.
  package var inbounds: InboundRules
  /// Gateways.
  package var gateway: GatewayRules
  /// Transparent proxying, with direct access and what may be reached.
  package var transparentProxying: TransparentProxyingRules
  /// The labels of Dataplanes.
  package var labels: DataplaneLabelRules
  /// Which Pods get a Dataplane.
  package var lifecycle: LifecycleRules
  /// What the webhooks make of a Dataplane that the controller writes.
  package var admission: DataplaneAdmissionRules
  /// What a valid Dataplane is.
  package var validation: ValidationRules
  /// The sections of metrics and probes.
  package var sections: SectionRules
  /// Zone ingresses and egresses.
  package var zoneProxies: ZoneProxyRules
  /// The outbounds.
  package var outbounds: OutboundRules
  /// The zone of a control plane.
  package var zone: ZoneRules
  /// The labels of Nodes that become tags where the control plane is not set otherwise.
  @ByteExactList public package(set) var defaultNodeLabels: [String]
}
